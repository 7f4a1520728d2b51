import type { DraftStyle } from "../../../src/narrative/style.ts";

/** 精确的值：分子、分母，分母为正。金额以 10⁻⁴ 元计。 */
export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** 金额一格的单位：10⁻⁴ 元。 */
const PER_YUAN = 10_000n;
const PER_WAN = 100_000_000n;

/** 四舍五入（五入向远离零的方向）到 `places` 位小数，`-12.30` 这样保留全部位数；舍成零不带负号。 */
export function rounded({ top, bottom }: Exact, places: number): string {
  const scale = 10n ** BigInt(places);
  const negative = top < 0n;
  const scaledTop = (negative ? -top : top) * scale;
  const whole = (scaledTop * 2n + bottom) / (bottom * 2n);
  const digits = whole.toString().padStart(places + 1, "0");
  const text =
    places === 0
      ? digits
      : `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
  return negative && whole !== 0n ? `-${text}` : text;
}

/** 金额该怎样印：万元两位；恰为零照写法；不为零而舍成零的以元印。 */
export function moneyText(amount: bigint, style: DraftStyle): string {
  if (amount === 0n) return style.exactNumbers === "带小数" ? "0.00万元" : "0万元";
  const text = rounded({ top: amount, bottom: PER_WAN }, 2);
  if (/^0\.00$/.test(text)) return `${yuanValue(amount)}元`;
  const trimmed = style.amountZeros === "去掉" ? trimZeros(text) : text;
  return `${style.grouping ? group(trimmed) : trimmed}万元`;
}

/** 以元计的十进制文本，两位小数。 */
export function yuanValue(amount: bigint): string {
  return rounded({ top: amount, bottom: PER_YUAN }, 2);
}

/** 逐件金额以元印的样子：没有角分的不带小数。 */
export function itemYuanText(amount: bigint): string {
  return `${yuanValue(amount).replace(/\.00$/, "")}元`;
}

/** 百分数该怎样印；不是零而舍成零、不到全部而舍成 100% 的写“不足”；完成率超出而舍成 100% 的写“超过”。 */
export function percentText(ratio: Exact, style: DraftStyle): readonly string[] {
  const { top, bottom } = ratio;
  const places = style.percentDecimals;
  const text = rounded({ top: top * 100n, bottom }, places);
  const exact = top === 0n || top === bottom || top === -bottom;
  if (exact) return [`${style.exactNumbers === "带小数" ? text : trimZeros(text)}%`];
  const isZero = /^0\.0+$/.test(text);
  const looksWhole = isZero || /^-?100\.0+$/.test(text);
  const printed = `${style.percentZeros === "去掉" && !looksWhole ? trimZeros(text) : text}%`;
  if (top <= 0n || !looksWhole) return [printed];
  if (isZero) return [places === 1 ? "不足0.1%" : "不足0.01%"];
  return top < bottom ? ["不足100%"] : [printed, "超过100%"];
}

function trimZeros(text: string): string {
  return text.replace(/\.0+$/, "").replace(/(\.\d*[1-9])0+$/, "$1");
}

function group(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const digits = [...whole.replace("-", "")].toReversed();
  const grouped = digits
    .map((digit, index) => (index > 0 && index % 3 === 0 ? `${digit},` : digit))
    .toReversed()
    .join("");
  const sign = whole.startsWith("-") ? "-" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
