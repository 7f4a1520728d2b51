import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetParagraph } from "../../addin/host/host.ts";
import { noStoredData, type StoredData } from "../../addin/session/stored-data.ts";
import type { Draft } from "../../src/narrative/draft.ts";
import { type MergePlan, planMerge } from "../../src/narrative/redraft/merge-plan.ts";
import { type MergeChoice, settleMerge } from "../../src/narrative/redraft/merge-settle.ts";
import { arrange } from "../../src/narrative/redraft/paragraph-order.ts";
import { draftOf } from "./merge-draft.ts";

const none = new Map<string, MergeChoice>();

/** 插入一遍：合并、按决定写入，得到新的保存数据和工作表。 */
function insert(
  drafted: Draft,
  data: StoredData,
  sheet: readonly SheetParagraph[] | null,
  choices: ReadonlyMap<string, MergeChoice> = none,
): { data: StoredData; sheet: readonly SheetParagraph[]; plan: MergePlan } {
  const plan = planMerge({ drafted, edits: data.edits, inserted: data.inserted, sheet });
  const result = settleMerge(plan, choices);
  if (result === null) throw new Error("还有没有决定的");
  return {
    plan,
    data: { ...data, ...result },
    sheet: result.inserted.filter(({ removed }) => !removed).map(({ id, text }) => ({ id, text })),
  };
}

const first = draftOf({ a: "甲 100 万元。", b: "乙 200 万元。", c: "丙 300 万元。" });
const start = insert(first, noStoredData, null);

function retyped(id: string, text: string): readonly SheetParagraph[] {
  return start.sheet.map((row) => (row.id === id ? { id, text } : row));
}

