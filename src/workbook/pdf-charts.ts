import type { PdfLine } from "./pdf-page.ts";

/** 图里的字比正文小到这个程度以下。 */
const SMALLER = 0.85;
const CAPTION = /^[［[（(【]?图\s*[\d一二三四五六七八九十]/;

/**
 * 图里的字（坐标轴、数据标签）散成许多行，不是说明里的话：紧挨着图题、比正文小的各行，和竖排的字，
 * 行首加一个制表符，与表格同样看待。`lines` 为全文各行。
 */
export function withChartsAside(lines: readonly PdfLine[]): PdfLine[] {
  const small = SMALLER * bodySize(lines);
  const aside = new Set(lines.filter(({ turn }) => turn !== 0));
  const isSmall = (line: PdfLine | undefined) =>
    line !== undefined && (line.turn !== 0 || line.size < small) && !CAPTION.test(line.text);
  for (const [index, { text }] of lines.entries()) {
    if (!CAPTION.test(text)) continue;
    for (const step of [-1, 1]) {
      for (let at = index + step; isSmall(lines[at]); at += step) {
        const line = lines[at];
        if (line !== undefined) aside.add(line);
      }
    }
  }
  return lines.map((line) => (aside.has(line) ? { ...line, text: `\t${line.text}` } : line));
}

/** 用得最多的字号，以字数计。 */
function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  let body = 0;
  for (const [size, count] of counts) {
    if (count > (counts.get(body) ?? 0)) body = size;
  }
  return body;
}
