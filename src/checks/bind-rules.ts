import type { TableSet } from "../tables/table.ts";
import { conditionFailure, yearFailure } from "./applicability.ts";
import { bindStatement } from "./bind.ts";
import { parseFormula } from "./language/parse-formula.ts";
import type { Statement } from "./language/syntax.ts";
import { verifyStatement } from "./language/verify.ts";
import type { Block, Program } from "./program.ts";
import type { RuleDefinition } from "./rule.ts";
import { RuleError } from "./rule-error.ts";
import { RuleTables } from "./rule-tables.ts";
import type { NotBound } from "./split.ts";

interface NotRun {
  readonly rule: string;
  readonly why: string;
}

export interface BoundRules {
  readonly program: Program;
  readonly run: readonly string[];
  readonly notRun: readonly NotRun[];
  /** 规则执行了，但其中有公式没有执行。 */
  readonly partial: readonly NotRun[];
}

/** 把各条规则绑定到送审的表。不适用、缺表、写错的规则列入 `notRun`，不抛错。 */
export function bindRules(
  rules: readonly RuleDefinition[],
  current: TableSet,
  prior: TableSet | null,
): BoundRules {
  const tables = new RuleTables(current, prior);
  const blocks: Block[] = [];
  const run: string[] = [];
  const notRun: NotRun[] = [];
  const partial: NotRun[] = [];
  for (const rule of rules) {
    const bound = tryBind(rule, tables);
    if (typeof bound === "string") {
      notRun.push({ rule: rule.id, why: bound });
      continue;
    }
    if (bound.blocks.length === 0) {
      notRun.push({ rule: rule.id, why: reasons(bound.notRun) });
      continue;
    }
    const failed = reasons(bound.notRun.filter(({ quiet }) => quiet !== true));
    run.push(rule.id);
    blocks.push(...bound.blocks);
    if (failed !== "") partial.push({ rule: rule.id, why: `部分公式没有执行：${failed}` });
  }
  return { program: { blocks }, run, notRun, partial };
}

function reasons(list: readonly NotBound[]): string {
  return [...new Set(list.map(({ notRun }) => notRun))].join("；");
}

function tryBind(rule: RuleDefinition, tables: RuleTables): RuleBinding | string {
  try {
    return bindRule(rule, tables);
  } catch (error) {
    if (error instanceof RuleError) return `规则写错了：${error.message}`;
    throw error;
  }
}

interface RuleBinding {
  readonly blocks: readonly Block[];
  /** 没有执行的公式各因为什么。 */
  readonly notRun: readonly NotBound[];
}

/**
 * 绑定一条规则；不适用（年度、条件）时返回原因。
 * 公式、条件、年度写错，或引用了表样里没有的行、栏时抛 RuleError。
 */
export function bindRule(rule: RuleDefinition, tables: RuleTables): RuleBinding | string {
  const statements = rule.formulas.map(statementOf);
  const why = yearFailure(rule.years, tables.current.year) ?? conditionsFailure(rule, tables);
  if (why !== null) return why;
  const blocks: Block[] = [];
  const notRun: NotBound[] = [];
  statements.forEach((statement, formula) => {
    const source = { rule, formula, statement };
    const bound = inFormula(rule.formulas[formula] ?? "", () => bindStatement(source, tables));
    if ("notRun" in bound) notRun.push(bound);
    else blocks.push(...bound.blocks);
  });
  return { blocks, notRun };
}

function conditionsFailure(rule: RuleDefinition, tables: RuleTables): string | null {
  const failures = rule.conditions.map((condition) => conditionFailure(condition, tables));
  return failures.find((failure) => failure !== null) ?? null;
}

/** 先分析这些规则的公式，绑定时就不必再分析；写错的留到绑定时说。返回这次新分析了几条公式。 */
export function prepareRules(rules: readonly RuleDefinition[]): number {
  const before = statements.size;
  for (const formula of rules.flatMap(({ formulas }) => formulas)) {
    try {
      statementOf(formula);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
    }
  }
  return statements.size - before;
}

/** 同一条公式只分析、核对一次：结果只取决于文本。 */
const statements = new Map<string, Statement>();

function statementOf(text: string): Statement {
  const known = statements.get(text);
  if (known !== undefined) return known;
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new RuleError(`公式“${text}”${parsed.message}`);
  inFormula(text, () => verifyStatement(parsed.statement));
  statements.set(text, parsed.statement);
  return parsed.statement;
}

/** 公式用法有误时，在消息前面写明是哪条公式。 */
function inFormula<Value>(text: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleError) throw new RuleError(`公式“${text}”：${error.message}`);
    throw error;
  }
}
