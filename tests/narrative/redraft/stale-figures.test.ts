import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../../src/narrative/draft.ts";
import { guessedFigures } from "../../../src/narrative/redraft/draft-base.ts";
import { figuresInEdit, replaceStale } from "../../../src/narrative/redraft/stale-figures.ts";
import { handParagraph } from "./hand-draft.ts";

const paragraph = (text: string) => handParagraph("a", text);

function look(before: string, edited: string, fresh: string | null) {
  const figures = guessedFigures(before);
  const base = { text: before, drafted: { text: before, figures }, places: figures, orphans: [] };
  return figuresInEdit("a", edited, base, fresh === null ? null : paragraph(fresh));
}

const stale = (before: string, edited: string, fresh: string | null) =>
  look(before, edited, fresh).stale.map(({ old, fresh: to, by }) => [old, to, by]);

describe("改过的段落里的数", () => {
  const before = "收入总计100万元，比上年减少20万元，下降16.67%；支出总计100万元。";

  it("只标变了的；方向变了，连方向词一起换", () => {
    const fresh = "收入总计130万元，比上年增加10万元，增长8.33%；支出总计100万元。";
    const edited = before.replace("收入总计", "我局收入总计");
    expect(stale(before, edited, fresh)).toEqual([
      ["100万元", "130万元", "drafted"],
      ["减少20万元", "增加10万元", "drafted"],
      ["下降16.67%", "增长8.33%", "drafted"],
    ]);
    const replaced = look(before, edited, fresh).stale.reduceRight(replaceStale, edited);
    expect(replaced).toBe(`我局${fresh}`);
    expect(stale(before, replaced, fresh)).toEqual([]);
  });

  it("同一个金额人又写了一遍的，一起指出；别的数里碰巧含着它的不算", () => {
    const before = "公务接待费支出67.41万元，占16.32%。";
    const fresh = "公务接待费支出66.41万元，占16.11%。";
    const edited =
      "公务接待费支出67.41万元，占16.32%。共接待12次，合计67.41万元，另有167.41万元未付。";
    expect(stale(before, edited, fresh)).toEqual([
      ["67.41万元", "66.41万元", "drafted"],
      ["16.32%", "16.11%", "drafted"],
      ["67.41万元", "66.41万元", "typed"],
    ]);
    const replaced = look(before, edited, fresh).stale.reduceRight(replaceStale, edited);
    expect(replaced.match(/67\.41万元/g)).toHaveLength(1);
  });

  it("连方向词一起改写的，照样认出是哪个数，连方向一起换", () => {
    const fresh = "收入总计100万元，比上年减少5万元，下降4.76%。";
    const edited = "收入总计100万元，比上年增加10万元，增长11.11%。";
    const expected = [
      ["增加10万元", "减少5万元", "typed"],
      ["增长11.11%", "下降4.76%", "typed"],
    ];
    expect(stale(fresh, edited, fresh)).toEqual(expected);
    const { stale: found, lost } = figuresInEdit("a", edited, null, paragraph(fresh));
    expect(found.map(({ old, fresh: to, by }) => [old, to, by])).toEqual(expected);
    expect(lost).toEqual([]);
    expect(found.reduceRight(replaceStale, edited)).toBe(fresh);
  });

  it("数没有变而方向变了，也标出", () => {
    const fresh = before.replace("减少20万元", "增加20万元");
    expect(stale(before, `${before}我写的。`, fresh)).toEqual([
      ["减少20万元", "增加20万元", "drafted"],
    ]);
  });

  it("人改成的数与表不符，照样指出；换一种写法的不算", () => {
    expect(stale(before, before.replace("100万元，", "105万元，"), before)).toEqual([
      ["105万元", "100万元", "typed"],
    ]);
    expect(stale(before, before.replace("100万元，", "100.00万元，"), before)).toEqual([]);
  });

  it("改说持平、程序不再起草的，不能只换数", () => {
    const same = "收入总计100万元，与上年持平；支出总计100万元。";
    expect(stale(before, `我局${before}`, same)).toEqual([
      ["减少20万元", null, "drafted"],
      ["下降16.67%", null, "drafted"],
    ]);
    expect(stale(before, `我局${before}`, null).every(([, to]) => to === null)).toBe(true);
  });

  it("改写得认不出的，列为找不到；新数已经写上的不列", () => {
    const fresh = before.replace("总计100万元，", "总计130万元，");
    expect(look(before, "一切照旧。", fresh).lost).toContainEqual({
      paragraph: "a",
      old: "100万元",
      fresh: "130万元",
    });
    expect(look(before, "合计为130万元。", fresh).lost.map(({ fresh: to }) => to)).not.toContain(
      "130万元",
    );
  });

  it("中间添了一项：各数跟着自己的名称，不串行", () => {
    const old = "教育支出10万元，占10%；住房保障支出90万元，占90%。";
    const fresh = "教育支出10万元，占5%；卫生健康支出100万元，占50%；住房保障支出90万元，占45%。";
    expect(stale(old, `主要是${old}`, fresh)).toEqual([
      ["10%", "5%", "drafted"],
      ["90%", "45%", "drafted"],
    ]);
  });

  it("各处按文中的先后列，不按新稿的", () => {
    const old = "教育支出10万元；卫生支出200万元。";
    const fresh = "教育支出11万元；卫生支出222万元。";
    expect(stale(old, "卫生支出200万元；教育支出10万元。", fresh)).toEqual([
      ["200万元", "222万元", "drafted"],
      ["10万元", "11万元", "drafted"],
    ]);
  });

  it("两边只有一边写着方向的，只看数；方向的说法不同而意思相同的不算", () => {
    const spending = (word: string) => `教育支出${word}10万元。`;
    const differs = (before: string, mine: string, fresh: string) =>
      stale(spending(before), `我局${spending(mine)}`, spending(fresh));
    expect(differs("增加", "", "增加")).toEqual([]);
    expect(differs("", "增加", "")).toEqual([]);
    expect(differs("增加", "增长", "提高")).toEqual([]);
    expect(differs("减少", "减少", "下降")).toEqual([]);
    expect(differs("增加", "增加", "降低")).toEqual([["增加10万元", "降低10万元", "drafted"]]);
  });

  it("文中没有方向词的只换数，有的连方向词一起换", () => {
    expect(stale("教育支出增加10万元。", "我局教育支出10万元。", "教育支出增加20万元。")).toEqual([
      ["10万元", "20万元", "drafted"],
    ]);
  });

  it("末尾的零、逗号、全角百分号不算不同；整数末尾的零算", () => {
    const differs = (mine: string, fresh: string) =>
      stale(`教育支出${mine}。`, `教育支出${mine}。好。`, `教育支出${fresh}。`).length > 0;
    expect(differs("1000.50万元", "1000.5万元")).toBe(false);
    expect(differs("1,000.00万元", "1000万元")).toBe(false);
    expect(differs("1000万元", "100万元")).toBe(true);
    expect(differs("1000.05万元", "1000.5万元")).toBe(true);
    expect(stale("教育占10%。", "教育占10％。", "教育占10%。")).toEqual([]);
  });

  it("换的时候，文字已经不是那样了就不换；没有新数的不换", () => {
    const one = {
      paragraph: "a",
      start: 2,
      end: 7,
      old: "100万元",
      fresh: "130万元",
      by: "drafted",
    } as const;
    expect(replaceStale("收入100万元。", one)).toBe("收入130万元。");
    expect(replaceStale("收入200万元。", one)).toBe("收入200万元。");
    expect(replaceStale("收入100万元。", { ...one, fresh: null })).toBe("收入100万元。");
  });

  it("认不出的数没有变，不列；新稿里没有了，列而说不出新数", () => {
    expect(look(before, "一切照旧。", before).lost).toEqual([]);
    expect(look("教育支出10万元。", "一切照旧。", "卫生支出20万元。").lost).toEqual([
      { paragraph: "a", old: "10万元", fresh: null },
    ]);
  });
});

