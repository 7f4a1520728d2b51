import type { DraftContext } from "../context.ts";
import type { Money } from "../facts/known.ts";

/** 变动情况图的两柱：上年、本年。 */
export function yearBars(context: DraftContext, current: Money, prior: Money) {
  const label = (shift: number, fallback: string) =>
    context.year === null ? fallback : `${context.year + shift}${context.style.yearWord}`;
  return [
    { label: label(-1, "上年"), amount: prior },
    { label: label(0, "本年"), amount: current },
  ];
}
