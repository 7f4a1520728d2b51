import { Decimal } from "decimal.js";

/** 分 → 万元的精确十进制文本，不舍入、不带单位，如 123456789 分 → `123.456789`。 */
export function wanText(cents: number): string {
  return new Decimal(cents).div(1_000_000).toFixed();
}
