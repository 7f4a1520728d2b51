import { Decimal } from "decimal.js";
import type { Figure } from "../../../src/narrative/draft.ts";

/** 精确值，写给人看：金额以元计，比率写成百分比，计数原样。 */
export function exactValue({
  text,
  value,
  moneyUnit,
}: Pick<Figure, "text" | "value" | "moneyUnit">) {
  if (moneyUnit !== null) return `${groupedYuan(value)} 元`;
  if (/[%％]$/.test(text)) return `${new Decimal(value).times(100).toFixed()}%`;
  return value;
}

/** 以元计的十进制文本，整数部分三位一分。 */
export function groupedYuan(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}
