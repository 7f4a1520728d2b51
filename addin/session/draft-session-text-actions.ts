import {
  type DraftVersion,
  listVersions,
  type VersionSummary,
  versionOf,
} from "../../src/narrative/redraft/history.ts";
import { withKeptEdit, withoutEdit, withRestored, withText } from "./draft-session-changes.ts";
import { restoredText, restoreVersion } from "./draft-session-history.ts";
import type { SessionTools } from "./draft-session-tools.ts";

/** 改说明的文字，看以前的各版。 */
export interface TextActions {
  /** 改一段；与原稿相同即恢复成原稿。 */
  edit(id: string, text: string): void;
  /** 恢复成原稿。 */
  reset(id: string): void;
  /** 数变了，看过以后仍用自己的文字。 */
  keepEdit(id: string): void;
  /** 写回由人从工作表里删去的一段（下次插入时写）。 */
  restore(id: string): void;
  /** 说明的各版，新的在前。 */
  listHistory(): readonly VersionSummary[];
  /** 某一版变了什么；已经删去的为 null。 */
  viewVersion(number: number): DraftVersion | null;
  /** 恢复到某一版；`id` 不为 null 时只恢复这一段。下次插入时写进工作表。 */
  restoreVersion(number: number, id: string | null): void;
}

export function textActions({
  composed,
  data,
  change,
  redraft,
  set,
  now,
}: SessionTools): TextActions {
  const draftTextOf = (id: string) => composed()?.notes.get(id)?.draftText ?? null;
  return {
    edit(id, text) {
      change((each) => withText(each, id, text, draftTextOf(id)));
      redraft();
    },
    reset(id) {
      change((each) => withoutEdit(each, id, draftTextOf(id)));
      redraft();
    },
    keepEdit(id) {
      change((each) => withKeptEdit(each, id, draftTextOf(id)));
      redraft();
    },
    restore(id) {
      change((each) => withRestored(each, id));
      redraft();
    },
    listHistory: () => listVersions(data().history),
    viewVersion: (number) => versionOf(data().history, number),
    restoreVersion(number, id) {
      const current = composed();
      if (current === null) return;
      const { data: next, restored } = restoreVersion(data(), current, number, id, now());
      change(() => next);
      redraft();
      set({ notice: restoredText(number, id, restored) });
    },
  };
}