describe("为下次更新记下的位置", () => {
  /** 记下的各数在文中印着什么；没有的为 null。 */
  const kept = (old: string, edited: string, fresh: string | null) => {
    const { places, orphans, drafted } = look(old, edited, fresh);
    const at = (place: { readonly start: number; readonly end: number } | null) =>
      place && edited.slice(place.start, place.end);
    return { places: places.map(at), orphans: orphans.map(at), drafted: drafted.text };
  };

  it("人照新数改过、或新添的，也记下；别的数占着的不记", () => {
    const fresh = "教育支出10万元；卫生支出20万元。";
    expect(kept("教育支出10万元。", "教育支出10万元，卫生支出20万元。", fresh)).toEqual({
      places: ["10万元", "20万元"],
      orphans: [],
      drafted: fresh,
    });
    expect(kept("教育支出10万元。", "我局教育支出10万元。", fresh).places).toEqual([
      "10万元",
      null,
    ]);
    const same = "教育支出10万元；卫生支出10万元。";
    expect(kept("教育支出10万元。", "我局教育支出10万元。", same).places).toEqual(["10万元", null]);
  });

  it("新稿里没有了的数另记着，以后又有了就认得出", () => {
    const old = "教育支出10万元；卫生支出20万元。";
    const edited = `${old}已核对。`;
    const once = look(old, edited, "卫生支出20万元。");
    expect(once.orphans.map(({ start, end }) => edited.slice(start, end))).toEqual(["10万元"]);
    expect(kept(old, edited, null)).toEqual({
      places: ["10万元", "20万元"],
      orphans: [],
      drafted: old,
    });
  });

  it("另记着的数，凭来历认：来历、种类都相同，还没有被认走的", () => {
    const edited = "卫生支出20万元，另有教育支出10万元。";
    const again = (source: string, fresh: Paragraph) =>
      figuresInEdit(
        "a",
        edited,
        {
          text: edited,
          drafted: { text: "卫生支出20万元。", figures: guessedFigures("卫生支出20万元。") },
          places: [{ start: 4, end: 8 }],
          orphans: [{ start: 15, end: 19, source }],
        },
        fresh,
      ).stale.map(({ old, fresh: to }) => [old, to]);
    const cells = (text: string, ...addresses: string[]) => handParagraph("a", text, addresses);
    const both = cells("卫生支出20万元；教育支出11万元。", "A1", "A2");
    expect(again("current 表 A2", both)).toEqual([["10万元", "11万元"]]);
    expect(again("current 表 A3", both)).toEqual([["10万元", null]]);
    expect(again("", both)).toEqual([["10万元", null]]);
    expect(again("current 表 A1", both)).toEqual([["10万元", null]]);
    const share = cells("卫生支出20万元；教育支出占11%。", "A1", "A2");
    expect(again("current 表 A2", share)).toEqual([["10万元", null]]);
  });

  it("没有底：拿新稿当底，写着别的数的算人写的", () => {
    const fresh = paragraph("教育支出10万元；卫生支出20万元。");
    const inside = figuresInEdit("a", "教育支出10万元；卫生支出25万元。", null, fresh);
    expect(inside.stale.map(({ old, fresh: to, by }) => [old, to, by])).toEqual([
      ["25万元", "20万元", "typed"],
    ]);
    expect(figuresInEdit("a", "随便写的5万元。", null, null)).toEqual({
      stale: [],
      lost: [],
      places: [],
      orphans: [],
      drafted: { text: "", figures: [] },
    });
  });
});
