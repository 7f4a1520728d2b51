import { cents } from "../../money/cents.ts";
import { cellAt } from "../../tables/access.ts";
import type { FormDefinition } from "../../tables/form.ts";
import type { Table } from "../../tables/table.ts";
import type { FactSource } from "../fact.ts";
import { type Book, bookName, tableOf } from "./book.ts";
import type { Count, MissingFact, Money } from "./known.ts";

/** 一格：表、行键、栏键（见 src/tables/forms）。 */
export interface CellKey {
  readonly form: string;
  readonly row: string;
  readonly column: string;
}

interface Reading {
  readonly value: number;
  readonly from: readonly FactSource[];
  /** 表上没有这一行或栏而按零计时的说明，否则为空串。 */
  readonly note: string;
}

/**
 * 取一格金额（分）。空白和 `—` 为零；缺表、读不出、同一科目重复成多行、应有的行栏缺失，一律为取不到，绝不当作零。
 * 表样里可有可无的行、栏不在表上时为零。
 */
export function moneyAt(book: Book, name: string, key: CellKey): Money {
  const reading = read(book, name, key);
  if ("kind" in reading) return reading;
  return {
    kind: "money",
    name: `${book.prefix}${name}`,
    cents: cents(reading.value),
    formula: reading.note,
    from: reading.from,
  };
}

/** 取一格计数。规则同 `moneyAt`。 */
export function countAt(book: Book, name: string, key: CellKey): Count {
  const reading = read(book, name, key);
  if ("kind" in reading) return reading;
  return {
    kind: "count",
    name: `${book.prefix}${name}`,
    count: reading.value,
    formula: reading.note,
    from: reading.from,
  };
}

function read(book: Book, name: string, key: CellKey): Reading | MissingFact {
  const table = tableOf(book, key.form);
  if (table === undefined) return missingTable(book, name, key.form);
  const where = `${key.form}“${key.row}”行“${key.column}”栏`;
  const row = table.rowIndex.get(key.row);
  const column = table.columnIndex.get(key.column);
  if (row === undefined || column === undefined) {
    if (mayBeAbsent(table, key)) return { value: 0, from: [], note: `${where}表上没有，计为零` };
    return missing(
      `${book.prefix}${name}`,
      `${name}（${key.form}没有${row === undefined ? `“${key.row}”行` : `“${key.column}”栏`}）`,
      `${bookName(book)}的工作表《${table.sheet}》里没有认出${where}，请核对表样后补上。`,
    );
  }
  if ((table.rowsByKey.get(key.row)?.length ?? 0) > 1) {
    return missing(
      `${book.prefix}${name}`,
      `${name}（${key.form}“${key.row}”行重复）`,
      `${bookName(book)}的工作表《${table.sheet}》里“${key.row}”有几行，不知道该取哪一行，请合并后重试。`,
    );
  }
  const cell = cellAt(table, row, column);
  if (cell.state === "unreadable") {
    return missing(
      `${book.prefix}${name}`,
      `${name}（${key.form} ${cell.address}读不出）`,
      `${bookName(book)}的工作表《${table.sheet}》${cell.address}（${cell.row.label}，${cell.column.label}）写的是“${cell.raw}”，读不出数，请更正。`,
    );
  }
  const from: FactSource[] =
    cell.address === "" ? [] : [{ book: book.book, sheet: table.sheet, address: cell.address }];
  return { value: cell.value, from, note: from.length === 0 ? `${where}表上没有，计为零` : "" };
}

export function missingTable(book: Book, name: string, form: string): MissingFact {
  if (book.tables === null) {
    const year = book.year === null ? "上年度" : `${book.year}年度`;
    return missing(
      `${book.prefix}${name}`,
      `${year}${name}，需要${year}决算工作簿`,
      book.refused === null
        ? `没有给出${year}的决算工作簿，“${name}”的上年数无从取得；请用 --prior 给出后重新起草。`
        : `给出的上年工作簿不能用：${book.refused}“${name}”的上年数无从取得；请用 --prior 另给一本后重新起草。`,
    );
  }
  return missing(
    `${book.prefix}${name}`,
    `${name}（${bookName(book)}没有${form}）`,
    `${bookName(book)}《${book.tables.fileName}》里没有认出${form}，“${name}”无从取得；请补上这张表。`,
  );
}

function missing(name: string, gap: string, asks: string): MissingFact {
  return { kind: "missing", name, gap, asks };
}

/** 浮动表没有这个科目，或一行数据也没有；固定表的可选行、可选栏。 */
function mayBeAbsent(table: Table, key: CellKey): boolean {
  const { layout } = table.form;
  if (!table.columnIndex.has(key.column) && !optionalColumn(table.form, key.column)) return false;
  if (table.rowIndex.has(key.row)) return true;
  if (layout.kind === "floating") return key.row !== "合计" || table.rows.length === 0;
  if (layout.kind !== "fixed") return false;
  return layout.blocks.some((block) =>
    block.rows.some((row) => row.key === key.row && row.optional === true),
  );
}

function optionalColumn(form: FormDefinition, column: string): boolean {
  const { layout } = form;
  if (layout.kind === "cover") return false;
  const columns =
    layout.kind === "fixed" ? layout.blocks.flatMap((block) => block.columns) : layout.columns;
  return columns.some((definition) => definition.key === column && definition.optional === true);
}
