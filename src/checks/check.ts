import type { CellRef, Finding } from "../findings/finding.ts";
import { cellRef } from "../tables/access.ts";
import type { Table, TableSet } from "../tables/table.ts";
import { unreadableCells } from "./comparison.ts";
import { describeResiduals, describeViolation } from "./describe.ts";
import { evaluate, type Unevaluated, type Violation } from "./evaluate.ts";
import { officialRules } from "./generated/rules.ts";
import type { Program } from "./program.ts";
import { rebindRules } from "./rebind.ts";
import type { RuleDefinition } from "./rule.ts";

export interface CheckResult {
  /** 执行了的规则编号（至少一条公式执行了）。 */
  readonly run: readonly string[];
  readonly notRun: readonly { readonly rule: string; readonly why: string }[];
  /** 次序：严重程度、表、规则编号、格。 */
  readonly findings: readonly Finding[];
  /** 与 `findings` 逐条对应的各处不成立。 */
  readonly violations: readonly Violation[];
  readonly unevaluated: readonly Unevaluated[];
  /** 执行了的规则里没有核对到的：某条公式缺栏，或某几处涉及读不出的格（`cells` 列出）。 */
  readonly skipped: readonly {
    readonly rule: string;
    readonly why: string;
    readonly cells: readonly CellRef[];
  }[];
  /** 对整次核对的说明，如年度读不出。 */
  readonly remarks: readonly string[];
  readonly program: Program;
}

/**
 * 按规则核对一套表。`rules` 缺省为官方规则；`prior` 为上年的表，没有时涉及上年的规则不执行。
 * 不抛错：写错的规则也列入 `notRun`，说明错在哪里。
 */
export function checkTables(input: {
  readonly current: TableSet;
  readonly prior?: TableSet;
  readonly rules?: readonly RuleDefinition[];
}): CheckResult {
  const rules = input.rules ?? officialRules;
  const bound = rebindRules(rules, input.current, input.prior ?? null);
  const evaluation = evaluate(bound.program);
  const { unevaluated } = evaluation;
  const violations = sortViolations(evaluation.violations, [
    ...input.current.tables,
    ...(input.prior?.tables ?? []),
  ]);
  return {
    run: bound.run,
    notRun: bound.notRun,
    findings: [...violations.map(describeViolation), ...residualNotes(evaluation.residuals)],
    violations,
    unevaluated,
    skipped: [
      ...bound.partial.map((each) => ({ ...each, cells: [] })),
      ...skippedInstances(unevaluated),
    ],
    remarks:
      input.current.year === null
        ? ["读不出报表的年度：没有截止年度的规则都核对了，只适用于某几年的没有执行。"]
        : [],
    program: bound.program,
  };
}

/** 尾差按规则归并，一条规则一条提示。 */
function residualNotes(residuals: readonly Violation[]): Finding[] {
  const byRule = new Map<string, [Violation, ...Violation[]]>();
  for (const residual of residuals) {
    const { id } = residual.block.rule;
    const group = byRule.get(id);
    if (group === undefined) byRule.set(id, [residual]);
    else group.push(residual);
  }
  return [...byRule]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => describeResiduals(group));
}

function skippedInstances(unevaluated: readonly Unevaluated[]): CheckResult["skipped"] {
  const byRule = new Map<string, { count: number; cells: Map<string, CellRef> }>();
  for (const { block, row, column } of unevaluated) {
    const entry = byRule.get(block.rule.id) ?? { count: 0, cells: new Map<string, CellRef>() };
    byRule.set(block.rule.id, entry);
    entry.count++;
    for (const { table, cell } of unreadableCells(block, row, column)) {
      const width = table.columns.length;
      const ref = cellRef(table, Math.floor(cell / width), cell % width);
      entry.cells.set(`${ref.book} ${ref.sheet} ${ref.address}`, ref);
    }
  }
  return [...byRule].map(([rule, { count, cells }]) => ({
    rule,
    why: `有 ${count} 处涉及读不出的格，没有核对`,
    cells: [...cells.values()],
  }));
}

const SEVERITIES = ["error", "warning", "note"];

/** 先后：严重程度、表、规则编号；同一条规则里保持求值的次序，即公式、行（科目）、栏。 */
function sortViolations(
  violations: readonly Violation[],
  tables: readonly Table[],
): readonly Violation[] {
  const places = new Map(tables.map((table, place) => [table, place]));
  const placeOf = ({ block }: Violation) => {
    const table = block.operands[0]?.table;
    return table === undefined ? -1 : (places.get(table) ?? -1);
  };
  return [...violations].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.block.rule.severity) - SEVERITIES.indexOf(b.block.rule.severity) ||
      placeOf(a) - placeOf(b) ||
      compareText(a.block.rule.id, b.block.rule.id),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
