import { describe, expect, it } from "vitest";
import { guessedFigures } from "../../../src/narrative/redraft/draft-base.ts";
import { placeFigures } from "../../../src/narrative/redraft/figure-places.ts";

/** 各数在改过的文字里：印着什么、从第几个字起、还是不是原样；找不到为 null。 */
function places(before: string, after: string) {
  return placeFigures(before, guessedFigures(before), after).map(
    (place) => place && [after.slice(place.start, place.end), place.start, place.kind],
  );
}

describe("数在改过的文字里的位置", () => {
  it("原样还在：按对齐的位置", () => {
    expect(places("收入10万元，支出10万元。", "我局收入10万元，支出为10万元。")).toEqual([
      ["10万元", 4, "same"],
      ["10万元", 12, "same"],
    ]);
  });

  it("挪到别处的：两侧合起来有两个字相同才认，一个字不够", () => {
    const rest = "其他各项没有变化";
    expect(places(`甲购车5辆。${rest}`, `${rest}，购车5辆`)).toEqual([["5", 11, "same"]]);
    expect(places(`甲购车5辆。${rest}`, `${rest}，用车5辆`)).toEqual([["5", 11, "same"]]);
    expect(places(`甲购置5个。${rest}`, `${rest}，另有5辆`)).toEqual([null]);
    expect(places(`甲购置5辆。${rest}`, `${rest}，另有5辆`)).toEqual([null]);
  });

  it("有三位数字的，两侧全不同也认；两位的不认", () => {
    const rest = "其他各项没有变化";
    expect(places(`甲购置123辆。${rest}`, `${rest}，另有123台`)).toEqual([["123", 11, "same"]]);
    expect(places(`甲购置12辆。${rest}`, `${rest}，另有12台`)).toEqual([null]);
  });

  it("别的数的一截不算", () => {
    expect(places("收入100万元。", "收入5100万元。")).toEqual([["5100万元", 2, "typed"]]);
    expect(places("收入100万元。", "收入1.100万元。")).toEqual([["1.100万元", 2, "typed"]]);
    expect(places("共有100人。", "共有100.5人。")).toEqual([["100.5", 2, "typed"]]);
    expect(places("共有100人。", "共有1001人。")).toEqual([["1001", 2, "typed"]]);
    expect(places("共有100人。", "共有100%人。")).toEqual([["100%", 2, "typed"]]);
    expect(places("收入100元。", "收入A100元.100。")).toEqual([["100元", 3, "same"]]);
  });

  it("同一处换成别的数；换成的不是数、太长、前后的字也改了，就是找不到", () => {
    expect(places("收入100万元，好。", "收入约88.5亿元，好。")).toEqual([
      ["约88.5亿元", 2, "typed"],
    ]);
    expect(places("收入100万元，好。", "收入很多，好。")).toEqual([null]);
    expect(places("收入100万元，好。", "收入，好。")).toEqual([null]);
    expect(places("收入100万元，好。", `收入${"1".repeat(22)}万元，好。`)).toEqual([
      [`${"1".repeat(22)}万元`, 2, "typed"],
    ]);
    expect(places("收入100万元，好。", `收入${"1".repeat(23)}万元，好。`)).toEqual([null]);
    expect(places("收入100万元，好。", "进账88万元，好。")).toEqual([null]);
    expect(places("收入100万元，好。", "收入88万元；好。")).toEqual([null]);
  });

  it("文首、文末的数也认得出换成了什么", () => {
    expect(places("100万元收入", "88万元收入")).toEqual([["88万元", 0, "typed"]]);
    expect(places("收入100万元", "收入88万元")).toEqual([["88万元", 2, "typed"]]);
  });

  it("同一个数只给一处：两侧更像的先得", () => {
    const before = "教育支出10万元，卫生支出10万元。";
    expect(places(before, "卫生支出10万元。")).toEqual([null, ["10万元", 4, "same"]]);
    expect(
      places("某甲10万元丙丁。其他各项没有变化", "其他各项没有变化，甲10万元丁，某甲10万元丙"),
    ).toEqual([["10万元", 18, "same"]]);
    expect(places("甲10万元，乙10万元。", "丙10万元")).toEqual([null, ["10万元", 1, "same"]]);
  });

  it("没有记下位置的不找", () => {
    expect(placeFigures("收入100万元", [null, { start: 2, end: 2 }], "收入100万元")).toEqual([
      null,
      null,
    ]);
  });
});
