import { parseAddress } from "../../../src/workbook/addresses.ts";
import type { Cell, Sheet } from "../../../src/workbook/workbook.ts";

/** 人键入的文字成为怎样的单元格；空白（含只有空格）是没有单元格。 */
export function typedCell(text: string): Cell | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const plain = trimmed.replaceAll(",", "");
  const isNumber =
    /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) &&
    (plain === trimmed || /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed));
  return isNumber
    ? { kind: "number", text: shortest(plain), formula: false }
    : { kind: "text", text, formula: false };
}

/** `007.50` → `7.5`，与读文件得到的写法相同。 */
function shortest(plain: string): string {
  const text = String(Number(plain));
  return text.includes("e") ? plain : text;
}

/** 换掉一格的新工作表，其余各行与原表共用；地址不是单个单元格时返回原表。 */
export function withCell(sheet: Sheet, address: string, cell: Cell | undefined): Sheet {
  const position = parseAddress(address);
  if (position === undefined) return sheet;
  const { row, column } = position;
  const cells = [...(sheet.rows[row] ?? [])];
  cells[column] = cell;
  const rows = [...sheet.rows];
  while (rows.length <= row) rows.push(undefined);
  rows[row] = cells;
  return {
    ...sheet,
    rows,
    rowCount: Math.max(sheet.rowCount, cell === undefined ? 0 : row + 1),
    columnCount: Math.max(sheet.columnCount, cell === undefined ? 0 : column + 1),
  };
}
