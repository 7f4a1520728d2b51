import { cellAddress } from "../../workbook/addresses.ts";
import type { Sheet } from "../../workbook/workbook.ts";
import type { ColumnDefinition, RowDefinition } from "../form.ts";
import type { TableProblem } from "../table.ts";
import type { HeaderColumn } from "./header.ts";
import { flatten } from "./labels.ts";

/** 一行里写了非零数字、错误值或日期的格（列号）；空白、横线、零、文字不算。 */
export function amountCells(sheet: Sheet, row: number, columns: readonly number[]): number[] {
  const cells = sheet.rows[row];
  if (cells === undefined) return [];
  return columns.filter((column) => {
    const cell = cells[column];
    if (cell === undefined) return false;
    if (cell.kind === "number") return Number(cell.text) !== 0;
    if (cell.kind === "error" || cell.kind === "date") return true;
    return /[1-9]/.test(flatten(cell.text)) && !/\p{Script=Han}/u.test(cell.text);
  });
}

export function missingColumns(columns: readonly ColumnDefinition[]): TableProblem[] {
  return columns.map((column) => ({
    kind: "missing-column",
    column: column.key,
    message: `没有找到“${column.key}”一栏`,
  }));
}

export function missingRows(rows: readonly RowDefinition[]): TableProblem[] {
  return rows.map((row) => ({
    kind: "missing-row",
    row: row.key,
    message: `没有找到“${row.label}”一行（${row.key}）`,
  }));
}

export function unknownColumns(sheet: Sheet, columns: readonly HeaderColumn[]): TableProblem[] {
  return columns.map(({ column, path }) => {
    const row = sheet.rows.findIndex((cells) => cells?.[column] !== undefined);
    const label = path.join(".");
    return {
      kind: "unknown-column",
      address: cellAddress(Math.max(row, 0), column),
      column: label,
      message: `“${label}”一栏不在表样之中，栏里的数没有参加核对`,
    };
  });
}

export function unknownRow(
  sheet: Sheet,
  row: number,
  label: string,
  columns: readonly number[],
): TableProblem {
  const column = amountCells(sheet, row, columns)[0] ?? 0;
  const name = label === "" ? "没有行名的一行" : `“${label.trim()}”一行`;
  return {
    kind: "unknown-row",
    address: cellAddress(row, column),
    row: label.trim(),
    message: `第 ${row + 1} 行：${name}不在表样之中，行里的数没有参加核对`,
  };
}
