import { traditionalToSimplified } from "./traditional.ts";

/** 丢弃：零宽字符、软连字符。 */
const DROPPED = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff";
/** 各种空白，都作一个空格。 */
const SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000";

/** 全角字母数字和混用的标点 → 一种写法：数字、百分号半角，括号、冒号、分号全角。 */
const SAME: readonly (readonly [string, string])[] = [
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
];

/** 去留要看左右的：空格、逗号、全角句点、间隔号。 */
const CONTEXTUAL = " ,，．·";

/** UTF-16 码元 → 归一后的码元；0 为丢弃。 */
export const replacement: Uint16Array = replacements();

/** UTF-16 码元 → 1 为不论左右都照留，0 为要换、要丢，或要看左右。 */
export const alwaysKept: Uint8Array = keptCodes();

function replacements(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const set = (from: string, to: number) => {
    table[from.charCodeAt(0)] = to;
  };
  for (const [from, to] of traditionalToSimplified) set(from, to.charCodeAt(0));
  for (const [from, to] of SAME) set(from, to.charCodeAt(0));
  for (const space of SPACES) set(space, 0x20);
  for (const dropped of DROPPED) set(dropped, 0);
  // 制表符以外的控制字符（扫描、转换留下的）也不要。
  for (let code = 0; code < 0x20; code += 1) if (code !== 0x09) table[code] = 0;
  return table;
}

function keptCodes(): Uint8Array {
  const table = Uint8Array.from(replacement, (code, index) =>
    code === index && code !== 0 ? 1 : 0,
  );
  for (const each of CONTEXTUAL) table[each.charCodeAt(0)] = 0;
  return table;
}
