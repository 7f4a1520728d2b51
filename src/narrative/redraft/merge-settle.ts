import { type InsertedParagraph, type ParagraphEdit, sameText } from "./kept-paragraphs.ts";
import type { MergeConflict, MergePlan } from "./merge-plan.ts";

/** 对一处两边都变了的决定：保留哪一种自己的说法、用新的（新的没有就是去掉），或另写。 */
export type MergeChoice =
  | { readonly kind: "mine"; readonly index: number }
  | { readonly kind: "fresh" }
  | { readonly kind: "text"; readonly text: string };

/** 决定以后要写入的各段，和写成以后要记下的。 */
export interface MergeResult {
  readonly edits: readonly ParagraphEdit[];
  readonly inserted: readonly InsertedParagraph[];
}

/**
 * 按决定得出写成以后的记录；还有没有决定的时返回 null。
 * 保留或另写的，以新稿为原稿记成改过的段落：下次只有新稿再变才会再问。
 */
export function settleMerge(
  plan: MergePlan,
  choices: ReadonlyMap<string, MergeChoice>,
): MergeResult | null {
  const conflicts = new Map(plan.conflicts.map((conflict) => [conflict.id, conflict]));
  const edits: ParagraphEdit[] = [];
  const inserted: InsertedParagraph[] = [];
  for (const { id, text: settled, fresh, chart } of plan.paragraphs) {
    const conflict = conflicts.get(id);
    const text = conflict === undefined ? settled : chosenText(conflict, choices.get(id));
    if (text === undefined || text === null) {
      if (text === undefined) return null;
      continue;
    }
    if (text.trim() === "") continue;
    inserted.push({ id, text, draft: fresh, chart, removed: false });
    if (fresh !== null && !sameText(text, fresh)) edits.push({ id, text, draft: fresh });
  }
  for (const id of plan.removed) {
    inserted.push({ id, text: "", draft: null, chart: null, removed: true });
  }
  return { edits, inserted };
}

/** undefined 为还没有决定，null 为去掉这一段。 */
function chosenText(
  conflict: MergeConflict,
  choice: MergeChoice | undefined,
): string | null | undefined {
  switch (choice?.kind) {
    case "mine":
      return conflict.mine[choice.index]?.text;
    case "fresh":
      return conflict.fresh;
    case "text":
      return choice.text;
    case undefined:
      return undefined;
  }
}
