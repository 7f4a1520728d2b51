import { addCents, cents, subtractCents } from "./cents.ts";

/** 整数闭区间，以分计，含两端。low > high 表示没有任何整数分会印成那个样子（印到了分以下）。 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 金额的印出单位。 */
export type MoneyUnit = "元" | "万元" | "亿元";

/** 各单位折合成分时小数点右移的位数：1 元 = 10^2 分，1 万元 = 10^6 分，1 亿元 = 10^10 分。 */
const CENT_PLACES: Readonly<Record<MoneyUnit, number>> = { 元: 2, 万元: 6, 亿元: 10 };

/**
 * 四舍五入后恰好印成 `decimal`（`places` 位小数、单位为 `unit`）的全部整数分。
 * 印到分为止的是一个点；位数少的是半个末位宽的区间，如 12.30 万元为 [12295000, 12304999] 分；零两边对称。
 * `decimal` 为 `-?数字[.数字]`，小数位数不得超过 `places`；不是时，或超出安全整数时抛 RangeError。
 */
export function intervalOfDecimal(decimal: string, places: number, unit: MoneyUnit): Interval {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (parts === null) throw new RangeError(`“${decimal}” 不是十进制数`);
  const [, sign, whole = "0", fraction = ""] = parts;
  if (fraction.length > places) throw new RangeError(`“${decimal}” 的小数多于 ${places} 位`);
  const units = BigInt(whole + fraction.padEnd(places, "0"));
  const { low, high } = magnitudeInterval(units, CENT_PLACES[unit] - places);
  if (units === 0n) return { low: cents(Number(-high)), high: cents(Number(high)) };
  return sign === "-"
    ? { low: cents(Number(-high)), high: cents(Number(-low)) }
    : { low: cents(Number(low)), high: cents(Number(high)) };
}

/** 末位为 10^shift 分的非负数 `units` 对应的绝对值区间；shift 为负即印到了分以下，那时可能一个整数也没有。 */
function magnitudeInterval(units: bigint, shift: number): { low: bigint; high: bigint } {
  if (shift > 0) {
    const last = 10n ** BigInt(shift);
    return { low: units * last - last / 2n, high: units * last + last / 2n - 1n };
  }
  // 末位不到一分时区间不足一分宽，里面的整数只可能是 units / 10^-shift 本身。
  const perCent = 10n ** BigInt(-shift);
  return { low: (units + perCent - 1n) / perCent, high: units / perCent };
}

/**
 * 印出的金额对应的整数分区间；没有写明单位时按 `unitless`（缺省为元）。
 * 百分数不是金额，抛 RangeError；超出安全整数时也抛 RangeError。
 */
export function intervalOf(
  printed: { readonly decimal: string; readonly places: number; readonly unit: string | null },
  unitless: MoneyUnit = "元",
): Interval {
  const unit = printed.unit ?? unitless;
  if (unit !== "元" && unit !== "万元" && unit !== "亿元") {
    throw new RangeError(`“${printed.decimal}${unit}” 不是金额`);
  }
  return intervalOfDecimal(printed.decimal, printed.places, unit);
}

/** 只含一个金额（分）的区间；不是安全整数时抛 RangeError。 */
export function pointInterval(amount: number): Interval {
  const point = cents(amount);
  return { low: point, high: point };
}

/** 区间里有没有这个整数分。 */
export function contains(interval: Interval, amount: number): boolean {
  return interval.low <= amount && amount <= interval.high;
}

/** 两个区间是否有公共的整数分；空区间与任何区间都没有。 */
export function intersects(a: Interval, b: Interval): boolean {
  return Math.max(a.low, b.low) <= Math.min(a.high, b.high);
}

/** 逐端相加：各取区间内任一值时和的范围。超出安全整数时抛 RangeError。 */
export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: addCents(a.low, b.low), high: addCents(a.high, b.high) };
}

/** a − b 的范围。超出安全整数时抛 RangeError。 */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return { low: subtractCents(a.low, b.high), high: subtractCents(a.high, b.low) };
}

/** 相反数的范围。 */
export function negateInterval(a: Interval): Interval {
  return { low: 0 - a.high, high: 0 - a.low };
}
