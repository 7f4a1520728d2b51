import { measureOf } from "../tables/access.ts";
import type { Measure } from "../tables/form.ts";
import type { Table } from "../tables/table.ts";
import type { Quantifier, Rollup } from "./language/syntax.ts";
import type { DrivenRows } from "./outline.ts";
import { type Groups, packGroups, singleGroups } from "./program.ts";
import { isExact, isReadable } from "./table-shape.ts";

/** 绑定规则时用到的一张表的概况与索引，每张表只算一次。 */
export class TableIndex {
  readonly table: Table;
  /** 各格都是一个确定的数（元表；没有印成万元的区间）。 */
  readonly exact: boolean;
  /** 没有读不出的格。 */
  readonly readable: boolean;
  /** 各行各栏都有格（浮动表）；否则有的行没有某些栏（固定表左右并排）。 */
  readonly full: boolean;
  /** 全表同一度量；混有金额与计数时为 null。 */
  readonly measure: Measured | null;
  readonly #rows = new Map<string, KeyedRows>();
  /** 先按行的取法、再按键数组（都以引用为准）缓存。 */
  readonly #rowGroups = new Map<KeyedRows, Map<readonly string[], Groups>>();
  readonly #columnGroups = new Map<readonly string[], Groups>();
  #everyRow: { readonly keys: readonly string[]; readonly groups: Groups } | null = null;
  #columnKeys: readonly string[] | null = null;
  #measures: readonly (Measured | null)[] | null = null;
  readonly #parents = new Map<Rollup["by"], Parents>();

  constructor(table: Table) {
    this.table = table;
    this.exact = isExact(table);
    this.readable = isReadable(table);
    this.full = !table.state.includes("absent");
    this.measure = uniformMeasure(table);
  }

  /** “每…”在这张表里的各行：键 → 行下标（重复科目有几行）。 */
  drivenRows({ name, quantifier, group }: DrivenRows): KeyedRows {
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const rows = new Map<string, number[]>();
    this.table.rows.forEach((row, index) => {
      const key = group === null ? drivenKey(quantifier, row) : groupKey(group, row);
      if (key === null) return;
      const list = rows.get(key);
      if (list === undefined) rows.set(key, [index]);
      else list.push(index);
    });
    this.#rows.set(name, rows);
    return rows;
  }

  /** 逐个键取行，没有的键为空组。 */
  rowGroups(keys: readonly string[], rows: KeyedRows): Groups {
    const cache = remember(this.#rowGroups, rows, () => new Map<readonly string[], Groups>());
    return remember(cache, keys, () => packGroups(keys.map((key) => rows.get(key) ?? [])));
  }

  /** 有数字的每一行，逐个行下标。 */
  everyRow(): { readonly keys: readonly string[]; readonly groups: Groups } {
    this.#everyRow ??= everyRow(this.table);
    return this.#everyRow;
  }

  columnGroups(keys: readonly string[]): Groups {
    return remember(this.#columnGroups, keys, () =>
      packGroups(
        keys.map((key) => {
          const column = this.table.columnIndex.get(key);
          return column === undefined ? [] : [column];
        }),
      ),
    );
  }

  /** 一格的度量；表上没有这一格、或是写文字的为 null。 */
  measureAt(row: number, column: number): Measured | null {
    if (this.full && this.measure !== null) return this.measure;
    this.#measures ??= measuresOf(this.table);
    return this.#measures[row * this.table.columns.length + column] ?? null;
  }

  /** 各上级行和它们的下级行。 */
  parents(by: Rollup["by"]): Parents {
    return remember(this.#parents, by, () => parentsOf(this.table, by));
  }

  /** 有数字的各栏的键。 */
  columnKeys(): readonly string[] {
    this.#columnKeys ??= this.table.columns
      .filter(({ measure }) => measure !== "text")
      .map(({ key }) => key);
    return this.#columnKeys;
  }
}

type Measured = Exclude<Measure, "text">;

/** 上级行的键，逐个是哪几行，下级是哪几行。 */
export interface Parents {
  readonly keys: readonly string[];
  readonly own: Groups;
  readonly children: Groups;
}

/** 行键 → 行下标；同键几行是重复科目。 */
export type KeyedRows = ReadonlyMap<string, readonly number[]>;

function remember<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = make();
  cache.set(key, value);
  return value;
}

function everyRow({ rows }: Table): { readonly keys: readonly string[]; readonly groups: Groups } {
  const own = rows.flatMap((row, index) => (row.measure === "text" ? [] : [index]));
  return {
    keys: own.map((index) => rows[index]?.key ?? ""),
    groups: singleGroups(Int32Array.from(own)),
  };
}

/**
 * 有下级的各行。合计行即使没有一行明细也要核对（有合计而无明细是错的）；
 * 上级行重复出现时，各行的下级并在一起。
 */
function parentsOf(table: Table, by: Rollup["by"]): Parents {
  const children = new Map<string, number[]>();
  if (by === "逐级汇总") {
    for (const row of table.rows) if (row.level === "total") children.set(row.key, []);
  }
  table.rows.forEach((row, index) => {
    const parent = table.rows[row.parent];
    if (parent === undefined || (row.level === "project") !== (by === "项目汇总")) return;
    const list = children.get(parent.key);
    if (list === undefined) children.set(parent.key, [index]);
    else list.push(index);
  });
  const keys = [...children.keys()];
  return {
    keys,
    own: packGroups(keys.map((key) => table.rowsByKey.get(key) ?? [])),
    children: packGroups([...children.values()]),
  };
}

function measuresOf({ rows, columns, state }: Table): readonly (Measured | null)[] {
  const measures: (Measured | null)[] = [];
  for (const row of rows) {
    for (const column of columns) {
      const measure = measureOf(row, column);
      const none = measure === "text" || state[measures.length] === "absent";
      measures.push(none ? null : measure);
    }
  }
  return measures;
}

function drivenKey(quantifier: Quantifier, row: Table["rows"][number]): string | null {
  if (row.measure === "text") return null;
  switch (quantifier) {
    case "每类":
      return row.level === "class" ? row.key : null;
    case "每个项目":
      return row.level === "project" ? row.key : null;
    case "每个科目":
      return row.level === "project" ? null : row.key;
    case "每行":
      return row.key;
  }
}

function groupKey(group: string, row: Table["rows"][number]): string | null {
  return row.group === group && row.code !== undefined ? row.code : null;
}

function uniformMeasure(table: Table): Measured | null {
  const measures = new Set<Measure>();
  for (const { measure } of table.columns) if (measure !== "text") measures.add(measure);
  for (const { measure } of table.rows) if (measure === "count") return null;
  if (measures.size > 1) return null;
  return measures.has("count") ? "count" : "money";
}
