import { Decimal } from "decimal.js";
import { intervalOfDecimal, type MoneyUnit } from "./interval.ts";
import { isBlank, isDash, type PrintedNumber, parsePrinted } from "./printed-number.ts";
import { roundHalfAway } from "./rounding.ts";

/**
 * 一格数字的读数。金额 `value`、`low`、`high` 以分计，计数为个数，都是整数；真值在 [low, high] 内。
 * `tooPrecise`：写到了分（计数为个位）以下，`value` 已四舍五入，须列出。
 */
export type NumberReading =
  | {
      readonly kind: "amount";
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly tooPrecise: boolean;
    }
  | { readonly kind: "blank" }
  | { readonly kind: "dash" }
  /** 应为数字却读不出；`why` 为中文短句，说明为什么。 */
  | { readonly kind: "unreadable"; readonly why: string };

/** 财决表按万元印出时通行的小数位数；少于它的是省去了末尾的零。 */
const USUAL_WAN_PLACES = 2;

/** 存成双精度数的十进制金额，与本来的值相差不会超过这些（绝对量，以该单位计；相对量）。 */
const NOISE = { 元: "0.000001", 万元: "0.000000001" } as const;
const RELATIVE_NOISE = "1e-14";

/**
 * 读一格金额。`moneyUnit` 为表的金额单位；文本自带单位的以自带的为准。
 *
 * 元：四舍五入到分，low = high = value；超过两位小数而又不是浮点噪声（8445807.810000001）的 `tooPrecise` 为真。
 * 万元：low..high 为印成这个样子的全部整数分；印到 6 位小数即到分，为一个点。整数和一位小数按 `usualPlaces`（缺省 2）位看待。
 * 超出安全整数（约 90 万亿元）为 unreadable。不抛错。
 */
export function parseAmountText(
  text: string,
  moneyUnit: "元" | "万元",
  usualPlaces: number = USUAL_WAN_PLACES,
): NumberReading {
  // 绝大多数格子是“元、不超过两位小数”的普通数字：整数部分与小数部分直接拼成分。
  if (moneyUnit === "元") {
    const plain = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
    if (plain !== null) {
      const [, sign, whole = "0", fraction = ""] = plain;
      const magnitude = Number(whole + fraction.padEnd(2, "0"));
      return exactly(sign === "-" && magnitude !== 0 ? -magnitude : magnitude);
    }
  }
  const printed = printedOrNot(text);
  if (!("decimal" in printed)) return printed;
  const unit = printed.unit ?? moneyUnit;
  if (unit === "%") return { kind: "unreadable", why: "是百分数，不是金额" };
  const places = unit === "万元" && moneyUnit === "万元" ? usualPlaces : 0;
  try {
    return unit === "元" ? yuanReading(printed) : roundedReading(printed, unit, places);
  } catch (error) {
    if (error instanceof RangeError) return { kind: "unreadable", why: "金额超出可精确表示的范围" };
    throw error;
  }
}

/** 读一格计数（人、辆、批次、台套），`value` 为个数。有小数的 `tooPrecise` 为真、四舍五入；带单位的为 unreadable。不抛错。 */
export function parseCountText(text: string): NumberReading {
  const printed = printedOrNot(text);
  if (!("decimal" in printed)) return printed;
  if (printed.unit !== null) {
    return { kind: "unreadable", why: `应为个数，却带单位“${printed.unit}”` };
  }
  const value = Number(roundHalfAway(printed.decimal, 0));
  if (!Number.isSafeInteger(value)) return { kind: "unreadable", why: "个数超出范围" };
  return exactly(value, !isNoise(printed.decimal, 0, NOISE.元));
}

function printedOrNot(text: string): PrintedNumber | Exclude<NumberReading, { kind: "amount" }> {
  const printed = parsePrinted(text);
  if (printed !== null) return printed;
  if (isBlank(text)) return { kind: "blank" };
  if (isDash(text)) return { kind: "dash" };
  return { kind: "unreadable", why: "不是数字" };
}

function exactly(value: number, tooPrecise = false): NumberReading {
  return { kind: "amount", value, low: value, high: value, tooPrecise };
}

function yuanReading(printed: PrintedNumber): NumberReading {
  const value = intervalOfDecimal(roundHalfAway(printed.decimal, 2), 2, "元").low;
  return exactly(value, printed.places > 2 && !isNoise(printed.decimal, 2, NOISE.元));
}

/** 万元、亿元：位数越少，区间越宽。 */
function roundedReading(
  printed: PrintedNumber,
  unit: Exclude<MoneyUnit, "元">,
  usualPlaces: number,
): NumberReading {
  const centPlaces = unit === "万元" ? 6 : 10;
  if (printed.places <= centPlaces) {
    return between(printed.decimal, Math.max(printed.places, usualPlaces), centPlaces, unit);
  }
  for (let places = usualPlaces; places <= centPlaces; places += 1) {
    if (isNoise(printed.decimal, places, NOISE.万元)) {
      return between(roundHalfAway(printed.decimal, places), places, centPlaces, unit);
    }
  }
  const cents = intervalOfDecimal(roundHalfAway(printed.decimal, centPlaces), centPlaces, unit);
  return exactly(cents.low, true);
}

function between(
  decimal: string,
  places: number,
  centPlaces: number,
  unit: MoneyUnit,
): NumberReading {
  const { low, high } = intervalOfDecimal(decimal, places, unit);
  const value = intervalOfDecimal(decimal, Math.max(places, centPlaces), unit).low;
  return { kind: "amount", value, low, high, tooPrecise: false };
}

/** 与舍入到 `places` 位的值之差，是否小到只能是双精度存储和求和带来的。 */
function isNoise(decimal: string, places: number, absolute: string): boolean {
  const exact = new Decimal(decimal);
  const difference = exact.minus(roundHalfAway(exact, places)).abs();
  const bound = Decimal.max(absolute, exact.abs().times(RELATIVE_NOISE));
  const tenthOfLast = new Decimal(10).pow(-places - 1);
  return difference.lessThanOrEqualTo(Decimal.min(bound, tenthOfLast));
}
