import { describe, expect, it } from "vitest";
import { listMismatches } from "../../../src/narrative/reasons/list-sums.ts";

describe("话里列的各数与合计", () => {
  const found = (text: string) => listMismatches(text).map(({ quote, kind }) => `${kind} ${quote}`);

  it("加得起来（四舍五入容许之内）的不说，多了、少了的各说", () => {
    expect(found("支出10万元，其中：甲6万元、乙4万元。")).toEqual([]);
    expect(found("支出10万元，其中：甲6.01万元、乙4万元。")).toEqual([]);
    expect(found("支出10万元，其中：甲6.02万元、乙4万元。")).toEqual([
      "超过 10万元，其中：甲6.02万元、乙4万元",
    ]);
    expect(found("先说3万元，支出10万元，包括甲6万元、乙3万元。")).toEqual([
      "不足 10万元，包括甲6万元、乙3万元",
    ]);
    expect(found("支出10元，分别为6元、5元；另有事项。")).toEqual(["超过 10元，分别为6元、5元"]);
  });

  it("只有一个数、列到“等”为止的，只看有没有超过", () => {
    expect(found("支出10万元，其中甲6万元。")).toEqual([]);
    expect(found("支出10万元，其中甲16万元。")).toEqual(["超过 10万元，其中甲16万元"]);
    expect(found("支出10万元，其中甲6万元、乙3万元等。")).toEqual([]);
    expect(found("支出10万元，其中甲6万元、乙3万元等项目。")).toEqual([]);
    expect(found("支出10万元，其中甲等6万元、乙3万元。")).toEqual([
      "不足 10万元，其中甲等6万元、乙3万元",
    ]);
    expect(found("支出10万元，其中甲6万元、乙5万元等。")).toEqual([
      "超过 10万元，其中甲6万元、乙5万元等",
    ]);
  });

  it("合计不在同一句里、没有合计、没有数、数长得不像金额的，不比", () => {
    expect(found("支出10万元。其中甲16万元。")).toEqual([]);
    expect(found("其中甲16万元。")).toEqual([]);
    expect(found("支出10万元，其中甲较多。")).toEqual([]);
    const huge = (digits: number, unit: string) =>
      found(`支出10万元，其中甲${"9".repeat(digits)}${unit}。`).length;
    expect([huge(8, "万元"), huge(9, "万元"), huge(30, "万元")]).toEqual([1, 0, 0]);
    expect([huge(12, "元"), huge(13, "元")]).toEqual([1, 0]);
  });

  it("列得再多、再大，也比得出来，不会加过可精确表示的范围", () => {
    const parts = Array.from({ length: 200 }, () => "甲999999999999.99元").join("、");
    expect(found(`支出10万元，其中${parts}。`)).toHaveLength(1);
    expect(found(`支出999999999999元，其中${parts}。`)[0]).toMatch(/^超过 /);
    expect(found(`支出999999999999.99元，其中甲999999999999.99元、乙0.00元。`)).toEqual([]);
  });
});
