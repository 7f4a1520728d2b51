import { DIRECTION_WORDS, type Place, withDirection } from "./figure-words.ts";
import { sharedRuns } from "./text-alignment.ts";

/** 改过的文字里，一个数现在的位置：`same` 还是那几个字，`typed` 同一处已换成别的数。 */
export interface FoundPlace extends Place {
  readonly kind: "same" | "typed";
}

/** 同一处人另写的数，至多这么长。 */
const LONGEST_TYPED = 24;
/** 两侧各比几个字。 */
const CONTEXT = 8;
/** 没有对上的地方，两侧合起来至少这么多字相同，才算同一个数。 */
const LEAST_CONTEXT = 2;
/** 有这么多位数字的，别处不会碰巧相同。 */
const DISTINCTIVE = 3;

const TYPED = new RegExp(
  `^(?:${DIRECTION_WORDS})?(?<number>[约近]?-?\\d[\\d,，.]*(?:万元|亿元|元|%|％)?)$`,
);

/**
 * `before` 里的各个数在改过的 `after` 里的位置，与 `figures` 逐个对应；找不到为 null。
 * 原样还在的优先按对齐的位置认，挪动过的按两侧的字认；不原样而同一处写着别的数的为 typed。各处不重叠。
 */
export function placeFigures(
  before: string,
  figures: readonly (Place | null)[],
  after: string,
): (FoundPlace | null)[] {
  const moved = alignment(before, after);
  const found = new Map<number, FoundPlace>();
  const claimed: Place[] = [];
  const claim = (index: number, place: FoundPlace) => {
    if (found.has(index) || claimed.some((other) => overlaps(other, place))) return;
    found.set(index, place);
    claimed.push(place);
  };
  for (const { index, place } of candidates(before, figures, after, moved)) claim(index, place);
  for (const [index, figure] of figures.entries()) {
    const typed =
      figure === null || found.has(index) ? null : typedOver(before, figure, after, moved);
    if (typed !== null) claim(index, typed);
  }
  return figures.map((_, index) => found.get(index) ?? null);
}

/** `before` 的每个字在 `after` 里的下标，-1 为没有了；两头各多一位，即文首之前、文末之后。 */
type Alignment = (at: number) => number;

function alignment(before: string, after: string): Alignment {
  const moved = new Int32Array(before.length).fill(-1);
  for (const { from, to, length } of sharedRuns(before, after)) {
    for (let offset = 0; offset < length; offset += 1) moved[from + offset] = to + offset;
  }
  return (at) => (at < 0 ? -1 : at >= before.length ? after.length : (moved[at] ?? -1));
}

interface Candidate {
  readonly index: number;
  readonly place: FoundPlace;
  readonly score: number;
}

/** 每个数在改过的文字里可能的各处，最像的在前。 */
function candidates(
  before: string,
  figures: readonly (Place | null)[],
  after: string,
  moved: Alignment,
): Candidate[] {
  const list = figures.flatMap((figure, index): Candidate[] => {
    if (figure === null || figure.end <= figure.start) return [];
    const text = before.slice(figure.start, figure.end);
    const distinctive = (text.match(/\d/g) ?? []).length >= DISTINCTIVE;
    return occurrences(text, after).flatMap((start) => {
      const end = start + text.length;
      const aligned = isAligned(figure, start, moved);
      const context =
        commonSuffix(before.slice(0, figure.start), after.slice(0, start)) +
        commonPrefix(before.slice(figure.end), after.slice(end));
      if (!aligned && !distinctive && context < LEAST_CONTEXT) return [];
      const score = context + (aligned ? 2 * CONTEXT : 0);
      return [{ index, place: { start, end, kind: "same" }, score }];
    });
  });
  return list.sort(
    (a, b) => b.score - a.score || a.index - b.index || a.place.start - b.place.start,
  );
}

function isAligned({ start, end }: Place, to: number, moved: Alignment): boolean {
  for (let at = start; at < end; at += 1) if (moved(at) !== to + at - start) return false;
  return true;
}

/** `text` 作为一个完整的数（不是更长的数的一部分）出现的各处。 */
function occurrences(text: string, within: string): number[] {
  const places: number[] = [];
  for (let at = within.indexOf(text); at !== -1; at = within.indexOf(text, at + 1)) {
    const before = within.slice(Math.max(0, at - 2), at);
    const after = within.slice(at + text.length, at + text.length + 2);
    const cutBefore = /\d$/.test(text.slice(0, 1)) && /(?:\d|\d[.,])$/.test(before);
    const cutAfter = /\d$/.test(text) && /^(?:\d|[.,]\d|%|万|亿)/.test(after);
    if (!cutBefore && !cutAfter) places.push(at);
  }
  return places;
}

/** 两侧的字都还在，中间换成了别的数：人改过的数。连前面的方向词一起改了的也认，位置只是数的。 */
function typedOver(
  before: string,
  figure: Place,
  after: string,
  moved: Alignment,
): FoundPlace | null {
  return (
    typedBetween(figure, after, moved) ?? typedBetween(withDirection(before, figure), after, moved)
  );
}

function typedBetween({ start, end }: Place, after: string, moved: Alignment): FoundPlace | null {
  const before = moved(start - 1);
  const next = moved(end);
  if ((start > 0 && before === -1) || next === -1 || next <= before + 1) return null;
  const text = after.slice(before + 1, next);
  const number = TYPED.exec(text)?.groups?.number;
  if (number === undefined || text.length > LONGEST_TYPED) return null;
  return { start: next - number.length, end: next, kind: "typed" };
}

function overlaps(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}

function commonSuffix(a: string, b: string): number {
  let length = 0;
  while (
    length < CONTEXT &&
    length < a.length &&
    length < b.length &&
    a.at(-1 - length) === b.at(-1 - length)
  ) {
    length += 1;
  }
  return length;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < CONTEXT && length < a.length && length < b.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}
