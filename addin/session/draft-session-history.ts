import { type DraftHistory, textsAt, withVersion } from "../../src/narrative/redraft/history.ts";
import { withEdit, withoutEdit, withRestored } from "./draft-session-changes.ts";
import type { Composed } from "./draft-session-compose.ts";
import type { StoredData } from "./stored-data.ts";

/** 恢复以后的数据；`restored` 为恢复了几段，没有可恢复的为 0。 */
export interface RestoredVersion {
  readonly data: StoredData;
  readonly restored: number;
}

/**
 * 恢复到某一版（`id` 不为 null 时只恢复这一段）：那一版里人改过的文字成为改过的段落，起草的仍随现在的表；
 * 下次插入时写进工作表。恢复之前的文字先记成一版，随时可以再恢复回来。那一版还没有的段落不动。
 */
export function restoreVersion(
  data: StoredData,
  { draft, notes, removed }: Composed,
  number: number,
  id: string | null,
  when: string,
): RestoredVersion {
  const now = new Map(
    draft.sections.flatMap(({ paragraphs }) => paragraphs.map((each) => [each.id, each.text])),
  );
  const draftedOf = (each: string) =>
    notes.get(each)?.draftText ?? removed.find((one) => one.id === each)?.text ?? null;
  const wanted = [...(textsAt(data.history, number) ?? [])].flatMap(([each, at]) => {
    if (at.text === null || (id !== null && each !== id)) return [];
    const drafted = draftedOf(each);
    const text = at.by === "起草" ? (drafted ?? at.text) : at.text;
    return text === now.get(each) ? [] : [{ id: each, text, drafted }];
  });
  const restored = wanted.reduce(
    (each, { id: at, text, drafted }) =>
      text === drafted
        ? withoutEdit(withRestored(each, at), at, drafted)
        : withEdit(each, at, text, drafted ?? ""),
    data,
  );
  return { data: { ...restored, history: recorded(data.history) }, restored: wanted.length };

  function recorded(history: DraftHistory): DraftHistory {
    return withVersion(history, {
      when,
      what: `恢复到第 ${number} 版`,
      changes: wanted.map(({ id: each, text }) => ({
        id: each,
        before: now.get(each) ?? null,
        after: text,
        by: "人工",
      })),
    });
  }
}

/** 恢复以后告诉使用者的话。 */
export function restoredText(number: number, id: string | null, restored: number): string {
  const what = id === null ? `第 ${number} 版` : `第 ${number} 版的这一段`;
  return restored === 0
    ? `现在的文字与${what}相同，没有改动。`
    : `已恢复到${what}，共 ${restored} 段；再次插入时写进工作表。`;
}
