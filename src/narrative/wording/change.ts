import { type Change, changeBetween } from "../facts/change.ts";
import type { Money } from "../facts/known.ts";
import type { DraftStyle } from "../style.ts";
import { missingRun, percent, wan } from "./figures.ts";
import type { Run } from "./run.ts";

/** 增减的说法：`words` 如 `减少129.66万元，下降9.85%`；持平时为空，由各句自己写“持平”。 */
export interface ChangeWording {
  readonly direction: "增加" | "减少" | "持平" | "未知";
  readonly words: Run;
}

/**
 * 与上年相比的说法。恰好相等才是持平；上年为零（或为负）时只写增减额，说明增长率不可比。
 * `each` 为 `各`：收、支两边一起说。`nothing` 是上年为零时的主语，如 `此项支出`。
 */
export function changeWording(
  current: Money,
  prior: Money,
  style: DraftStyle,
  { each = "", nothing = "此项支出" }: { each?: string; nothing?: string } = {},
): ChangeWording {
  const change = changeBetween(current, prior);
  if (change.kind === "missing") {
    const { missing } = change;
    return {
      direction: "未知",
      words: missingRun(
        missing === prior ? { ...missing, gap: `增减情况（${missing.gap}）` } : missing,
      ),
    };
  }
  if (change.kind === "same") return { direction: "持平", words: "" };
  return { direction: change.direction, words: [each, ...amountAndRate(change, style, nothing)] };
}

function amountAndRate(
  change: Extract<Change, { kind: "changed" }>,
  style: DraftStyle,
  nothing: string,
): Run[] {
  const { direction, amount, rate } = change;
  const amountRuns: Run[] = [direction, wan(amount, style)];
  if (rate === null) {
    const why = change.base === 0 ? `上年无${nothing}` : "上年数为负";
    return [...amountRuns, `（${why}，增长率不可比）`];
  }
  return [...amountRuns, "，", rateWord(direction, style), percent(rate, style)];
}

function rateWord(direction: "增加" | "减少", style: DraftStyle): string {
  if (style.changeWords === "增加减少") return direction;
  return direction === "增加" ? "增长" : "下降";
}
