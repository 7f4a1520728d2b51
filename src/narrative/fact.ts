/** 事实的出处：一格，或由其他事实算出。 */
export interface FactSource {
  readonly book: "current" | "prior";
  readonly sheet: string;
  readonly address: string;
}

/**
 * 一个有名字的数。money 以分计，count 为整数，ratio 为精确的分子分母（印出时才舍入）。
 * `formula` 用事实名写成，如 `收入总计 − 上年.收入总计`；直接取自单元格的事实 `formula` 为空串。
 */
export type Fact = MoneyFact | CountFact | RatioFact;

interface FactBase {
  readonly name: string;
  readonly formula: string;
  readonly from: readonly FactSource[];
}

export interface MoneyFact extends FactBase {
  readonly kind: "money";
  readonly cents: number;
}

export interface CountFact extends FactBase {
  readonly kind: "count";
  readonly count: number;
}

export interface RatioFact extends FactBase {
  readonly kind: "ratio";
  /** 分子、分母，单位相同（分）；值 = numerator / denominator。 */
  readonly numerator: number;
  readonly denominator: number;
}
