import type { Draft, Paragraph } from "../draft.ts";
import {
  chartText,
  type InsertedParagraph,
  isReset,
  type ParagraphEdit,
  type ReadParagraph,
  sameText,
} from "./kept-paragraphs.ts";
import { arrange } from "./paragraph-order.ts";

/** 由人写的一种说法：在工作表里改的，还是在页面上改的。 */
export interface OwnWording {
  readonly where: "sheet" | "pane";
  readonly text: string;
}

/** 两边都变了、要人决定的一段。 */
export interface MergeConflict {
  readonly id: string;
  /** 人改的时候程序起草的文字；没有记录时为 null。 */
  readonly old: string | null;
  /** 人的说法，至少一种；工作表里和页面上各改各的时有两种。 */
  readonly mine: readonly OwnWording[];
  /** 现在起草的文字；程序不再起草这一段时为 null。 */
  readonly fresh: string | null;
}

/** 合并的一段。`text` 为 null 表示等人决定（见 `conflicts`）。 */
export interface MergedParagraph {
  readonly id: string;
  readonly text: string | null;
  readonly fresh: string | null;
  /** 图里的各数（见 `chartText`）；没有图为 null。 */
  readonly chart: string | null;
  readonly change: "added" | "updated" | "unchanged" | "kept" | "own" | "conflict";
}

export interface MergePlan {
  /** 按应写入工作表的先后。 */
  readonly paragraphs: readonly MergedParagraph[];
  readonly conflicts: readonly MergeConflict[];
  /** 人从工作表里删去、因此不再写入的段落。 */
  readonly removed: readonly string[];
}

export interface MergeInput {
  /** 新起草的说明，没有用上任何人改的文字。 */
  readonly drafted: Draft;
  readonly edits: readonly ParagraphEdit[];
  readonly inserted: readonly InsertedParagraph[];
  /** 工作表里现在的各段，没有编号的 `id` 为空串；没有这张表为 null。 */
  readonly sheet: readonly ReadParagraph[] | null;
}

/** 由人添写的段落的编号：`增补/1`、`增补/2`……不与已有的重复。 */
export const OWN_ID = "增补/";

/**
 * 再次插入前，逐段比较三方：上次插入时的、工作表里现在的、新起草的。没有人改过的换成新的；
 * 人改过而新稿没有变的保留；两边都变了的列入 `conflicts` 由人决定。人添写的各行留在原处，
 * 人删去的不再写。人打的字只有在其选择“用新的”时才会被换掉。
 */
export function planMerge({ drafted, edits, inserted, sheet }: MergeInput): MergePlan {
  const fresh = new Map(paragraphsOf(drafted).map(({ id, text }) => [id, text]));
  const charts = new Map(paragraphsOf(drafted).map(({ id, chart }) => [id, chartText(chart)]));
  const records = new Map(inserted.map((record) => [record.id, record]));
  const editOf = new Map(edits.map((edit) => [edit.id, edit]));
  const separated = (sheet ?? []).flatMap((row) => withoutAdded(row, records.get(row.id)));
  const rows = numbered(separated, [...fresh.keys(), ...records.keys(), ...editOf.keys()]);
  const theirs = new Map(rows.map(({ id, text }) => [id, text]));

  const removed = inserted
    .filter(
      (record) =>
        (sheet !== null || record.removed) &&
        !theirs.has(record.id) &&
        !isNewEdit(editOf.get(record.id), record) &&
        (record.removed || fresh.has(record.id)),
    )
    .map(({ id }) => id);
  const gone = new Set(removed);
  const before = sheet === null ? inserted.filter(({ removed: was }) => !was) : rows;
  const order = arrange(
    [...fresh.keys()].filter((id) => !gone.has(id)),
    before.map(({ id }) => id),
  );
  order.push(...[...editOf.keys()].filter((id) => !gone.has(id) && !order.includes(id)));

  const paragraphs: MergedParagraph[] = [];
  const chartOf = (id: string) => charts.get(id) ?? null;
  const conflicts: MergeConflict[] = [];
  for (const id of order) {
    const outcome = mergeParagraph({
      id,
      fresh: fresh.get(id) ?? null,
      theirs: theirs.get(id) ?? null,
      record: records.get(id),
      edit: editOf.get(id),
    });
    if (outcome === null) continue;
    if ("mine" in outcome) {
      conflicts.push(outcome);
      const { fresh: text } = outcome;
      paragraphs.push({ id, text: null, fresh: text, chart: chartOf(id), change: "conflict" });
    } else paragraphs.push({ ...outcome, chart: chartOf(id) });
  }
  return { paragraphs, conflicts, removed };
}

interface Sides {
  readonly id: string;
  readonly fresh: string | null;
  readonly theirs: string | null;
  readonly record: InsertedParagraph | undefined;
  readonly edit: ParagraphEdit | undefined;
}

