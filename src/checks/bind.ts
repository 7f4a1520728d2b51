import type { TableRow } from "../tables/table.ts";
import { bindRollup } from "./bind-rollup.ts";
import { isUntold } from "./filter-rows.ts";
import type { Statement } from "./language/syntax.ts";
import { isFloating } from "./language/verify.ts";
import {
  columnAxisName,
  outlinesOf,
  type RelationOutline,
  rowAxisName,
  type TermOutline,
} from "./outline.ts";
import { type Block, type Groups, type Operand, repeatGroup } from "./program.ts";
import type { RuleTables } from "./rule-tables.ts";
import { selectColumns, selectRows } from "./select.ts";
import { type NotBound, type Source, splitByCells } from "./split.ts";
import type { KeyedRows, TableIndex } from "./table-index.ts";

/** 绑定的结果：若干块；或者这条公式对这些表执行不了，见 NotBound。 */
export type Bound = { readonly blocks: readonly Block[] } | NotBound;

/**
 * 把一条公式（须已经过 verifyStatement）绑定到表的行、栏上。缺表、缺必有的行或栏时返回原因；
 * 公式本身用法有误（金额与计数相加减）时抛 RuleError。
 */
export function bindStatement(source: Source, tables: RuleTables): Bound {
  const { statement } = source;
  const unfit = unfitTable(statement, tables);
  if (unfit !== null) return { notRun: unfit, quiet: true };
  if (statement.kind === "rollup") return bindRollup(statement, source, tables);
  const blocks: Block[] = [];
  for (const outline of outlinesOf(statement)) {
    const bound = bindRelation(outline, source, tables);
    if ("notRun" in bound) return bound;
    blocks.push(...bound.blocks);
  }
  return { blocks };
}

/** “若 有表 … 则”“若 没有表 … 则”不合时的说法，否则 null。 */
function unfitTable({ tables: wanted }: Statement, tables: RuleTables): string | null {
  if (wanted === undefined) return null;
  const unfit = wanted.find((table) => (tables.find(table) !== null) !== table.present);
  if (unfit === undefined) return null;
  return unfit.present ? tables.missing(unfit) : `报表里有${unfit.form}`;
}

/** 表上找到的一个引用。 */
interface Term {
  readonly outline: TermOutline;
  readonly index: TableIndex;
  /** 由“每…”决定的行；写明的行；或都为 null 表示 `*`。 */
  readonly driven: KeyedRows | null;
  readonly rows: readonly number[] | null;
  /** null 表示 `*`。 */
  readonly columns: readonly number[] | null;
}

function bindRelation(outline: RelationOutline, source: Source, tables: RuleTables): Bound {
  const terms = findTerms(outline, tables);
  if ("notRun" in terms) return terms;
  const rows = rowAxis(outline, terms, tables);
  const columns = columnAxis(outline, terms, tables);
  if (rows.keys.length === 0) return { notRun: noRows(outline, terms), quiet: true };
  if (columns.keys.length === 0) return { notRun: "各表没有共同的栏" };
  const parts = outline.parts.map(({ operator, scale, constant }, part) => {
    const operands: Operand[] = [];
    const indexes: TableIndex[] = [];
    for (const term of terms) {
      if (term.outline.part !== part) continue;
      operands.push(operandOf(term, rows, columns));
      indexes.push(term.index);
    }
    const { left, right } = constant;
    return { operator, scale, constant: { left: left ?? 0, right: right ?? 0 }, operands, indexes };
  });
  const blocks = splitByCells({ source, rowKeys: rows.keys, columnKeys: columns.keys, parts });
  return blocks.length === 0 ? { notRun: "各表没有共同的栏" } : { blocks };
}

function operandOf(term: Term, rows: Axis, columns: Axis): Operand {
  const { text, side, sign, factor } = term.outline;
  const operand: Operand = {
    text,
    table: term.index.table,
    side,
    sign,
    rows: rows.groupsOf(term),
    columns: columns.groupsOf(term),
  };
  return factor === 1 ? operand : { ...operand, factor };
}

/** 逐个引用找到表、行、栏。缺表缺必有的行栏，或某处比较的一边表上全都没有时，返回原因。 */
function findTerms(outline: RelationOutline, tables: RuleTables): Term[] | NotBound {
  const missing = new Set<string>();
  const terms: Term[] = [];
  for (const term of outline.terms) {
    const index = tables.find(term);
    const found = index === null ? tables.missing(term) : resolve(term, index);
    if (typeof found === "string") missing.add(found);
    else if (found !== null) terms.push(found);
  }
  if (missing.size > 0) return { notRun: [...missing].join("，") };
  const bare = terms.length === outline.terms.length ? null : bareSide(outline, terms);
  return bare === null ? terms : { notRun: `表上没有 ${bare}`, quiet: true };
}

