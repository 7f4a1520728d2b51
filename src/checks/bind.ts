import type { Table, TableRow } from "../tables/table.ts";
import { bindRollup } from "./bind-rollup.ts";
import { isUntold } from "./filter-rows.ts";
import type {
  Addend,
  Comparison,
  Factor,
  Reference,
  Relation,
  Selector,
  Statement,
} from "./language/syntax.ts";
import { isDriven, isFloating } from "./language/verify.ts";
import { plainRelations } from "./plain-relations.ts";
import { type Groups, type Operand, packGroups, repeatGroup } from "./program.ts";
import type { RuleTables } from "./rule-tables.ts";
import { selectColumns, selectRows } from "./select.ts";
import { type BoundBlock, type NotBound, splitByCells } from "./split.ts";
import type { KeyedRows, TableIndex } from "./table-index.ts";

/** 绑定的结果：若干块；或者这条公式对这些表执行不了，见 NotBound。 */
export type Bound = { readonly blocks: readonly BoundBlock[] } | NotBound;

/**
 * 把一条公式（须已经过 verifyStatement）绑定到表的行、栏上。缺表、缺必有的行或栏时返回原因；
 * 公式本身用法有误（金额与计数相加减）时抛 RuleError。
 */
export function bindStatement(statement: Statement, tables: RuleTables): Bound {
  const unfit = statement.tables?.find((table) => (tables.find(table) !== null) !== table.present);
  if (unfit !== undefined) {
    const why = unfit.present ? tables.missing(unfit) : `报表里有${unfit.form}`;
    return { notRun: why, quiet: true };
  }
  if (statement.kind === "rollup") return bindRollup(statement, tables);
  const blocks: BoundBlock[] = [];
  for (const relation of plainRelations(statement)) {
    const bound = bindRelation(relation, tables);
    if ("notRun" in bound) return bound;
    blocks.push(...bound.blocks);
  }
  return { blocks };
}

interface Term {
  /** 0 为结论，其余为前提。 */
  readonly part: number;
  readonly side: "left" | "right";
  readonly sign: 1 | -1;
  readonly factor: Factor | undefined;
  readonly reference: Reference;
  readonly index: TableIndex;
  /** 由“每…”决定的行；写明的行；或 null 表示 `*`。 */
  readonly driven: KeyedRows | null;
  readonly rows: readonly number[] | null;
  /** null 表示 `*`。 */
  readonly columns: readonly number[] | null;
}

const SIDES = ["left", "right"] as const;

function bindRelation(relation: Relation, tables: RuleTables): Bound {
  const parts: readonly Comparison[] =
    relation.when === undefined ? [relation] : [relation, ...relation.when];
  const found = findTerms(relation, parts, tables);
  if ("notRun" in found) return found;
  const { terms } = found;
  const rows = rowGroups(relation, terms, tables);
  const columns = columnGroups(terms, tables);
  if (rows.keys.length === 0) return { notRun: noRows(relation, terms), quiet: true };
  if (columns.keys.length === 0) return { notRun: "各表没有共同的栏" };
  const scales = parts.map(scaleOf);
  const operands = terms.map((term, place): Operand => {
    const factor = scaled(term.factor, scales[term.part] ?? 1);
    return {
      text: term.reference.text,
      table: term.index.table,
      side: term.side,
      sign: term.sign,
      ...(factor === 1 ? {} : { factor }),
      rows: rows.groups[place] ?? packGroups([]),
      columns: columns.groups[place] ?? packGroups([]),
    };
  });
  const blocks = splitByCells({
    rowKeys: rows.keys,
    columnKeys: columns.keys,
    parts: parts.map(({ operator, left, right }, part) => {
      const scale = scales[part] ?? 1;
      const all = parts.length === 1;
      const own = (_: unknown, place: number) => all || terms[place]?.part === part;
      return {
        operator,
        scale,
        constant: { left: constantOf(left, scale), right: constantOf(right, scale) },
        operands: operands.filter(own),
        indexes: terms.filter(own).map(({ index }) => index),
      };
    }),
  });
  return blocks.length === 0 ? { notRun: "各表没有共同的栏" } : { blocks };
}

/** 逐个引用找到表、行、栏。缺表缺必有的行栏，或某处比较的一边表上全都没有时，返回原因。 */
function findTerms(
  relation: Relation,
  parts: readonly Comparison[],
  tables: RuleTables,
): { readonly terms: readonly Term[] } | NotBound {
  const missing = new Set<string>();
  const terms: Term[] = [];
  let bare: string | null = null;
  for (const [part, comparison] of parts.entries()) {
    const absent: Reference[] = [];
    for (const side of SIDES) {
      let empty = true;
      for (const { sign, term, factor } of comparison[side]) {
        if (term.kind === "constant") {
          empty = false;
          continue;
        }
        const index = tables.find(term);
        const found = index === null ? tables.missing(term) : resolve(relation, term, index);
        if (typeof found === "string") missing.add(found);
        else if (found === null) absent.push(term);
        else if (index !== null) {
          terms.push({ part, side, sign, factor, reference: term, index, ...found });
          empty = false;
        }
      }
      if (empty) bare ??= `表上没有 ${absent.map(({ text }) => text).join("、")}`;
    }
    if (absent.length > 0 && !terms.some((term) => term.part === part)) {
      bare ??= `表上没有 ${absent.map(({ text }) => text).join("、")}`;
    }
  }
  if (missing.size > 0) return { notRun: [...missing].join("，") };
  return bare === null ? { terms } : { notRun: bare, quiet: true };
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
  if (isUntold(index.table, selector)) return null;
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
            ? commonKeys(each.map(({ reference, index }) => eachRowKeys(index.table, reference)))
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

function rowName({ row }: Reference): string {
  if (row?.kind === "each") return `${row.group ?? ""}.*`;
  return row?.kind === "key" ? row.key : "";
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

/** `*` 为有数字的各行，`功能.*` 为这一组里的。 */
function eachRowKeys(table: Table, reference: Reference): readonly string[] {
  const group = reference.row?.kind === "each" ? reference.row.group : undefined;
  return [...table.rowsByKey].flatMap(([key, rows]) =>
    rows.some((row) => isIn(table.rows[row], group)) ? [key] : [],
  );
}

function isIn(row: TableRow | undefined, group: string | undefined): boolean {
  if (row === undefined || row.measure === "text") return false;
  return group === undefined || row.group === group;
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

/** 一边的常数之和，以分计，乘 `scale`。 */
function constantOf(addends: readonly Addend[], scale: number): number {
  let total = 0;
  for (const { sign, term, factor } of addends) {
    if (term.kind !== "constant") continue;
    const [whole = "0", fraction = ""] = term.text.split(".");
    const cents = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
    total += sign * cents * scaled(factor, scale);
  }
  return total;
}

/** 两边同乘多少，各加数的倍数就都成了整数。 */
function scaleOf({ left, right }: Comparison): number {
  let scale = 1;
  for (const addends of [left, right]) {
    for (const { factor } of addends) {
      if (factor === undefined) continue;
      scale = (scale / divisor(scale, factor.denominator)) * factor.denominator;
    }
  }
  return scale;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function scaled(factor: Factor | undefined, scale: number): number {
  return factor === undefined ? scale : (factor.numerator * scale) / factor.denominator;
}
