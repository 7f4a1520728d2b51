import type { Table, TableSet } from "../tables/table.ts";
import { type BoundRules, bindRules } from "./bind-rules.ts";
import { allOperands } from "./comparison.ts";
import type { Block, Operand, Program } from "./program.ts";
import type { RuleDefinition } from "./rule.ts";
import { type SetShape, sameShape, shapeOf, type TableTraits } from "./table-shape.ts";

/** 上一次绑定：什么规则、什么样子的表、绑定的结果。 */
interface Plan {
  readonly rules: readonly RuleDefinition[];
  readonly current: SetShape;
  readonly prior: SetShape | null;
  readonly bound: BoundRules;
}

let last: Plan | null = null;

/**
 * 与 bindRules 结果相同。规则没有变、表的样子（有哪些表、行、栏，哪些格表上没有，封面）没有变时，
 * 沿用上一次的绑定，只换上新的表：窗格里改了几个数再核对，就是这种情形。只记上一次的。
 */
export function rebindRules(
  rules: readonly RuleDefinition[],
  current: TableSet,
  prior: TableSet | null,
): BoundRules {
  const matched = last === null ? null : matchPlan(last, rules, current, prior);
  if (last !== null && matched !== null) {
    return { ...last.bound, program: withTables(last.bound.program, matched) };
  }
  const bound = bindRules(rules, current, prior);
  last = {
    rules,
    current: shapeOf(current),
    prior: prior === null ? null : shapeOf(prior),
    bound,
  };
  return bound;
}

function matchPlan(
  plan: Plan,
  rules: readonly RuleDefinition[],
  current: TableSet,
  prior: TableSet | null,
): ReadonlyMap<Table, TableTraits> | null {
  if ((plan.prior === null) !== (prior === null)) return null;
  if (!sameRules(plan.rules, rules)) return null;
  const matched = sameShape(plan.current, current);
  if (matched === null || plan.prior === null || prior === null) return matched;
  const before = sameShape(plan.prior, prior);
  return before === null ? null : new Map([...matched, ...before]);
}

/** 工作簿里自带的规则每次重新读出，因此逐项比内容。 */
function sameRules(a: readonly RuleDefinition[], b: readonly RuleDefinition[]): boolean {
  return a.length === b.length && a.every((rule, place) => sameRule(rule, b[place]));
}

function sameRule(a: RuleDefinition, b: RuleDefinition | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.id === b.id &&
    a.title === b.title &&
    a.basis === b.basis &&
    a.severity === b.severity &&
    a.years === b.years &&
    a.why === b.why &&
    a.todo === b.todo &&
    sameLines(a.conditions, b.conditions) &&
    sameLines(a.formulas, b.formulas)
  );
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, place) => line === b[place]);
}

/** 各块换上新的表；读不读得出、是不是确定的数，随新的表。 */
function withTables(program: Program, matched: ReadonlyMap<Table, TableTraits>): Program {
  const operand = (each: Operand): Operand => ({
    ...each,
    table: matched.get(each.table)?.table ?? each.table,
  });
  const operands = ({ operands: own }: Pick<Block, "operands">) => own.map(operand);
  return {
    blocks: program.blocks.map((block) => {
      let [exact, readable] = [true, true];
      for (const { table } of allOperands(block)) {
        const traits = matched.get(table);
        exact &&= traits?.exact === true;
        readable &&= traits?.readable === true;
      }
      const guards = block.guards?.map((guard) => ({ ...guard, operands: operands(guard) }));
      const bound = { ...block, operands: operands(block), exact, readable };
      return guards === undefined ? bound : { ...bound, guards };
    }),
  };
}
