import { isMissing, type Money, quotient } from "../facts/known.ts";
import type { DraftStyle } from "../style.ts";
import { beforePercent, missingRun, percent } from "./figures.ts";
import type { Run } from "./run.ts";

/** 决算数与预算数的关系，按分比较，不看印出的百分比。 */
export type BudgetOutcome = "大于" | "小于" | "等于" | "未安排" | "未知";

export interface CompletionWording {
  readonly outcome: BudgetOutcome;
  /** 如 `完成预算100%`、`年初未安排预算`。 */
  readonly words: Run;
}

/**
 * 完成预算的说法。预算数为零时不写完成率：年初预算数也为零（或没有这一栏）的写“年初未安排预算”，否则写“全年预算数为零”。
 * `verb` 如 `完成预算`、`完成全年预算的`。
 */
export function completionWording(
  actual: Money,
  budget: Money,
  style: DraftStyle,
  { verb = "完成预算", initial }: { verb?: string; initial?: Money } = {},
): CompletionWording {
  if (isMissing(actual)) return { outcome: "未知", words: missingRun(actual) };
  if (isMissing(budget)) return { outcome: "未知", words: [verb, missingRun(budget)] };
  if (budget.cents === 0) {
    const planned = initial !== undefined && !isMissing(initial) && initial.cents !== 0;
    return {
      outcome: actual.cents === 0 ? "未安排" : "大于",
      words: planned ? "全年预算数为零" : "年初未安排预算",
    };
  }
  const rate = percent(quotient(`${actual.name}完成预算率`, actual, budget), style, true);
  return {
    outcome: actual.cents === budget.cents ? "等于" : actual.cents > budget.cents ? "大于" : "小于",
    words: [beforePercent(verb, rate), rate],
  };
}
