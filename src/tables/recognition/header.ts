import type { Sheet } from "../../workbook/workbook.ts";
import { isHeaderMark, normaliseLabel } from "./labels.ts";
import { textOf } from "./sheet-text.ts";

/** 一栏的表头：列号（从 0 起）和从上到下的各级栏名（已归一）。 */
export interface HeaderColumn {
  readonly column: number;
  readonly path: readonly string[];
}

/** 表头区域，行列从 0 起，含两端。 */
export interface HeaderBand {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * 读多层表头，不依靠合并信息：组名向右延伸到同一行下一个栏名为止，且不得越过上一层换组的地方。
 * 自己一格栏名也没有的列（如合并后的右半）不算一栏。栏次行、行次栏不产生栏名。
 */
export function readHeader(sheet: Sheet, band: HeaderBand): HeaderColumn[] {
  const rows: number[] = [];
  for (let r = band.top; r <= band.bottom; r++) {
    if (sheet.rows[r] !== undefined) rows.push(r);
  }
  const columns: HeaderColumn[] = [];
  let carried: string[] = rows.map(() => "");
  for (let c = band.left; c <= band.right; c++) {
    const own = rows.map((r) => labelAt(sheet, r, c));
    const first = own.findIndex((label) => label !== "");
    if (first < 0 || isLineNumbers(sheet, rows, c)) continue;
    const labels = rows.map((_, i) => (i < first ? (carried[i] ?? "") : (own[i] ?? "")));
    columns.push({ column: c, path: labels.filter((label) => label !== "") });
    carried = labels;
  }
  return columns;
}

function isLineNumbers(sheet: Sheet, rows: readonly number[], column: number): boolean {
  return rows.some((r) => {
    const text = textOf(sheet, r, column);
    return text !== "" && normaliseLabel(text) === "行次";
  });
}

function labelAt(sheet: Sheet, row: number, column: number): string {
  const text = textOf(sheet, row, column);
  if (text === "") return "";
  const label = normaliseLabel(text);
  return isHeaderMark(label) ? "" : label;
}
