import type { ParagraphStyle } from "../../narrative/draft.ts";
import type { CellFont, CellStyle, PageSetup } from "../spreadsheet/model.ts";
import { DIGIT_WIDTH_POINTS } from "../spreadsheet/style-table.ts";

/** 公文用纸 A4，天头 37、订口 28 毫米，版心 156×225 毫米（GB/T 9704）。 */
export const TEXT_PAGE: Omit<PageSetup, "printArea"> = {
  orientation: "portrait",
  margins: { top: 37, bottom: 35, left: 28, right: 26, footer: 24 },
  footer: '&R&"宋体"&14— &P —　',
  evenFooter: '&L&"宋体"&14　— &P —',
};

/** 版心宽 156 毫米，取整为 589 像素。 */
export const TEXT_WIDTH_POINTS = (589 * 72) / 96;
export const TEXT_COLUMN_WIDTH = TEXT_WIDTH_POINTS / DIGIT_WIDTH_POINTS;

/** 软件允许的最大行高。 */
export const MAX_ROW_HEIGHT = 409;

/** 公文行距 28.95 磅。长段为了少拆，行距可以压到 24 磅；再小，换用行高较大的代用字体就会显示不全。 */
const LINE_HEIGHT = 28.95;
const MIN_LINE_HEIGHT = 24;

interface TextLayout {
  readonly style: CellStyle;
  /** 一行容纳的全角字数，比版心能放的少留一个字，免得屏幕上像素取整后多折一行。 */
  readonly capacity: number;
  /** 段首缩进。 */
  readonly indent: string;
  /** 段前空多少磅。 */
  readonly spaceBefore: number;
}

const BODY_FONT: CellFont = { name: "仿宋_GB2312", size: 16 };
/** 待补充：红字加粗，黑白打印也看得出。 */
export const GAP_RUN: Pick<CellFont, "bold" | "color"> = { bold: true, color: "C00000" };
/** 有待补充的单元格的底色。 */
export const GAP_FILL = "FFF2CC";

/** 图的宽、高，磅。 */
export const CHART_WIDTH = 430;
export const CHART_HEIGHT = 230;

const INDENT = "　　";

export const TEXT_LAYOUTS: Readonly<Record<ParagraphStyle, TextLayout>> = {
  cover: centred({ name: "方正小标宋简体", size: 26 }, 12),
  title: centred({ name: "方正小标宋简体", size: 22 }, 12),
  part: centred({ name: "方正小标宋简体", size: 18 }, 12),
  heading1: indented({ name: "黑体", size: 16 }),
  heading2: indented({ name: "楷体_GB2312", size: 16 }),
  heading3: indented({ ...BODY_FONT, bold: true }),
  body: indented(BODY_FONT),
  listItem: indented(BODY_FONT),
  // 图题在格的下沿，图浮在它上面，两者同在一行，分页时不会拆开。
  chart: centred({ name: "仿宋_GB2312", size: 14 }, CHART_HEIGHT, "bottom"),
};

/** `lines` 行文字的行高；放不进一行（单元格的行）时为 null。 */
export function rowHeight(lines: number, { style, spaceBefore }: TextLayout): number | null {
  const roomy = (LINE_HEIGHT * Math.max(16, style.font.size)) / 16;
  const least = (MIN_LINE_HEIGHT * Math.max(16, style.font.size)) / 16;
  if (lines * roomy + spaceBefore <= MAX_ROW_HEIGHT) return round(lines * roomy + spaceBefore);
  return lines * least <= MAX_ROW_HEIGHT ? MAX_ROW_HEIGHT : null;
}

function centred(
  font: CellFont,
  spaceBefore: number,
  vertical: CellStyle["vertical"] = "center",
): TextLayout {
  return {
    style: { font, horizontal: "center", vertical, wrap: true },
    capacity: capacity(font),
    indent: "",
    spaceBefore,
  };
}

function indented(font: CellFont): TextLayout {
  return {
    // 竖向分散对齐：各行匀开到整个行高，行距即为公文行距。
    style: { font, horizontal: "left", vertical: "distributed", wrap: true },
    capacity: capacity(font),
    indent: INDENT,
    spaceBefore: 0,
  };
}

function capacity(font: CellFont): number {
  return Math.floor(TEXT_WIDTH_POINTS / font.size) - 1;
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
