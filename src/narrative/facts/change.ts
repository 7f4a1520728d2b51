import type { MoneyFact } from "../fact.ts";
import {
  difference,
  isMissing,
  type MissingFact,
  type Money,
  quotient,
  type Ratio,
} from "./known.ts";

/**
 * 与上年的增减，按元表的分精确计算。`amount` 总为正，方向另记；`rate` = 增减额 ÷ 上年数，
 * 上年数不为正时为 null（零作基数不可比，负数作基数没有意义）。
 */
export type Change =
  | { readonly kind: "missing"; readonly missing: MissingFact }
  | { readonly kind: "same" }
  | {
      readonly kind: "changed";
      readonly direction: "增加" | "减少";
      readonly amount: Money;
      readonly rate: Ratio | null;
      /** 上年数，以分计。 */
      readonly base: number;
    };

export function changeBetween(current: Money, prior: Money): Change {
  if (isMissing(prior)) return { kind: "missing", missing: prior };
  if (isMissing(current)) return { kind: "missing", missing: current };
  if (current.cents === prior.cents) return { kind: "same" };
  const grew = current.cents > prior.cents;
  const amount = grew
    ? difference(`${current.name}增加额`, current, prior)
    : difference(`${current.name}减少额`, prior, current);
  return {
    kind: "changed",
    direction: grew ? "增加" : "减少",
    amount,
    rate: prior.cents > 0 ? rateOf(amount, prior, grew) : null,
    base: prior.cents,
  };
}

function rateOf(amount: Money, prior: MoneyFact, grew: boolean): Ratio {
  return quotient(`${prior.name}${grew ? "增长率" : "下降率"}`, amount, prior);
}
