import type {
  Addend,
  Reference,
  Relation,
  Selector,
  SumItem,
} from "../../src/checks/language/syntax.ts";
import type { Table, TableRow } from "../../src/tables/table.ts";

/** 按语言的定义直接、缓慢地求值，只供与正式的核对程序对照：一处一处地列出键，再逐格相加。 */

interface Instance {
  /** “每…”的键或 `*` 行的键；没有则为 null。 */
  readonly row: string | null;
  readonly column: string | null;
}

export interface Difference {
  readonly low: bigint;
  readonly high: bigint;
}

type Lookup = (reference: Reference) => Table;

export function naiveDifferences(relation: Relation, lookup: Lookup): (Instance & Difference)[] {
  const addends = [
    ...relation.left,
    ...relation.right.map(({ sign, term }) => ({
      sign: sign === 1 ? (-1 as const) : (1 as const),
      term,
    })),
  ];
  const references = addends.flatMap(({ term }) => (term.kind === "reference" ? [term] : []));
  return instances(relation, references, lookup).map((instance) => ({
    ...instance,
    ...total(addends, instance, lookup),
  }));
}

function instances(
  relation: Relation,
  references: readonly Reference[],
  lookup: Lookup,
): Instance[] {
  const rowLists = references
    .filter(({ row }) => row === null || row.kind === "each")
    .map((reference) =>
      lookup(reference)
        .rows.filter((row) => takesPart(row, relation.quantifier))
        .map(({ key }) => key),
    );
  const columnLists = references
    .filter(({ column }) => column.kind === "each")
    .map((reference) => lookup(reference).columns.map(({ key }) => key));
  const rows = relation.quantifier === null ? common(rowLists) : [...new Set(rowLists.flat())];
  const columns = common(columnLists);
  return (rowLists.length === 0 ? [null] : rows).flatMap((row) =>
    (columnLists.length === 0 ? [null] : columns).map((column) => ({ row, column })),
  );
}

function takesPart(row: TableRow, quantifier: Relation["quantifier"]): boolean {
  if (quantifier === "每个科目") return !row.key.includes("/");
  if (quantifier === "每类") return /^\d{3}$/.test(row.key);
  if (quantifier === "每个项目") return row.key.includes("/");
  return true;
}

function common(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = lists;
  return [...new Set(first)].filter((key) => rest.every((list) => list.includes(key)));
}

function total(addends: readonly Addend[], at: Instance, lookup: Lookup): Difference {
  let low = 0n;
  let high = 0n;
  for (const { sign, term } of addends) {
    let own: Difference;
    if (term.kind === "constant") {
      const amount = BigInt(Math.round(Number(term.text) * 100));
      own = { low: amount, high: amount };
    } else {
      own = sumCells(lookup(term), term.row, term.column, at);
    }
    low += sign === 1 ? own.low : -own.high;
    high += sign === 1 ? own.high : -own.low;
  }
  return { low, high };
}

function sumCells(table: Table, row: Selector | null, column: Selector, at: Instance): Difference {
  let low = 0n;
  let high = 0n;
  table.rows.forEach((tableRow, r) => {
    if (!(row === null ? tableRow.key === at.row : matches(row, tableRow.key, at.row))) return;
    table.columns.forEach((tableColumn, c) => {
      if (!matches(column, tableColumn.key, at.column)) return;
      low += BigInt(table.low[r * table.columns.length + c] ?? 0);
      high += BigInt(table.high[r * table.columns.length + c] ?? 0);
    });
  });
  return { low, high };
}

function matches(selector: Selector, key: string, each: string | null): boolean {
  if (selector.kind === "each") return key === each;
  if (selector.kind === "key") return key === selector.key;
  return selector.items.some((item) => matchesItem(item, key));
}

function matchesItem(item: SumItem, key: string): boolean {
  switch (item.kind) {
    case "key":
      return key === item.key;
    case "below":
      return item.key === "合计"
        ? /^\d{3}$/.test(key)
        : /^\d{5}$/.test(key) && key.startsWith(item.key);
    case "range":
      return key.length === item.from.length && key >= item.from && key <= item.to;
    case "group":
      return key.startsWith(`${item.group}.`);
    case "filter":
      throw new Error("按说明挑选的行另有测试");
  }
}
