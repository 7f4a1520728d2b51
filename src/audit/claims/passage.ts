import type { Paragraph } from "../structure/paragraph.ts";
import { readShape, type Shape, TOKEN } from "../text/figures.ts";
import type { Passage, Span } from "./claims.ts";

export function readPassage(paragraph: Paragraph): Passage {
  const shape = readShape(paragraph.text);
  return { paragraph, shape, sentences: sentencesOf(shape.text) };
}

const [STOP, EXCLAMATION, QUESTION] = [..."。！？"].map((mark) => mark.charCodeAt(0));

function sentencesOf(shape: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let index = 0; index < shape.length; index += 1) {
    const code = shape.charCodeAt(index);
    if (code !== STOP && code !== EXCLAMATION && code !== QUESTION) continue;
    spans.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (start < shape.length) spans.push({ start, end: shape.length });
  return spans;
}

/** 骨架范围 → 段落文本范围。 */
export function textSpan(shape: Shape, span: Span): Span {
  const last = span.end - 1;
  const figure = shape.byPosition.get(last);
  const end = figure === undefined ? (shape.at[last] ?? 0) + 1 : figure.end;
  return { start: shape.at[span.start] ?? 0, end };
}

/** 往回找主语时要看一看的字：括号、句读、年份以外的数。 */
const STOPS = new Set([
  ..."（），。；：！？!?;:、.",
  TOKEN.money,
  TOKEN.percent,
  TOKEN.count,
  TOKEN.bare,
  TOKEN.exempt,
]);
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
    if (!STOPS.has(character)) continue;
    if (character === "）") depth += 1;
    else if (character === "（") {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && !splitsIncome(shape, index)) break;
  }
  return index + 1;
}

/** `收、支总计` 里的顿号。 */
function splitsIncome(shape: string, index: number): boolean {
  return (
    shape.charAt(index) === "、" &&
    shape.charAt(index + 1) === "支" &&
    /收(?:入)?$/.test(shape.slice(Math.max(0, index - 2), index))
  );
}

/** 补充说明的括号，里面可以再套一层；`（境）`、`（类）` 这样的是名称的一部分。 */
const ASIDE = /（(?!境|“?三公|类|款|项|室|护|含)[^（）]*(?:（[^（）]*）[^（）]*)*）/g;

/** 主语的文字：去掉括号里的补充说明（`其他收入（银行利息）`），保留 `因公出国（境）`。 */
export function subjectText(shape: string, start: number, at: number): string {
  const words = shape.slice(start, at);
  return words.includes("（") ? words.replace(ASIDE, "") : words;
}
