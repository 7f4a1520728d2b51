import type { DocxPiece, RunPlace, SplittableSource } from "../../workbook/docx-source.ts";
import type { DocxText } from "../../workbook/read-docx-text.ts";

/** 批注圈住的文字：成文下标 [start, end)。 */
export interface CommentRange {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** document.xml 里的一个插入点。`split` 为落在 w:r 里面时要拆开的 w:r，连同是不是在 w:t 的字中间。 */
interface Spot {
  readonly at: number;
  readonly split: { readonly run: RunPlace; readonly text: SplittableSource | null } | null;
}

interface Cut extends Spot {
  readonly ends: number[];
  readonly starts: number[];
}

/**
 * 在 document.xml 原文里插入批注的起、止和引用，别的一个字不动；起止落在 w:r 里面的，把它拆成两个，
 * 样式照抄。没有一个字有位置的（整篇都是自动编号）返回原文。
 */
export function markComments(
  { xml, pieces }: Pick<DocxText, "xml" | "pieces">,
  ranges: readonly CommentRange[],
): string {
  const prefix = /<([^\s:/>?!]+:)?document[\s>]/.exec(xml)?.[1] ?? "";
  const cuts = new Map<number, Cut>();
  const cutAt = (spot: Spot): Cut => {
    const cut = cuts.get(spot.at) ?? { ...spot, ends: [], starts: [] };
    cuts.set(spot.at, cut);
    return cut;
  };
  for (const range of ranges) {
    const spots = spotsOf(range, pieces, xml);
    if (spots === null) continue;
    cutAt(spots.start).starts.push(range.id);
    cutAt(spots.end).ends.push(range.id);
  }
  const preserved = new Set<number>();
  let written = "";
  let from = 0;
  const copyTo = (at: number) => {
    written += xml.slice(from, at);
    from = at;
  };
  for (const cut of [...cuts.values()].sort((a, b) => a.at - b.at)) {
    const text = cut.split?.text ?? null;
    if (text !== null && !preserved.has(text.start)) {
      preserved.add(text.start);
      // 从中间拆开后，断口处的空白要留得住。
      if (!/\sxml:space\s*=/.test(text.tag)) {
        copyTo(text.start + text.tag.length - 1);
        written += ' xml:space="preserve"';
      }
    }
    copyTo(cut.at);
    written += cutXml(cut, prefix);
  }
  copyTo(xml.length);
  return written;
}

function cutXml({ ends, starts, split }: Cut, prefix: string): string {
  const one = (name: string) => (id: number) => `<${prefix}${name} ${prefix}id="${id}"/>`;
  const reference = (id: number) => `<${prefix}r>${one("commentReference")(id)}</${prefix}r>`;
  const marks = [
    ...ends.map(one("commentRangeEnd")),
    ...ends.map(reference),
    ...starts.map(one("commentRangeStart")),
  ].join("");
  if (split === null) return marks;
  const { run, text } = split;
  const close = text === null ? "" : `</${prefix}t>`;
  const open = text === null ? "" : `<${prefix}t xml:space="preserve">`;
  return `${close}</${prefix}r>${marks}${run.tag}${run.properties}${open}`;
}

/** 范围碰到的各截里，最靠前的起点和最靠后的止点；一截也没有碰到的，取后面（再没有取前面）最近的一个字。 */
function spotsOf(
  { start, end }: CommentRange,
  pieces: readonly DocxPiece[],
  xml: string,
): { readonly start: Spot; readonly end: Spot } | null {
  const first = firstEndingAfter(pieces, start);
  let from: Spot | null = null;
  let to: Spot | null = null;
  for (let index = first; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined || piece.start >= end) break;
    const before = spotBefore(piece, Math.max(start, piece.start), xml);
    const after = spotAfter(piece, Math.min(end, piece.end), xml);
    if (from === null || before.at < from.at) from = before;
    if (to === null || after.at > to.at) to = after;
  }
  if (from !== null && to !== null) return { start: from, end: to };
  const next = pieces[first];
  if (next !== undefined) {
    return {
      start: spotBefore(next, next.start, xml),
      end: spotAfter(next, next.start + 1, xml),
    };
  }
  const last = pieces.at(-1);
  if (last === undefined) return null;
  return { start: spotBefore(last, last.end - 1, xml), end: spotAfter(last, last.end, xml) };
}

/** 各截按成文先后；第一截末尾在 `at` 之后的。 */
function firstEndingAfter(pieces: readonly DocxPiece[], at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 成文第 `at` 个字之前。 */
function spotBefore({ source, start, from }: DocxPiece, at: number, xml: string): Spot {
  if (source.kind === "whole") return { at: source.element.start, split: null };
  const { run, offsets } = source;
  const index = at - start + from;
  if (index > 0) {
    const inside = offsets[index] ?? source.end;
    const place = isLowSurrogate(xml, inside) ? inside - 1 : inside;
    return { at: place, split: { run, text: source } };
  }
  if (source.start === run.firstContent) return { at: run.start, split: null };
  return { at: source.start, split: { run, text: null } };
}

/** 成文第 `at` 个字之前，当作范围的末尾。 */
function spotAfter({ source, start, from }: DocxPiece, at: number, xml: string): Spot {
  if (source.kind === "whole") return { at: source.element.end, split: null };
  const { run, offsets } = source;
  const index = at - start + from;
  if (index < offsets.length - 1) {
    const inside = offsets[index] ?? source.end;
    const place = isLowSurrogate(xml, inside) ? inside + 1 : inside;
    return { at: place, split: { run, text: source } };
  }
  if (source.end === run.lastContent) return { at: run.end, split: null };
  return { at: source.end, split: { run, text: null } };
}

/** 补充平面的字占两个下标，不能从中间断开。 */
function isLowSurrogate(xml: string, at: number): boolean {
  const code = xml.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
