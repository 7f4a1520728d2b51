import type { Severity } from "../../../src/findings/finding.ts";

/** 文中的一处标记：一条问题的原文范围，UTF-16 下标。 */
export interface TextMark {
  readonly key: string;
  readonly number: number;
  readonly severity: Severity;
  /** 念给读屏软件听的说法，如 `错误 3 占比`。 */
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** 一行里标记相同的一截；`marks` 最小、最重的在前，没有标记的为空。 */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** 从这一截开始的标记。 */
  readonly starting: readonly TextMark[];
}

/** 原文的一行（空行不列）。 */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  /** 部分的标题、一节的标题；正文为 null。 */
  readonly heading: "part" | "section" | null;
  readonly segments: readonly Segment[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** 把原文按行拆开，每行按标记的起止再拆成截；各截连起来就是原来的一行。标记可以重叠、可以跨行。 */
export function textLines(text: string, marks: readonly TextMark[]): TextLine[] {
  const waiting = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  let active: TextMark[] = [];
  const lines: TextLine[] = [];
  let start = 0;
  for (const content of text.split("\n")) {
    const end = start + content.length;
    active = active.filter((mark) => mark.end > start);
    for (let mark = waiting[next]; mark !== undefined && mark.start < end; mark = waiting[next]) {
      if (mark.end > start) active.push(mark);
      next += 1;
    }
    if (content.trim() !== "") {
      const segments = segmentsOf(content, start, active);
      lines.push({ start, end, heading: headingOf(content), segments });
    }
    start = end + 1;
  }
  return lines;
}

function segmentsOf(content: string, start: number, marks: readonly TextMark[]): Segment[] {
  const end = start + content.length;
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    return {
      start: from,
      text: content.slice(from - start, to - start),
      marks: marks
        .filter((mark) => mark.start < to && mark.end > from)
        .sort((a, b) => a.end - a.start - (b.end - b.start) || RANK[a.severity] - RANK[b.severity]),
      starting: marks.filter((mark) => mark.start === from),
    };
  });
}

function headingOf(content: string): TextLine["heading"] {
  const text = content.trim();
  if (text.length > 45 || /[，。；]/.test(text)) return null;
  if (/^第[一二三四五六七八九十]+部分/.test(text)) return "part";
  return /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(text) ? "section" : null;
}

/** 每块这么多行：看不见的块浏览器不排版。 */
const CHUNK = 40;

export function chunksOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const chunks: TextLine[][] = [];
  for (let at = 0; at < lines.length; at += CHUNK) chunks.push(lines.slice(at, at + CHUNK));
  return chunks;
}
