import { alwaysKept, replacement } from "./character-kinds.ts";

/** 一段字符及各字符在原文中的 UTF-16 下标；`text.length === at.length`。 */
export interface MappedText {
  readonly text: string;
  readonly at: Int32Array;
}

const TAB = 0x09;
const SPACE = 0x20;
const COMMA = 0x2c;
const DOT = 0x2e;
const MIDDLE_DOT = 0xb7;
const WIDE_COMMA = 0xff0c;
const WIDE_DOT = 0xff0e;
const WAN = "万".charCodeAt(0);
const YUAN = "元".charCodeAt(0);
/** 千分位之前最多看几位数字。 */
const MOST_DIGITS = 15;
/** 一次交给 `String.fromCharCode` 的码元数，参数过多会超出调用栈。 */
const CHUNK = 4096;

const isDigit = (code: number | undefined): boolean =>
  code !== undefined && code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/**
 * 把一段（已接好断行的）字符归一：去掉零宽字符和汉字间的空格，全角数字改半角，
 * 标点统一，千分位逗号去掉，繁体字改简体；每个留下的字符都记着原来的位置。时间与长度成正比。
 * 一个字也不用改的原样返回（同一个对象）：多数段落如此。
 */
export function normaliseCharacters(source: MappedText): MappedText {
  return isNormal(source.text) ? source : closeGaps(unify(source));
}

/** 没有要换、要丢、要看左右才定去留的字符；两边不都是数字的全角逗号不算。 */
function isNormal(text: string): boolean {
  const kept = alwaysKept;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (kept[code] === 1) continue;
    if (code !== WIDE_COMMA) return false;
    if (isDigit(text.charCodeAt(index - 1)) && isDigit(text.charCodeAt(index + 1))) return false;
  }
  return true;
}

interface Codes {
  readonly codes: Uint16Array;
  readonly at: Int32Array;
}

/** 第一遍：逐字替换、丢弃，连着的空格留一个；制表符照留。 */
function unify({ text, at }: MappedText): Codes {
  const codes = new Uint16Array(text.length);
  const kept = new Int32Array(text.length);
  const table = replacement;
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = table[text.charCodeAt(index)] ?? 0;
    if (code === 0) continue;
    if (code === SPACE && length > 0) {
      const before = codes[length - 1];
      if (before === SPACE || before === TAB) continue;
    }
    codes[length] = code;
    kept[length] = at[index] ?? 0;
    length += 1;
  }
  return { codes: codes.subarray(0, length), at: kept.subarray(0, length) };
}

/** 第二遍：看左右两边决定空格、逗号、句点的去留。就地写回：写的位置不超过读的位置。 */
function closeGaps({ codes, at }: Codes): MappedText {
  let length = 0;
  for (let index = 0; index < codes.length; index += 1) {
    let code = codes[index] ?? 0;
    const before = length === 0 ? undefined : codes[length - 1];
    if (code === SPACE) {
      if (!keepsSpace(codes, index, before)) continue;
    } else if (code === COMMA || code === WIDE_COMMA) {
      if (isDigit(before) && isThousands(codes, index, length)) continue;
      code = WIDE_COMMA;
    } else if ((code === WIDE_DOT || code === MIDDLE_DOT) && isDigit(before)) {
      code = DOT;
    }
    codes[length] = code;
    at[length] = at[index] ?? 0;
    length += 1;
  }
  return { text: textOf(codes.subarray(0, length)), at: at.subarray(0, length) };
}

function textOf(codes: Uint16Array): string {
  let text = "";
  for (let from = 0; from < codes.length; from += CHUNK) {
    const piece: string = Reflect.apply(
      String.fromCharCode,
      null,
      codes.subarray(from, from + CHUNK),
    );
    text += piece;
  }
  return text;
}

/** 空格只在两个数、两个外文词之间才有意义；数字内部（小数点两侧、三位一组）的空格去掉。 */
function keepsSpace(codes: Uint16Array, index: number, before: number | undefined): boolean {
  const next = codes[index + 1];
  if (before === undefined || next === undefined) return false;
  if (isDigit(before) && isDigit(next)) return !groupOfThree(codes, index + 1);
  return isLatin(before) && isLatin(next);
}

function threeDigits(codes: Uint16Array, start: number): boolean {
  return isDigit(codes[start]) && isDigit(codes[start + 1]) && isDigit(codes[start + 2]);
}

/** 恰好三位数字，后面是小数点加数字或金额单位。 */
function groupOfThree(codes: Uint16Array, start: number): boolean {
  if (!threeDigits(codes, start)) return false;
  const after = codes[start + 3];
  if (after === DOT || after === WIDE_DOT) return isDigit(codes[start + 4]);
  return after === WAN || after === COMMA || after === WIDE_COMMA;
}

/** 逗号左边是数字（已写到 `codes` 的前 `length` 个），右边恰好三位数字。 */
function isThousands(codes: Uint16Array, index: number, length: number): boolean {
  if (!threeDigits(codes, index + 1)) return false;
  const after = codes[index + 4];
  if (isDigit(after)) return false;
  let digits = 0;
  while (digits <= MOST_DIGITS && isDigit(codes[length - 1 - digits])) digits += 1;
  if (digits > MOST_DIGITS) return false;
  // 全角逗号当千分位只在两边都像一个数时才算，免得把“38人次，200元”连成一个数。
  const looksLikeEnd = after === DOT || after === WAN || after === COMMA || after === YUAN;
  return codes[index] === COMMA || looksLikeEnd;
}
