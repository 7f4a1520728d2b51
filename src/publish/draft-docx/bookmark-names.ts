/**
 * 段落编号写成书签名。书签名限 40 个字符，只能是字母（含汉字）、数字和下划线，不分大小写。
 * 编号里的其他字符写成下划线加代号，能还原；一个书签写不下的，接着写在后面的书签里：
 * `p1_…`、`p2_…`，数字是第几截。
 */

const LONGEST = 40;

/** 编号中常见的标点各用两个字符，其余用 `_u` 加四位十六进制。代号一律小写。 */
const CODES: readonly (readonly [string, string])[] = [
  [".", "_d"],
  ["/", "_s"],
  ["（", "_l"],
  ["）", "_r"],
  ["-", "_h"],
  ["_", "__"],
];
const CODE_OF = new Map(CODES);
const CHARACTER_OF = new Map(CODES.map(([character, code]) => [code, character]));

/** 能原样写进书签名的字符：基本平面的汉字、小写字母、数字。 */
const PLAIN = /^[\u4e00-\u9fffa-z0-9]$/;
const NAME = /^p(\d+)_(.*)$/s;
const TOKENS = /_u([0-9a-f]{4})|_.|[^_]/gsu;

/** 段落编号 → 书签名，通常一个，编号很长时几个。 */
export function bookmarkNames(id: string): string[] {
  const names: string[] = [];
  let body = "";
  const prefix = () => `p${names.length + 1}_`;
  for (const unit of id.split("")) {
    const code = PLAIN.test(unit) ? unit : (CODE_OF.get(unit) ?? escapeUnit(unit));
    if (prefix().length + body.length + code.length > LONGEST) {
      names.push(prefix() + body);
      body = "";
    }
    body += code;
  }
  return [...names, prefix() + body];
}

/** 一段上的书签名 → 段落编号；先后不拘，别人加的书签不理会；没有本程序的书签时为 null。 */
export function paragraphIdOf(names: readonly string[]): string | null {
  const pieces = names
    .map((name) => NAME.exec(name))
    .filter((match) => match !== null)
    .map((match) => ({ order: Number(match[1]), body: match[2] ?? "" }))
    .sort((a, b) => a.order - b.order);
  if (pieces.length === 0 || pieces.some((piece, index) => piece.order !== index + 1)) return null;
  const body = pieces.map((piece) => piece.body).join("");
  return body.replace(TOKENS, (token, hex: string | undefined) =>
    hex === undefined
      ? (CHARACTER_OF.get(token) ?? token)
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** 一段上的书签名（依先后）→ 它带着的各段落编号：人把几段并成一段时不止一个。 */
export function paragraphIdsOf(names: readonly string[]): string[] {
  const groups: string[][] = [[]];
  for (const name of names) {
    groups.at(-1)?.push(name);
    // 每个编号的第一截写在最后。
    if (name.startsWith("p1_")) groups.push([]);
  }
  const single = names.filter((name) => name.startsWith("p1_")).length <= 1;
  return (single ? [names] : groups).flatMap((group) => paragraphIdOf(group) ?? []);
}

/** 按 UTF-16 编码单元转写，扩展区汉字是两个单元。 */
function escapeUnit(unit: string): string {
  return `_u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
