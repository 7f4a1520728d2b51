import type { Value } from "../catalogue/entry.ts";
import type { NumberLiteral } from "./syntax.ts";

/** 金额最多写到的位数：元的分、万元的百万分位。 */
const PLACES = { 元: 2, 万元: 6 } as const;

/** 小数点后的位数过多、或数太大时为 null：那样的数不能精确比较。 */
export function literalValue({ digits, unit }: NumberLiteral): Value | null {
  const name = `${digits}${unit}`;
  const base = { name, formula: "模板所写", from: [] };
  if (unit === "") {
    const count = scaled(digits, 0);
    return count === null ? null : { kind: "计数", fact: { kind: "count", count, ...base } };
  }
  if (unit === "%") {
    const numerator = scaled(digits, 4);
    const fact = { kind: "ratio", denominator: 1_000_000, ...base } as const;
    return numerator === null ? null : { kind: "比率", fact: { ...fact, numerator } };
  }
  const cents = scaled(digits, PLACES[unit]);
  return cents === null ? null : { kind: "金额", fact: { kind: "money", cents, ...base } };
}

/** 十进制文本乘以 10 的 `places` 次方；除不尽或超出安全整数时为 null。 */
function scaled(digits: string, places: number): number | null {
  const [whole = "", fraction = ""] = digits.split(".");
  if (fraction.replace(/0+$/, "").length > places) return null;
  const value = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  return Number.isSafeInteger(value) ? value : null;
}
