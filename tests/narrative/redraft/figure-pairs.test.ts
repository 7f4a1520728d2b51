import { describe, expect, it } from "vitest";
import { type DraftedText, guessedFigures } from "../../../src/narrative/redraft/draft-base.ts";
import { figureKind, pairFigures } from "../../../src/narrative/redraft/figure-pairs.ts";

/** 各数的来历依次如所给，没有给的为空串。 */
function drafted(text: string, sources: readonly string[] = []): DraftedText {
  const figures = guessedFigures(text);
  return {
    text,
    figures: figures.map((each, index) => ({ ...each, source: sources[index] ?? "" })),
  };
}

const pairs = (
  before: string,
  after: string,
  sources: readonly [readonly string[], readonly string[]] = [[], []],
) => pairFigures(drafted(before, sources[0]), drafted(after, sources[1]));

describe("旧稿的一个数在新稿里是哪一个", () => {
  it("只有紧靠着的说法相同，就够认了；说法太泛、又没有来历，不认", () => {
    expect(pairs("今年，教育支出10万元。", "本级安排的，教育支出20万元。")).toEqual([0]);
    expect(pairs("10万元。", "20万元。")).toEqual([null]);
    expect(pairs("共计10万元。", "共计20万元。")).toEqual([null]);
  });

  it("说法太泛的，来历相同就认；来历、说法都不同的不认", () => {
    const cell = (to: string): [string[], string[]] => [["current 表 A1"], [to]];
    expect(pairs("共计10万元。", "其中20万元。", cell("current 表 A1"))).toEqual([0]);
    expect(pairs("共计10万元。", "其中20万元。", cell("current 表 A2"))).toEqual([null]);
  });

  it("单元格相同而名称不同：插过行，不认；算式相同的仍认", () => {
    const same = (source: string): [string[], string[]] => [[source], [source]];
    const before = "教育支出10万元。";
    const after = "卫生支出20万元。";
    expect(pairs(before, after, same("current 表 A1"))).toEqual([null]);
    expect(pairs(before, after, same("=合计 教育"))).toEqual([0]);
  });

  it("金额、比率、计数互不相认", () => {
    const same: [string[], string[]] = [["current 表 A1"], ["current 表 A1"]];
    expect(pairs("车辆购置10万元。", "车辆购置10%。", same)).toEqual([null]);
    expect(pairs("车辆购置10辆。", "车辆购置10万元。", same)).toEqual([null]);
    expect(["10万元", "1元", "3%", "3％", "5"].map(figureKind)).toEqual([
      "元",
      "元",
      "%",
      "%",
      "计数",
    ]);
  });

  it("自己说不清是什么的，跟着前一个数走", () => {
    expect(
      pairs(
        "教育支出10万元，占10%；卫生支出30万元，占30%。",
        "卫生支出35万元，占35%；教育支出15万元，占15%。",
      ),
    ).toEqual([2, 3, 0, 1]);
    expect(pairs("甲，教育支出10万元（占10%）。", "乙，教育支出20万元（占20%）。")).toEqual([0, 1]);
    expect(
      pairs("甲，教育支出10万元（占10%）。", "丙支出5万元（占5%）。乙，教育支出20万元（占20%）。"),
    ).toEqual([2, 3]);
    expect(pairs("甲，教育支出10万元（占10%）。", "乙，教育支出20万元（5人）。")).toEqual([
      0,
      null,
    ]);
  });

  it("同一个说法出现几次：整句相同的先认，其余认次序最近的，不重复认", () => {
    expect(
      pairs(
        "决算中，教育支出10万元。预算中，教育支出20万元。",
        "预算中，教育支出25万元。决算中，教育支出15万元。",
      ),
    ).toEqual([1, 0]);
    expect(pairs("教育支出10万元，教育支出20万元。", "教育支出11万元，教育支出21万元。")).toEqual([
      0, 1,
    ]);
    expect(pairs("教育支出10万元；教育支出20万元。", "教育支出11万元。")).toEqual([0, null]);
  });

  it("增减换了方向，说法不算变", () => {
    expect(pairs("教育支出增加10万元。", "教育支出减少20万元。")).toEqual([0]);
    expect(pairs("甲，教育增加10万元。", "乙，教育减少20万元。")).toEqual([0]);
    expect(pairs("教育支出，比上年教育项目提高10%。", "教育支出，比上年教育项目下降5%。")).toEqual([
      0,
    ]);
  });
});
