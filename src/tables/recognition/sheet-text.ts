import type { Sheet } from "../../workbook/workbook.ts";

/** 单元格的文字；空白为 `""`。行列从 0 起。 */
export function textOf(sheet: Sheet, row: number, column: number): string {
  return sheet.rows[row]?.[column]?.text ?? "";
}
