import { orderFindings } from "../../findings/order.ts";
import type { Draft, Paragraph } from "../draft.ts";
import { type BaseParagraph, type DraftBase, draftedText, paragraphsOf } from "./draft-base.ts";
import { applyEdits } from "./edited-paragraphs.ts";
import { type ParagraphChange, versionChanges } from "./history.ts";
import { type JoinedGroup, joinBase, joinDrafted, joinedGroups } from "./joined-paragraphs.ts";
import { chartText, type InsertedParagraph, sameText } from "./kept-paragraphs.ts";
import { matchParagraphs, type OldParagraph } from "./match-paragraphs.ts";
import { planMerge } from "./merge-plan.ts";
import { type MergeChoice, type MergeResult, settleMerge } from "./merge-settle.ts";
import {
  type FiguresInEdit,
  figuresInEdit,
  type LostFigure,
  type StaleFigure,
} from "./stale-figures.ts";
import { staleFindings } from "./stale-findings.ts";
import { withUnsupported } from "./unsupported-figures.ts";

/** 从文件读回的旧稿。 */
export interface OldDraft {
  readonly paragraphs: readonly OldParagraph[];
  /** 写稿时随文件带着的底；没有了（别的软件存过、不是本程序写的）为 null。 */
  readonly base: DraftBase | null;
}

/** 一段的编号和文字。 */
export interface NamedText {
  readonly id: string;
  readonly text: string;
}

/** 在旧稿上更新的结果。 */
export interface Redrafted {
  /** 合并以后的说明；人改过、添写的段落 `edited` 为真，过时的数列在 `open` 里。 */
  readonly draft: Draft;
  /** 随新稿写出的底。 */
  readonly base: DraftBase;
  readonly stale: readonly StaleFigure[];
  readonly lost: readonly LostFigure[];
  /** 没有改过、换成新稿的各段。 */
  readonly followed: readonly string[];
  /** 保留着人改的、添写的各段。 */
  readonly kept: readonly string[];
  /** 人删去、仍不写的各段，文字是现在起草的。 */
  readonly removed: readonly NamedText[];
  /** 没有人改过、程序不再起草（表里没有了，或换的模板里没有）、因此去掉的各段。 */
  readonly dropped: readonly NamedText[];
  readonly changes: readonly ParagraphChange[];
  /** 旧稿用的是另一套说明模板的，它的名称；是同一套、不知道的为 null。 */
  readonly formerProfile: string | null;
}

/**
 * 在人改过的旧稿上更新：没有改过的段落换成新稿；改过的、添写的一字不动，其中过时的数逐个指出；
 * 删去的仍不写。没有底时，与新稿相同的段落算没有改过，其余都算人改过，其中新稿没有的数也逐个指出。
 */
export function redraft(drafted: Draft, old: OldDraft): Redrafted {
  const matched = matchParagraphs(old.paragraphs, old.base?.paragraphs ?? paragraphsOf(drafted));
  const groups = joinedGroups(matched, old.base, drafted);
  const fresh = joinDrafted(drafted, groups);
  const base = old.base === null ? null : joinBase(old.base, groups);
  const nameOf = new Map(groups.flatMap(({ id, entries }) => entries.map((each) => [each, id])));
  const rows = matched.map(({ ids: [first = ""], text }) => ({
    id: nameOf.get(first) ?? first,
    text,
  }));
  const { edits, inserted } = recordsOf(base, rows);

  const plan = planMerge({ drafted: fresh, edits, inserted, sheet: rows });
  const keepAll = plan.conflicts.map(({ id }): [string, MergeChoice] => [
    id,
    { kind: "mine", index: 0 },
  ]);
  const merged = settleMerge(plan, new Map(keepAll)) ?? { edits: [], inserted: [] };
  const { draft, removed } = applyEdits(fresh, merged);

  const looked = lookInside(draft, fresh, base);
  const sections = draft.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((each) => looked.paragraphs.get(each.id) ?? each),
  }));
  const stale = [...looked.figures.values()].flatMap((each) => each.stale);
  const result = { ...draft, sections };
  const present = new Set(paragraphsOf(result).map(({ id }) => id));
  return {
    draft: { ...result, open: orderFindings([...staleFindings(stale), ...draft.open]) },
    base: nextBase(result, fresh, base, looked.figures, groups, merged),
    stale,
    lost: [...looked.figures.values()].flatMap((each) => each.lost),
    followed: plan.paragraphs.filter(({ change }) => change === "updated").map(({ id }) => id),
    kept: paragraphsOf(result)
      .filter(({ edited }) => edited)
      .map(({ id }) => id),
    removed: removed.map(({ id, text }) => ({ id, text })),
    dropped: rows.filter(({ id, text }) => id !== "" && text.trim() !== "" && !present.has(id)),
    changes: versionChanges({
      written: base === null ? null : inserted,
      found: rows,
      result: merged.inserted,
    }),
    formerProfile: formerProfile(old.base, drafted),
  };
}

