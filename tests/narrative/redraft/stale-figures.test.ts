import { describe, expect, it } from "vitest";
import type { Figure, Paragraph } from "../../../src/narrative/draft.ts";
import { guessedFigures } from "../../../src/narrative/redraft/draft-base.ts";
import { figuresInEdit, replaceStale } from "../../../src/narrative/redraft/stale-figures.ts";

/** 数按写法认出的一段。 */
function paragraph(text: string): Paragraph {
  const figures = guessedFigures(text).map(
    ({ start, end }): Figure => ({
      text: text.slice(start, end),
      value: "",
      moneyUnit: "万元",
      start,
      end,
      from: [],
      formula: "",
    }),
  );
  return { id: "a", style: "body", text, edited: false, figures, gaps: [] };
}

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
});
