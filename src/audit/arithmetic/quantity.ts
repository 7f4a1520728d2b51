import { intervalOfDecimal } from "../../money/interval.ts";
import { parsePrinted } from "../../money/printed-number.ts";
import type { Figure } from "../text/figures.ts";

/** 印出的一个量：真值所在的整数闭区间，和照印出的值。金额以分计，计数为个数。 */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  readonly point: number;
}

/** 这份说明里金额通行的写法。 */
export interface DocumentStyle {
  /** 通行的单位：不带“万”的金额在以万元计的说明里多半是漏写。 */
  readonly moneyUnit: "万元" | "元";
  /** 各单位通行的小数位数；少于它的是省去了末尾的零。 */
  readonly usualPlaces: Readonly<Record<"元" | "万元" | "亿元", number>>;
}

export type PrintedUnit = "元" | "万元" | "亿元";

/** 单位的规范写法：`万` → `万元`；没有写单位的为 null。 */
export function printedUnit(figure: Figure): PrintedUnit | null {
  if (figure.unit.startsWith("亿")) return "亿元";
  if (figure.unit.startsWith("万")) return "万元";
  return figure.unit === "元" ? "元" : null;
}

const ONE: Readonly<Record<PrintedUnit, number>> = { 元: 2, 万元: 6, 亿元: 10 };

/**
 * 金额按 `unit` 读成分。位数少于通行位数的按通行位数看待（`8万元` 在两位小数的说明里是 8.00 万元）。
 * 数字过大超出安全整数时为 null。
 */
export function moneyQuantity(
  figure: Figure,
  unit: PrintedUnit,
  style: DocumentStyle,
): Quantity | null {
  const places = Math.max(figure.places, style.usualPlaces[unit]);
  const small = smallQuantity(figure, ONE[unit], places);
  if (small !== null) return small;
  const parsed = parsePrinted(figure.digits);
  if (parsed === null) return null;
  try {
    const { low, high } = intervalOfDecimal(parsed.decimal, places, unit);
    const exact = intervalOfDecimal(parsed.decimal, Math.max(figure.places, ONE[unit]), unit);
    return { low: Math.min(low, high), high: Math.max(low, high), point: exact.low };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const MOST_DIGITS = 15;
const LARGEST = 2 ** 50;

/** 不印到分以下、不到 2^50 分（11 万亿元）的金额，几乎全部如此：用普通的数算，与区间的定义相同。其余为 null。 */
function smallQuantity(figure: Figure, centPlaces: number, places: number): Quantity | null {
  if (places > centPlaces || figure.digits.length > MOST_DIGITS) return null;
  // 两次舍入的相对误差不到 2^-52，这个范围里不到半分，取整就是准数。
  const point = Math.round(Number(figure.digits) * 10 ** centPlaces);
  const last = 10 ** (centPlaces - places);
  const below = Math.floor(last / 2);
  const above = Math.ceil(last / 2) - 1;
  if (Math.abs(point) >= LARGEST) return null;
  if (point === 0) return { low: 0 - above, high: above, point: 0 };
  return point < 0
    ? { low: point - above, high: point + below, point }
    : { low: point - below, high: point + above, point };
}

/** 计数：一个点。 */
export function countQuantity(figure: Figure): Quantity {
  const value = Number(figure.digits);
  return { low: value, high: value, point: value };
}

/** 由各段的数看出通行的单位和小数位数（有小数的金额里最常见的位数）。 */
export function documentStyle(figures: readonly Figure[]): DocumentStyle {
  const byUnit: Record<PrintedUnit, Figure[]> = { 元: [], 万元: [], 亿元: [] };
  for (const figure of figures) {
    const unit = figure.kind === "money" ? printedUnit(figure) : null;
    if (unit !== null) byUnit[unit].push(figure);
  }
  return {
    moneyUnit: byUnit.万元.length >= byUnit.元.length ? "万元" : "元",
    usualPlaces: {
      元: usual(byUnit.元, 0),
      万元: usual(byUnit.万元, 2),
      亿元: usual(byUnit.亿元, 2),
    },
  };
}

function usual(figures: readonly Figure[], fallback: number): number {
  const tally = new Map<number, number>();
  for (const { places } of figures) {
    if (places > 0) tally.set(places, (tally.get(places) ?? 0) + 1);
  }
  let best = fallback;
  let most = 0;
  for (const [places, times] of tally) {
    if (times > most || (times === most && places > best)) {
      best = places;
      most = times;
    }
  }
  return best;
}
