import type * as Docx from "docx";
import type { ChartData, Paragraph, Section } from "../../narrative/draft.ts";
import { openPlaces } from "../../narrative/open-places.ts";
import { drawnChart } from "../charts/chart-labels.ts";
import { chartDescription } from "../charts/chart-xml.ts";
import { replaceIllegal } from "../ooxml/xml.ts";
import { bookmarkNames } from "./bookmark-names.ts";
import { chartDrawingXml } from "./chart-drawing.ts";
import { fonts, PICTURE_STYLE, STYLE_IDS, type StyleIds } from "./page-layout.ts";
import type { CommentedFigure } from "./stale-comments.ts";

/** 版心一行排得下的二号字数。 */
const TITLE_CAPACITY = 20;

/** 全文各段。第 n 张图引用关系编号 `chartRelationshipId(n)`（n 从 1 起，按出现先后）。 */
export function documentBody(
  docx: typeof Docx,
  sections: readonly Section[],
  staleOf: (paragraph: string) => readonly CommentedFigure[],
  ids: StyleIds = STYLE_IDS,
): Docx.Paragraph[] {
  const paragraphs: Docx.Paragraph[] = [];
  let charts = 0;
  let before: Paragraph | null = null;
  for (const paragraph of sections.flatMap((section) => section.paragraphs)) {
    if (paragraph.chart) {
      charts += 1;
      paragraphs.push(pictureParagraph(docx, paragraph.chart, charts));
    }
    const pageBreakBefore = opensPage(paragraph, before);
    const style = { style: ids[paragraph.style], pageBreakBefore };
    paragraphs.push(textParagraph(docx, paragraph, style, staleOf(paragraph.id)));
    before = paragraph;
  }
  return paragraphs;
}

/** 第一个部分题跟着文题，以后的部分另起一页；附件一个一页，第一个跟着部分题。 */
function opensPage({ id, style }: Paragraph, before: Paragraph | null): boolean {
  if (before === null || before.style === "title") return false;
  if (style === "part") return true;
  return style === "heading1" && id.startsWith("四/附件") && before.style !== "part";
}

/** 一段文字，带着它的书签。 */
export function textParagraph(
  docx: typeof Docx,
  paragraph: Paragraph,
  style: Omit<Docx.IParagraphOptions, "children">,
  stale: readonly CommentedFigure[],
): Docx.Paragraph {
  const [first = "", ...rest] = bookmarkNames(paragraph.id);
  return new docx.Paragraph({
    ...style,
    children: [
      ...rest.map((id) => new docx.Bookmark({ id, children: [] })),
      new docx.Bookmark({ id: first, children: textRuns(docx, paragraph, stale) }),
    ],
  });
}

/** 正文片段：待补充、没有确认的推断黄色突出显示，过时的数另色突出显示并加批注。 */
function textRuns(
  docx: typeof Docx,
  paragraph: Paragraph,
  stale: readonly CommentedFigure[],
): Docx.ParagraphChild[] {
  const { style, text } = paragraph;
  const open = openPlaces(paragraph);
  const broken = style === "title" && open.length + stale.length === 0 ? titleBreak(text) : 0;
  if (broken > 0) {
    return [
      new docx.TextRun({ text: text.slice(0, broken) }),
      new docx.TextRun({ text: text.slice(broken), break: 1 }),
    ];
  }
  const cuts = [0, ...[...open, ...stale].flatMap(({ start, end }) => [start, end]), text.length];
  const bounds = [...new Set(cuts)].sort((a, b) => a - b);
  return bounds.flatMap((start, index): Docx.ParagraphChild[] => {
    const end = bounds[index + 1] ?? start;
    const within = (place: { readonly start: number; readonly end: number }) =>
      place.start <= start && end <= place.end && start < end;
    const colour = stale.some(within) ? "cyan" : open.some(within) ? "yellow" : null;
    return [
      ...stale
        .filter((figure) => figure.start === start)
        .map(({ comment }) => new docx.CommentRangeStart(comment)),
      ...lineRuns(docx, text.slice(start, end), colour),
      ...stale
        .filter((figure) => figure.end === end && start < end)
        .flatMap(({ comment }) => [
          new docx.CommentRangeEnd(comment),
          new docx.TextRun({ children: [new docx.CommentReference(comment)] }),
        ]),
    ];
  });
}

/** 一行排不下的文题在年度之前换行，不从词中间断开；换行的位置，0 为不换。 */
function titleBreak(text: string): number {
  return text.length > TITLE_CAPACITY ? Math.max(0, text.search(/\d{4}年/)) : 0;
}

function lineRuns(
  docx: typeof Docx,
  text: string,
  colour: "yellow" | "cyan" | null,
): Docx.TextRun[] {
  if (text === "") return [];
  return replaceIllegal(text)
    .split("\n")
    .map(
      (line, index) =>
        new docx.TextRun({
          text: line,
          ...(index === 0 ? {} : { break: 1 }),
          ...(colour === null ? {} : { highlight: colour }),
        }),
    );
}

function pictureParagraph(docx: typeof Docx, chart: ChartData, number: number): Docx.Paragraph {
  const run = new docx.Run({});
  run.addChildElement(
    docx.ImportedXmlComponent.fromXmlString(
      chartDrawingXml(number, `图${chart.number}`, chartDescription(drawnChart(chart))),
    ),
  );
  return new docx.Paragraph({ style: PICTURE_STYLE, children: [run] });
}

/** 页脚：四号宋体“— 1 —”，单页在右、双页在左，各空一字。 */
export function footers(docx: typeof Docx) {
  const footer = (alignment: "left" | "right") =>
    new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment,
          indent: alignment === "left" ? { left: 280 } : { right: 280 },
          children: [
            new docx.TextRun({
              font: fonts("宋体"),
              size: 28,
              children: ["— ", docx.PageNumber.CURRENT, " —"],
            }),
          ],
        }),
      ],
    });
  return { default: footer("right"), even: footer("left") };
}
