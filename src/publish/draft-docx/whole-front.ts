import type * as Docx from "docx";
import type { Draft, Paragraph, Section } from "../../narrative/draft.ts";
import { COVER } from "../../narrative/templates/section-ids.ts";
import { textParagraph } from "./document-body.ts";
import { CONTENTS_TITLE_STYLE, COVER_NOTE_STYLE, STYLE_IDS } from "./page-layout.ts";

/** 整本的封面一节；没有就不是整本。 */
export function coverOf(draft: Draft): Section | undefined {
  return draft.sections.find(({ id }) => id === COVER);
}

/**
 * 封面和目录，另起一页。目录列部分题和一级标题，页码是指着标题的域（见 contents-fields.ts）：LibreOffice 打开时自己算；
 * 别的软件先用写着的。已经写好的（`numbered`），打开时不询问要不要更新；没有的，打开时软件会问，更新了才有页码。
 */
export function frontPages(docx: typeof Docx, cover: Section, numbered: boolean): Docx.FileChild[] {
  return [
    ...cover.paragraphs.map((paragraph) =>
      textParagraph(docx, paragraph, coverLine(paragraph), []),
    ),
    new docx.Paragraph({
      style: CONTENTS_TITLE_STYLE,
      pageBreakBefore: true,
      children: [new docx.TextRun("目　录")],
    }),
    new docx.TableOfContents("目录", {
      hyperlink: true,
      headingStyleRange: "1-2",
      beginDirty: !numbered,
    }),
  ];
}

/** 单位名称和“部门决算”在上半页，公开时间在页的下沿；自己加的行用封面的样式。 */
function coverLine({ id }: Paragraph): Omit<Docx.IParagraphOptions, "children"> {
  const name = id.slice(COVER.length + 1);
  const style = name === "公开时间" ? COVER_NOTE_STYLE : STYLE_IDS.cover;
  const before = BEFORE.get(name);
  if (before === undefined) return { style };
  return { style, spacing: { before, line: 900, lineRule: "exact" } };
}

const BEFORE: ReadonlyMap<string, number> = new Map([
  ["年度", 2400],
  ["单位", 300],
  ["题", 300],
  ["公开时间", 4400],
]);