function formerProfile(base: DraftBase | null, { profile }: Draft): string | null {
  return base === null || base.profile === "" || base.profile === profile ? null : base.profile;
}

/** 底看作上次写出的记录。人又改回当初起草的文字的，算没有改过。 */
function recordsOf(
  base: DraftBase | null,
  rows: readonly NamedText[],
): Pick<Parameters<typeof planMerge>[0], "edits" | "inserted"> {
  const now = new Map(rows.map(({ id, text }) => [id, text]));
  const inserted = (base?.paragraphs ?? []).map((paragraph): InsertedParagraph => {
    const { id, drafted, chart } = paragraph;
    const restored = drafted !== null && sameText(now.get(id) ?? "", drafted.text);
    const text = restored ? drafted.text : paragraph.text;
    return { id, text, draft: drafted?.text ?? null, chart, removed: false };
  });
  const gone = (base?.removed ?? []).map(
    (id): InsertedParagraph => ({ id, text: "", draft: null, chart: null, removed: true }),
  );
  const edits = inserted.flatMap(({ id, text, draft }) =>
    draft === null || sameText(text, draft) ? [] : [{ id, text, draft }],
  );
  return { edits, inserted: [...inserted, ...gone] };
}

/** 改过的各段里的数：对的留着出处，过时的列出。 */
function lookInside(draft: Draft, fresh: Draft, base: DraftBase | null) {
  const freshOf = new Map(paragraphsOf(fresh).map((each) => [each.id, each]));
  const baseOf = new Map((base?.paragraphs ?? []).map((each) => [each.id, each]));
  const figures = new Map<string, FiguresInEdit>();
  const paragraphs = new Map<string, Paragraph>();
  for (const paragraph of paragraphsOf(draft)) {
    if (!paragraph.edited) continue;
    const { id, text } = paragraph;
    const now = freshOf.get(id) ?? null;
    const before = baseOf.get(id) ?? null;
    const known = figuresInEdit(id, text, before, now);
    const inside = base === null ? withUnsupported(id, text, known, now) : known;
    figures.set(id, inside);
    const right = (now?.figures ?? []).flatMap((figure, index) => {
      const place = inside.places[index] ?? null;
      if (place === null || text.slice(place.start, place.end) !== figure.text) return [];
      return [{ ...figure, ...place }];
    });
    const style = now?.style ?? before?.style ?? paragraph.style;
    paragraphs.set(id, { ...paragraph, style, figures: right });
  }
  return { figures, paragraphs };
}

function nextBase(
  draft: Draft,
  fresh: Draft,
  base: DraftBase | null,
  inside: ReadonlyMap<string, FiguresInEdit>,
  groups: readonly JoinedGroup[],
  merged: MergeResult,
): DraftBase {
  const freshOf = new Map(paragraphsOf(fresh).map((each) => [each.id, each]));
  const idsOf = new Map(groups.map(({ id, ids }) => [id, ids]));
  const known = new Set([...freshOf.keys(), ...(base?.paragraphs ?? []).map(({ id }) => id)]);
  return {
    unit: draft.unit,
    year: draft.year,
    profile: draft.profile,
    paragraphs: paragraphsOf(draft).map((paragraph): BaseParagraph => {
      const { id, style, text } = paragraph;
      const look = inside.get(id);
      const now = freshOf.get(id);
      const drafted = look?.drafted ?? (now === undefined ? null : draftedText(now));
      const own = look !== undefined && (!known.has(id) || drafted?.text === "");
      return {
        id,
        style,
        text,
        drafted: own ? null : drafted,
        places: own
          ? []
          : (look?.places ?? drafted?.figures ?? []).map(
              (place) => place && { start: place.start, end: place.end },
            ),
        orphans: look?.orphans ?? [],
        chart: chartText(now?.chart),
        joined: idsOf.get(id) ?? [],
      };
    }),
    removed: merged.inserted
      .filter(({ removed }) => removed)
      .flatMap(({ id }) => idsOf.get(id) ?? [id]),
  };
}
