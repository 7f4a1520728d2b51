import type { Paragraph } from "../structure/paragraph.ts";
import { readShape, type Shape, TOKEN } from "../text/figures.ts";
import type { Passage, Span } from "./claims.ts";

export function readPassage(paragraph: Paragraph): Passage {
  const shape = readShape(paragraph.text);
  return { paragraph, shape, sentences: sentencesOf(shape.text) };
}

function sentencesOf(shape: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let index = 0; index < shape.length; index += 1) {
    if (!/[。！？]/.test(shape.charAt(index))) continue;
    spans.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (start < shape.length) spans.push({ start, end: shape.length });
  return spans;
}

/** 骨架范围 → 段落文本范围。 */
export function textSpan(shape: Shape, span: Span, paragraph: Paragraph): Span {
  const last = span.end - 1;
  const figure = shape.byPosition.get(last);
  const end = figure === undefined ? (shape.at[last] ?? 0) + 1 : figure.end;
  return { start: shape.at[span.start] ?? 0, end: Math.min(end, paragraph.text.length) };
}

const TOKENS = new Set(Object.values(TOKEN));
const BOUNDARY = new Set("，。；：！？!?;:、.");
const LONGEST_SUBJECT = 60;

/**
 * 数前面的主语：往回到标点或另一个数为止；括号里的标点不算，`收、支总计` 里的顿号不算。
 * 年份记号不截断（`2023年度收、支总计`）。
 */
export function subjectStart(shape: string, at: number): number {
  let depth = 0;
  let index = at - 1;
  for (; index >= 0 && at - index <= LONGEST_SUBJECT; index -= 1) {
    const character = shape.charAt(index);
    if (character === "）") depth += 1;
    else if (character === "（") {
      if (depth === 0) break;
      depth -= 1;
    }
    if (depth > 0) continue;
    if (character === "、" && /收(?:入)?$/.test(shape.slice(0, index)) && shape[index + 1] === "支")
      continue;
    if (BOUNDARY.has(character)) break;
    if (TOKENS.has(character) && character !== TOKEN.year && character !== TOKEN.date) break;
  }
  return index + 1;
}

/** 主语的文字：去掉括号里的补充说明（`其他收入（银行利息）`），保留 `因公出国（境）`。 */
export function subjectText(shape: string, start: number, at: number): string {
  return shape.slice(start, at).replace(/（(?!境|境外|类|款|项|室|护|含)[^（）]*）/g, "");
}
