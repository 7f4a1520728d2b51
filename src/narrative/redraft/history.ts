import { type InsertedParagraph, type ReadParagraph, sameText } from "./kept-paragraphs.ts";

/** 一段的一次变化：`before` 为 null 是新添的，`after` 为 null 是去掉的。 */
export interface ParagraphChange {
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
  /** 随表重新起草的，还是人改的。 */
  readonly by: "起草" | "人工";
}

/** 说明的一版：与前一版相比变了什么。 */
export interface DraftVersion {
  /** 从 1 起，删去旧版以后也不重编。 */
  readonly number: number;
  /** 什么时候，由调用者给，如 `2024-03-05 14:20`。 */
  readonly when: string;
  /** 怎么来的，如 `插入工作表`、`在《决算说明.docx》上更新`。 */
  readonly what: string;
  readonly changes: readonly ParagraphChange[];
}

/** 各版，旧的在前。 */
export type DraftHistory = readonly DraftVersion[];

/** 至多留这么多版、这么多字；超过的从最旧的删起，最近一版总留着。 */
export const HISTORY_LIMITS = { versions: 30, characters: 120_000 } as const;

/** 一版的一行介绍。 */
export interface VersionSummary extends Omit<DraftVersion, "changes"> {
  readonly drafted: number;
  readonly byHand: number;
}

/** 各版的介绍，新的在前。 */
export function listVersions(history: DraftHistory): VersionSummary[] {
  return history.toReversed().map(({ number, when, what, changes }) => ({
    number,
    when,
    what,
    drafted: changes.filter(({ by }) => by === "起草").length,
    byHand: changes.filter(({ by }) => by === "人工").length,
  }));
}

/** 某一版；没有（已删去）为 null。 */
export function versionOf(history: DraftHistory, number: number): DraftVersion | null {
  return history.find((version) => version.number === number) ?? null;
}

/** 添一版；什么都没有变的不添。超过限度时删去最旧的。 */
export function withVersion(
  history: DraftHistory,
  version: Omit<DraftVersion, "number">,
  limits: { readonly versions: number; readonly characters: number } = HISTORY_LIMITS,
): DraftHistory {
  if (version.changes.length === 0) return history;
  const number = (history.at(-1)?.number ?? 0) + 1;
  const all = [...history, { ...version, number }].slice(-limits.versions);
  let characters = 0;
  let first = all.length;
  while (first > 0) {
    characters += sizeOf(all[first - 1]);
    if (characters > limits.characters && first < all.length) break;
    first -= 1;
  }
  return all.slice(first);
}

/** 某一版里的一段：文字（null 为那时没有这一段），和它是起草的还是人改的。 */
export interface TextAtVersion {
  readonly text: string | null;
  readonly by: ParagraphChange["by"];
}

/**
 * 某一版时各段的文字，只含历史里记着的段落；那一版已删去时为 null。
 * 更早的版已删去、不知道是怎么来的，算人改的。
 */
export function textsAt(
  history: DraftHistory,
  number: number,
): ReadonlyMap<string, TextAtVersion> | null {
  const at = history.findIndex((version) => version.number === number);
  if (at === -1) return null;
  const texts = new Map<string, TextAtVersion>();
  for (const { changes } of history.slice(0, at + 1)) {
    for (const { id, after, by } of changes) texts.set(id, { text: after, by });
  }
  for (const { changes } of history.slice(at + 1)) {
    for (const { id, before } of changes) {
      if (!texts.has(id)) texts.set(id, { text: before, by: "人工" });
    }
  }
  return texts;
}

/** 记进历史的时刻，当地时间，到分：`2024-03-05 14:20`。 */
export function versionTime(time: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/**
 * 这一次写出与上一次相比变了什么：上次写出的（`written`，没有记录为 null）、人改成的（`found`，读不到为 null）、
 * 这次写出的（`result`）。同一段可以先由人改、后随表变，各记一条。
 */
export function versionChanges({
  written,
  found,
  result,
}: {
  readonly written: readonly InsertedParagraph[] | null;
  readonly found: readonly ReadParagraph[] | null;
  readonly result: readonly InsertedParagraph[];
}): ParagraphChange[] {
  const live = (list: readonly InsertedParagraph[]) => list.filter(({ removed }) => !removed);
  const recorded = new Map(live(written ?? []).map(textEntry));
  const standing = (found ?? []).filter(({ id, text }) => id !== "" && text.trim() !== "");
  const now = found === null ? recorded : new Map(standing.map(textEntry));
  const before = written === null ? now : recorded;
  const after = new Map(live(result).map((each) => [each.id, each]));
  const changes: ParagraphChange[] = [];
  const add = (id: string, from: string | null, to: string | null, by: ParagraphChange["by"]) => {
    if (from === to || (from !== null && to !== null && sameText(from, to))) return;
    changes.push({ id, before: from, after: to, by });
  };
  for (const id of new Set([...after.keys(), ...now.keys(), ...before.keys()])) {
    const [old, mine, made] = [before.get(id) ?? null, now.get(id) ?? null, after.get(id)];
    add(id, old, mine, "人工");
    const drafted = made === undefined || (made.draft !== null && sameText(made.text, made.draft));
    add(id, mine, made?.text ?? null, drafted ? "起草" : "人工");
  }
  return changes;
}

function textEntry({ id, text }: ReadParagraph): [string, string] {
  return [id, text];
}

function sizeOf(version: DraftVersion | undefined): number {
  return (version?.changes ?? []).reduce(
    (sum, { id, before, after }) => sum + id.length + (before?.length ?? 0) + (after?.length ?? 0),
    0,
  );
}
