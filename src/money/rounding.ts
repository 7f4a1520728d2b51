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

function decimalOf(text: string): Decimal {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
    throw new RangeError(`“${text}” 不是十进制数`);
  }
  return new Decimal(text);
}
