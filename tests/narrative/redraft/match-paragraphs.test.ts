import { describe, expect, it } from "vitest";
import { matchParagraphs } from "../../../src/narrative/redraft/match-paragraphs.ts";

const known = [
  { id: "a", text: "一二三四五六七八九十" },
  { id: "b", text: "甲乙丙丁戊己庚辛壬癸" },
];
const ids = (...paragraphs: (readonly [readonly string[], string])[]) =>
  matchParagraphs(
    paragraphs.map(([each, text]) => ({ ids: each, text })),
    known,
  ).map((each) => each.ids);

describe("丢了编号的段落找回编号", () => {
  it("文字全同的认作那一段，首尾的空格不算", () => {
    expect(ids([[], " 甲乙丙丁戊己庚辛壬癸"], [[], "一二三四五六七八九十"])).toEqual([
      ["b"],
      ["a"],
    ]);
  });

  it("十分之六的字相同就认，再少就不认", () => {
    expect(ids([[], "一二三四五六〇〇〇〇"])).toEqual([["a"]]);
    expect(ids([[], "一二三四五〇〇〇〇〇"])).toEqual([[]]);
  });

  it("不到十个字的只认全同", () => {
    const short = [{ id: "s", text: "一二三四五六七八九" }];
    const match = (text: string) => matchParagraphs([{ ids: [], text }], short)[0]?.ids;
    expect(match("一二三四五六七八九")).toEqual(["s"]);
    expect(match("一二三四五六七八〇")).toEqual([]);
  });

  it("最像的先得；编号还在的、已经给出的不再给", () => {
    expect(ids([[], "一二三四五六七八〇〇"], [[], "一二三四五六七八九〇"])).toEqual([[], ["a"]]);
    expect(ids([["a"], "改得面目全非"], [[], "一二三四五六七八九十"])).toEqual([["a"], []]);
    expect(ids([[], "一二三四五六七八九十"], [[], "一二三四五六七八九十"])).toEqual([["a"], []]);
  });

  it("空白的段落不认；编号重复的只归先出现的那一段", () => {
    expect(matchParagraphs([{ ids: [], text: " " }], [{ id: "e", text: "" }])).toEqual([
      { ids: [], text: " " },
    ]);
    expect(ids([["a", "a", "b"], "并成一段"], [["b"], "抄来的"])).toEqual([["a", "b"], []]);
  });
});
