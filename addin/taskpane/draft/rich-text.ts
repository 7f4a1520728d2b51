import type { Draft, Paragraph, ParagraphStyle } from "../../../src/narrative/draft.ts";
import { openPlaces } from "../../../src/narrative/open-places.ts";

/** 图片的地址，键为段落编号；没有的只写图题。 */
export type ChartPictures = ReadonlyMap<string, string>;

interface TextStyle {
  readonly tag: "p" | "h1" | "h2" | "h3";
  readonly font: string;
  /** 磅。 */
  readonly size: number;
  readonly bold?: boolean;
  readonly centred?: boolean;
  readonly after?: number;
}

const FANGSONG = "仿宋_GB2312,FangSong,仿宋,STFangsong,serif";
const TITLE = "方正小标宋简体,FZXiaoBiaoSong-B05S,SimSun,宋体,serif";

/** 公文版式（GB/T 9704），与 .docx 相同；标题用真正的标题，贴进文字处理软件可以生成目录。 */
const STYLES: Readonly<Record<ParagraphStyle, TextStyle>> = {
  cover: { tag: "p", font: TITLE, size: 26, centred: true, after: 29 },
  title: { tag: "p", font: TITLE, size: 22, centred: true, after: 29 },
  part: { tag: "p", font: TITLE, size: 18, centred: true, after: 14.5 },
  heading1: { tag: "h1", font: "黑体,SimHei,STHeiti,sans-serif", size: 16 },
  heading2: { tag: "h2", font: "楷体_GB2312,KaiTi,楷体,STKaiti,serif", size: 16 },
  heading3: { tag: "h3", font: FANGSONG, size: 16, bold: true },
  body: { tag: "p", font: FANGSONG, size: 16 },
  listItem: { tag: "p", font: FANGSONG, size: 16 },
  chart: { tag: "p", font: FANGSONG, size: 14, centred: true },
};

/** 说明写成带格式的文字（HTML 片段），样式全部写在各段上，贴到哪里都是这个样子。 */
export function draftHtml(draft: Draft, pictures: ChartPictures = new Map()): string {
  return draft.sections
    .flatMap((section) => section.paragraphs)
    .map((paragraph) => paragraphHtml(paragraph, pictures))
    .join("\n");
}

export function paragraphHtml(paragraph: Paragraph, pictures: ChartPictures = new Map()): string {
  const picture = pictures.get(paragraph.id);
  const image =
    picture === undefined
      ? ""
      : `<p style="text-align:center;margin:6pt 0 0"><img src="${escaped(picture)}" width="430" height="230" alt="${escaped(paragraph.text)}"></p>\n`;
  const style = STYLES[paragraph.style];
  return `${image}<${style.tag} style="${css(style)}">${content(paragraph)}</${style.tag}>`;
}

function css({ font, size, bold = false, centred = false, after = 0 }: TextStyle): string {
  const first = font.split(",")[0] ?? "";
  return [
    `font-family:${font}`,
    `mso-fareast-font-family:${first}`,
    `font-size:${size}pt`,
    `font-weight:${bold ? "bold" : "normal"}`,
    "color:#000000",
    `margin:0 0 ${after}pt`,
    `line-height:${centred && size > 16 ? 35 : 28.95}pt`,
    "mso-line-height-rule:exactly",
    ...(centred
      ? ["text-align:center"]
      : ["text-align:justify", "text-indent:32pt", "mso-char-indent-count:2.0"]),
  ].join(";");
}

/** 待补充、没有确认的推断黄底红字加粗，黑白打印也看得出。 */
function content(paragraph: Paragraph): string {
  const { text } = paragraph;
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of openPlaces(paragraph)) {
    parts.push(lines(text.slice(position, start)));
    parts.push(
      `<span style="background:#FFFF00;mso-highlight:yellow;color:#C00000;font-weight:bold">${lines(text.slice(start, end))}</span>`,
    );
    position = end;
  }
  return [...parts, lines(text.slice(position))].join("");
}

function lines(text: string): string {
  return escaped(text).replaceAll("\n", "<br>");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
