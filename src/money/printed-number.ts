import type { MoneyUnit } from "./interval.ts";

/** 一个印出来的数。 */
export interface PrintedNumber {
  /** 数字部分的原文（含符号、括号、千分位、内部空格，不含单位），即 `text.slice(start, end)`。 */
  readonly lexeme: string;
  /** 规范的十进制文本，如 `-1234.50`；位数照印出的保留，零不带负号。 */
  readonly decimal: string;
  /** 印出的小数位数。 */
  readonly places: number;
  /** 紧跟的单位；`万`、`亿` 归为 `万元`、`亿元`，没有写单位为 null。 */
  readonly unit: MoneyUnit | "%" | null;
  /** `lexeme` 在原文中的 UTF-16 下标，不含 `end`。 */
  readonly start: number;
  readonly end: number;
}

/** 空白：含全角空格、不换行空格、零宽空格和换行。 */
const SPACE = /[\s\u00a0\u180e\u200b-\u200d\u2060\ufeff]/;
const SPACES = new RegExp(SPACE.source, "g");

/** 全角字符、各种负号 → 半角。破折号不当负号：`—12.30` 是负数还是占位看不出，宁可列出。 */
const HALF_WIDTH: ReadonlyMap<string, string> = new Map([
  ..."０１２３４５６７８９"
    .split("")
    .map((digit, index): [string, string] => [digit, String(index)]),
  ["．", "."],
  ["，", ","],
  ["（", "("],
  ["）", ")"],
  ["％", "%"],
  ["＋", "+"],
  ["－", "-"],
  ["−", "-"],
  ["–", "-"],
  ["﹣", "-"],
  ["△", "-"],
  ["▲", "-"],
  ["￥", "¥"],
]);

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+`;
const UNIT = "亿元|万元|元|亿|万|%";
const SIGNED = new RegExp(`^(¥?[-+]?¥?)(${NUMBER})(${UNIT})?$`);
const BRACKETED = new RegExp(String.raw`^¥?\((¥?)(${NUMBER})(${UNIT})?\)(${UNIT})?$`);
const DASH = /^[“”"＂]?(?:[-—－―–‐‑‒─━ー﹘﹣−]+|一{1,2})[“”"＂]?$/;

const UNITS: ReadonlyMap<string, PrintedNumber["unit"]> = new Map([
  ["元", "元"],
  ["万元", "万元"],
  ["万", "万元"],
  ["亿元", "亿元"],
  ["亿", "亿元"],
  ["%", "%"],
]);

/** 是否只有空白字符。 */
export function isBlank(text: string): boolean {
  return text.replace(SPACES, "") === "";
}

/** 是否“不适用”占位：各种横线、破折号、当作横线的“一”，可带引号。 */
export function isDash(text: string): boolean {
  return DASH.test(text.replace(SPACES, ""));
}

/**
 * 把整段文本读成一个印出来的数，首尾空白不计。认全角数字和符号、千分位（三位一组）、数字内的空格和换行、
 * 括号负数（1.00）、△▲ 负号、¥，以及紧跟的 元、万元、亿元、万、亿、%。
 * 整段不恰好是一个数（`1.2.3`、`12元3角`、`约5万`、千分位不成三位、横线、空白）时为 null，不猜。
 */
export function parsePrinted(text: string): PrintedNumber | null {
  const { half, indexes } = halfWidth(text);
  const signed = SIGNED.exec(half);
  if (signed !== null) {
    const [, sign = "", digits = "", unit = ""] = signed;
    const end = half.length - unit.length;
    return printed(text, indexes, end, sign.includes("-"), digits, unit);
  }
  const bracketed = BRACKETED.exec(half);
  if (bracketed !== null) {
    const [, , digits = "", inside = "", outside = ""] = bracketed;
    if (inside !== "" && outside !== "") return null;
    const end = half.length - outside.length;
    return printed(text, indexes, end, true, digits, inside === "" ? outside : inside);
  }
  return null;
}

/** 去掉空白、换成半角的文本，以及其中每个字符在原文中的下标。 */
function halfWidth(text: string): { half: string; indexes: number[] } {
  let half = "";
  const indexes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (SPACE.test(character)) continue;
    half += HALF_WIDTH.get(character) ?? character;
    indexes.push(index);
  }
  return { half, indexes };
}

function printed(
  text: string,
  indexes: readonly number[],
  endInHalf: number,
  negative: boolean,
  digits: string,
  unit: string,
): PrintedNumber {
  const [whole = "", fraction = ""] = digits.replaceAll(",", "").split(".");
  const magnitude = `${whole.replace(/^0+(?=\d)/, "") || "0"}${fraction === "" ? "" : `.${fraction}`}`;
  const start = indexes[0] ?? 0;
  const end = (indexes[endInHalf - 1] ?? start) + 1;
  return {
    lexeme: text.slice(start, end),
    decimal: negative && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude,
    places: fraction.length,
    unit: UNITS.get(unit) ?? null,
    start,
    end,
  };
}
