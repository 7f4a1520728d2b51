import type { StoredData } from "./stored-data.ts";

/** 改一段；`draft` 是改的时候的原稿，由人添写的段落为空串。 */
export function withEdit(data: StoredData, id: string, text: string, draft: string): StoredData {
  const others = data.edits.filter((edit) => edit.id !== id);
  return { ...data, edits: [...others, { id, text, draft }] };
}

/** 改成 `text`；与原稿相同即恢复成原稿。 */
export function withText(
  data: StoredData,
  id: string,
  text: string,
  draft: string | null,
): StoredData {
  return text === draft ? withoutEdit(data, id, draft) : withEdit(data, id, text, draft ?? "");
}

/** 恢复成原稿：记下这个决定，再次插入时才知道工作表里的旧改动不要了。没有改过的不变。 */
export function withoutEdit(data: StoredData, id: string, draft: string | null): StoredData {
  if (!data.edits.some((edit) => edit.id === id)) return data;
  if (draft !== null) return withEdit(data, id, draft, draft);
  return { ...data, edits: data.edits.filter((edit) => edit.id !== id) };
}

/** 数变了，看过以后仍用自己的文字：以现在的原稿为准。 */
export function withKeptEdit(data: StoredData, id: string, draft: string | null): StoredData {
  const edit = data.edits.find((each) => each.id === id);
  return edit === undefined ? data : withEdit(data, id, edit.text, draft ?? "");
}

/** 写回由人从工作表里删去的一段。 */
export function withRestored(data: StoredData, id: string): StoredData {
  return { ...data, inserted: data.inserted.filter((record) => record.id !== id) };
}
