import type { DraftedText } from "./draft-base.ts";
import { DIRECTION_WORDS, type Place } from "./figure-words.ts";

const DIRECTIONS = new RegExp(DIRECTION_WORDS, "g");

/** 去掉这些词以后，还有两个字以上，才说得清是什么数。 */
const WEAK = /[±■占比较与为是的共各计其中完成预算上年同期相，,、：:（）()\s\d年]/g;

/** 达到这么多分才认作同一个数。 */
const ENOUGH = 4;

/**
 * 旧稿的各个数在新稿里是哪一个，与 `before.figures` 逐个对应；新稿里没有的为 null。
 * 凭来历（算式、单元格）和前面的说法认；行移动过以后单元格对不上，仍能凭说法认出。
 */
export function pairFigures(before: DraftedText, after: DraftedText): (number | null)[] {
  const old = before.figures.map((_, index) => traits(before, index));
  const fresh = after.figures.map((_, index) => traits(after, index));
  const paired = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    if (paired.has(from) || taken.has(to)) return;
    paired.set(from, to);
    taken.add(to);
  };
  const scored = old.flatMap((a, from) =>
    fresh.map((b, to) => ({ from, to, score: likeness(a, b), away: Math.abs(from - to) })),
  );
  const best = scored
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.away - b.away || a.from - b.from);
  for (const { from, to } of best) pair(from, to);
  // “占□”一类自己说不清是什么，跟着前一个数走。
  for (const [index, a] of old.entries()) {
    const previous = paired.get(index - 1);
    const b = previous === undefined ? undefined : fresh[previous + 1];
    if (previous !== undefined && b !== undefined && likeness(a, b) > 0) pair(index, previous + 1);
  }
  return old.map((_, index) => paired.get(index) ?? null);
}

interface Traits {
  readonly kind: ReturnType<typeof figureKind>;
  readonly source: string;
  /** 从本分句起到这个数为止，前面的数以■代替，增减以±代替。 */
  readonly clause: string;
  /** 紧靠着这个数的说法。 */
  readonly label: string;
}

function traits({ text, figures }: DraftedText, index: number): Traits {
  const figure = figures[index] ?? { start: 0, end: 0, source: "" };
  let masked = "";
  let position = 0;
  for (const { start, end } of figures.slice(0, index)) {
    masked += `${text.slice(position, start)}■`;
    position = Math.max(position, end);
  }
  masked += text.slice(position, figure.start);
  const clause = (/[^；。;\n]*$/.exec(masked)?.[0] ?? "").replaceAll(DIRECTIONS, "±");
  const printed = text.slice(figure.start, figure.end);
  return {
    kind: figureKind(printed),
    source: figure.source,
    clause,
    label: /[^，,、：:（(■]*$/.exec(clause)?.[0] ?? "",
  };
}

function likeness(a: Traits, b: Traits): number {
  if (a.kind !== b.kind) return 0;
  const sameSource = a.source !== "" && a.source === b.source;
  const telling = isTelling(a.label) && isTelling(b.label);
  // 单元格相同而说法不同：中间插过行，那一格已经是别的数了。
  if (telling && a.label !== b.label && !(sameSource && a.source.startsWith("="))) return 0;
  return (
    (sameSource ? 6 : 0) +
    (a.clause === b.clause ? (isTelling(a.clause) ? 5 : 1) : 0) +
    (a.label === b.label ? (telling ? 4 : 1) : 0)
  );
}

const SEGMENT = new RegExp(`[，,、：:；;。\\n]|\\d[\\d.,]*(?:[万亿]?元|[%％])|${DIRECTION_WORDS}`);

/**
 * 两处的数说的是不是一回事：从数往前，一截一截地比前面的说法，比到说得清的一截为止。
 * 一边比另一边多几个字（人添的、删的）算相同。
 */
export function sameSubject(text: string, place: Place, other: string, otherPlace: Place): boolean {
  const mine = text.slice(0, place.start).split(SEGMENT).reverse();
  const theirs = other.slice(0, otherPlace.start).split(SEGMENT).reverse();
  for (const [index, a] of mine.entries()) {
    const b = theirs[index];
    if (b === undefined) return false;
    if (!isWithin(a, b) && !isWithin(b, a)) return false;
    if (isTelling(a) && isTelling(b)) return true;
  }
  return mine.length === theirs.length;
}

/** `part` 的各字依次都在 `whole` 里。 */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at += 1;
  return at === part.length;
}

function isTelling(label: string): boolean {
  return label.replaceAll(WEAK, "").length >= 2;
}

/** 印出的数是金额、比率还是计数；种类不同的不会是同一个数。 */
export function figureKind(printed: string): "元" | "%" | "计数" {
  if (/元$/.test(printed)) return "元";
  return /[%％]$/.test(printed) ? "%" : "计数";
}
