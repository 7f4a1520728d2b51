import { sameText } from "./kept-paragraphs.ts";
import { sharedRuns } from "./text-alignment.ts";

/** 旧稿里的一段：它带着哪些段落编号（人把两段并成一段时有几个，人添写的没有）。 */
export interface OldParagraph {
  readonly ids: readonly string[];
  readonly text: string;
}

/** 认过的一段：编号不与别的段落重复，找得回的已经找回。 */
export type MatchedParagraph = OldParagraph;

/** 整段选中重打，软件会把书签一起删掉：字有这么大一份相同的，仍认作那一段。 */
const ALIKE = 0.6;
/** 太短的段落碰巧相像，只认全同。 */
const SHORTEST = 10;

/**
 * 认出旧稿的各段。`known` 是当时写出的各段（没有底时是新稿的各段），用来给丢了编号的段落找回编号：
 * 文字全同的，或大半相同的。
 */
export function matchParagraphs(
  paragraphs: readonly OldParagraph[],
  known: readonly { readonly id: string; readonly text: string }[],
): MatchedParagraph[] {
  const present = new Set(paragraphs.flatMap(({ ids }) => ids));
  const missing = known.filter(({ id }) => !present.has(id));
  const found = new Map<OldParagraph, string>();
  const nameless = paragraphs.filter(({ ids, text }) => ids.length === 0 && text.trim() !== "");
  const settle = (alike: (a: string, b: string) => number) => {
    const pairs = nameless
      .filter((paragraph) => !found.has(paragraph))
      .flatMap((paragraph) =>
        missing.map(({ id, text }) => ({ paragraph, id, score: alike(text, paragraph.text) })),
      )
      .filter(({ id, score }) => score >= ALIKE && !present.has(id));
    for (const { paragraph, id } of pairs.sort((a, b) => b.score - a.score)) {
      if (found.has(paragraph) || present.has(id)) continue;
      found.set(paragraph, id);
      present.add(id);
    }
  };
  settle((a, b) => (sameText(a, b) ? 1 : 0));
  settle(likeness);

  const used = new Set<string>();
  return paragraphs.map((paragraph) => {
    const ids = [...paragraph.ids, ...optional(found.get(paragraph))].filter(
      (id, at, all) => !used.has(id) && all.indexOf(id) === at,
    );
    for (const id of ids) used.add(id);
    return { ids, text: paragraph.text };
  });
}

function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < Math.max(SHORTEST, longest * ALIKE)) return 0;
  const shared = sharedRuns(a, b).reduce((sum, { length }) => sum + length, 0);
  return shared / longest;
}

function optional(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}
