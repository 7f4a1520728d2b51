import { describe, expect, it } from "vitest";
import type { BaseParagraph, DraftBase } from "../../../src/narrative/redraft/draft-base.ts";
import { baseLines, readBaseLines } from "../../../src/narrative/redraft/draft-base-text.ts";

const figure = { start: 2, end: 7, source: "current 表 A1" };
const plain: BaseParagraph = {
  id: "二.一/正文",
  style: "body",
  text: "收入100万元。",
  drafted: { text: "收入100万元。", figures: [figure] },
  places: [{ start: 2, end: 7 }],
  orphans: [],
  chart: null,
  joined: [],
};
const base: DraftBase = {
  profile: "四川部门",
  unit: "某单位",
  year: 2023,
  removed: ["二.二/正文"],
  paragraphs: [
    plain,
    {
      ...plain,
      id: "二.三/正文",
      style: "chart",
      text: "我局收入100万元，支出5元。",
      drafted: { text: "收入100万元，占5%。", figures: [figure, { ...figure, start: 9, end: 11 }] },
      places: [{ start: 4, end: 9 }, null],
      orphans: [{ start: 12, end: 14, source: "" }],
      chart: "1,2",
      joined: ["二.三/正文", "二.四/正文"],
    },
    { ...plain, id: "增补/1", drafted: null, places: [] },
  ],
};

describe("底写成文字", () => {
  it("写了再读，一处不差", () => {
    expect(readBaseLines(baseLines(base))).toEqual(base);
  });

  it("与写出的文字相同的，不重复写起草的文字和位置；没有的不写", () => {
    expect(JSON.parse(baseLines(base)[1] ?? "")).toEqual({
      id: "二.一/正文",
      style: "body",
      text: "收入100万元。",
      drafted: true,
      figures: [[2, 7, "current 表 A1"]],
    });
  });

  it("总的一段读不懂就没有底；个别段落读不懂的略过", () => {
    const [head = "", first = "", ...rest] = baseLines(base);
    expect(readBaseLines([])).toBeNull();
    expect(readBaseLines(["不是底", first])).toBeNull();
    expect(readBaseLines([head.replace('"v":1', '"v":2'), first])).toBeNull();
    const broken = first.replace('"body"', '"不认识的样式"');
    expect(readBaseLines([head, broken, "{", ...rest])?.paragraphs).toEqual(
      base.paragraphs.slice(1),
    );
  });
});
