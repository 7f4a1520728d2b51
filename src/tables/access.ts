import type { CellRef } from "../findings/finding.ts";
import { yuanText } from "../money/cents.ts";
import type { Measure } from "./form.ts";
import type { CellState, Table, TableColumn, TableRow } from "./table.ts";

/** 表中一格的读数。money 以分计，count 为整数；`low`、`high` 为真值所在的整数闭区间。 */
export interface CellReading {
  readonly state: CellState;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** A1 地址；表上没有这一格时为 `""`。 */
  readonly address: string;
  readonly raw: string;
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly measure: Measure;
}

/** 行、栏各有度量：文字行没有数字，计数行或计数栏里的都是计数，其余为金额。 */
export function measureOf(row: TableRow, column: TableColumn): Measure {
  return row.measure === "money" ? column.measure : row.measure;
}

/** 第 `row` 行、第 `column` 栏（表内下标，从 0 起）的读数；下标超出范围时抛 RangeError。 */
export function cellAt(table: Table, row: number, column: number): CellReading {
  const tableRow = table.rows[row];
  const tableColumn = table.columns[column];
  if (tableRow === undefined || tableColumn === undefined) {
    throw new RangeError(`${table.form.id} 没有第 ${row} 行第 ${column} 栏`);
  }
  const index = row * table.columns.length + column;
  return {
    state: table.state[index] ?? "absent",
    value: table.value[index] ?? 0,
    low: table.low[index] ?? 0,
    high: table.high[index] ?? 0,
    address: table.address[index] ?? "",
    raw: table.raw[index] ?? "",
    row: tableRow,
    column: tableColumn,
    measure: measureOf(tableRow, tableColumn),
  };
}

/** 按行键、栏键取读数；表里没有这一行或这一栏时为 undefined。重复科目取第一行。 */
export function findCell(table: Table, rowKey: string, columnKey: string): CellReading | undefined {
  const row = table.rowIndex.get(rowKey);
  const column = table.columnIndex.get(columnKey);
  return row === undefined || column === undefined ? undefined : cellAt(table, row, column);
}

/** 把一格写成问题清单里的单元格：金额为以元计的十进制文本，计数为整数文本，空白为 `""`，其余为原文。 */
export function cellRef(table: Table, row: number, column: number): CellRef {
  const cell = cellAt(table, row, column);
  return {
    book: table.book,
    sheet: table.sheet,
    address: cell.address,
    row: cell.row.label,
    column: cell.column.label,
    value: cellValueText(cell),
  };
}

function cellValueText(cell: CellReading): string {
  if (cell.state !== "amount") return cell.raw;
  return cell.measure === "count" ? String(cell.value) : yuanText(cell.value);
}
