import { recogniseTables } from "../../../src/tables/recognise.ts";
import type { Table } from "../../../src/tables/table.ts";
import type { Cell, Sheet, Workbook } from "../../../src/workbook/workbook.ts";
import type { Random } from "../../fixtures/generator/random.ts";
import type { FaultBook } from "./books.ts";
import { filledCells, isAt, type Plant, type Planted, pickCell } from "./fault.ts";

type Row = Sheet["rows"][number];

/** 应填数字的格写了文字。 */
export const textCell: Plant = (book, random) => {
  const at = pickCell(book, random);
  if (at === null) return null;
  const { table, cell } = at;
  const address = table.address[cell] ?? "";
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
  const text: Cell = {
    kind: "text",
    formula: false,
    text: random.pick(["见附件", "另附", "1.2.3"]),
  };
  const planted = withRows(book, table, (rows) =>
    rows.map((row, r) =>
      r === Number(digits) - 1
        ? [...(row ?? [])].map((old, c) => (c === column ? text : old))
        : row,
    ),
  );
  return { ...planted, cells: [at], isHere: (culprit) => isAt(culprit, table, cell) };
};

/** 漏了一行科目（项目）。 */
export const omittedRow: Plant = (book, random) => {
  const chosen = pickRow(book, random);
  if (chosen === null) return null;
  const { table, row } = chosen;
  const { key, sheetRow } = table.rows[row] ?? { key: "", sheetRow: -1 };
  const planted = withRows(book, table, (rows) => rows.filter((_, r) => r !== sheetRow));
  return {
    ...planted,
    cells: rowCells(table, row),
    isHere: (culprit) =>
      culprit.sheet === table.sheet && culprit.row.startsWith(`缺少的一行 ${key}（`),
  };
};

/** 同一行科目（项目）写了两遍。 */
export const duplicatedRow: Plant = (book, random) => {
  const chosen = pickRow(book, random);
  if (chosen === null) return null;
  const { table, row } = chosen;
  const { sheetRow } = table.rows[row] ?? { sheetRow: -1 };
  const planted = withRows(book, table, (rows) =>
    rows.flatMap((each, r) => (r === sheetRow ? [each, each] : [each])),
  );
  const numbers = [sheetRow + 1, sheetRow + 2].map(String);
  return {
    ...planted,
    cells: rowCells(table, row),
    isHere: ({ sheet, address }) =>
      sheet === table.sheet && numbers.includes(address.replace(/^[A-Z]+/, "")),
  };
};

/** 一个项级科目的编码写成了别的表都没有的编码。 */
export const wrongCode: Plant = (book, random) => {
  const chosen = pickRow(book, random);
  if (chosen === null) return null;
  const { table, row } = chosen;
  const { key, level, sheetRow } = table.rows[row] ?? { key: "", level: "total", sheetRow: -1 };
  if (level !== "item") return null;
  const wrong = `${key.slice(0, -1)}${(Number(key.slice(-1)) + random.integer(1, 9)) % 10}`;
  if (book.current.tables.some((other) => other.rowIndex.has(wrong))) return null;
  let found = false;
  const planted = withRows(book, table, (rows) =>
    rows.map((each, r) => {
      if (r !== sheetRow) return each;
      return each?.map((cell) => {
        if (cell?.text !== key) return cell;
        found = true;
        return { ...cell, text: wrong };
      });
    }),
  );
  // 编码分三格写的排法，以及已有项目行在下面的，不在此列。
  if (!found || table.rows.some(({ parent }) => parent === row)) return null;
  return {
    ...planted,
    cells: rowCells(table, row),
    isHere: (culprit) =>
      culprit.sheet === table.sheet &&
      culprit.address.replace(/^[A-Z]+/, "") === String(sheetRow + 1),
  };
};

/** 浮动表里有数的一行，不要合计行；它有下级行的也算。 */
function pickRow(book: FaultBook, random: Random): { table: Table; row: number } | null {
  const tables = book.current.tables.filter(
    (table) =>
      table.form.layout.kind === "floating" &&
      table.rows.some((row, r) => row.level !== "total" && rowCells(table, r).length > 0),
  );
  if (tables.length === 0) return null;
  const table = random.pick(tables);
  const rows = table.rows.flatMap((row, r) =>
    row.level !== "total" && rowCells(table, r).length > 0 ? [r] : [],
  );
  return { table, row: random.pick(rows) };
}

function rowCells(table: Table, row: number): { table: Table; cell: number }[] {
  const width = table.columns.length;
  return filledCells(table)
    .filter((cell) => Math.floor(cell / width) === row)
    .map((cell) => ({ table, cell }));
}

/** 改一张工作表的各行，重新认表。合并区域只在表头，数据行的增减不影响它们。 */
function withRows(
  book: FaultBook,
  table: Table,
  edit: (rows: readonly Row[]) => Row[],
): Pick<Planted, "current" | "undo"> {
  const workbook: Workbook = {
    ...book.workbook,
    sheets: book.workbook.sheets.map((sheet) => {
      if (sheet.name !== table.sheet) return sheet;
      // 空行在稀疏数组里是空位，逐位列出，免得增减行时错位。
      const rows = edit(Array.from(sheet.rows));
      return { ...sheet, rows, rowCount: rows.length };
    }),
  };
  return { current: recogniseTables(workbook, "current"), undo: () => {} };
}
