import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/narrative/draft.ts";
import { baseOf, type DraftBase, paragraphsOf } from "../../../src/narrative/redraft/draft-base.ts";
import type { OldParagraph } from "../../../src/narrative/redraft/match-paragraphs.ts";
import { redraft } from "../../../src/narrative/redraft/redraft.ts";
import { handDraft } from "./hand-draft.ts";

const texts = {
  "一/题": "一、收支总体情况说明",
  "一/甲": "收入总计100万元，比上年增加10万元。",
  "一/乙": "支出总计90万元，其中基本支出50万元。",
  "二/丙": "年末固定资产原值合计300万元。",
};
const first = handDraft(texts);
const base = baseOf(first);
const rows = paragraphsOf(first).map(({ id, text }): OldParagraph => ({ ids: [id], text }));

/** 旧稿的各段，某几段换成所给的。 */
function edited(changes: Readonly<Record<string, readonly OldParagraph[]>>): OldParagraph[] {
  return rows.flatMap((row) => changes[row.ids[0] ?? ""] ?? [row]);
}

const typed = (text: string): OldParagraph => ({ ids: [], text });
const retyped = (id: string, text: string) => edited({ [id]: [{ ids: [id], text }] });
const ids = (draft: Draft) => paragraphsOf(draft).map(({ id }) => id);
const textOf = (draft: Draft, id: string) =>
  paragraphsOf(draft).find((each) => each.id === id)?.text;
const baseAt = ({ paragraphs }: DraftBase, id: string) => paragraphs.find((each) => each.id === id);
const rowsOf = (draft: Draft) => paragraphsOf(draft).map(({ id, text }) => ({ ids: [id], text }));

const next = handDraft({ ...texts, "一/甲": "收入总计120万元，比上年减少5万元。" });

