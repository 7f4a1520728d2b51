import { Decimal } from "decimal.js";

/**
 * 四舍五入（恰好一半时离零而去）到 `places` 位小数，在十进制上进行，因此 1.005 → `1.01`、-1.005 → `-1.01`。
 * 结果保留全部 `places` 位；舍入为零时不带负号。`decimal` 不是有限的十进制数，或 `places` 不是非负整数时抛 RangeError。
 */
export function roundHalfAway(decimal: Decimal | string, places: number): string {
  if (!Number.isSafeInteger(places) || places < 0) {
    throw new RangeError(`小数位数 ${places} 不是非负整数`);
  }
  const number = typeof decimal === "string" ? decimalOf(decimal) : decimal;
  if (!number.isFinite()) throw new RangeError(`${number.toString()} 不是有限的十进制数`);
  // decimal.js 的 ROUND_HALF_UP 恰好一半时离零而去，正是四舍五入；toFixed 不受 precision 限制。
  const text = number.toFixed(places, Decimal.ROUND_HALF_UP);
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/**
 * 精确的商（分子、分母都是整数，分母为正）四舍五入到 `places` 位小数，写法同 `roundHalfAway`。
 * 整数运算，没有二次舍入。
 */
export function roundQuotient(numerator: bigint, denominator: bigint, places: number): string {
  const size = numerator < 0n ? -numerator : numerator;
  const units = (2n * size * 10n ** BigInt(places) + denominator) / (2n * denominator);
  const digits = String(units).padStart(places + 1, "0");
  const sign = numerator < 0n && units > 0n ? "-" : "";
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function decimalOf(text: string): Decimal {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    throw new RangeError(`“${text}” 不是十进制数`);
  }
  return new Decimal(text);
}
