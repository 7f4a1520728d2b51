import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetParagraph } from "../../addin/host/host.ts";
import { noStoredData, type StoredData } from "../../addin/session/stored-data.ts";
import { planMerge } from "../../src/narrative/redraft/merge-plan.ts";
import { type MergeChoice, settleMerge } from "../../src/narrative/redraft/merge-settle.ts";
import { draftOf } from "./merge-draft.ts";

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