describe("在旧稿上更新", () => {
  it("没有改过、表也没有变：就是新稿，底也是新稿的底", () => {
    expect(redraft(first, { paragraphs: rows, base })).toEqual({
      draft: first,
      base,
      stale: [],
      lost: [],
      followed: [],
      kept: [],
      removed: [],
      dropped: [],
      changes: [],
      formerProfile: null,
    });
  });

  it("换了说明模板的，说出原来用的哪一套；从前没有记下的不说", () => {
    const other = { ...first, profile: "上海" };
    expect(redraft(other, { paragraphs: rows, base }).formerProfile).toBe("四川");
    const unknown = { ...base, profile: "" };
    expect(redraft(other, { paragraphs: rows, base: unknown }).formerProfile).toBeNull();
  });

  it("没有改过的换成新的，数连同位置", () => {
    const result = redraft(next, { paragraphs: rows, base });
    expect(result.draft).toEqual(next);
    expect(result.base).toEqual(baseOf(next));
    expect(result.followed).toEqual(["一/甲"]);
    expect(result.kept).toEqual([]);
    expect(result.changes).toEqual([
      {
        id: "一/甲",
        before: texts["一/甲"],
        after: "收入总计120万元，比上年减少5万元。",
        by: "起草",
      },
    ]);
  });

  it("改过的一字不动，过时的数标出、列入未了事项，对的数留着出处", () => {
    const text = "我局收入总计100万元，比上年增加10万元。支出没有变。";
    const half = handDraft({ ...texts, "一/甲": "收入总计120万元，比上年增加10万元。" });
    const {
      draft,
      stale,
      kept,
      followed,
      base: after,
    } = redraft({ ...half, open: [] }, { paragraphs: retyped("一/甲", text), base });
    const paragraph = paragraphsOf(draft).find(({ id }) => id === "一/甲");
    expect(paragraph).toMatchObject({ text, edited: true, style: "body" });
    expect(paragraph?.figures.map((each) => [each.text, each.start, each.end])).toEqual([
      ["10万元", 17, 21],
    ]);
    expect(stale).toEqual([
      { paragraph: "一/甲", start: 6, end: 11, old: "100万元", fresh: "120万元", by: "drafted" },
    ]);
    expect(draft.open).toMatchObject([
      {
        rule: "说明/数已过时",
        severity: "error",
        stated: "100万元",
        expected: "120万元",
        text: { quote: "100万元", start: 6, end: 11, section: "一/甲" },
      },
    ]);
    expect([kept, followed]).toEqual([["一/甲"], []]);
    expect(baseAt(after, "一/甲")).toEqual({
      id: "一/甲",
      style: "body",
      text,
      drafted: {
        text: "收入总计120万元，比上年增加10万元。",
        figures: [
          { start: 4, end: 9, source: "" },
          { start: 15, end: 19, source: "" },
        ],
      },
      places: [
        { start: 6, end: 11 },
        { start: 17, end: 21 },
      ],
      orphans: [],
      chart: null,
      joined: [],
    });
  });

  it("认不出的数变了，列为找不到", () => {
    const { lost, stale } = redraft(next, {
      paragraphs: retyped("一/甲", "收入情况见附表。"),
      base,
    });
    expect(stale).toEqual([]);
    expect(lost).toEqual([
      { paragraph: "一/甲", old: "100万元", fresh: "120万元" },
      { paragraph: "一/甲", old: "10万元", fresh: "5万元" },
    ]);
  });

  it("又改回当初起草的文字：算没有改过", () => {
    const once = redraft(first, { paragraphs: retyped("一/甲", "收入是我写的。"), base });
    expect(once.kept).toEqual(["一/甲"]);
    const back = redraft(next, { paragraphs: rows, base: once.base });
    expect(back.kept).toEqual([]);
    expect(back.draft).toEqual(next);
    const again = redraft(next, { paragraphs: rowsOf(once.draft), base: once.base });
    expect(textOf(again.draft, "一/甲")).toBe("收入是我写的。");
  });

  it("删去的不再写，文字照列；以后也不再写", () => {
    const once = redraft(next, { paragraphs: edited({ "一/甲": [] }), base });
    expect(ids(once.draft)).toEqual(["一/题", "一/乙", "二/丙"]);
    expect(once.removed).toEqual([{ id: "一/甲", text: "收入总计120万元，比上年减少5万元。" }]);
    expect(once.base.removed).toEqual(["一/甲"]);
    expect(once.changes).toEqual([
      { id: "一/甲", before: texts["一/甲"], after: null, by: "人工" },
    ]);
    const again = redraft(first, { paragraphs: rowsOf(once.draft), base: once.base });
    expect(ids(again.draft)).toEqual(["一/题", "一/乙", "二/丙"]);
    expect(again.base.removed).toEqual(["一/甲"]);
  });

  it("添写的留在原处，自己的数不算过时；以后照样", () => {
    const once = redraft(next, {
      paragraphs: edited({ "一/乙": [typed("另有结余7万元。"), rows[2] ?? typed("")] }),
      base,
    });
    expect(ids(once.draft)).toEqual(["一/题", "一/甲", "增补/1", "一/乙", "二/丙"]);
    expect([once.kept, once.stale, once.lost]).toEqual([["增补/1"], [], []]);
    expect(baseAt(once.base, "增补/1")).toMatchObject({ drafted: null, places: [], orphans: [] });
    const again = redraft(next, { paragraphs: rowsOf(once.draft), base: once.base });
    expect(again.draft).toEqual(once.draft);
    expect(again.base).toEqual(once.base);
  });

  it("程序不再起草的：没改过的去掉并列出；改过的留着，其中的数都算过时，再起草时又认得出", () => {
    const { "一/甲": _, ...fewer } = texts;
    const without = handDraft(fewer);
    const { dropped, draft } = redraft(without, { paragraphs: rows, base });
    expect(dropped).toEqual([{ id: "一/甲", text: texts["一/甲"] }]);
    expect(ids(draft)).toEqual(["一/题", "一/乙", "二/丙"]);
    const text = `${texts["一/甲"]}已核对。`;
    const once = redraft(without, { paragraphs: retyped("一/甲", text), base });
    expect(once.dropped).toEqual([]);
    expect(once.stale.map(({ old, fresh, by }) => [old, fresh, by])).toEqual([
      ["100万元", null, "drafted"],
      ["增加10万元", null, "drafted"],
    ]);
    expect(baseAt(once.base, "一/甲")?.drafted).toEqual(baseAt(base, "一/甲")?.drafted);
    const back = redraft(next, { paragraphs: rowsOf(once.draft), base: once.base });
    expect(back.stale.map(({ old, fresh }) => [old, fresh])).toEqual([
      ["100万元", "120万元"],
      ["增加10万元", "减少5万元"],
    ]);
  });

  it("没有底：与新稿相同的算没有改过，不同的算人改的，数按位置对", () => {
    const result = redraft(next, { paragraphs: rows, base: null });
    expect(result.kept).toEqual(["一/甲"]);
    expect(result.stale.map(({ old, fresh, by }) => [old, fresh, by])).toEqual([
      ["100万元", "120万元", "typed"],
      ["增加10万元", "减少5万元", "typed"],
    ]);
    expect(result.changes).toEqual([]);
  });

  it("没有底：新稿没有的数列为没有依据，下次更新还指得出，改成新稿的数才不指", () => {
    const own = typed("另有专户资金12万元。");
    const text = "全年共取得收入98.76万元，花在3个项目上。";
    const once = redraft(next, { paragraphs: [...retyped("一/甲", text), own], base: null });
    const found = [
      ["98.76万元", null, "unsupported"],
      ["3个", null, "unsupported"],
      ["12万元", null, "unsupported"],
    ];
    const listed = ({ stale }: typeof once) => stale.map(({ old, fresh, by }) => [old, fresh, by]);
    expect(listed(once)).toEqual(found);
    expect(once.draft.open.filter(({ kind }) => kind === "unsupported")).toHaveLength(3);
    const again = redraft(next, { paragraphs: rowsOf(once.draft), base: once.base });
    expect(listed(again)).toEqual(found);
    const right = rowsOf(once.draft).map(({ ids, text: now }) => ({
      ids,
      text: now.replace("98.76万元", "120万元"),
    }));
    expect(listed(redraft(next, { paragraphs: right, base: once.base }))).toEqual(found.slice(1));
  });

  it("整段重打、丢了编号的，大半相同就还认作那一段", () => {
    const result = redraft(next, {
      paragraphs: edited({ "一/甲": [typed("收入总计100万元，比上年增加12万元。")] }),
      base,
    });
    expect(ids(result.draft)).toEqual(ids(first));
    expect(result.stale.map(({ old, fresh, by }) => [old, fresh, by])).toEqual([
      ["100万元", "120万元", "drafted"],
      ["增加12万元", "减少5万元", "typed"],
    ]);
  });
});

