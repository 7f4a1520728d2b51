import type { MoneyFact } from "../fact.ts";
import { quotient } from "../facts/known.ts";
import type { PerformanceReview } from "../inputs/inputs.ts";
import type { DraftStyle } from "../style.ts";
import { percent, wan } from "./figures.ts";
import { withoutFullStop } from "./reason.ts";
import type { Run } from "./run.ts";

/** `“某某”项目全年预算数165万元，执行数165万元，完成预算100%；绩效自评得分为90分；绩效自评综述：…。` 没有填的不写。 */
export function reviewRuns(
  subject: string,
  facts: PerformanceReview,
  path: string,
  style: DraftStyle,
): Run[] {
  const clauses: Run[] = [];
  const money = executionRuns(facts, path, style);
  if (money !== null) clauses.push([subject, money]);
  if (facts.score !== null) {
    const lead = clauses.length === 0 ? subject : "";
    clauses.push([`${lead}绩效自评得分为`, scoreRun(facts.score, path), "分"]);
  }
  if (facts.summary !== null) {
    const lead = clauses.length === 0 ? subject : "";
    clauses.push(`${lead}绩效自评综述：${withoutFullStop(facts.summary)}`);
  }
  return [...clauses.map((clause, index) => (index === 0 ? clause : ["；", clause])), "。"];
}

function executionRuns(
  { budget, actual }: PerformanceReview,
  path: string,
  style: DraftStyle,
): Run | null {
  const fact = (name: string, cents: number): MoneyFact => ({
    kind: "money",
    name,
    cents,
    formula: `填报：${path}.${name}`,
    from: [],
  });
  if (budget === null || actual === null) return null;
  const planned = fact("全年预算数", budget);
  const executed = fact("执行数", actual);
  return [
    "全年预算数",
    wan(planned, style),
    "，执行数",
    wan(executed, style),
    budget === 0
      ? ""
      : ["，完成预算", percent(quotient("项目完成预算率", executed, planned), style)],
  ];
}

function scoreRun(score: string, path: string): Run {
  return {
    kind: "figure",
    text: score,
    value: score,
    moneyUnit: null,
    from: [],
    formula: `填报：${path}.得分`,
  };
}
