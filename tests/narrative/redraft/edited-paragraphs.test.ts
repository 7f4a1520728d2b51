import { describe, expect, it } from "vitest";
import { finding } from "../../../src/findings/finding.ts";
import type { ChartData, Draft, Paragraph } from "../../../src/narrative/draft.ts";
import { applyEdits, editedParagraph } from "../../../src/narrative/redraft/edited-paragraphs.ts";
import type { InsertedParagraph } from "../../../src/narrative/redraft/kept-paragraphs.ts";
import { handDraft, handParagraph } from "./hand-draft.ts";

const text = "收入总计100万元，支出总计90万元。";
const record = (id: string, changes: Partial<InsertedParagraph> = {}): InsertedParagraph => ({
  id,
  text,
  draft: text,
  chart: null,
  removed: false,
  ...changes,
});

/** 改过以后还有出处的数和位置、找不到了的数。 */
function figures(to: string) {
  const { edited, lost } = editedParagraph(handParagraph("a", text), { text: to });
  return {
    kept: edited.figures.map((figure) => [figure.text, figure.start, figure.end]),
    lost: lost.map((figure) => figure.text),
  };
}

describe("页面上改过的一段", () => {
  it("没有改、改得一字不差，就是原来那一段", () => {
    const paragraph = handParagraph("a", text);
    expect(editedParagraph(paragraph, undefined)).toEqual({ edited: paragraph, lost: [] });
    expect(editedParagraph(paragraph, { text })).toEqual({ edited: paragraph, lost: [] });
  });

  it("数原样还在、两侧各有两个字没有变，出处才保留", () => {
    expect(figures(`我局${text}`)).toEqual({
      kept: [
        ["100万元", 6, 11],
        ["90万元", 16, 20],
      ],
      lost: [],
    });
    expect(figures("收入合计100万元，支出总计90万元。")).toEqual({
      kept: [["90万元", 14, 18]],
      lost: ["100万元"],
    });
    expect(figures("收总计100万元，支出总计90万元。").lost).toEqual([]);
    expect(figures("收入总计100万元；支出总计90万元。").lost).toEqual(["100万元"]);
    expect(figures("收入总计100万元，总支出总计90万元。").lost).toEqual(["100万元"]);
    expect(figures("收入总计100万元，支总出总计90万元。").lost).toEqual([]);
    expect(figures("收入总计100万元，支出总计80万元。").lost).toEqual(["90万元"]);
    expect(figures("收入总计100万元，支出总计90万元").lost).toEqual(["90万元"]);
  });

  it("文首、文末的数，到头为止", () => {
    const short = (to: string) =>
      editedParagraph(handParagraph("a", "100万元收入，支出90万元"), { text: to }).lost.length;
    expect(short("100万元收入，其中支出90万元")).toBe(0);
    expect(short("100万元进项，支出90万元")).toBe(1);
  });

  it("还剩的待补充、推断按文中现有的算，一字不差的沿用它的键", () => {
    const gap = "【待补充：原因】";
    const quote = "【据表推断：多了】";
    const paragraph: Paragraph = {
      ...handParagraph("a", `甲${gap}${quote}`),
      gaps: [{ text: gap, start: 1, end: 9, asks: "为什么", key: ["原因"] }],
      proposals: [
        {
          text: quote,
          start: 9,
          end: 18,
          asks: "核实",
          content: "多了",
          key: ["原因"],
          evidence: [],
        },
      ],
    };
    const to = `甲乙${gap}【待补充：别的】${quote}【释义待核实：某】`;
    const { edited } = editedParagraph(paragraph, { text: to });
    expect(edited.gaps).toEqual([
      { text: gap, start: 2, end: 10, asks: "为什么", key: ["原因"] },
      { text: "【待补充：别的】", start: 10, end: 18, asks: "请补上这一处，或改写这一段。" },
    ]);
    expect(edited.proposals).toEqual([
      {
        text: quote,
        start: 18,
        end: 27,
        asks: "核实",
        content: "多了",
        key: ["原因"],
        evidence: [],
      },
      {
        text: "【释义待核实：某】",
        start: 27,
        end: 36,
        asks: "请核实这一处，去掉括号，或改写这一段。",
        content: "某",
        key: [],
        evidence: [],
      },
    ]);
    expect(editedParagraph(handParagraph("a", "甲"), { text: "乙" }).edited).toMatchObject({
      gaps: [],
      proposals: [],
    });
  });
});

