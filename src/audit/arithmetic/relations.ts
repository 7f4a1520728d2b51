import { ratio, roundRatio } from "../../money/ratio.ts";
import type { RateBound } from "../text/figures.ts";
import type { Quantity } from "./quantity.ts";

/**
 * 两边比较的结果。agree 照印出的数算正好相等；rounding 印出的数算不等，但四舍五入前的真值可以相等；
 * disagree 任何真值都不能使它成立。
 */
export type Comparison = "agree" | "rounding" | "disagree";

/** 印出的百分数，如 `99.31`；写作“不足0.01%”“超过100%”的，是界限，不是数。 */
export interface PrintedRate {
  readonly digits: string;
  readonly places: number;
  readonly bound?: RateBound;
}

/** 百分数的末位为 1 的整数：`99.31` → 9931n。 */
function lastPlaceUnits(rate: PrintedRate): bigint {
  return BigInt(rate.digits.replace(".", ""));
}

/** 分子在 [a]、分母在 [b] 内时，比值能不能四舍五入成印出的百分数。分母须为正。 */
export function compareRate(part: Quantity, whole: Quantity, rate: PrintedRate): Comparison {
  if (whole.low <= 0) {
    return part.point === 0 && Number(rate.digits) === 0 ? "agree" : "disagree";
  }
  if (rate.bound !== undefined) return compareBound(part, whole, rate, rate.bound);
  if (isPrinted(rate, roundedRate(part.point, whole.point, rate.places))) return "agree";
  const scale = 2n * 10n ** BigInt(rate.places + 2);
  const units = lastPlaceUnits(rate);
  const floor = 2n * units - 1n;
  const ceiling = 2n * units + 1n;
  // 分子可能为负（区间跨零）：除以正的分母，取极值时分别用大小两端。
  const highest = part.high >= 0 ? whole.low : whole.high;
  const lowest = part.low >= 0 ? whole.high : whole.low;
  const reachesFloor = BigInt(part.high) * scale >= floor * BigInt(highest);
  const staysBelow = BigInt(part.low) * scale < ceiling * BigInt(lowest);
  return reachesFloor && staysBelow ? "rounding" : "disagree";
}

/** 比值在界限之内为 agree；照印出的数不在、真值可以在的为 rounding。 */
function compareBound(
  part: Quantity,
  whole: Quantity,
  rate: PrintedRate,
  bound: RateBound,
): Comparison {
  const scale = 10n ** BigInt(rate.places + 2);
  const units = lastPlaceUnits(rate);
  const within = (a: number, b: number): boolean => {
    const gap = BigInt(a) * scale - units * BigInt(b);
    return bound === "不足" ? gap < 0n : gap > 0n;
  };
  if (within(part.point, whole.point)) return "agree";
  const possible = bound === "不足" ? within(part.low, whole.high) : within(part.high, whole.low);
  return possible ? "rounding" : "disagree";
}

/** 照印出的值算的百分数，四舍五入到 `places` 位；分母为零时为 null。 */
export function roundedRate(part: number, whole: number, places: number): string | null {
  if (whole === 0) return null;
  const scaled = part * 10 ** (places + 2);
  if (part >= 0 && whole > 0 && Number.isSafeInteger(scaled)) {
    const rest = scaled % whole;
    const units = (scaled - rest) / whole;
    return decimalText(rest * 2 >= whole ? units + 1 : units, places);
  }
  return roundRatio(ratio(part, whole), places, 2);
}

/** 末位为 1 的非负整数 → 十进制文本：9931、2 位 → `99.31`。 */
function decimalText(units: number, places: number): string {
  const text = String(units);
  if (places === 0) return text;
  const padded = text.padStart(places + 1, "0");
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

function isPrinted(rate: PrintedRate, decimal: string | null): boolean {
  return decimal !== null && Number(decimal) === Number(rate.digits);
}

/** 增减额、本年数在各自区间内时，增减率 = 额 ÷（本年 ∓ 额）能不能印成 `rate`。照印出的数上年不是正数的，没有增减率。 */
export function compareGrowth(
  current: Quantity,
  change: Quantity,
  direction: "增加" | "减少",
  rate: PrintedRate,
): Comparison {
  const prior = priorYear(current, change, direction);
  if (prior.point <= 0) return "disagree";
  if (rate.bound !== undefined) return compareBound(change, prior, rate, rate.bound);
  if (isPrinted(rate, roundedRate(change.point, prior.point, rate.places))) return "agree";
  const scale = 2n * 10n ** BigInt(rate.places + 2);
  const units = lastPlaceUnits(rate);
  // 率随额增、随本年数减；同一个额既在分子又在分母，取同一端。
  const sign = direction === "增加" ? -1 : 1;
  const highestBase = current.low + sign * change.high;
  const lowestBase = current.high + sign * change.low;
  // 上年数可以小到接近零的（分母不为正），率可以任意大，下面的比较恒成立。
  const reachesFloor = BigInt(change.high) * scale >= (2n * units - 1n) * BigInt(highestBase);
  const staysBelow = BigInt(change.low) * scale < (2n * units + 1n) * BigInt(lowestBase);
  return reachesFloor && staysBelow ? "rounding" : "disagree";
}

/** 上年数 = 本年数 ∓ 增减额。 */
export function priorYear(
  current: Quantity,
  change: Quantity,
  direction: "增加" | "减少",
): Quantity {
  return direction === "增加"
    ? {
        low: current.low - change.high,
        high: current.high - change.low,
        point: current.point - change.point,
      }
    : {
        low: current.low + change.low,
        high: current.high + change.high,
        point: current.point + change.point,
      };
}

/** 两年之差的方向和大小；相等的算增加零。 */
export function changeBetween(
  current: Quantity,
  prior: Quantity,
): { readonly direction: "增加" | "减少"; readonly size: Quantity } {
  return current.point < prior.point
    ? { direction: "减少", size: priorYear(prior, current, "增加") }
    : { direction: "增加", size: priorYear(current, prior, "增加") };
}

export function addQuantities(quantities: readonly Quantity[]): Quantity {
  let low = 0;
  let high = 0;
  let point = 0;
  for (const each of quantities) {
    low += each.low;
    high += each.high;
    point += each.point;
  }
  return { low, high, point };
}

/** 两个量是否可以是同一个数。 */
export function compareEqual(a: Quantity, b: Quantity): Comparison {
  if (a.point === b.point) return "agree";
  return Math.max(a.low, b.low) <= Math.min(a.high, b.high) ? "rounding" : "disagree";
}

/** a 能不能不大于 b。 */
export function canBeAtMost(a: Quantity, b: Quantity): boolean {
  return a.low <= b.high;
}
