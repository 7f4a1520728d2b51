import type { Paragraph } from "../draft.ts";
import { guessedFigures } from "./draft-base.ts";
import { sameSubject } from "./figure-pairs.ts";
import { agrees, isAmong, type Place, printed, withDirection } from "./figure-words.ts";
import { type FiguresInEdit, type StaleFigure, UNSUPPORTED } from "./stale-figures.ts";

/**
 * 没有底的一段（`fresh` 是现在起草的这一段，没有为 null）：旧稿当初怎么写的不知道，`inside` 只是按位置对出来的。
 * 说的不是一回事的，不说应为多少；与新稿对不上号的数，不知道是人添的还是过时的，也都指出。指出的记进新的底，下次还指得出。
 */
export function withUnsupported(
  id: string,
  text: string,
  inside: FiguresInEdit,
  fresh: Pick<Paragraph, "text" | "figures"> | null,
): FiguresInEdit {
  const places = inside.places.map((place, index) => {
    const expected = fresh?.figures[index];
    const wrong = inside.stale.some((one) => place !== null && overlaps(one, place));
    if (place === null || expected === undefined || fresh === null || !wrong) return place;
    return sameSubject(text, place, fresh.text, expected) ? place : null;
  });
  const kept = inside.stale.filter((one) =>
    places.some((place) => place !== null && overlaps(one, place)),
  );
  const settled = [...places, ...kept].filter((place) => place !== null);
  const found = guessedFigures(text)
    .filter((place) => !settled.some((one) => overlaps(one, place)))
    .filter((place) => fresh === null || !isSupported(text, place, fresh))
    .map((place) => unsupported(id, text, place));
  return {
    ...inside,
    places,
    stale: [...kept, ...found].sort((a, b) => a.start - b.start),
    orphans: found.map(({ start, end }) => ({ start, end, source: UNSUPPORTED })),
  };
}

/** 计数连同量词一起指出，光说“2”看不出是哪里。 */
function unsupported(id: string, text: string, place: Place): StaleFigure {
  const { start } = withDirection(text, place);
  const end = place.end + (/[%％元]$/.test(printed(text, place)) ? 0 : 1);
  const old = text.slice(start, end);
  return { paragraph: id, start, end, old, fresh: null, by: "unsupported" };
}

/** 新稿这一段里有这个数；不是数、只是话里本来就写着的（单价50万元以上）也算。 */
function isSupported(
  text: string,
  place: Place,
  fresh: Pick<Paragraph, "text" | "figures">,
): boolean {
  if (isAmong(fresh, text, place)) return true;
  return guessedFigures(fresh.text)
    .filter((literal) => !fresh.figures.some((one) => overlaps(one, literal)))
    .some((literal) => agrees(text, place, fresh.text, literal));
}

function overlaps(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
