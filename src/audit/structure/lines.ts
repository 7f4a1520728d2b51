import type { MappedText } from "../text/characters.ts";

/** 接好断行的一段原文，尚未归一。 */
export interface RawParagraph {
  readonly source: MappedText;
  /** 各处断行之后第一个字符在 `source` 里的下标。 */
  readonly joins: readonly number[];
  /** 表格压平成的行：原来有制表符。 */
  readonly tabbed: boolean;
}

interface Line {
  /** 去掉两端空白后的文字及其下标。 */
  readonly text: string;
  readonly from: number;
  /** 去掉全部空白的文字，判断是不是标题、写没写满用。 */
  readonly compact: string;
  readonly tabbed: boolean;
}

/** 一行开头写着它另起一段。 */
const STARTS =
  /^(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|[-●■◆•]|附件|附表|附图|[（(［]?图|[（(]?注[：:]|目录|项目名称|其中[：:]$|公开时间|https?:)/;
const CLOSED = new Set("。！？；：!?;:…】］");
/** 标题：有序号、不长、没有句读。 */
const HEADING =
  /^(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|附件|附表)[^，。；,;]{0,44}$/;
/** 科目写到一半：类、款之后必有下文。 */
const HALF_SUBJECT = /^[（(](?:类|款)[)）]$/;
const FULL_LINE = 20;

/** 断行处之间最多隔几个空行（分页、图片处）。 */
const MOST_BLANKS = 2;

/**
 * 原文分段：换行处若是排版断行（上一行写满、没有句读，下一行没有另起一段的样子），接成一段。
 * 由 PDF 转出的文本逐行断开，扫描件分页处还隔着空行，都靠这里接上。
 */
export function joinLines(text: string): RawParagraph[] {
  const paragraphs: RawParagraph[] = [];
  const offsets = new Int32Array(text.length);
  for (let index = 0; index < offsets.length; index += 1) offsets[index] = index;
  let current: Line[] = [];
  let blanks = 0;
  const flush = () => {
    if (current.length > 0) paragraphs.push(assemble(current, offsets));
    current = [];
  };
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf("\n", start);
    const line = readLine(text.slice(start, end < 0 ? text.length : end), start);
    start = end < 0 ? text.length + 1 : end + 1;
    if (line === null) {
      blanks += 1;
      continue;
    }
    const last = current.at(-1);
    if (last === undefined || blanks > MOST_BLANKS || !continues(last, line)) flush();
    current.push(line);
    blanks = 0;
  }
  flush();
  return paragraphs;
}

/** 空行为 null。 */
function readLine(raw: string, start: number): Line | null {
  const clean = raw.includes("[bookmark:")
    ? raw.replace(/\[bookmark:[^\]]{0,200}\]/g, (debris) => " ".repeat(debris.length))
    : raw;
  const text = clean.trim();
  if (text === "") return null;
  return {
    text,
    compact: /\s/.test(text) ? text.replace(/\s/g, "") : text,
    from: start + clean.length - clean.trimStart().length,
    tabbed: clean.includes("\t") && clean.trimEnd().includes("\t"),
  };
}

function continues(last: Line, next: Line): boolean {
  if (last.tabbed || next.tabbed) return false;
  const end = last.compact.charAt(last.compact.length - 1);
  if (CLOSED.has(end)) return false;
  if (STARTS.test(next.compact)) return false;
  if (HALF_SUBJECT.test(last.compact.slice(-3))) return true;
  if (HEADING.test(last.compact)) return false;
  if (end === ")" || end === "）") return false;
  if (/^[，。；、）)，,]/.test(next.compact) || /[，、（(,]/.test(end)) return true;
  return last.compact.length >= FULL_LINE;
}

/** `offsets` 是 0、1、2……：一行成段的，各字符的下标就是其中的一截。 */
function assemble(lines: readonly Line[], offsets: Int32Array): RawParagraph {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) {
    const at = offsets.subarray(only.from, only.from + only.text.length);
    return { source: { text: only.text, at }, joins: [], tabbed: only.tabbed };
  }
  let text = "";
  const at = new Int32Array(lines.reduce((sum, line) => sum + line.text.length, 0));
  const joins: number[] = [];
  for (const line of lines) {
    if (text !== "") joins.push(text.length);
    at.set(offsets.subarray(line.from, line.from + line.text.length), text.length);
    text += line.text;
  }
  return { source: { text, at }, joins, tabbed: lines.some((line) => line.tabbed) };
}
