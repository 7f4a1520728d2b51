import type { Draft, Paragraph } from "../draft.ts";
import {
  type BaseParagraph,
  type DraftBase,
  type DraftedText,
  paragraphsOf,
} from "./draft-base.ts";
import type { MatchedParagraph } from "./match-paragraphs.ts";

/** 人并成一段的几段。 */
export interface JoinedGroup {
  /** 并成的一段用哪个编号：第一个程序仍起草的。 */
  readonly id: string;
  /** 依并成的先后，至少两个。 */
  readonly ids: readonly string[];
  /** 底里由哪几条合成（以前并过的已是一条）。 */
  readonly entries: readonly string[];
}

/** 旧稿里并过的各段：这次并的，以前并的，和并了以后又整段删去的。 */
export function joinedGroups(
  matched: readonly MatchedParagraph[],
  base: DraftBase | null,
  drafted: Draft,
): JoinedGroup[] {
  const known = new Map((base?.paragraphs ?? []).map((each) => [each.id, each.joined]));
  const standing = new Set(matched.flatMap(({ ids }) => ids));
  const present = new Set(paragraphsOf(drafted).map(({ id }) => id));
  const deleted = [...known.keys()].filter((id) => !standing.has(id)).map((id) => [id]);
  return [...matched.map(({ ids }) => ids), ...deleted].flatMap((entries) => {
    const ids = entries.flatMap((entry) => {
      const joined = (known.get(entry) ?? []).filter((id) => id === entry || !standing.has(id));
      return joined.length === 0 ? [entry] : joined;
    });
    const [first] = ids;
    if (first === undefined || ids.length < 2) return [];
    return [{ id: ids.find((id) => present.has(id)) ?? first, ids, entries }];
  });
}

/** 照人的并法把新稿的几段接成一段，才好逐段比较；程序不再起草的略过。 */
export function joinDrafted(draft: Draft, groups: readonly JoinedGroup[]): Draft {
  const byId = new Map(paragraphsOf(draft).map((each) => [each.id, each]));
  const groupOf = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group] as const)));
  return {
    ...draft,
    sections: draft.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.flatMap((paragraph) => {
        const group = groupOf.get(paragraph.id);
        if (group === undefined) return [paragraph];
        if (group.id !== paragraph.id) return [];
        const parts = group.ids.flatMap((id) => byId.get(id) ?? []);
        const joined = parts.slice(1).reduce(appendParagraph, parts[0] ?? paragraph);
        return [{ ...joined, id: paragraph.id, style: paragraph.style }];
      }),
    })),
  };
}

/** 同样的并法用在底上。 */
export function joinBase(base: DraftBase, groups: readonly JoinedGroup[]): DraftBase {
  const byId = new Map(base.paragraphs.map((each) => [each.id, each]));
  const groupOf = new Map(
    groups.flatMap((group) => group.entries.map((entry) => [entry, group] as const)),
  );
  const done = new Set<JoinedGroup>();
  return {
    ...base,
    paragraphs: base.paragraphs.flatMap((paragraph) => {
      const group = groupOf.get(paragraph.id);
      if (group === undefined) return [paragraph];
      if (done.has(group)) return [];
      done.add(group);
      const parts = group.entries.flatMap((entry) => byId.get(entry) ?? []);
      const joined = parts.slice(1).reduce(appendBase, parts[0] ?? paragraph);
      return [{ ...joined, id: group.id, joined: group.ids }];
    }),
  };
}

function appendParagraph(first: Paragraph, second: Paragraph): Paragraph {
  const move = mover(first.text.length);
  return {
    ...first,
    text: first.text + second.text,
    figures: [...first.figures, ...second.figures.map(move)],
    gaps: [...first.gaps, ...second.gaps.map(move)],
    proposals: [...(first.proposals ?? []), ...(second.proposals ?? []).map(move)],
  };
}

function appendBase(first: BaseParagraph, second: BaseParagraph): BaseParagraph {
  const move = mover(first.text.length);
  return {
    ...first,
    text: first.text + second.text,
    drafted:
      first.drafted === null && second.drafted === null
        ? null
        : appendDrafted(first.drafted ?? NOTHING, second.drafted ?? NOTHING),
    places: [...first.places, ...second.places.map((place) => place && move(place))],
    orphans: [...first.orphans, ...second.orphans.map(move)],
  };
}

const NOTHING: DraftedText = { text: "", figures: [] };

function appendDrafted(first: DraftedText, second: DraftedText): DraftedText {
  const move = mover(first.text.length);
  return {
    text: first.text + second.text,
    figures: [...first.figures, ...second.figures.map(move)],
  };
}

function mover(shift: number) {
  return <T extends { readonly start: number; readonly end: number }>(place: T): T => ({
    ...place,
    start: place.start + shift,
    end: place.end + shift,
  });
}
