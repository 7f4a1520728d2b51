import type { Draft } from "../../src/narrative/draft.ts";
import { applyEdits } from "../../src/narrative/redraft/edited-paragraphs.ts";
import { type ParagraphChange, versionChanges } from "../../src/narrative/redraft/history.ts";
import { type MergePlan, planMerge } from "../../src/narrative/redraft/merge-plan.ts";
import { type MergeResult, settleMerge } from "../../src/narrative/redraft/merge-settle.ts";
import { HostFailure, type Task, type WorkbookHost } from "../host/host.ts";
import type { PendingMerge } from "./draft-session-state.ts";
import type { StoredData } from "./stored-data.ts";

/** 插入的结局：写好了；或有几处两边都变了，要人决定；`again` 为决定的时候工作表又改过。 */
export type Insertion =
  | {
      readonly kind: "written";
      readonly plan: MergePlan;
      readonly merged: MergeResult;
      readonly leftovers: readonly string[];
      /** 与上次插入相比变了的各段，记进历史。 */
      readonly changes: readonly ParagraphChange[];
    }
  | { readonly kind: "asking"; readonly plan: MergePlan; readonly again: boolean };

/**
 * 读回工作表、合并；没有要人决定的，或都已决定而工作表没有再变的，写入两张表。
 * 没有写成时抛 HostFailure，工作簿没有改动。
 */
export async function insertNarrative(
  host: WorkbookHost,
  drafted: Draft,
  { edits, inserted }: StoredData,
  decided: PendingMerge | null,
  task: Task,
): Promise<Insertion> {
  const sheet = await host.readNarrativeSheet();
  const plan = planMerge({ drafted, edits, inserted, sheet });
  const unchanged = decided !== null && asked(decided.plan) === asked(plan);
  const merged = settleMerge(plan, unchanged ? decided.choices : new Map());
  if (merged === null) return { kind: "asking", plan, again: decided !== null };
  const { draftSheets } = await import("../../src/publish/draft-xlsx/draft-sheets.ts");
  const outcome = await host.writeSheets(draftSheets(applyEdits(drafted, merged).draft), task);
  if (outcome.kind === "complete") {
    const written = inserted.length === 0 && sheet !== null ? null : inserted;
    const changes = versionChanges({ written, found: sheet, result: merged.inserted });
    return { kind: "written", plan, merged, leftovers: outcome.leftovers, changes };
  }
  const { code, what, todo } = outcome.failure;
  throw new HostFailure(code, `${what}${leftoverText(outcome.leftovers)}`, todo);
}

function asked(plan: MergePlan): string {
  return JSON.stringify(plan.conflicts);
}

/** 写好以后告诉使用者的话。 */
export function insertedText(
  { plan, merged, leftovers }: Extract<Insertion, { kind: "written" }>,
  canUndo: boolean,
): string {
  const updated = plan.paragraphs.filter(({ change }) => change === "updated").length;
  const kept = merged.edits.length;
  return [
    "已写入工作表“决算说明”和“数据来源”。",
    updated === 0 ? "" : `更新 ${updated} 段。`,
    kept === 0 ? "" : `保留你改过的 ${kept} 段。`,
    leftoverText(leftovers),
    canUndo ? "要撤销，在工作表里按 Ctrl+Z。" : "",
  ].join("");
}

function leftoverText(names: readonly string[]): string {
  if (names.length === 0) return "";
  return `有 ${names.length} 张临时工作表没能删掉（${names.join("、")}），下次打开时会清理。`;
}
