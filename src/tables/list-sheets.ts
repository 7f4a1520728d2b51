import { cellAddress } from "../workbook/addresses.ts";
import type { Cell, Sheet, Workbook } from "../workbook/workbook.ts";

/** 清单里的一格：文字（去首尾空格）和 A1 地址。 */
export interface ListCell {
  readonly text: string;
  readonly address: string;
  /** 单元格里是 `#REF!` 一类的公式错误，`text` 就是它。 */
  readonly broken: boolean;
}

/** 一张普通清单：一行表头，下面一行一条。 */
export interface ListSheet {
  readonly sheet: string;
  readonly headers: readonly ListCell[];
  /** 有内容的各行；键为表头文字（去掉空格），空白的格不出现。 */
  readonly rows: readonly ReadonlyMap<string, ListCell>[];
}

/** 表头至多在第几行：上面可以有标题和说明。 */
const HEADER_WITHIN = 30;

/** 找出表头含有 `required` 各项的工作表，按工作表的先后。各栏的次序、表头在第几行都不限。 */
export function findListSheets(workbook: Workbook, required: readonly string[]): ListSheet[] {
  return workbook.sheets.flatMap((sheet) => {
    const header = headerRow(sheet, required);
    return header === -1 ? [] : [readList(sheet, header)];
  });
}

function headerRow(sheet: Sheet, required: readonly string[]): number {
  return sheet.rows
    .slice(0, HEADER_WITHIN)
    .findIndex((row) =>
      required.every((name) =>
        row?.some((cell) => cell !== undefined && headerName(cell) === name),
      ),
    );
}

function headerName(cell: Cell): string {
  return cell.text.replace(/\s/g, "");
}

function readList(sheet: Sheet, header: number): ListSheet {
  const columns = [...(sheet.rows[header] ?? [])].flatMap((cell, column) =>
    cell === undefined || headerName(cell) === "" ? [] : [{ name: headerName(cell), column }],
  );
  const rows = sheet.rows.slice(header + 1).flatMap((row, below) => {
    const cells = new Map<string, ListCell>();
    for (const { name, column } of columns) {
      const cell = row?.[column];
      if (cell === undefined || cell.text.trim() === "" || cells.has(name)) continue;
      cells.set(name, listCell(cell, header + 1 + below, column));
    }
    return cells.size === 0 ? [] : [cells];
  });
  const headers = columns.map(({ name, column }) => ({
    text: name,
    address: cellAddress(header, column),
    broken: false,
  }));
  return { sheet: sheet.name, headers, rows };
}

function listCell(cell: Cell, row: number, column: number): ListCell {
  return {
    text: cell.text.trim(),
    address: cellAddress(row, column),
    broken: cell.kind === "error",
  };
}
