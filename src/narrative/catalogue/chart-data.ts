import type { DraftContext } from "../context.ts";
import type { NamedMoney } from "../facts/income.ts";
import { isMissing, type Money } from "../facts/known.ts";
import type { ChartValue } from "./entry.ts";

/** 结构图（饼图）：只画大于零的部分；取不到数的不画。没有可画的为 null，不写这张图。 */
export function pieData(parts: readonly NamedMoney[]): ChartValue {
  const drawn = parts.flatMap(({ label, amount }) =>
    !isMissing(amount) && amount.cents > 0 ? [{ label, amount }] : [],
  );
  if (drawn.length === 0) return null;
  return {
    kind: "pie",
    categories: drawn.map(({ label }) => label),
    cents: drawn.map(({ amount }) => amount.cents),
    from: drawn.map(({ amount }) => amount.from),
  };
}

/** 变动情况图（柱状图）：上年、本年两柱。缺哪一年的数，图题后面就是哪一处待补充。 */
export function twoYearData(context: DraftContext, current: Money, prior: Money): ChartValue {
  if (isMissing(prior)) return prior;
  if (isMissing(current)) return current;
  const label = (shift: number, fallback: string) =>
    context.year === null ? fallback : `${context.year + shift}${context.style.yearWord}`;
  return {
    kind: "column",
    categories: [label(-1, "上年"), label(0, "本年")],
    cents: [prior.cents, current.cents],
    from: [prior.from, current.from],
  };
}