describe("改过、添写、删去的段落用到新起草的说明上", () => {
  const drafted = handDraft({ "一/甲": text, "一/乙": "乙。", "二/丙": "丙。" });
  const edit = (id: string, to: string, draft: string) => ({ id, text: to, draft });
  const apply = (
    edits: readonly ReturnType<typeof edit>[],
    inserted: readonly InsertedParagraph[],
    on: Draft = drafted,
  ) => applyEdits(on, { edits, inserted });
  const shown = ({ sections }: Draft) =>
    sections.map(({ id, paragraphs }) => [id, ...paragraphs.map((each) => each.text)]);

  it("什么都没有改：原样，没有要说明的", () => {
    const { draft, notes, removed } = apply([], []);
    expect(draft).toEqual(drafted);
    expect(removed).toEqual([]);
    expect([...notes]).toEqual(
      [text, "乙。", "丙。"].map((draftText, index) => [
        ["一/甲", "一/乙", "二/丙"][index],
        { draftText, lost: [], editOutdated: false, editedFrom: null, sheetOutdated: false },
      ]),
    );
  });

  it("改过的：原稿变了要说明；恢复成原稿的不算改过", () => {
    const { draft, notes } = apply(
      [
        edit("一/甲", "我写的。", "旧稿。"),
        edit("一/乙", "我的乙。", "乙。"),
        edit("二/丙", "旧丙。", "旧丙。"),
      ],
      [],
    );
    expect(shown(draft)).toEqual([
      ["一", "我写的。", "我的乙。"],
      ["二", "丙。"],
    ]);
    expect(notes.get("一/甲")).toMatchObject({ editOutdated: true, editedFrom: "旧稿。" });
    expect(notes.get("一/甲")?.lost.map((figure) => figure.text)).toEqual(["100万元", "90万元"]);
    expect(notes.get("一/乙")).toMatchObject({ editOutdated: false, editedFrom: "乙。" });
    expect(notes.get("二/丙")).toMatchObject({ editOutdated: false, editedFrom: null });
  });

  it("工作表里的与现在的不同（文字或图），要重新插入；删去的、没有插入过的不算", () => {
    const chart: ChartData = {
      number: 1,
      kind: "pie",
      title: "图",
      categories: ["甲"],
      cents: [5],
      from: [[]],
    };
    const [first, ...others] = drafted.sections;
    const withChart: Draft = {
      ...drafted,
      sections: [
        {
          ...(first ?? { id: "", title: "" }),
          paragraphs: (first?.paragraphs ?? []).map((each) =>
            each.id === "一/乙" ? { ...each, chart } : each,
          ),
        },
        ...others,
      ],
    };
    const outdated = (...inserted: InsertedParagraph[]) =>
      [...apply([], inserted, withChart).notes].flatMap(([id, { sheetOutdated }]) =>
        sheetOutdated ? [id] : [],
      );
    const same = record("一/乙", { text: "乙。", draft: "乙。", chart: "5" });
    expect(outdated(record("一/甲"), same)).toEqual([]);
    expect(outdated(record("一/甲", { text: "旧。" }), same)).toEqual(["一/甲"]);
    expect(outdated({ ...same, chart: "6" })).toEqual(["一/乙"]);
    expect(outdated({ ...same, removed: true, text: "" })).toEqual([]);
  });

  it("删去的不写，列出来可以写回；删去又改过的写", () => {
    const gone = record("一/甲", { removed: true, text: "", draft: null });
    const { draft, removed } = apply([], [gone]);
    expect(shown(draft)).toEqual([
      ["一", "乙。"],
      ["二", "丙。"],
    ]);
    expect(removed.map(({ id }) => id)).toEqual(["一/甲"]);
    const back = apply([edit("一/甲", "又写上。", text)], [gone]);
    expect(back.removed).toEqual([]);
    expect(shown(back.draft)[0]).toEqual(["一", "又写上。", "乙。"]);
  });

  it("添写的留在原处，归到前一段的节；程序不再起草而没有改过的不写，改过的留着", () => {
    const inserted = [
      record("一/甲"),
      record("增补/1", { text: "添写【待补充：某】。", draft: null }),
      record("不再起草", { text: "旧。", draft: "旧。" }),
      record("一/乙", { text: "乙。", draft: "乙。" }),
      record("也不起草", { text: "插入的。", draft: "旧。" }),
    ];
    const { draft, notes } = apply(
      [edit("也不起草", "改的。", "旧。"), edit("没插入过", "另一段。", "")],
      inserted,
    );
    expect(shown(draft)).toEqual([
      ["一", text, "添写【待补充：某】。", "乙。", "改的。"],
      ["二", "丙。", "另一段。"],
    ]);
    const own = draft.sections[0]?.paragraphs[1];
    expect(own).toMatchObject({ edited: true, style: "body", figures: [] });
    expect(own?.gaps.map((gap) => gap.text)).toEqual(["【待补充：某】"]);
    expect(draft.open.map(({ kind, text: place }) => [kind, place?.section])).toEqual([
      ["gap", "增补/1"],
    ]);
    expect(notes.get("增补/1")).toEqual({
      draftText: null,
      lost: [],
      editOutdated: false,
      editedFrom: null,
      sheetOutdated: false,
    });
    expect(notes.get("也不起草")).toMatchObject({
      editOutdated: true,
      editedFrom: "旧。",
      sheetOutdated: true,
    });
    expect(notes.get("没插入过")).toMatchObject({ editOutdated: false, sheetOutdated: false });
  });

  it("待补充、推断的未了事项按改过的文字重列，别的照旧", () => {
    const words = { what: "甲", why: "乙", todo: "丙", severity: "error", cells: [] } as const;
    const open = ["gap", "proposal", "stale"].map((kind) =>
      finding({ ...words, rule: kind, kind }),
    );
    expect(apply([], [], { ...drafted, open }).draft.open.map(({ kind }) => kind)).toEqual([
      "stale",
    ]);
  });

  it("第一段就是添写的，归到第一节；一节也没有时不写", () => {
    const own = record("增补/1", { text: "添写。", draft: null });
    expect(shown(apply([], [own, record("一/甲")]).draft)[0]).toEqual([
      "一",
      "添写。",
      text,
      "乙。",
    ]);
    expect(shown(apply([], [own], { ...drafted, sections: [] }).draft)).toEqual([]);
  });
});
