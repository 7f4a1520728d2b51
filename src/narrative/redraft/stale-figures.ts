import type { Paragraph } from "../draft.ts";
import {
  type BaseFigure,
  type BaseParagraph,
  type DraftedText,
  draftedText,
} from "./draft-base.ts";
import { figureKind, pairFigures } from "./figure-pairs.ts";
import { placeFigures } from "./figure-places.ts";
import { agrees, isAmong, type Place, printed, withDirection } from "./figure-words.ts";

/** 改过的段落里，与现在的表不符的一个数。`start`、`end` 是它（连同增减的方向词）在改过的文字里的下标。 */
export interface StaleFigure extends Place {
  /** 所在段落的编号。 */
  readonly paragraph: string;
  /** 现在印着的，如 `减少84.56万元`。 */
  readonly old: string;
  /** 应改成的；新稿里没有这个数为 null。 */
  readonly fresh: string | null;
  /** drafted 当初是程序写的，数后来变了；typed 是人写的数，与表不符；unsupported 不知道谁写的，新稿里没有。 */
  readonly by: "drafted" | "typed" | "unsupported";
}

/** 改过的文字里找不到了、而新稿里变了的数，不知道人有没有换种说法写着。 */
export interface LostFigure {
  readonly paragraph: string;
  readonly old: string;
  readonly fresh: string | null;
}

export interface FiguresInEdit {
  readonly stale: readonly StaleFigure[];
  readonly lost: readonly LostFigure[];
  /** 与 `drafted.figures` 逐个对应：新稿的数在改过的文字里的位置。 */
  readonly places: readonly (Place | null)[];
  /** 文中还写着、而新稿里没有的数。 */
  readonly orphans: readonly BaseFigure[];
  /** 下次当底的起草文字；程序不再起草时仍是上次的。 */
  readonly drafted: DraftedText;
}

/**
 * 看改过的一段里的数还对不对。`fresh` 是现在起草的这一段，程序不再起草为 null（其中的数都算过时）。
 * 没有底（`base` 为 null）时拿新稿当底：同一处写着别的数的，都算与表不符。
 */
export function figuresInEdit(
  id: string,
  text: string,
  base: Pick<BaseParagraph, "text" | "drafted" | "places" | "orphans"> | null,
  fresh: Pick<Paragraph, "text" | "figures"> | null,
): FiguresInEdit {
  const next = fresh === null ? NOTHING : draftedText(fresh);
  // 程序不再起草的，底照旧留着：以后又起草了，还认得出各数。
  const drafted = fresh === null ? (base?.drafted ?? NOTHING) : next;
  const known = knownFigures(base, next);
  const pairs = pairKnown(base, known, next);
  const found = placeFigures(
    known.text,
    known.figures.map(({ place }) => place),
    text,
  );
  const places: (Place | null)[] = drafted.figures.map(() => null);
  const stale: StaleFigure[] = [];
  const lost: LostFigure[] = [];
  const orphans: BaseFigure[] = [];
  const outdated: Outdated[] = [];
  for (const [index, { printed: was, source }] of known.figures.entries()) {
    const place = found[index] ?? null;
    const to = pairs[index] ?? null;
    const expected = to === null ? null : (next.figures[to] ?? null);
    if (place === null) {
      const now = expected === null ? null : printed(next.text, expected);
      // 没有底时不知道人改没改过：新稿的数找不到，文中写的就可能是错的，要说。
      if (was !== now || base?.drafted == null) lost.push({ paragraph: id, old: was, fresh: now });
      continue;
    }
    if (source === UNSUPPORTED && isAmong(next, text, place)) continue;
    const slot = fresh === null ? index : to;
    if (slot !== null && places[slot] === null) {
      places[slot] = { start: place.start, end: place.end };
    } else orphans.push({ start: place.start, end: place.end, source });
    const shown = withDirection(text, place);
    if (expected !== null && agrees(text, place, next.text, expected)) continue;
    const by = place.kind === "typed" || base?.drafted == null ? "typed" : "drafted";
    stale.push({
      paragraph: id,
      ...shown,
      old: printed(text, shown),
      fresh: expected === null ? null : replacement(shown, place, next.text, expected),
      by: source === UNSUPPORTED ? "unsupported" : by,
    });
    if (expected !== null) {
      outdated.push({ old: printed(text, place), fresh: printed(next.text, expected) });
    }
  }
  stale.push(...repeated(id, text, outdated, [...stale, ...places, ...orphans]));
  return {
    stale: stale.sort((a, b) => a.start - b.start),
    lost: notStanding(lost, text),
    places: fill(places, orphans, drafted, text),
    orphans,
    drafted,
  };
}

interface Outdated {
  readonly old: string;
  readonly fresh: string;
}

/** 带单位的金额才算：光是“3”“12%”在别处也会有，说的未必是一回事。 */
const DISTINCT = /\d\.\d+万?元$/;