/** 某处比较的一边（或两边）表上全都没有时，写出没有的各项；否则 null。 */
function bareSide({ parts, terms }: RelationOutline, found: readonly Term[]): string | null {
  const present = new Set(found.map((term) => term.outline));
  for (const [part, { constant }] of parts.entries()) {
    const own = terms.filter((term) => term.part === part);
    const absent = own.filter((term) => !present.has(term));
    const isBare = (side: "left" | "right") =>
      constant[side] === null && !own.some((term) => term.side === side && present.has(term));
    if (isBare("left")) return textOf(absent.filter(({ side }) => side === "left"));
    if (isBare("right") || (absent.length > 0 && absent.length === own.length)) {
      return textOf(absent);
    }
  }
  return null;
}

function textOf(terms: readonly TermOutline[]): string {
  return terms.map(({ text }) => text).join("、");
}

/** 写明的行、栏在表里的下标。字符串为缺了什么；null 为表上本来就可以没有，这一项计 0。 */
function resolve(outline: TermOutline, index: TableIndex): Term | string | null {
  const { table } = index;
  const columns = selectColumns(table, outline.column);
  if (typeof columns === "string") return columns;
  const noColumn = columns !== null && columns.length === 0;
  if (outline.driven !== null) {
    if (noColumn) return null;
    return { outline, index, driven: index.drivenRows(outline.driven), rows: null, columns };
  }
  if (isUntold(table, outline.row)) return null;
  const rows = selectRows(table, outline.row);
  if (typeof rows === "string") return rows;
  const noRow = rows !== null && rows.length === 0 && !isFloating(table.form);
  return noColumn || noRow ? null : { outline, index, driven: null, rows, columns };
}

/** 一处处核对的行（栏）的键，和各引用在其中的下标。 */
interface Axis {
  readonly keys: readonly string[];
  readonly groupsOf: (term: Term) => Groups;
}

const ONE: readonly string[] = [""];

function rowAxis(outline: RelationOutline, terms: readonly Term[], tables: RuleTables): Axis {
  const { quantifier } = outline;
  if (quantifier === "每行") return everyRow(terms);
  const each = terms.filter((term) => term.rows === null);
  if (each.length === 0) {
    return {
      keys: [terms[0]?.outline.rowKey ?? ""],
      groupsOf: ({ rows }) => repeatGroup(1, rows ?? []),
    };
  }
  const name =
    terms.length === outline.terms.length
      ? outline.rowAxis
      : rowAxisName(
          quantifier,
          terms.map((term) => term.outline),
        );
  const keys = tables.keys(name, () =>
    quantifier === null
      ? commonKeys(each.map(eachRowKeys))
      : unionKeys(each.map((term) => [...(term.driven?.keys() ?? [])])),
  );
  return {
    keys,
    groupsOf: ({ index, driven, rows }) =>
      rows === null
        ? index.rowGroups(keys, driven ?? index.table.rowsByKey)
        : repeatGroup(keys.length, rows),
  };
}

/** 每行：逐个行下标，重复科目也各算各的。 */
function everyRow(terms: readonly Term[]): Axis {
  const own = terms.find((term) => term.driven !== null)?.index.everyRow();
  const keys = own?.keys ?? [];
  return {
    keys,
    groupsOf: ({ driven, rows }) =>
      driven !== null && own !== undefined ? own.groups : repeatGroup(keys.length, rows ?? []),
  };
}

/** `*` 为有数字的各行，`功能.*` 为这一组里的。 */
function eachRowKeys({ index: { table }, outline: { row } }: Term): readonly string[] {
  const group = row.kind === "each" ? row.group : undefined;
  return [...table.rowsByKey].flatMap(([key, rows]) =>
    rows.some((each) => isIn(table.rows[each], group)) ? [key] : [],
  );
}

function isIn(row: TableRow | undefined, group: string | undefined): boolean {
  if (row === undefined || row.measure === "text") return false;
  return group === undefined || row.group === group;
}

function columnAxis(outline: RelationOutline, terms: readonly Term[], tables: RuleTables): Axis {
  const each = terms.filter((term) => term.columns === null);
  if (each.length === 0) {
    return { keys: ONE, groupsOf: ({ columns }) => repeatGroup(1, columns ?? []) };
  }
  const name =
    terms.length === outline.terms.length
      ? outline.columnAxis
      : columnAxisName(terms.map((term) => term.outline));
  const keys = tables.keys(name, () => commonKeys(each.map(({ index }) => index.columnKeys())));
  return {
    keys,
    groupsOf: ({ index, columns }) =>
      columns === null ? index.columnGroups(keys) : repeatGroup(keys.length, columns),
  };
}

function commonKeys(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return first.filter((key) => sets.every((set) => set.has(key)));
}

/** 合计在前，其余按编码排列。 */
function unionKeys(lists: readonly (readonly string[])[]): readonly string[] {
  const keys = new Set<string>();
  for (const list of lists) for (const key of list) keys.add(key);
  const total = keys.delete("合计");
  const sorted = [...keys].sort();
  return total ? ["合计", ...sorted] : sorted;
}

function noRows({ quantifier }: RelationOutline, terms: readonly Term[]): string {
  const where = [...new Set(terms.map(({ outline }) => outline.form))].join("、");
  return quantifier === null ? `${where} 没有共同的行` : `${where} 没有可核对的行`;
}
