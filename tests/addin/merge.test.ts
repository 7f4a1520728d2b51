import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetParagraph } from "../../addin/host/host.ts";
import {
  type MergeChoice,
  type MergePlan,
  planMerge,
  settleMerge,
} from "../../addin/session/narrative-merge.ts";
import { arrange } from "../../addin/session/narrative-merge-order.ts";
import { noStoredData, type StoredData } from "../../addin/session/stored-data.ts";
import type { Draft } from "../../src/narrative/draft.ts";

function draftOf(texts: Readonly<Record<string, string>>): Draft {
  return {
    unit: "某单位",
    year: 2023,
    level: "单位",
    profile: "四川",
    sections: [
      {
        id: "二.一",
        title: "一、",
        paragraphs: Object.entries(texts).map(([id, text]) => ({
          id,
          style: "body" as const,
          text,
          edited: false,
          figures: [],
          gaps: [],
        })),
      },
    ],
    open: [],
  };
}

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

/** 一轮里人和程序各做的一件事。 */
type Step =
  | { kind: "redraft"; id: string; version: number }
  | { kind: "drop"; id: string }
  | { kind: "typeInSheet"; at: number }
  | { kind: "appendInSheet"; at: number }
  | { kind: "addRow"; at: number }
  | { kind: "deleteRow"; at: number }
  | { kind: "copyRow"; at: number }
  | { kind: "moveRow"; at: number }
  | { kind: "typeInPane"; id: string }
  | { kind: "resetInPane"; id: string }
  | { kind: "loseRecords" }
  | { kind: "insert"; choices: readonly number[] };

const ids = ["a", "b", "c", "d", "e"];
const at = fc.nat(9);
const id = fc.constantFrom(...ids);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("redraft" as const), id, version: fc.nat(3) }),
  fc.record({ kind: fc.constant("drop" as const), id }),
  fc.record({ kind: fc.constant("typeInSheet" as const), at }),
  fc.record({ kind: fc.constant("appendInSheet" as const), at }),
  fc.record({ kind: fc.constant("addRow" as const), at }),
  fc.record({ kind: fc.constant("deleteRow" as const), at }),
  fc.record({ kind: fc.constant("copyRow" as const), at }),
  fc.record({ kind: fc.constant("moveRow" as const), at }),
  fc.record({ kind: fc.constant("typeInPane" as const), id }),
  fc.record({ kind: fc.constant("resetInPane" as const), id }),
  fc.record({ kind: fc.constant("loseRecords" as const) }),
  fc.record({
    kind: fc.constant("insert" as const),
    choices: fc.array(fc.nat(3), { minLength: 1 }),
  }),
);

/** 照着步骤演一遍，记着人打过、没有自己删掉、没有选“用新的”换掉的每一个字。 */
class Play {
  private texts: Record<string, string> = Object.fromEntries(
    ids.map((each) => [each, `${each}-0`]),
  );
  private data: StoredData = noStoredData;
  private sheet: readonly SheetParagraph[] | null = null;
  private typed = 0;
  readonly alive = new Set<string>();

  run(action: Step): void {
    switch (action.kind) {
      case "redraft":
        this.texts = { ...this.texts, [action.id]: `${action.id}-${action.version}` };
        return;
      case "drop": {
        const { [action.id]: _, ...rest } = this.texts;
        this.texts = rest;
        return;
      }
      case "typeInSheet":
        this.retype(action.at, () => this.token());
        return;
      case "appendInSheet":
        this.retype(action.at, (old) => `${old}${this.token()}`);
        return;
      case "addRow":
        this.change(action.at, (rows, index) =>
          rows.toSpliced(index, 0, { id: "", text: this.token() }),
        );
        return;
      case "deleteRow":
        this.change(action.at, (rows, index) => rows.toSpliced(index, 1));
        return;
      case "copyRow":
        this.change(action.at, (rows, index) => [...rows, ...rows.slice(index, index + 1)]);
        return;
      case "moveRow":
        this.change(action.at, (rows, index) => [
          ...rows.toSpliced(index, 1),
          ...rows.slice(index, index + 1),
        ]);
        return;
      case "typeInPane":
        this.typeInPane(action.id);
        return;
      case "resetInPane":
        this.resetInPane(action.id);
        return;
      case "loseRecords":
        this.data = { ...this.data, inserted: [] };
        return;
      case "insert":
        this.insert(action.choices);
        return;
    }
  }

  /** 人的字现在在哪里：工作表里，或页面上改过的段落里。 */
  everything(): string {
    const shown = [...(this.sheet ?? []), ...this.data.edits].map(({ text }) => text);
    return shown.join("\n");
  }