/** 过时的金额，人在同一段里又写了一遍的：也过时。`known` 是已有着落的各处。 */
function repeated(
  id: string,
  text: string,
  outdated: readonly Outdated[],
  known: readonly ({ readonly start: number; readonly end: number } | null)[],
): StaleFigure[] {
  const found: StaleFigure[] = [];
  for (const { old, fresh } of outdated) {
    if (!DISTINCT.test(old)) continue;
    for (let start = text.indexOf(old); start !== -1; start = text.indexOf(old, start + 1)) {
      const end = start + old.length;
      const taken = [...known, ...found].some(
        (place) => place !== null && place.start < end && start < place.end,
      );
      if (taken || /[\d.,]/.test(text.charAt(start - 1))) continue;
      found.push({ paragraph: id, start, end, old, fresh, by: "typed" });
    }
  }
  return found;
}

/** 没有依据的数记在底里时的来历（见 `unsupportedFigures`）。 */
export const UNSUPPORTED = "无依据";

const NOTHING: DraftedText = { text: "", figures: [] };

interface KnownFigures {
  /** 各处所在的文字。 */
  readonly text: string;
  readonly figures: readonly {
    readonly place: Place | null;
    readonly source: string;
    /** 当初印出的。 */
    readonly printed: string;
  }[];
}

/** 要在改过的文字里找的数：底里的，和以前就没有着落的。 */
function knownFigures(
  base: Pick<BaseParagraph, "text" | "drafted" | "places" | "orphans"> | null,
  next: DraftedText,
): KnownFigures {
  const placed = (text: string) => (figure: BaseFigure) => ({
    place: figure,
    source: figure.source,
    printed: printed(text, figure),
  });
  if (base?.drafted == null) {
    // 人添写的段落，程序从来没有起草过：只有没有依据的数。
    if (base !== null && next.figures.length === 0) {
      return { text: base.text, figures: base.orphans.map(placed(base.text)) };
    }
    return { text: next.text, figures: next.figures.map(placed(next.text)) };
  }
  const { text, drafted, places, orphans } = base;
  const figures = drafted.figures.map((figure, index) => ({
    place: places[index] ?? null,
    source: figure.source,
    printed: printed(drafted.text, figure),
  }));
  return { text, figures: [...figures, ...orphans.map(placed(text))] };
}

/** 各数在新稿里是哪一个。以前没有着落的，凭来历看现在有没有了。 */
function pairKnown(
  base: Pick<BaseParagraph, "drafted"> | null,
  { figures }: KnownFigures,
  next: DraftedText,
): (number | null)[] {
  if (base?.drafted == null)
    return figures.map((_, index) => (index in next.figures ? index : null));
  const pairs = pairFigures(base.drafted, next);
  const taken = new Set(pairs);
  return figures.map(({ source, printed: was }, index) => {
    if (index < pairs.length) return pairs[index] ?? null;
    const to = next.figures.findIndex(
      (figure, at) =>
        !taken.has(at) &&
        source !== "" &&
        figure.source === source &&
        figureKind(printed(next.text, figure)) === figureKind(was),
    );
    if (to === -1) return null;
    taken.add(to);
    return to;
  });
}

/** 把过时的一处换成新的数，得到新的文字；`fresh` 为 null 的不能换。 */
export function replaceStale(text: string, { start, end, old, fresh }: StaleFigure): string {
  if (fresh === null || text.slice(start, end) !== old) return text;
  return text.slice(0, start) + fresh + text.slice(end);
}

/** 改成什么：文中带着方向词的，新的也带方向词；新稿里没有方向词（如改说持平）的不能只换数。 */
function replacement(
  shown: Place,
  place: Place,
  freshText: string,
  expected: Place,
): string | null {
  if (shown.start === place.start) return printed(freshText, expected);
  const freshShown = withDirection(freshText, expected);
  return freshShown.start < expected.start ? printed(freshText, freshShown) : null;
}

/** 新数已经写在文中的，不算找不到。 */
function notStanding(lost: readonly LostFigure[], text: string): LostFigure[] {
  return lost.filter(({ fresh }) => fresh === null || !text.includes(fresh));
}

/** 人照新数改过、或新添的数，也记下位置，下次才看得出过时。 */
function fill(
  places: readonly (Place | null)[],
  orphans: readonly Place[],
  drafted: DraftedText,
  text: string,
): (Place | null)[] {
  if (places.every((place) => place !== null)) return [...places];
  const missing = drafted.figures.map((figure, index) => (places[index] === null ? figure : null));
  const again = placeFigures(drafted.text, missing, text);
  const taken = [...places, ...orphans].filter((place) => place !== null);
  return places.map((place, index) => {
    const found = again[index];
    if (place !== null || found?.kind !== "same") return place;
    if (taken.some((other) => other.start < found.end && found.start < other.end)) return null;
    return { start: found.start, end: found.end };
  });
}
