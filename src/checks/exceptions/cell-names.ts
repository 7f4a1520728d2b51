import type { CellRef } from "../../findings/finding.ts";
import type { Table, TableSet } from "../../tables/table.ts";

/** 送审的两本工作簿认出来的表。 */
export interface Books {
  readonly current: TableSet;
  readonly prior: TableSet | null;
}

/**
 * 单元格的名字，用表号、行键、栏键写成，同公式里的写法：`财决01[收入.总计, 决算数]`、`上年.财决02[合计, 本年收入]`。
 * 工作表改名、增删行列、换版式都不变。不在认出的表里的格，写成 `本年!工作表!地址`。
 */
export class CellNames {
  readonly #books: Books;
  readonly #places = new Map<Table, ReadonlyMap<string, number>>();

  constructor(books: Books) {
    this.#books = books;
  }

  /** 问题里一格的名字。 */
  nameOf({ book, sheet, address, row, column }: CellRef): string {
    const table = this.#tableOn(book, sheet);
    const cell = table === null ? undefined : this.#cellsOf(table).get(address);
    if (table !== null && cell !== undefined) return nameAt(table, cell);
    const place = address === "" ? `[${row}, ${column}]` : `!${address}`;
    return `${book === "prior" ? "上年" : "本年"}!${sheet}${place}`;
  }

  /**
   * 把人写的名字化成同样的写法：`Z01!E37`、`本年!Z01!E37`（此刻在那一格的是哪行哪栏），或 `财决01[收入.总计, 决算数]`
   * （行、栏写键或表上的名称都可以）。工作表不在、地址上没有数的，照原样返回。
   */
  resolve(written: string): string {
    const text = written.trim();
    const named = /^(上年[.．])?([^[［!！]+)[[［]\s*([^,，]+?)\s*[,，]\s*(.+?)\s*[\]］]$/.exec(
      text,
    );
    if (named !== null) {
      const [, prior, form = "", row = "", column = ""] = named;
      return this.#byLabels(prior !== undefined, form.trim(), row, column);
    }
    const [, book = "本年", sheet = "", address = ""] =
      /^(?:(本年|上年)[!！])?(.+)[!！]\$?([A-Za-z]{1,3}\$?\d+)$/.exec(text) ?? [];
    const which = book === "上年" ? "prior" : "current";
    const place = address.replace("$", "").toUpperCase();
    if (place === "") return text;
    return this.nameOf({ book: which, sheet, address: place, row: "", column: "", value: "" });
  }

  /** 化好的名字在认出的表上确有其格；表不在时为假。 */
  exists(name: string): boolean {
    const match = /^(上年\.)?([^[]+)\[(.+?), (.+)\]$/.exec(name);
    if (match === null) return false;
    const [, prior, form = "", row = "", column = ""] = match;
    const table = (prior ? this.#books.prior : this.#books.current)?.byForm.get(form);
    return table?.rowIndex.has(row) === true && table.columnIndex.has(column);
  }

  #byLabels(prior: boolean, form: string, row: string, column: string): string {
    const table = (prior ? this.#books.prior : this.#books.current)?.byForm.get(form);
    const rowKey = table?.rows.find(({ key, label, name }) =>
      [key, label, name].includes(row),
    )?.key;
    const columnKey = table?.columns.find(({ key, label }) => [key, label].includes(column))?.key;
    return cellName(prior, form, rowKey ?? row, columnKey ?? column);
  }

  #tableOn(book: CellRef["book"], sheet: string): Table | null {
    const tables = (book === "prior" ? this.#books.prior : this.#books.current)?.tables ?? [];
    const exact = tables.find((table) => table.sheet === sheet);
    // 人写的工作表名往往只有开头的代码：Z01 即 “Z01 收入支出决算总表”。
    return exact ?? tables.find((table) => table.sheet.split(/\s/)[0] === sheet) ?? null;
  }

  #cellsOf(table: Table): ReadonlyMap<string, number> {
    const known = this.#places.get(table);
    if (known !== undefined) return known;
    const cells = new Map(
      table.address.flatMap((address, cell): [string, number][] =>
        address === "" ? [] : [[address, cell]],
      ),
    );
    this.#places.set(table, cells);
    return cells;
  }
}

function nameAt(table: Table, cell: number): string {
  const width = table.columns.length;
  const row = table.rows[Math.floor(cell / width)];
  const column = table.columns[cell % width];
  return cellName(table.book === "prior", table.form.id, row?.key ?? "", column?.key ?? "");
}

function cellName(prior: boolean, form: string, row: string, column: string): string {
  return `${prior ? "上年." : ""}${form}[${row}, ${column}]`;
}
