import type { Table } from "../tables/table.ts";
import { bindRollup } from "./bind-rollup.ts";
import type { Addend, Reference, Relation, Selector, Statement } from "./language/syntax.ts";
import { isDriven, isFloating } from "./language/verify.ts";
import { type Groups, type Operand, packGroups, repeatGroup } from "./program.ts";
import type { RuleTables } from "./rule-tables.ts";
import { selectColumns, selectRows } from "./select.ts";
import { type BoundBlock, splitByCells } from "./split.ts";
import type { KeyedRows, TableIndex } from "./table-index.ts";

/** 绑定的结果：若干块；或者这条公式对这些表执行不了，`notRun` 说明为什么。 */
export type Bound = { readonly blocks: readonly BoundBlock[] } | { readonly notRun: string };

/**
 * 把一条公式（须已经过 verifyStatement）绑定到表的行、栏上。缺表、缺必有的行或栏时返回原因；
 * 公式本身用法有误（金额与计数相加减）时抛 RuleError。
 */
export function bindStatement(statement: Statement, tables: RuleTables): Bound {
  return statement.kind === "rollup"
    ? bindRollup(statement, tables)
    : bindRelation(statement, tables);
}

interface Term {
  readonly side: "left" | "right";
  readonly sign: 1 | -1;
  readonly reference: Reference;
  readonly index: TableIndex;
  /** 由“每…”决定的行；写明的行；或 null 表示 `*`。 */
  readonly driven: KeyedRows | null;
  readonly rows: readonly number[] | null;
  /** null 表示 `*`。 */
  readonly columns: readonly number[] | null;
}

function bindRelation(relation: Relation, tables: RuleTables): Bound {
  const missing = new Set<string>();
  const terms: Term[] = [];
  const absent: Reference[] = [];
  for (const [side, addends] of [
    ["left", relation.left],
    ["right", relation.right],
  ] as const) {
    for (const { sign, term } of addends) {
      if (term.kind === "constant") continue;
      const index = tables.find(term);
      if (index === null) {
        missing.add(tables.missing(term));
        continue;
      }
      const found = resolve(relation, term, index);
      if (typeof found === "string") missing.add(found);
      else if (found === null) absent.push(term);
      else terms.push({ side, sign, reference: term, index, ...found });
    }
  }
  if (missing.size > 0) return { notRun: [...missing].join("，") };
  for (const side of ["left", "right"] as const) {
    const hasConstant = relation[side].some(({ term }) => term.kind === "constant");
    if (!hasConstant && !terms.some((term) => term.side === side)) {
      return { notRun: `表上没有 ${absent.map(({ text }) => text).join("、")}` };
    }
  }
  if (terms.length === 0)
    return { notRun: `表上没有 ${absent.map(({ text }) => text).join("、")}` };
  const rows = rowGroups(relation, terms, tables);
  const columns = columnGroups(terms, tables);
  if (rows.keys.length === 0) return { notRun: noRows(relation, terms) };
  if (columns.keys.length === 0) return { notRun: "各表没有共同的栏" };
  const operands = terms.map(
    (term, place): Operand => ({
      text: term.reference.text,
      table: term.index.table,
      side: term.side,
      sign: term.sign,
      rows: rows.groups[place] ?? packGroups([]),
      columns: columns.groups[place] ?? packGroups([]),
    }),
  );
  const blocks = splitByCells(
    {
      operator: relation.operator,
      constant: { left: constantOf(relation.left), right: constantOf(relation.right) },
      rowKeys: rows.keys,
      columnKeys: columns.keys,
      operands,
    },
    terms.map((term) => term.index),
  );
  return blocks.length === 0 ? { notRun: "各表没有共同的栏" } : { blocks };
}

/** 写明的行、栏在表里的下标。字符串为缺了什么；null 为表上本来就可以没有，这一项计 0。 */
function resolve(
  relation: Relation,
  reference: Reference,
  index: TableIndex,
): Pick<Term, "driven" | "rows" | "columns"> | string | null {
  const { quantifier } = relation;
  const columns = selectColumns(index.table, reference.column);
  if (typeof columns === "string") return columns;
  if (quantifier !== null && isDriven(reference, quantifier)) {
    const group = reference.row?.kind === "key" ? reference.row.key : null;
    if (columns !== null && columns.length === 0) return null;
    return { driven: index.drivenRows(quantifier, group), rows: null, columns };
  }
  const selector: Selector = reference.row ?? { kind: "key", key: "合计" };
  const rows = selectRows(index.table, selector);
  if (typeof rows === "string") return rows;
  const noColumn = columns !== null && columns.length === 0;
  const noRow = rows !== null && rows.length === 0 && !isFloating(index.table.form);
  return noColumn || noRow ? null : { driven: null, rows, columns };
}

