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

/** 版心的宽。 */
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** 固定行距 28.95 磅。 */
export const LINE_PITCH = 579;

/**
 * 版心 156 毫米排 28 个 16 磅的字，每字只有 15.79 磅，所以字距收紧 0.25 磅（单位为缇）。
 * 不用软件的字符网格：各软件对网格里数字的处理不同，有的会把字拉得很开。
 */
const CHARACTER_SPACING = -5;

/** 各样式在文件里的样式编号。一至三级标题是软件认得的“标题 1–3”，可以生成目录。 */
export type StyleIds = Readonly<Record<ParagraphStyle, string>>;

export const STYLE_IDS: StyleIds = {
  cover: "Cover",
  title: "Title",
  part: "PartTitle",
  heading1: "Heading1",
  heading2: "Heading2",
  heading3: "Heading3",
  body: "BodyText",
  listItem: "Terms",
  chart: "Caption",
};

/** 整本：部分题是一级标题，其余各级顺次低一级，目录才分得出层次。 */
export const WHOLE_STYLE_IDS: StyleIds = {
  ...STYLE_IDS,
  part: "Heading1",
  heading1: "Heading2",
  heading2: "Heading3",
  heading3: "Heading4",
};

export const PICTURE_STYLE = "Picture";
export const COVER_NOTE_STYLE = "CoverNote";
export const CONTENTS_TITLE_STYLE = "ContentsTitle";
/** 目录各级的样式，软件更新目录时照用。 */
const CONTENTS_STYLES = ["TOC1", "TOC2"] as const;

const FANGSONG = "仿宋_GB2312";
const TITLE_FONT = "方正小标宋简体";

const EXACT_LINES = { line: LINE_PITCH, lineRule: "exact", before: 0, after: 0 } as const;
const FIRST_LINE = { firstLine: 640, firstLineChars: 200 } as const;

/** 全文样式。颜色一律黑色，不用软件自带标题样式的蓝色。`whole` 为整本，标题各低一级（见 `WHOLE_STYLE_IDS`）。 */
export function documentStyles(whole: boolean): IStylesOptions {
  const indented = (outlineLevel?: number) => ({
    spacing: EXACT_LINES,
    indent: FIRST_LINE,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
  });
  const first = whole ? 1 : 0;
  const heading = (level: number, run: object) => ({
    name: `heading ${first + level + 1}`,
    basedOn: "Normal",
    next: STYLE_IDS.body,
    quickFormat: true,
    run: { color: "000000", size: 32, characterSpacing: CHARACTER_SPACING, ...run },
    // 三级标题往往自成一长段，不与下段同页。
    paragraph: { ...indented(first + level), keepNext: level < 2 },
  });
  const levels = [
    heading(0, { font: fonts("黑体"), bold: false }),
    heading(1, { font: fonts("楷体_GB2312"), bold: false }),
    heading(2, { font: fonts(FANGSONG), bold: true }),
  ] as const;
  const part = {
    basedOn: "Normal",
    next: STYLE_IDS.body,
    quickFormat: true,
    run: { font: fonts(TITLE_FONT), size: 36, color: "000000", bold: false },
    paragraph: {
      alignment: "center",
      outlineLevel: 0,
      keepNext: true,
      spacing: { line: 600, lineRule: "exact", before: 0, after: 290 },
    },
  } as const;
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
      ...(whole
        ? {
            heading1: { name: "heading 1", ...part },
            heading2: levels[0],
            heading3: levels[1],
            heading4: levels[2],
          }
        : { heading1: levels[0], heading2: levels[1], heading3: levels[2] }),
    },
    paragraphStyles: [
      ...(whole ? frameStyles : [{ id: STYLE_IDS.part, name: "部分题", ...part }]),
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

const contents = (index: 0 | 1, font: string) => ({
  id: CONTENTS_STYLES[index],
  name: `toc ${index + 1}`,
  basedOn: "Normal",
  run: { font: fonts(font), size: 28 },
  paragraph: {
    alignment: "left" as const,
    spacing: { line: 480, lineRule: "exact" as const, before: index === 0 ? 120 : 0, after: 0 },
    indent: { left: index * 560 },
    tabStops: [{ type: "right" as const, position: TEXT_WIDTH, leader: "dot" as const }],
  },
});

/** 封面、目录的样式。 */
const frameStyles = [
  {
    id: STYLE_IDS.cover,
    name: "封面",
    basedOn: "Normal",
    quickFormat: true,
    run: { font: fonts(TITLE_FONT), size: 52 },
    paragraph: {
      alignment: "center" as const,
      spacing: { line: 900, lineRule: "exact" as const, before: 0, after: 0 },
    },
  },
  {
    id: COVER_NOTE_STYLE,
    name: "封面小字",
    basedOn: STYLE_IDS.cover,
    run: { font: fonts(FANGSONG), size: 36 },
  },
  {
    id: CONTENTS_TITLE_STYLE,
    name: "目录题",
    basedOn: "Normal",
    run: { font: fonts(TITLE_FONT), size: 36 },
    paragraph: {
      alignment: "center" as const,
      spacing: { line: 600, lineRule: "exact" as const, before: 0, after: 290 },
    },
  },
  contents(0, "黑体"),
  contents(1, FANGSONG),
];

/** 中西文同用一种字体，弯引号、数字才不会另换字体。 */
export function fonts(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440);
}