describe("人并成一段的几段", () => {
  const joined = edited({
    "一/甲": [{ ids: ["一/甲", "一/乙"], text: texts["一/甲"] + texts["一/乙"] }],
    "一/乙": [],
  });
  const fresh = "收入总计120万元，比上年减少5万元。";

  it("没有改字的，照样随表更新，数的位置也对", () => {
    const once = redraft(next, { paragraphs: joined, base });
    expect(ids(once.draft)).toEqual(["一/题", "一/甲", "二/丙"]);
    const paragraph = paragraphsOf(once.draft)[1];
    expect(paragraph?.text).toBe(fresh + texts["一/乙"]);
    expect(paragraph?.edited).toBe(false);
    expect(paragraph?.figures.map(({ start, end }) => paragraph.text.slice(start, end))).toEqual([
      "120万元",
      "5万元",
      "90万元",
      "50万元",
    ]);
    expect(baseAt(once.base, "一/甲")).toMatchObject({ joined: ["一/甲", "一/乙"] });
    expect([once.removed, once.dropped]).toEqual([[], []]);
    const again = redraft(first, { paragraphs: rowsOf(once.draft), base: once.base });
    expect(paragraphsOf(again.draft)[1]?.text).toBe(texts["一/甲"] + texts["一/乙"]);
    expect(baseAt(again.base, "一/甲")).toMatchObject({ joined: ["一/甲", "一/乙"] });
  });

  it("改了字的保留，两段的数都看；再与第三段并，仍认得出", () => {
    const text = `${texts["一/甲"]}${texts["一/乙"]}已核对。`;
    const both = handDraft({
      ...texts,
      "一/甲": fresh,
      "一/乙": "支出总计95万元，其中基本支出50万元。",
    });
    const once = redraft(both, {
      paragraphs: joined.map((row) => (row.ids.length === 2 ? { ...row, text } : row)),
      base,
    });
    expect(once.kept).toEqual(["一/甲"]);
    const marks = [
      ["100万元", "120万元"],
      ["增加10万元", "减少5万元"],
      ["90万元", "95万元"],
    ];
    expect(once.stale.map(({ old, fresh: to }) => [old, to])).toEqual(marks);
    const twice = redraft(both, {
      paragraphs: [
        { ids: ["一/题"], text: texts["一/题"] },
        { ids: ["一/甲", "二/丙"], text: text + texts["二/丙"] },
      ],
      base: once.base,
    });
    expect(ids(twice.draft)).toEqual(["一/题", "一/甲"]);
    expect(twice.stale.map(({ old, fresh: to }) => [old, to])).toEqual(marks);
    expect(baseAt(twice.base, "一/甲")?.joined).toEqual(["一/甲", "一/乙", "二/丙"]);
  });

  it("并了以后整段删去：哪一段都不再写", () => {
    const once = redraft(next, { paragraphs: joined, base });
    const rest = rowsOf(once.draft).filter((row) => row.ids[0] !== "一/甲");
    const twice = redraft(first, { paragraphs: rest, base: once.base });
    expect(ids(twice.draft)).toEqual(["一/题", "二/丙"]);
    expect(twice.base.removed).toEqual(["一/甲", "一/乙"]);
  });

  it("第一段不再起草：用第二段的编号，只写还起草的", () => {
    const { "一/甲": _, ...fewer } = texts;
    const once = redraft(handDraft(fewer), { paragraphs: joined, base });
    expect(ids(once.draft)).toEqual(["一/题", "一/乙", "二/丙"]);
    expect(textOf(once.draft, "一/乙")).toBe(texts["一/乙"]);
  });

  it("又分开了：各归各的编号", () => {
    const once = redraft(first, { paragraphs: joined, base });
    const twice = redraft(next, { paragraphs: rows, base: once.base });
    expect(ids(twice.draft)).toEqual(ids(next));
    expect(textOf(twice.draft, "一/乙")).toBe(texts["一/乙"]);
  });
});
