/** 一种笔误的说法，和它的说服力（对数尺度的分数，0 为没有）。 */
export interface Hint {
  readonly text: string;
  readonly weight: number;
}

/** 一万倍：元与万元混用。按万元填的数通常只有两位小数，因此允许差到半个 0.01 万元（5000 分）。 */
const WAN = 10_000;
const HALF_WAN_PLACE = 5_000;

const FACTORS: readonly (readonly [factor: number, how: string])[] = [
  [10, "一位"],
  [100, "两位"],
  [1_000, "三位"],
];

/**
 * 只看数字：`is` 误写自 `shouldBe` 像是哪一种笔误。金额以分计，计数为整数；
 * 看不出来、两数相同，或其中一个为零时为 null。
 */
export function digitSlip(is: number, shouldBe: number): Hint | null {
  if (is === 0) return null;
  if (is === -shouldBe) return { text: "正负号写反了", weight: 3 };
  return scaleSlip(is, shouldBe) ?? (is * shouldBe > 0 ? sameSign(is, shouldBe) : null);
}

function scaleSlip(is: number, shouldBe: number): Hint | null {
  if (is === shouldBe * WAN) return { text: "恰为应有数的一万倍，疑似把元当作万元", weight: 4 };
  if (Math.abs(shouldBe - is * WAN) <= HALF_WAN_PLACE) {
    return { text: "恰为应有数的万分之一，疑似按万元填列", weight: 4 };
  }
  for (const [factor, places] of FACTORS) {
    if (is === shouldBe * factor) {
      return { text: `恰为应有数的 ${factor} 倍，小数点错了${places}`, weight: 3 };
    }
    // 除不尽时末位四舍五入。
    if (Math.abs(shouldBe - is * factor) <= factor / 2) {
      return { text: `恰为应有数的 ${factor} 分之一，小数点错了${places}`, weight: 3 };
    }
  }
  return is === 2 * shouldBe ? { text: "恰为应有数的两倍，疑似重复计算", weight: 2 } : null;
}

function sameSign(is: number, shouldBe: number): Hint | null {
  const [wrong, right] = [String(Math.abs(is)), String(Math.abs(shouldBe))];
  if (wrong.length === right.length) return swappedDigits(wrong, right) ?? oneDigit(wrong, right);
  if (isWithoutOne(wrong, right)) return { text: "疑似漏写一位数字", weight: 1.5 };
  if (isWithoutOne(right, wrong)) return { text: "疑似多写一位数字", weight: 1.5 };
  return null;
}

function swappedDigits(wrong: string, right: string): Hint | null {
  const places = differingPlaces(wrong, right);
  const [a = 0, b = 0] = places;
  if (places.length !== 2 || wrong[a] !== right[b] || wrong[b] !== right[a]) return null;
  const digits = `${right[a]} 和 ${right[b]}`;
  return b === a + 1
    ? { text: `疑似相邻两位数字 ${digits} 颠倒`, weight: 3 }
    : { text: `疑似两位数字 ${digits} 颠倒`, weight: 2 };
}

function oneDigit(wrong: string, right: string): Hint | null {
  const [place, ...others] = differingPlaces(wrong, right);
  if (place === undefined || others.length > 0) return null;
  return { text: `只有一位数字不同：${right[place]} 写成了 ${wrong[place]}`, weight: 1 };
}

function differingPlaces(a: string, b: string): number[] {
  return [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]));
}

/** `short` 恰是 `long` 去掉一个字符。 */
function isWithoutOne(short: string, long: string): boolean {
  return [...long].some((_, place) => long.slice(0, place) + long.slice(place + 1) === short);
}

/** 末尾有几个零（至多 6 个）；零为 0。 */
export function trailingZeros(amount: number): number {
  let [rest, zeros] = [Math.abs(amount), 0];
  while (rest !== 0 && rest % 10 === 0 && zeros < 6) {
    rest /= 10;
    zeros++;
  }
  return zeros;
}
