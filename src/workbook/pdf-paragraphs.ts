import type { PdfLine } from "./pdf-page.ts";

/** 一行离版心右边不到字号的这么多倍，算写满。 */
const FULL = 1.5;
/** 下一行比版心左边缩进超过字号的这么多倍，是另起一段。 */
const INDENTED = 0.7;
/** 行距超过字号的这么多倍，是另起一段。 */
const APART = 2.4;
/** 版心由够长的行定。 */
const LONG_LINE = 15;

/** 一行开头写着它另起一段。 */
const HEADED =
  /^(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳●■◆•]|[［[（(【]?图\s*\d)/;
const CLOSED = /[。！？：]$/;

interface Column {
  readonly left: number;
  readonly right: number;
  /** 段首有没有缩进；都没有的，句末的满行分不出是不是段末，当作段末。 */
  readonly indents: boolean;
}

/** 各行接成段，一段一行：写满的行与没有缩进的下一行之间不断开，断在两行的数因此接上；跨页的也接。 */
export function paragraphText(lines: readonly PdfLine[]): string {
  const column = columnOf(lines);
  let text = "";
  let before: PdfLine | null = null;
  for (const line of lines) {
    if (before === null) text = line.text;
    else if (column !== null && continues(before, line, column)) {
      text += `${needsSpace(before.text, line.text) ? " " : ""}${line.text}`;
    } else text += `\n${line.text}`;
    before = line;
  }
  return text;
}

/** 版心：够长的各行左边的中位数、右边的第九成。没有够长的行为 null。 */
function columnOf(lines: readonly PdfLine[]): Column | null {
  const long = lines.filter(({ text, turn }) => turn === 0 && text.length >= LONG_LINE);
  if (long.length === 0) return null;
  const lefts = long.map(({ x }) => x).sort((a, b) => a - b);
  const rights = long.map(({ right }) => right).sort((a, b) => a - b);
  const left = lefts[Math.floor((lefts.length - 1) / 2)] ?? 0;
  return {
    left,
    indents: long.some(({ x, size }) => x > left + INDENTED * size),
    right: rights[Math.floor((rights.length - 1) * 0.9)] ?? 0,
  };
}

function continues(last: PdfLine, next: PdfLine, { left, right, indents }: Column): boolean {
  if (last.turn !== 0 || next.turn !== 0) return false;
  if (last.text.includes("\t") || next.text.includes("\t")) return false;
  if (HEADED.test(next.text) || (!indents && CLOSED.test(last.text))) return false;
  if (Math.abs(last.size - next.size) > 0.15 * last.size) return false;
  if (last.page === next.page && next.y - last.y > APART * last.size) return false;
  if (next.x > left + INDENTED * next.size) return false;
  return last.right >= right - FULL * last.size - unbreakable(next.text) * next.size;
}

/** 一行开头不能拆开的一截有几个字宽：数、外文不拆，括号、句读不离开所挨的字；放不下就整个移来，上一行因此空出这么多。 */
function unbreakable(text: string): number {
  const [latin = ""] = /^[\w.,%]+/.exec(text) ?? [];
  if (latin !== "") return latin.length * 0.55;
  return /^[（“《【]*.?[）”》】，。；：、！？]*/.exec(text)?.[0].length ?? 0;
}

function needsSpace(before: string, after: string): boolean {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after);
}
