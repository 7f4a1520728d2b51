import type { Table, TableColumn } from "../tables/table.ts";
import { filterRows } from "./filter-rows.ts";
import type { Selector, SumItem } from "./language/syntax.ts";
import { blocksOf, isFloating } from "./language/verify.ts";

/** 选中的下标；`*` 为 null；必有的行或栏表上没有时为中文原因。可以没有的缺了就少一项。 */
export type Selected = readonly number[] | null | string;

export function selectRows(table: Table, selector: Selector): Selected {
  if (selector.kind === "each") return null;
  if (selector.kind === "key") return rowsOfKey(table, selector.key);
  return collect(selector.items, (item) => {
    if (item.kind === "group") return groupRows(table, item.group);
    if (item.kind === "filter") return filterRows(table, item);
    return item.kind === "key" ? rowsOfKey(table, item.key) : rowsByCode(table, item);
  });
}

export function selectColumns(table: Table, selector: Selector): Selected {
  if (selector.kind === "each") return null;
  if (selector.kind === "key") return columnOfKey(table, selector.key);
  return collect(selector.items, (item) => columnsOfItem(table, item));
}

/** 表里一项也没有、却又不是“可以没有”的，说明原因；重复的只算一次。 */
function collect(
  items: readonly SumItem[],
  find: (item: SumItem) => readonly number[] | string,
): readonly number[] | string {
  const all = new Set<number>();
  for (const item of items) {
    const found = find(item);
    if (typeof found === "string") return found;
    for (const index of found) all.add(index);
  }
  return [...all];
}

function rowsOfKey(table: Table, key: string): readonly number[] | string {
  const rows = table.rowsByKey.get(key);
  if (rows !== undefined) return rows;
  if (isFloating(table.form)) return key === "合计" ? `${table.form.id} 缺少合计行` : [];
  const definition = blocksOf(table.form)
    .flatMap((block) => block.rows)
    .find((row) => row.key === key);
  const optional =
    definition === undefined || definition.optional === true || definition.years !== undefined;
  return optional ? [] : `${table.form.id} 缺少“${key}”一行`;
}

/** 并排科目表里，编码的下级各行或一段编码的各行。 */
function rowsByCode(
  table: Table,
  item: SumItem & { readonly kind: "below" | "range" },
): readonly number[] {
  return table.rows.flatMap(({ code = "" }, index) => {
    const hit =
      item.kind === "below"
        ? code.length === item.key.length + 2 && code.startsWith(item.key)
        : code.length === item.from.length && code >= item.from && code <= item.to;
    return hit ? [index] : [];
  });
}

function groupRows(table: Table, group: string): readonly number[] {
  return table.rows.flatMap((row, index) =>
    row.group === group && row.measure !== "text" ? [index] : [],
  );
}

function columnsOfItem(table: Table, item: SumItem): readonly number[] | string {
  switch (item.kind) {
    case "key":
      return columnOfKey(table, item.key);
    case "below":
      return columnsWhere(table, (column) => isBelow(table, column, item.key));
    case "range":
      return columnsWhere(
        table,
        ({ code = "" }) => code.length === item.from.length && code >= item.from && code <= item.to,
      );
    case "group":
    case "filter":
      return [];
  }
}

function columnOfKey(table: Table, key: string): readonly number[] | string {
  const column = table.columnIndex.get(key);
  if (column !== undefined) return [column];
  const definitions = blocksOf(table.form).flatMap(({ columns }) =>
    columns.filter((each) => each.key === key),
  );
  const required = definitions.some((each) => each.optional !== true && each.years === undefined);
  return required ? `${table.form.id} 缺少“${key}”一栏` : [];
}

function columnsWhere(table: Table, matches: (column: TableColumn) => boolean): readonly number[] {
  const found: number[] = [];
  table.columns.forEach((column, index) => {
    if (matches(column)) found.push(index);
  });
  return found;
}

/** 经济分类：合计栏的下级是各类，类的下级是它的款；不带编码的栏按 parent。 */
function isBelow(table: Table, column: TableColumn, key: string): boolean {
  const { code } = column;
  if (code === undefined) return column.parent === table.columnIndex.get(key);
  return key === "合计"
    ? code.length === 3
    : code.length === key.length + 2 && code.startsWith(key);
}
