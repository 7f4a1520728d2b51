import type {
  Addend,
  Comparison,
  Factor,
  Operator,
  Quantifier,
  Reference,
  Relation,
  Selector,
  Statement,
} from "./language/syntax.ts";
import { isDriven } from "./language/verify.ts";
import { plainRelations } from "./plain-relations.ts";

/** 一条公式里不看送审的表就能定下的一切；同一条公式只算一次，绑定时只剩查表。 */
export interface RelationOutline {
  readonly quantifier: Quantifier | null;
  /** 第一处是结论，其余是前提。 */
  readonly parts: readonly PartOutline[];
  /** 各处比较的引用，先后与公式相同：结论左边、右边，再是各个前提。 */
  readonly terms: readonly TermOutline[];
  /** 各引用都在表上时，行键、栏键的名字，见 rowAxisName、columnAxisName。 */
  readonly rowAxis: string;
  readonly columnAxis: string;
}

interface PartOutline {
  readonly operator: Operator;
  /** 两边同乘多少，各加数的倍数就都成了整数。 */
  readonly scale: number;
  /** 两边的常数之和，以分计，已乘 `scale`；没有写常数为 null。 */
  readonly constant: { readonly left: number | null; readonly right: number | null };
}

export interface TermOutline extends Pick<Reference, "prior" | "form" | "column" | "text"> {
  /** 0 为结论，其余为前提。 */
  readonly part: number;
  readonly side: "left" | "right";
  readonly sign: 1 | -1;
  /** 已乘 `scale`，整数。 */
  readonly factor: number;
  /** 行由“每…”决定时怎样取；不由它决定的为 null。 */
  readonly driven: DrivenRows | null;
  /** 不由“每…”决定时的行；单行表是它的合计行。 */
  readonly row: Selector;
  /** 公式里写明的一行；没有写、或写的是几行，为空串。 */
  readonly rowKey: string;
  /** 行、栏的键从哪里取，见 rowAxisName、columnAxisName。 */
  readonly rowSource: string;
  readonly columnSource: string;
}

/** “每…”怎样取一张表的行；`group` 为固定表的组名，浮动表为 null。`name` 相同的取法相同。 */
export interface DrivenRows {
  readonly name: string;
  readonly quantifier: Quantifier;
  readonly group: string | null;
}

const known = new WeakMap<Statement, readonly RelationOutline[]>();

/** “当且仅当”和绝对值化成的几条，各自的样子。 */
export function outlinesOf(statement: Relation): readonly RelationOutline[] {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const outlines = plainRelations(statement).map(outline);
  known.set(statement, outlines);
  return outlines;
}

function outline(relation: Relation): RelationOutline {
  const { quantifier } = relation;
  const comparisons: readonly Comparison[] = [relation, ...(relation.when ?? [])];
  const terms = comparisons.flatMap((comparison, part) => {
    const scale = scaleOf(comparison);
    return (["left", "right"] as const).flatMap((side) =>
      comparison[side].flatMap(({ sign, term, factor }): TermOutline[] =>
        term.kind === "constant"
          ? []
          : [termOutline(term, quantifier, { part, side, sign, factor: scaled(factor, scale) })],
      ),
    );
  });
  return {
    quantifier,
    parts: comparisons.map((comparison) => {
      const scale = scaleOf(comparison);
      const constant = {
        left: constantOf(comparison.left, scale),
        right: constantOf(comparison.right, scale),
      };
      return { operator: comparison.operator, scale, constant };
    }),
    terms,
    rowAxis: rowAxisName(quantifier, terms),
    columnAxis: columnAxisName(terms),
  };
}

function termOutline(
  reference: Reference,
  quantifier: Quantifier | null,
  own: Pick<TermOutline, "part" | "side" | "sign" | "factor">,
): TermOutline {
  const { row, prior, form, column, text } = reference;
  const table = `${prior} ${form}`;
  const group = row?.kind === "key" ? row.key : null;
  return {
    ...own,
    prior,
    form,
    column,
    text,
    driven:
      quantifier !== null && isDriven(reference, quantifier)
        ? { name: `${quantifier} ${group ?? ""}`, quantifier, group }
        : null,
    row: row ?? { kind: "key", key: "合计" },
    rowKey: group ?? "",
    rowSource: `${table} ${row?.kind === "each" ? `${row.group ?? ""}.*` : (group ?? "")}`,
    columnSource: table,
  };
}

/** 逐行核对的各引用从哪些表取行：名字相同的，行键就相同。 */
export function rowAxisName(quantifier: Quantifier | null, terms: readonly TermOutline[]): string {
  const each = terms.filter(({ driven, row }) => driven !== null || row.kind === "each");
  const names = new Set(each.map(({ rowSource }) => rowSource));
  return `${quantifier ?? "*"} ${[...names].sort().join(" ")}`;
}

/** 逐栏核对的各引用从哪些表取栏。 */
export function columnAxisName(terms: readonly TermOutline[]): string {
  const each = terms.filter(({ column }) => column.kind === "each");
  return `栏 ${[...new Set(each.map(({ columnSource }) => columnSource))].join(" ")}`;
}

function constantOf(addends: readonly Addend[], scale: number): number | null {
  let total: number | null = null;
  for (const { sign, term, factor } of addends) {
    if (term.kind !== "constant") continue;
    const [whole = "0", fraction = ""] = term.text.split(".");
    const cents = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
    total = (total ?? 0) + sign * cents * scaled(factor, scale);
  }
  return total;
}

function scaleOf({ left, right }: Comparison): number {
  let scale = 1;
  for (const { factor } of [...left, ...right]) {
    if (factor === undefined) continue;
    scale = (scale / divisor(scale, factor.denominator)) * factor.denominator;
  }
  return scale;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function scaled(factor: Factor | undefined, scale: number): number {
  return factor === undefined ? scale : (factor.numerator * scale) / factor.denominator;
}