describe("再次插入的合并", () => {
  it("没有人改过：全部换成新的，不问", () => {
    const next = draftOf({ a: "甲 111 万元。", b: "乙 200 万元。", c: "丙 300 万元。" });
    const { plan, sheet } = insert(next, start.data, start.sheet);
    expect(plan.conflicts).toEqual([]);
    expect(plan.paragraphs.map(({ change }) => change)).toEqual([
      "updated",
      "unchanged",
      "unchanged",
    ]);
    expect(sheet[0]?.text).toBe("甲 111 万元。");
  });

  it("工作表里改过而新稿没有变：保留，记成改过的段落", () => {
    const next = draftOf({ a: "甲 111 万元。", b: "乙 200 万元。", c: "丙 300 万元。" });
    const { plan, sheet, data } = insert(next, start.data, retyped("b", "乙是我写的。"));
    expect(plan.conflicts).toEqual([]);
    expect(sheet.map(({ text }) => text)).toEqual([
      "甲 111 万元。",
      "乙是我写的。",
      "丙 300 万元。",
    ]);
    expect(data.edits).toEqual([{ id: "b", text: "乙是我写的。", draft: "乙 200 万元。" }]);
  });

  it("两边都变了：列出原稿、我的、新的；三种决定各得其所", () => {
    const next = draftOf({ a: "甲 100 万元。", b: "乙 222 万元。", c: "丙 300 万元。" });
    const sheet = retyped("b", "乙是我写的。");
    const plan = planMerge({
      drafted: next,
      edits: start.data.edits,
      inserted: start.data.inserted,
      sheet,
    });
    expect(plan.conflicts).toEqual([
      {
        id: "b",
        old: "乙 200 万元。",
        mine: [{ where: "sheet", text: "乙是我写的。" }],
        fresh: "乙 222 万元。",
      },
    ]);
    expect(settleMerge(plan, none)).toBeNull();
    const textAfter = (choice: MergeChoice) =>
      insert(next, start.data, sheet, new Map([["b", choice]])).sheet[1]?.text;
    expect(textAfter({ kind: "mine", index: 0 })).toBe("乙是我写的。");
    expect(textAfter({ kind: "fresh" })).toBe("乙 222 万元。");
    expect(textAfter({ kind: "text", text: "合写。" })).toBe("合写。");
  });

  it("决定过一次，新稿不再变就不再问；再变再问", () => {
    const next = draftOf({ a: "甲 100 万元。", b: "乙 222 万元。", c: "丙 300 万元。" });
    const kept = insert(
      next,
      start.data,
      retyped("b", "乙是我写的。"),
      new Map([["b", { kind: "mine", index: 0 }]]),
    );
    const again = insert(next, kept.data, kept.sheet);
    expect(again.plan.conflicts).toEqual([]);
    expect(again.sheet[1]?.text).toBe("乙是我写的。");
    const third = draftOf({ a: "甲 100 万元。", b: "乙 333 万元。", c: "丙 300 万元。" });
    expect(planMerge({ drafted: third, ...again.data, sheet: again.sheet }).conflicts).toHaveLength(
      1,
    );
  });

  it("页面上和工作表里各改各的：两种都列出", () => {
    const data = {
      ...start.data,
      edits: [{ id: "b", text: "页面上写的。", draft: "乙 200 万元。" }],
    };
    const plan = planMerge({ drafted: first, ...data, sheet: retyped("b", "表里写的。") });
    expect(plan.conflicts[0]?.mine).toEqual([
      { where: "sheet", text: "表里写的。" },
      { where: "pane", text: "页面上写的。" },
    ]);
  });

  it("页面上改过的插入后再恢复成原稿：写回原稿", () => {
    const edited = insert(
      first,
      { ...start.data, edits: [{ id: "b", text: "改。", draft: "乙 200 万元。" }] },
      start.sheet,
    );
    expect(edited.sheet[1]?.text).toBe("改。");
    const reset = {
      ...edited.data,
      edits: [{ id: "b", text: "乙 200 万元。", draft: "乙 200 万元。" }],
    };
    expect(insert(first, reset, edited.sheet).sheet[1]?.text).toBe("乙 200 万元。");
    const next = draftOf({ a: "甲 100 万元。", b: "乙 222 万元。", c: "丙 300 万元。" });
    expect(insert(next, reset, edited.sheet).sheet[1]?.text).toBe("乙 222 万元。");
  });

  it("人添写的行留在原处，删去的不再写", () => {
    const [a, b] = start.sheet;
    if (a === undefined || b === undefined) throw new Error("应有两段");
    const sheet = [a, { id: "", text: "补一段。" }, b, { id: "a", text: "抄来的一行。" }];
    const next = draftOf({
      a: "甲 1 万元。",
      b: "乙 2 万元。",
      b2: "新的一段。",
      c: "丙 3 万元。",
    });
    const result = insert(next, start.data, sheet);
    expect(result.sheet.map(({ text }) => text)).toEqual([
      "甲 1 万元。",
      "补一段。",
      "乙 2 万元。",
      "抄来的一行。",
      "新的一段。",
    ]);
    expect(result.plan.removed).toEqual(["c"]);
    const again = insert(next, result.data, result.sheet);
    expect(again.sheet).toEqual(result.sheet);
    expect(again.data).toEqual(result.data);
  });

  it("读回时接在前一段后面的添写的行，分出来成为单独的一段", () => {
    const sheet = retyped("b", "前面添的。\n乙 200 万元。\n后面添的。\n又一行。");
    const next = draftOf({ a: "甲 1 万元。", b: "乙 2 万元。", c: "丙 3 万元。" });
    const { sheet: after, plan } = insert(next, start.data, sheet);
    expect(plan.conflicts).toEqual([]);
    expect(after.map(({ text }) => text)).toEqual([
      "甲 1 万元。",
      "前面添的。",
      "乙 2 万元。",
      "后面添的。",
      "又一行。",
      "丙 3 万元。",
    ]);
  });

  it("程序不再起草的：没改过的去掉，改过的问", () => {
    const next = draftOf({ a: "甲 100 万元。", c: "丙 300 万元。" });
    expect(insert(next, start.data, start.sheet).sheet.map(({ id }) => id)).toEqual(["a", "c"]);
    const sheet = retyped("b", "乙是我写的。");
    const plan = planMerge({ drafted: next, ...start.data, sheet });
    expect(plan.conflicts).toMatchObject([{ id: "b", fresh: null }]);
    const kept = insert(next, start.data, sheet, new Map([["b", { kind: "mine", index: 0 }]]));
    expect(kept.sheet.map(({ text }) => text)).toEqual([
      "甲 100 万元。",
      "乙是我写的。",
      "丙 300 万元。",
    ]);
    expect(insert(next, kept.data, kept.sheet).sheet).toEqual(kept.sheet);
  });

  it("没有上次的记录（数据损坏）而表里有字：相同的不问，不同的问", () => {
    const plan = planMerge({
      drafted: first,
      edits: [],
      inserted: [],
      sheet: retyped("b", "不知谁写的。"),
    });
    expect(plan.conflicts).toMatchObject([{ id: "b", old: null }]);
    expect(plan.paragraphs.map(({ change }) => change)).toEqual([
      "unchanged",
      "conflict",
      "unchanged",
    ]);
  });

  it("排先后：已有的次序不动，新的排在前一段之后", () => {
    expect(arrange(["a", "b", "c"], ["c", "a"])).toEqual(["c", "a", "b"]);
    expect(arrange(["a", "b"], ["x", "a", "y"])).toEqual(["x", "a", "y", "b"]);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 2 })),
        fc.uniqueArray(fc.string({ maxLength: 2 })),
        (drafted, existing) => {
          const order = arrange(drafted, existing);
          expect(order.filter((id) => existing.includes(id))).toEqual(existing);
          expect([...order].sort()).toEqual([...new Set([...drafted, ...existing])].sort());
        },
      ),
    );
  });
});
