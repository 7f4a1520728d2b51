import { traditionalToSimplified } from "./traditional.ts";

/** 一段字符及各字符在原文中的 UTF-16 下标；`text.length === at.length`。 */
export interface MappedText {
  readonly text: string;
  readonly at: Int32Array;
}

const DROPPED = /[\u00ad\u180e\u200b-\u200f\u2060\ufeff]/;
const SPACE = /[ \u00a0\u2000-\u200a\u3000]/;

/** 全角字母数字和混用的标点 → 一种写法：数字、百分号半角，括号、冒号、分号、逗号全角。 */
const SAME: ReadonlyMap<string, string> = new Map([
  ...[..."０１２３４５６７８９"].map((wide, index): [string, string] => [wide, String(index)]),
  ["％", "%"],
  ["﹪", "%"],
  ["(", "（"],
  [")", "）"],
  [":", "："],
  ["∶", "："],
  [";", "；"],
  ["﹐", "，"],
  ["／", "/"],
  ["∕", "/"],
  ["－", "-"],
  ["−", "-"],
  ["〔", "（"],
  ["〕", "）"],
  ["＂", '"'],
]);

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= "0" && character <= "9";

/**
 * 把一段（已接好断行的）字符归一：去掉零宽字符和汉字间的空格，全角数字改半角，
 * 标点统一，千分位逗号去掉，繁体字改简体；每个留下的字符都记着原来的位置。一遍扫完，时间与长度成正比。
 */
export function normaliseCharacters(source: MappedText): MappedText {
  const half = unify(source);
  return closeGaps(half);
}

/** 第一遍：逐字替换、丢弃。空格先留作一个空格，制表符照留。 */
function unify({ text, at }: MappedText): { characters: string[]; at: Int32Array } {
  const characters: string[] = [];
  const kept = new Int32Array(at.length);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    // 制表符以外的控制字符（扫描、转换留下的）也不要。
    if ((character < " " && character !== "\t") || DROPPED.test(character)) continue;
    const one = SPACE.test(character)
      ? " "
      : (SAME.get(character) ?? traditionalToSimplified.get(character) ?? character);
    if (one === " " && (characters.at(-1) === " " || characters.at(-1) === "\t")) continue;
    characters.push(one);
    kept[length] = at[index] ?? 0;
    length += 1;
  }
  return { characters, at: kept.subarray(0, length) };
}

/** 第二遍：看左右两边决定空格、逗号、句点的去留。 */
function closeGaps({ characters, at }: { characters: string[]; at: Int32Array }): MappedText {
  let text = "";
  const kept = new Int32Array(at.length);
  let length = 0;
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? "";
    const next = characters[index + 1];
    const before = text.at(-1);
    let out = character;
    if (character === " ") {
      if (!keepsSpace(characters, index, before, next)) continue;
    } else if (character === "," || character === "，") {
      if (isThousands(characters, index, text)) continue;
      out = "，";
    } else if (character === "．" || character === "·") {
      if (isDigit(before)) out = ".";
    }
    text += out;
    kept[length] = at[index] ?? 0;
    length += 1;
  }
  return { text, at: kept.slice(0, length) };
}

/** 空格只在两个数、两个外文词之间才有意义；数字内部（小数点两侧、三位一组）的空格去掉。 */
function keepsSpace(
  characters: readonly string[],
  index: number,
  before: string | undefined,
  next: string | undefined,
): boolean {
  if (before === undefined || next === undefined) return false;
  if (isDigit(before) && isDigit(next)) return !groupOfThree(characters, index + 1);
  return /[A-Za-z]/.test(before) && /[A-Za-z]/.test(next);
}

/** 恰好三位数字，后面是小数点加数字或金额单位。 */
function groupOfThree(characters: readonly string[], start: number): boolean {
  for (let offset = 0; offset < 3; offset += 1) {
    if (!isDigit(characters[start + offset])) return false;
  }
  const after = characters[start + 3];
  if (after === "." || after === "．") return isDigit(characters[start + 4]);
  return after === "万" || after === "," || after === "，";
}

function isThousands(characters: readonly string[], index: number, before: string): boolean {
  if (!isDigit(before.at(-1))) return false;
  const digits = /\d*$/.exec(before.slice(-16))?.[0] ?? "";
  // 全角逗号当千分位只在两边都像一个数时才算，免得把“38人次，200元”连成一个数。
  for (let offset = 1; offset <= 3; offset += 1) {
    if (!isDigit(characters[index + offset])) return false;
  }
  const after = characters[index + 4];
  if (isDigit(after)) return false;
  const plain = characters[index] === ",";
  const looksLikeEnd = after === "." || after === "万" || after === "," || after === "元";
  return digits.length <= 3 + 12 && (plain || looksLikeEnd);
}
