import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/narrative/draft.ts";
import { baseOf, figureSource, guessedFigures } from "../../../src/narrative/redraft/draft-base.ts";
import { handDraft } from "./hand-draft.ts";

describe("随稿子写出的底", () => {
  const drafted = handDraft({ 甲: "收入100万元。", 乙: "支出90万元。", 丙: "结余10万元。" });

  /** 改过第一段、删去第二段、添写一段。 */
  const changed: Draft = {
    ...drafted,
    sections: drafted.sections.flatMap((section) => {
      const [paragraph] = section.paragraphs;
      if (paragraph === undefined || paragraph.id === "乙") return [];
      if (paragraph.id !== "甲") return [section];
      const own = { ...paragraph, id: "增补/1", text: "添写5万元。", figures: [], edited: true };
      const text = "我局收入100万元。";
      return [{ ...section, paragraphs: [{ ...paragraph, text, edited: true }, own] }];
    }),
  };

  it("没有改过的，起草的就是写出的", () => {
    const [first] = baseOf(drafted).paragraphs;
    expect(first).toEqual({
      id: "甲",
      style: "body",
      text: "收入100万元。",
      drafted: { text: "收入100万元。", figures: [{ start: 2, end: 7, source: "" }] },
      places: [{ start: 2, end: 7 }],
      orphans: [],
      chart: null,
      joined: [],
    });
    expect(baseOf(drafted).removed).toEqual([]);
  });

  it("改过的记下原稿和数现在的位置；添写的没有原稿；删去的列出", () => {
    const base = baseOf(changed, drafted);
    expect(base.paragraphs.map(({ id, drafted: from }) => [id, from?.text ?? null])).toEqual([
      ["甲", "收入100万元。"],
      ["增补/1", null],
      ["丙", "结余10万元。"],
    ]);
    expect(base.paragraphs[0]?.places).toEqual([{ start: 4, end: 9 }]);
    expect(base.paragraphs[1]?.places).toEqual([]);
    expect(base.removed).toEqual(["乙"]);
  });

  it("给的草稿自己就改过：不知道原稿", () => {
    expect(baseOf(changed).paragraphs[0]?.drafted).toBeNull();
  });

  it("数的来历：算式不分项的先后、增减的方向，没有算式的看单元格", () => {
    const cell = (address: string) => ({ book: "current" as const, sheet: "表", address });
    const of = (formula: string) => figureSource({ formula, from: [cell("A1")] });
    expect(of("收入总计 − 上年.收入总计")).toBe("=上年.收入总计 收入总计");
    expect(of("（上年.收入总计 − 收入总计）")).toBe(of("收入总计 − 上年.收入总计"));
    expect(of("甲 ÷（乙 ＋ 丙）")).not.toBe(of("甲 ÷（乙 ＋ 丁）"));
    expect(of("")).toBe("current 表 A1");
    expect(figureSource({ formula: "", from: [cell("A1"), cell("B2")] })).toBe(
      "current 表 A1,current 表 B2",
    );
    expect(figureSource({ formula: "", from: [] })).toBe("");
  });

  it("按写法认数：带单位的才算，年度、日期、编号不算", () => {
    const text =
      "2023年1月，收入1,234.50万元，占5.5%，车3辆、2批次、12人次，第4条，6亿元，7元，8.台。";
    expect(guessedFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "1,234.50万元",
      "5.5%",
      "3",
      "2",
      "12",
      "6亿元",
      "7元",
    ]);
  });
});
