import type { CellStyle, SheetModel } from "../../../../src/publish/spreadsheet/model.ts";
import { supports } from "../excel-run.ts";
import { regionsOf } from "./regions.ts";
import { widthOf } from "./write-cells.ts";

/** 列宽以默认字体的数字宽度计，一个 6 磅（与写 .xlsx 文件时相同）。 */
const DIGIT_WIDTH_POINTS = 6;

const BORDER_COLOUR = "#A6A6A6";
const BORDERS = [
  ...(["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const),
  ...(["InsideHorizontal", "InsideVertical"] as const),
];

const HORIZONTAL = {
  left: "Left",
  center: "Center",
  right: "Right",
  justify: "Justify",
} as const;

const VERTICAL = {
  top: "Top",
  center: "Center",
  bottom: "Bottom",
  distributed: "Distributed",
} as const;

/**
 * 字体、底色、对齐、边框、行高、列宽、隐藏列、网格线、冻结行、筛选。
 * 一格里只有一种字体：Office.js 不能给格里的一部分文字单设字体，待补充靠格的底色醒目。
 */
export function writeFormat(sheet: Excel.Worksheet, model: SheetModel): void {
  writeStyles(sheet, model);
  writeRowHeights(sheet, model);
  model.columns.forEach(({ width, hidden }, index) => {
    const column = sheet.getRangeByIndexes(0, index, Math.max(1, model.rows.length), 1);
    column.format.columnWidth = width * DIGIT_WIDTH_POINTS;
    if (hidden) column.columnHidden = true;
  });
  if (model.frozenRows) sheet.freezePanes.freezeRows(model.frozenRows);
  if (!model.gridLines && supports("1.8")) sheet.showGridlines = false;
  if (model.autoFilter !== undefined && supports("1.9")) {
    sheet.autoFilter.apply(sheet.getRange(model.autoFilter));
  }
}

function writeStyles(sheet: Excel.Worksheet, model: SheetModel): void {
  const styles = new Map<string, CellStyle>();
  const keyOf = (row: number, column: number) => {
    const style = model.rows[row]?.cells[column]?.style;
    if (style === undefined) return undefined;
    // 数字格式已随值逐格写好，不分块。
    const { numberFormat: _, ...rest } = style;
    const key = JSON.stringify(rest);
    styles.set(key, style);
    return key;
  };
  const size = { rows: model.rows.length, columns: widthOf(model) };
  for (const { key, region } of regionsOf(size, keyOf)) {
    const style = styles.get(key);
    if (style === undefined) continue;
    const range = sheet.getRangeByIndexes(region.row, region.column, region.rows, region.columns);
    applyStyle(range, style, region);
  }
}

function applyStyle(
  range: Excel.Range,
  { font, fill, horizontal, vertical, wrap, border }: CellStyle,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): void {
  const { format } = range;
  format.font.name = font.name;
  format.font.size = font.size;
  if (font.bold) format.font.bold = true;
  if (font.underline) format.font.underline = "Single";
  if (font.color !== undefined) format.font.color = `#${font.color}`;
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[horizontal];
  format.verticalAlignment = VERTICAL[vertical ?? "center"];
  if (wrap) format.wrapText = true;
  if (!border) return;
  for (const side of BORDERS) {
    if ((side === "InsideHorizontal" && rows === 1) || (side === "InsideVertical" && columns === 1))
      continue;
    const line = format.borders.getItem(side);
    line.style = "Continuous";
    line.color = BORDER_COLOUR;
  }
}

function writeRowHeights(sheet: Excel.Worksheet, { rows }: SheetModel): void {
  const heights = regionsOf({ rows: rows.length, columns: 1 }, (row) => {
    const height = rows[row]?.height;
    return height === undefined ? undefined : String(height);
  });
  for (const { key, region } of heights) {
    sheet.getRangeByIndexes(region.row, 0, region.rows, 1).format.rowHeight = Number(key);
  }
}
