import { roundQuotient } from "./rounding.ts";

/** 精确的比：分子、分母都是安全整数且单位相同，分母为正。值 = numerator / denominator，印出时才舍入。 */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

const MOST_PLACES = 20;

/** 由分子、分母组成比，负号移到分子，不约分。分母为零或不是安全整数时抛 RangeError：零作基数不可比，须由调用处说明。 */
export function ratio(numerator: number, denominator: number): Ratio {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
    throw new RangeError(`比的分子、分母须为整数：${numerator} / ${denominator}`);
  }
  if (denominator === 0) throw new RangeError("比的分母为零，不可比");
  return denominator < 0
    ? { numerator: 0 - numerator, denominator: 0 - denominator }
    : { numerator: numerator + 0, denominator };
}

/**
 * 比乘以 10 的 `scale` 次方后四舍五入到 `places` 位小数的文本，保留全部位数；`scale` 为 2 即百分数的数字部分。
 * 分母为零，或 `places` 超过 20 时抛 RangeError。
 */
export function roundRatio(r: Ratio, places: number, scale = 0): string {
  if (places + scale > MOST_PLACES) throw new RangeError(`小数位数 ${places} 过多`);
  const { numerator, denominator } = ratio(r.numerator, r.denominator);
  return roundQuotient(BigInt(numerator) * 10n ** BigInt(scale), BigInt(denominator), places);
}

/** 比的十进制文本，四舍五入到 `places` 位、保留全部位数，如 1/3 → `0.3333333333`。出错情形同 roundRatio。 */
export function ratioText(r: Ratio, places = 10): string {
  return roundRatio(r, places);
}

/** 精确比较两个比：a < b 为 -1，相等为 0，a > b 为 1。分母为零时抛 RangeError。 */
export function compareRatio(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = ratio(a.numerator, a.denominator);
  const right = ratio(b.numerator, b.denominator);
  const leftProduct = BigInt(left.numerator) * BigInt(right.denominator);
  const rightProduct = BigInt(right.numerator) * BigInt(left.denominator);
  if (leftProduct === rightProduct) return 0;
  return leftProduct < rightProduct ? -1 : 1;
}