  inSheet(): string {
    return (this.sheet ?? []).map(({ text }) => text).join("\n");
  }

  private token(): string {
    this.typed += 1;
    const token = `〔${this.typed}〕`;
    this.alive.add(token);
    return token;
  }

  private change(
    where: number,
    edit: (rows: readonly SheetParagraph[], index: number) => readonly SheetParagraph[],
  ): void {
    if (this.sheet === null || this.sheet.length === 0) return;
    this.sheet = edit(this.sheet, where % this.sheet.length);
    this.forgetErased();
  }

  private retype(where: number, edit: (old: string) => string): void {
    this.change(where, (rows, index) =>
      rows.map((row, each) => (each === index ? { ...row, text: edit(row.text) } : row)),
    );
  }

  private typeInPane(which: string): void {
    const draft = this.texts[which];
    if (draft === undefined) return;
    const shown = this.data.edits.find((edit) => edit.id === which);
    this.setEdit({
      id: which,
      text: `${shown?.text ?? draft}${this.token()}`,
      draft: shown?.draft ?? draft,
    });
  }

  private resetInPane(which: string): void {
    const draft = this.texts[which];
    const edit = this.data.edits.find((each) => each.id === which);
    if (draft === undefined || edit === undefined) return;
    // 恢复成原稿就是不要自己的字：连同工作表里上次插入的那份。
    const recorded = this.data.inserted.find((each) => each.id === which)?.text ?? "";
    this.giveUp(edit.text);
    this.giveUp(recorded);
    this.setEdit({ id: which, text: draft, draft });
  }

  private setEdit(edit: StoredData["edits"][number]): void {
    this.data = {
      ...this.data,
      edits: [...this.data.edits.filter((each) => each.id !== edit.id), edit],
    };
  }

  private insert(choices: readonly number[]): void {
    const plan = planMerge({ drafted: draftOf(this.texts), ...this.data, sheet: this.sheet });
    const decided = new Map<string, MergeChoice>();
    for (const [index, conflict] of plan.conflicts.entries()) {
      const choice = choices[index % choices.length] ?? 0;
      const [mine, other] = conflict.mine;
      if (choice === 0) {
        for (const wording of conflict.mine) this.giveUp(wording.text);
        decided.set(conflict.id, { kind: "fresh" });
      } else if (choice === 1) {
        if (other !== undefined) this.giveUpExcept(other.text, mine?.text ?? "");
        decided.set(conflict.id, { kind: "mine", index: 0 });
      } else {
        const text = [...conflict.mine.map((wording) => wording.text), conflict.fresh].join("｜");
        decided.set(conflict.id, { kind: "text", text });
      }
    }
    const result = settleMerge(plan, decided);
    if (result === null) throw new Error("全部决定过了");
    this.data = { ...this.data, ...result };
    this.sheet = result.inserted
      .filter(({ removed }) => !removed)
      .map(({ id: each, text }) => ({ id: each, text }));
  }

  private giveUp(text: string): void {
    this.giveUpExcept(text, "");
  }

  private giveUpExcept(text: string, kept: string): void {
    for (const [token] of text.matchAll(/〔\d+〕/g)) {
      if (!kept.includes(token)) this.alive.delete(token);
    }
  }

  /** 人自己在工作表里删掉、改掉的字，不再算；页面上改过还没有插入的仍算。 */
  private forgetErased(): void {
    const recorded = new Map(this.data.inserted.map((each) => [each.id, each.text]));
    const waiting = this.data.edits.filter((edit) => recorded.get(edit.id) !== edit.text);
    const left = [...(this.sheet ?? []), ...waiting].map(({ text }) => text).join("\n");
    for (const token of this.alive) if (!left.includes(token)) this.alive.delete(token);
  }
}

describe("打过的字绝不丢", () => {
  it("任意改、任意变、插入许多遍：除非选“用新的”，一个字也不少", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const play = new Play();
        play.run({ kind: "insert", choices: [1] });
        for (const each of steps) {
          play.run(each);
          const everything = play.everything();
          for (const token of play.alive) expect(everything).toContain(token);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("插入以后，人的字都在工作表里", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 25 }), (steps) => {
        const play = new Play();
        play.run({ kind: "insert", choices: [1] });
        for (const each of steps) play.run(each);
        play.run({ kind: "insert", choices: [2] });
        const sheet = play.inSheet();
        for (const token of play.alive) expect(sheet).toContain(token);
      }),
      { numRuns: 2000 },
    );
  });
});