/** 一段的去处；null 为不再写（程序不再起草，人也没有改过）。 */
function mergeParagraph(sides: Sides): Omit<MergedParagraph, "chart"> | MergeConflict | null {
  const { id, fresh, theirs, record, edit } = sides;
  const mine = ownWordings(sides);
  const [first, second] = mine;
  if (first === undefined) {
    if (fresh === null) return null;
    const change = theirs === null ? "added" : sameText(theirs, fresh) ? "unchanged" : "updated";
    return { id, text: fresh, fresh, change };
  }
  if (second === undefined && fresh !== null && sameText(first.text, fresh)) {
    return { id, text: fresh, fresh, change: "unchanged" };
  }
  const old = baseOf(sides, first);
  if (second === undefined) {
    // 由人添写的段落，程序从来没有起草过，没有什么可比。
    const neverDrafted = fresh === null && (record?.draft ?? null) === null && !edit?.draft;
    if (neverDrafted) return { id, text: first.text, fresh, change: "own" };
    if (fresh !== null && old !== null && sameText(old, fresh)) {
      return { id, text: first.text, fresh, change: "kept" };
    }
  }
  return { id, old, mine, fresh };
}

/** 人的说法：工作表里改过的，页面上改过而还没有插入的；都没有时是已插入过的改动。 */
function ownWordings({ theirs, record, edit, fresh }: Sides): OwnWording[] {
  const wordings: OwnWording[] = [];
  const touched =
    theirs !== null &&
    (record === undefined || !sameText(theirs, record.text)) &&
    // 没有上次的记录时，只要与新稿相同就是没有改过。
    !(record === undefined && fresh !== null && sameText(theirs, fresh));
  if (touched) wordings.push({ where: "sheet", text: theirs });
  if (isNewEdit(edit, record) && !wordings.some(({ text }) => sameText(text, edit.text))) {
    wordings.push({ where: "pane", text: edit.text });
  }
  if (wordings.length > 0) return wordings;
  if (edit !== undefined) return isReset(edit) ? [] : [{ where: "pane", text: edit.text }];
  if (record?.draft === null) return [{ where: "sheet", text: theirs ?? record.text }];
  // 记录里就是改过的文字，而改动的记录没有了（导入、清理过）：仍当作人改的。
  if (record !== undefined && theirs !== null && !sameText(record.text, record.draft)) {
    return [{ where: "sheet", text: theirs }];
  }
  return [];
}

/** 页面上改过、还没有插入工作表的。 */
function isNewEdit(
  edit: ParagraphEdit | undefined,
  record: InsertedParagraph | undefined,
): edit is ParagraphEdit {
  return (
    edit !== undefined &&
    !isReset(edit) &&
    (record === undefined || !sameText(edit.text, record.text))
  );
}

/** 人的说法是在哪一稿上改的。 */
function baseOf({ record, edit }: Sides, { where }: OwnWording): string | null {
  if (where === "pane") return edit?.draft ?? record?.draft ?? null;
  return record === undefined ? null : (record.draft ?? edit?.draft ?? null);
}

/**
 * 读回时，没有编号的行接在前一段（或第一段之前）后面，以换行隔开。原来那一段没有动过的，
 * 把添写的分出来，各成一段，这一段才能照常更新。
 */
function withoutAdded(row: ReadParagraph, record: InsertedParagraph | undefined) {
  if (record === undefined || record.text === "" || row.text === record.text) return [row];
  const at = `\n${row.text}\n`.indexOf(`\n${record.text}\n`);
  if (at === -1) return [row];
  const own = (text: string) => text.split("\n").map((line) => ({ id: "", text: line }));
  return [
    ...own(row.text.slice(0, Math.max(0, at - 1))),
    { id: row.id, text: record.text },
    ...own(row.text.slice(at + record.text.length + 1)),
  ];
}

/** 给没有编号的、编号重复的各行编上号；没有文字的行视为删去。 */
function numbered(sheet: readonly ReadParagraph[], used: readonly string[]): ReadParagraph[] {
  const taken = new Set([...used, ...sheet.map(({ id }) => id)]);
  const seen = new Set<string>();
  let next = 1;
  return sheet
    .filter(({ text }) => text.trim() !== "")
    .map(({ id, text }) => {
      if (id !== "" && !seen.has(id)) {
        seen.add(id);
        return { id, text };
      }
      while (taken.has(`${OWN_ID}${next}`)) next += 1;
      const own = `${OWN_ID}${next}`;
      taken.add(own);
      seen.add(own);
      return { id: own, text };
    });
}

function paragraphsOf(draft: Draft): readonly Paragraph[] {
  return draft.sections.flatMap(({ paragraphs }) => paragraphs);
}
