import { cents } from "./cents.ts";
import { type Ratio, roundRatio } from "./ratio.ts";
import { roundQuotient } from "./rounding.ts";

const CENTS_IN_WAN = 1_000_000n;

/** 金额印成万元的写法。 */
export interface WanStyle {
  /** 去掉小数末尾的零：`12.30` 印成 `12.3`。 */
  readonly trimZeros: boolean;
  /** 小数位数，缺省 2。 */
  readonly decimals?: number;
  /** 整数部分加千分位逗号，缺省不加。 */
  readonly grouping?: boolean;
  /** 恰为零也印出小数位（`0.00`），缺省印 `0`。 */
  readonly zeroDecimals?: boolean;
}

/**
 * 以分计的金额印成以万元计的数字（不带单位），四舍五入。恰为零印 `0`（可以改为 `0.00`）；
 * 不为零而舍入为零的保留小数位（`0.00`），与真正的零区别。不是安全整数时抛 RangeError。
 */
export function printWan(amount: number, style: WanStyle): string {
  const exact = cents(amount);
  if (exact === 0) return style.zeroDecimals === true ? (0).toFixed(style.decimals ?? 2) : "0";
  const rounded = roundQuotient(BigInt(exact), CENTS_IN_WAN, style.decimals ?? 2);
  const text = style.trimZeros && !isZero(rounded) ? trimZeros(rounded) : rounded;
  return style.grouping === true ? group(text) : text;
}

/** 比率印成百分数的写法。 */
export interface PercentStyle {
  readonly decimals: 1 | 2;
  /** 去掉小数末尾的零，缺省不去。 */
  readonly trimZeros?: boolean;
  /** 恰为 100% 或 0% 时也印出小数位，缺省不印。 */
  readonly exactDecimals?: boolean;
}

/**
 * 比率印成带 `%` 的百分数，四舍五入。恰为 100% 或 0% 时不带小数（可以改为带）；舍入成 100 或 0 而并不恰好相等的，
 * 一律印出小数（`100.00%`、`0.00%`），免得读成“完成全部”或“没有”。分母为零时抛 RangeError。
 */
export function printPercent(ratio: Ratio, style: PercentStyle): string {
  const { numerator, denominator } = ratio;
  const rounded = roundRatio(ratio, style.decimals, 2);
  if (style.exactDecimals === true && isExact(ratio)) return `${rounded}%`;
  if (numerator === 0) return "0%";
  if (Math.abs(numerator) === Math.abs(denominator)) return `${trimZeros(rounded)}%`;
  const looksExact = isZero(rounded) || /^-?100\.0+$/.test(rounded);
  return `${style.trimZeros === true && !looksExact ? trimZeros(rounded) : rounded}%`;
}

function isExact({ numerator, denominator }: Ratio): boolean {
  return numerator === 0 || Math.abs(numerator) === Math.abs(denominator);
}

function isZero(decimal: string): boolean {
  return /^[0.]+$/.test(decimal);
}

function trimZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

function group(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
