import {
  addIntervals,
  type Interval,
  intersects,
  intervalOfDecimal,
} from "../../money/interval.ts";
import { parsePrinted } from "../../money/printed-number.ts";

/** 话里的一处“其中、包括”：合计和后面列的各数加不起来。 */
export interface ListMismatch {
  readonly quote: string;
  readonly kind: "超过" | "不足";
}

const AMOUNT = /(?<![年月日第\d.])\d[\d,]*(?:\.\d+)?\s*(?:万元|元)/g;
const HEAD = /(?:其中|包括|包含|分别为|分别是)[：:，,]?/g;

/**
 * 话里写着“…X万元，其中：甲A万元、乙B万元”的，逐处看 A＋B 与 X（都当作两位小数，四舍五入容许的范围内都算相等）。
 * 后面的数只有一个、或列到“等”为止的，只看有没有超过。
 */
export function listMismatches(text: string): ListMismatch[] {
  return [...text.matchAll(HEAD)].flatMap((match): ListMismatch[] => {
    const before = text.slice(0, match.index);
    const head = [...before.matchAll(AMOUNT)].at(-1);
    // 合计须在同一句里，紧挨着“其中”。
    if (head === undefined || /[。；;]/.test(before.slice(head.index + head[0].length))) return [];
    const [list = ""] = text.slice(match.index + match[0].length).split(/[。；;）)]/);
    const whole = interval(head[0]);
    const parts = [...list.matchAll(AMOUNT)].map(([word]) => interval(word));
    const [first, ...more] = parts.filter((part) => part !== null);
    if (whole === null || first === undefined || parts.includes(null)) return [];
    const sum = sumUpTo(whole, first, more);
    if (intersects(sum, whole)) return [];
    const over = sum.low > whole.high;
    const partial = more.length === 0 || /等[^，、]*$/.test(list);
    if (!over && partial) return [];
    const quote = `${head[0]}${before.slice(head.index + head[0].length)}${match[0]}${list}`;
    return [{ quote, kind: over ? "超过" : "不足" }];
  });
}

/** 各数之和；各数都不是负的，已经超过合计的不必再加下去，列得再多、再大也不会加出可精确表示的范围。 */
function sumUpTo(whole: Interval, first: Interval, more: readonly Interval[]): Interval {
  let sum = first;
  for (const part of more) {
    if (sum.low > whole.high) return sum;
    sum = addIntervals(sum, part);
  }
  return sum;
}

/** 说明里的金额都写两位小数，少写的是去掉了末尾的零。 */
const PLACES = 2;

/** 整数部分位数再多（一万亿元以上）就不是说明里的金额了，化成分也不能精确表示。 */
const MOST_DIGITS = { 元: 12, 万元: 8 } as const;

function interval(word: string): Interval | null {
  const printed = parsePrinted(word);
  if (printed === null) return null;
  const { decimal, places } = printed;
  const unit = printed.unit === "万元" ? "万元" : "元";
  const [whole = ""] = decimal.split(".");
  if (whole.length > MOST_DIGITS[unit]) return null;
  const { low, high } = intervalOfDecimal(decimal, Math.max(places, PLACES), unit);
  return { low: Math.max(0, low), high };
}