interface Axis {
  readonly keys: readonly string[];
  /** 逐项对应 `terms`。 */
  readonly groups: readonly Groups[];
}

function rowGroups(relation: Relation, terms: readonly Term[], tables: RuleTables): Axis {
  const { quantifier } = relation;
  if (quantifier === "每行") return everyRow(terms);
  const each = terms.filter((term) => term.driven !== null || term.rows === null);
  const names = each.map(
    ({ reference }) => `${reference.prior} ${reference.form} ${rowName(reference)}`,
  );
  const keys =
    each.length === 0
      ? ONE
      : tables.keys(`${quantifier ?? "*"} ${[...new Set(names)].sort().join(" ")}`, () =>
          quantifier === null
            ? commonKeys(each.map((term) => eachRowKeys(term.index.table)))
            : unionKeys(each.map((term) => [...(term.driven?.keys() ?? [])])),
        );
  const groups = terms.map((term) => {
    if (term.driven !== null) return term.index.rowGroups(keys, term.driven);
    if (term.rows === null) return term.index.rowGroups(keys, term.index.table.rowsByKey);
    return repeatGroup(keys.length, term.rows);
  });
  return { keys: each.length === 0 ? [rowsText(terms)] : keys, groups };
}

const ONE: readonly string[] = [""];

function rowName(reference: Reference): string {
  return reference.row?.kind === "key" ? reference.row.key : "";
}

function rowsText(terms: readonly Term[]): string {
  const row = terms[0]?.reference.row;
  return row?.kind === "key" ? row.key : "";
}

/** 每行：逐个行下标，重复科目也各算各的。 */
function everyRow(terms: readonly Term[]): Axis {
  const own = terms.find((term) => term.driven !== null)?.index.everyRow();
  const keys = own?.keys ?? [];
  return {
    keys,
    groups: terms.map((term) =>
      term.driven !== null && own !== undefined
        ? own.groups
        : repeatGroup(keys.length, term.rows ?? []),
    ),
  };
}

function eachRowKeys(table: Table): readonly string[] {
  return [...table.rowsByKey].flatMap(([key, rows]) =>
    rows.some((row) => table.rows[row]?.measure !== "text") ? [key] : [],
  );
}

function columnGroups(terms: readonly Term[], tables: RuleTables): Axis {
  const each = terms.filter((term) => term.columns === null);
  const names = each.map(({ reference }) => `${reference.prior} ${reference.form}`);
  const keys =
    each.length === 0
      ? ONE
      : tables.keys(`栏 ${[...new Set(names)].join(" ")}`, () =>
          commonKeys(each.map((term) => term.index.columnKeys())),
        );
  const groups = terms.map((term) =>
    term.columns === null ? term.index.columnGroups(keys) : repeatGroup(keys.length, term.columns),
  );
  return { keys, groups };
}

function commonKeys(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return first.filter((key) => sets.every((set) => set.has(key)));
}

/** 合计在前，其余按编码排列。 */
function unionKeys(lists: readonly (readonly string[])[]): readonly string[] {
  const keys = [...new Set(lists.flat())].sort();
  return [...keys.filter((key) => key === "合计"), ...keys.filter((key) => key !== "合计")];
}

function noRows(relation: Relation, terms: readonly Term[]): string {
  const where = [...new Set(terms.map(({ reference }) => reference.form))].join("、");
  return relation.quantifier === null ? `${where} 没有共同的行` : `${where} 没有可核对的行`;
}

/** 一边的常数之和，以分计。 */
function constantOf(addends: readonly Addend[]): number {
  let total = 0;
  for (const { sign, term } of addends) {
    if (term.kind !== "constant") continue;
    const [whole = "0", fraction = ""] = term.text.split(".");
    total += sign * (Number(whole) * 100 + Number(fraction.padEnd(2, "0")));
  }
  return total;
}
