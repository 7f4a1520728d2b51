import type { IStylesOptions } from "docx";
import type { ParagraphStyle } from "../../narrative/draft.ts";

/** GB/T 9704：A4，天头 37、地脚 35、订口 28、翻口 26 毫米，每面 22 行、每行 28 字。长度单位为缇（1/20 磅）。 */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: {
    top: millimetres(37),
    bottom: millimetres(35),
    left: millimetres(28),
    right: millimetres(26),
    header: millimetres(15),
    footer: millimetres(24),
  },
} as const;

/** 固定行距 28.95 磅。 */
export const LINE_PITCH = 579;

/**
 * 版心 156 毫米排 28 个 16 磅的字，每字只有 15.79 磅，所以字距收紧 0.25 磅（单位为缇）。
 * 不用软件的字符网格：各软件对网格里数字的处理不同，有的会把字拉得很开。
 */
const CHARACTER_SPACING = -5;

/** 各样式在文件里的样式编号。一至三级标题是软件认得的“标题 1–3”，可以生成目录。 */
export const STYLE_IDS: Readonly<Record<ParagraphStyle, string>> = {
  title: "Title",
  part: "PartTitle",
  heading1: "Heading1",
  heading2: "Heading2",
  heading3: "Heading3",
  body: "BodyText",
  listItem: "Terms",
  chart: "Caption",
};

export const PICTURE_STYLE = "Picture";

const FANGSONG = "仿宋_GB2312";
const TITLE_FONT = "方正小标宋简体";

const EXACT_LINES = { line: LINE_PITCH, lineRule: "exact", before: 0, after: 0 } as const;
const FIRST_LINE = { firstLine: 640, firstLineChars: 200 } as const;

/** 全文样式。颜色一律黑色，不用软件自带标题样式的蓝色。 */
export function documentStyles(): IStylesOptions {
  const indented = (outlineLevel?: number) => ({
    spacing: EXACT_LINES,
    indent: FIRST_LINE,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
  });
  const heading = (name: string, outlineLevel: number, run: object) => ({
    name,
    basedOn: "Normal",
    next: STYLE_IDS.body,
    quickFormat: true,
    run: { color: "000000", size: 32, characterSpacing: CHARACTER_SPACING, ...run },
    // 三级标题往往自成一长段，不与下段同页。
    paragraph: { ...indented(outlineLevel), keepNext: outlineLevel < 2 },
  });
  return {
    default: {
      document: {
        run: {
          font: fonts(FANGSONG),
          size: 32,
          language: { value: "en-US", eastAsia: "zh-CN" },
        },
        paragraph: { alignment: "both" },
      },
      title: {
        name: "Title",
        basedOn: "Normal",
        next: STYLE_IDS.body,
        run: { font: fonts(TITLE_FONT), size: 44, color: "000000" },
        paragraph: {
          alignment: "center",
          spacing: { line: 700, lineRule: "exact", before: 0, after: LINE_PITCH },
        },
      },
      heading1: heading("heading 1", 0, { font: fonts("黑体"), bold: false }),
      heading2: heading("heading 2", 1, { font: fonts("楷体_GB2312"), bold: false }),
      heading3: heading("heading 3", 2, { font: fonts(FANGSONG), bold: true }),
    },
    paragraphStyles: [
      {
        id: STYLE_IDS.part,
        name: "部分题",
        basedOn: "Normal",
        next: STYLE_IDS.body,
        quickFormat: true,
        run: { font: fonts(TITLE_FONT), size: 36 },
        paragraph: {
          alignment: "center",
          outlineLevel: 0,
          keepNext: true,
          spacing: { line: 600, lineRule: "exact", before: 0, after: 290 },
        },
      },
      {
        id: STYLE_IDS.body,
        name: "公文正文",
        basedOn: "Normal",
        quickFormat: true,
        run: { characterSpacing: CHARACTER_SPACING },
        paragraph: indented(),
      },
      {
        id: STYLE_IDS.listItem,
        name: "名词解释",
        basedOn: STYLE_IDS.body,
        quickFormat: true,
        run: { characterSpacing: CHARACTER_SPACING },
        paragraph: indented(),
      },
      {
        id: STYLE_IDS.chart,
        name: "caption",
        basedOn: "Normal",
        next: STYLE_IDS.body,
        quickFormat: true,
        run: { size: 28 },
        paragraph: { alignment: "center", spacing: EXACT_LINES },
      },
      {
        id: PICTURE_STYLE,
        name: "图",
        basedOn: "Normal",
        next: STYLE_IDS.chart,
        // 固定行距会把图裁成一行高，放图的段落用单倍行距。
        paragraph: {
          alignment: "center",
          keepNext: true,
          spacing: { line: 240, lineRule: "auto", before: 120, after: 0 },
        },
      },
    ],
  };
}

/** 中西文同用一种字体，弯引号、数字才不会另换字体。 */
export function fonts(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440);
}
