/** document.xml 里一个元素的起止；下标是解码后字符串的。 */
export interface ElementPlace {
  readonly start: number;
  readonly end: number;
}

/** 一个 w:r：批注的起止只能落在它的外面，落在里面时要把它拆开。 */
export interface RunPlace extends ElementPlace {
  /** 开始标签原文，如 `<w:r w:rsidR="00A1">`。 */
  readonly tag: string;
  /** w:rPr 原文；没有为空串。 */
  readonly properties: string;
  /** 第一个不是 w:rPr 的下级从哪里起，最后一个下级到哪里止。 */
  readonly firstContent: number;
  readonly lastContent: number;
}

/** 文字在一个 w:t 里，可以从中间拆开。 */
export interface SplittableSource extends ElementPlace {
  readonly kind: "text";
  readonly run: RunPlace;
  /** 开始标签原文。 */
  readonly tag: string;
  /** 每个字在 document.xml 里从哪里起，末尾多一项为内容的末尾。 */
  readonly offsets: Int32Array;
}

/** 文字在文本框、公式、内容控件、脚注里：批注只能圈住整个元素（脚注为正文里的引用处）。 */
export interface WholeSource {
  readonly kind: "whole";
  readonly element: ElementPlace;
}

export type TextSource = SplittableSource | WholeSource;

/** 成文 [start, end) 的字来自 `source` 的第 `from` 个字起。 */
export interface DocxPiece {
  readonly start: number;
  readonly end: number;
  readonly source: TextSource;
  readonly from: number;
}

const ENTITY = /&(?:#x([0-9a-fA-F]+)|#(\d+)|(lt|gt|amp|quot|apos));/y;
const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/**
 * w:t 的内容 `xml[start, end)` → 各个字从哪里起（末尾多一项为 `end`）。
 * 解出来的字与 `text` 不同（夹着注释、CDATA）为 null。
 */
export function textOffsets(
  xml: string,
  start: number,
  end: number,
  text: string,
): Int32Array | null {
  const offsets = new Int32Array(text.length + 1);
  let at = start;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = at;
    ENTITY.lastIndex = at;
    const entity = xml[at] === "&" ? ENTITY.exec(xml) : null;
    if (entity === null) {
      if (at >= end || !sameCharacter(xml.charAt(at), text.charAt(index))) return null;
      at += xml.startsWith("\r\n", at) ? 2 : 1;
      continue;
    }
    const character = entityText(entity);
    if (character.length === 2) {
      // 补充平面的字占两个下标，起点是同一处。
      index += 1;
      offsets[index] = at;
      if (text.slice(index - 1, index + 1) !== character) return null;
    } else if (!sameCharacter(character, text.charAt(index))) return null;
    at += entity[0].length;
  }
  offsets[text.length] = end;
  return at === end ? offsets : null;
}

/** 读出的文字里行尾一律为换行符。 */
function sameCharacter(raw: string, read: string): boolean {
  return raw === read || (raw === "\r" && read === "\n");
}

function entityText([, hex, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name] ?? "";
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
