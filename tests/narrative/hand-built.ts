import { cents } from "../../src/money/cents.ts";
import type { ColumnDefinition, FormDefinition, Measure } from "../../src/tables/form.ts";
import { forms } from "../../src/tables/generated/forms.ts";
import type { CellState, Table, TableColumn, TableRow, TableSet } from "../../src/tables/table.ts";
import { cellName } from "./cell-name.ts";

/** 一格：元（金额）、个数（计数），或读不出的原文。 */
type Value = number | { readonly unreadable: string };

/** 行键 → 栏键 → 值。浮动表的行键是 `合计`、`编码 名称` 或 `编码/项目代码 名称`。没有写的格是空白。 */
export type Cells = Readonly<Record<string, Readonly<Record<string, Value>>>>;

export interface HandBuilt {
  readonly year: number;
  readonly tables: Readonly<Record<string, Cells>>;
  readonly unit?: string;
  readonly level?: "部门" | "单位" | null;
  readonly cover?: Readonly<Record<string, string>>;
}

/** 手工搭的一本决算表：固定表带全部行栏，没有写的格一律空白。 */
export function handBuilt(
  book: "current" | "prior",
  { year, tables, unit = "某单位", level = "单位", cover = { 单位基本性质: "10" } }: HandBuilt,
): TableSet {
  const built = Object.entries(tables).map(([id, cells]) => table(book, year, unit, id, cells));
  return {
    fileName: `${year}.xlsx`,
    tables: built,
    byForm: new Map(built.map((each) => [each.form.id, each])),
    unrecognised: [],
    unit,
    year,
    level,
    cover: new Map(Object.entries(cover)),
  };
}

function table(
  book: "current" | "prior",
  year: number,
  unit: string,
  id: string,
  cells: Cells,
): Table {
  const form = forms.find((each) => each.id === id);
  if (form === undefined) throw new Error(`没有表样 ${id}`);
  const columns = columnsOf(form);
  const rows = rowsOf(form, cells);
  const columnIndex = new Map(columns.map((column, index) => [column.key, index]));
  const size = rows.length * columns.length;
  const value = new Float64Array(size);
  const state: CellState[] = Array.from({ length: size }, () => "blank");
  const raw = Array.from({ length: size }, () => "");
  rows.forEach((row, r) => {
    for (const [key, given] of Object.entries(cells[givenKey(row, cells)] ?? {})) {
      const c = columnIndex.get(key);
      if (c === undefined) throw new Error(`${id} 没有栏 ${key}`);
      const at = r * columns.length + c;
      state[at] = typeof given === "number" ? "amount" : "unreadable";
      raw[at] = typeof given === "number" ? String(given) : given.unreadable;
      if (typeof given === "number") value[at] = isCount(row, columns[c]) ? given : yuan(given);
    }
  });
  return {
    form,
    book,
    sheet: id,
    why: "手工搭的表",
    moneyUnit: "元",
    year,
    unit,
    rows,
    columns,
    value,
    low: value.slice(),
    high: value.slice(),
    state,
    address: Array.from({ length: size }, (_, at) =>
      cellName(Math.floor(at / columns.length), at % columns.length),
    ),
    raw,
    rowIndex: new Map(rows.map((row, index) => [row.key, index])),
    rowsByKey: new Map(rows.map((row, index) => [row.key, [index]])),
    columnIndex,
    problems: [],
  };
}

function yuan(amount: number): number {
  return cents(Math.round(amount * 100));
}

function isCount(row: TableRow, column: TableColumn | undefined): boolean {
  return row.measure === "count" || column?.measure === "count";
}

function givenKey(row: TableRow, cells: Cells): string {
  return row.key in cells ? row.key : `${row.key} ${row.name}`;
}

function columnsOf(form: FormDefinition): TableColumn[] {
  const { layout } = form;
  if (layout.kind === "cover") return [];
  const definitions: readonly ColumnDefinition[] =
    layout.kind === "fixed" ? layout.blocks.flatMap((block) => block.columns) : layout.columns;
  const seen = new Set<string>();
  return definitions
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .map(({ key, code, measure = "money" }) => ({
      key,
      label: key,
      parent: -1,
      measure,
      ...(code === undefined ? {} : { code }),
    }));
}

function rowsOf(form: FormDefinition, cells: Cells): TableRow[] {
  if (form.layout.kind === "fixed") {
    return form.layout.blocks.flatMap((block) =>
      block.rows.map((row, index) =>
        tableRow(row.key, row.label, "line", row.measure ?? "money", index, row.code),
      ),
    );
  }
  const LEVELS = { 3: "class", 5: "section", 7: "item" } as const;
  return Object.keys(cells).map((key, index) => {
    const [code = "", name = ""] = key.split(" ");
    if (code === "合计") return tableRow("合计", "合计", "total", "money", index);
    const project = code.split("/")[1];
    if (project !== undefined) return tableRow(code, name, "project", "money", index, project);
    const level = LEVELS[code.length as 3 | 5 | 7];
    return tableRow(code, name, level, "money", index, code);
  });
}

function tableRow(
  key: string,
  name: string,
  level: TableRow["level"],
  measure: Measure,
  sheetRow: number,
  code?: string,
): TableRow {
  const base = { key, label: key, name, level, parent: -1, measure, sheetRow, texts: new Map() };
  return code === undefined ? base : { ...base, code };
}
