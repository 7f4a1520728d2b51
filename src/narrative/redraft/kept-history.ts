import * as v from "valibot";
import { versionSchema } from "../inputs/kept-schema.ts";
import type { DraftHistory, DraftVersion } from "./history.ts";

/** 保存着的一版（中文键）→ 一版。 */
export function versionFromKept({
  序号,
  时间,
  来由,
  段落,
}: v.InferOutput<typeof versionSchema>): DraftVersion {
  return {
    number: 序号,
    when: 时间,
    what: 来由,
    changes: 段落.map(({ 编号, 原, 新, 由 }) => ({ id: 编号, before: 原, after: 新, by: 由 })),
  };
}

/** 各版写成保存的样子（中文键）。 */
export function keptHistory(history: DraftHistory): v.InferInput<typeof versionSchema>[] {
  return history.map(({ number, when, what, changes }) => ({
    序号: number,
    时间: when,
    来由: what,
    段落: changes.map(({ id, before, after, by }) => ({ 编号: id, 原: before, 新: after, 由: by })),
  }));
}

/** 读保存着的各版；有一版读不懂就整个不动，返回 null。 */
export function historyFromKept(content: unknown): DraftHistory | null {
  if (content === undefined || content === null) return [];
  const read = v.safeParse(v.array(versionSchema), content);
  return read.success ? read.output.map(versionFromKept) : null;
}
