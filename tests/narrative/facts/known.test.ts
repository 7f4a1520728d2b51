import { describe, expect, it } from "vitest";
import type { CountFact, MoneyFact } from "../../../src/narrative/fact.ts";
import { changeBetween } from "../../../src/narrative/facts/change.ts";
import {
  countDifference,
  countSum,
  difference,
  isZero,
  type MissingFact,
  mergeSources,
  occurs,
  operand,
  quotient,
  sum,
} from "../../../src/narrative/facts/known.ts";

const at = (address: string) => ({ book: "current" as const, sheet: "表", address });
const money = (name: string, cents: number, formula = ""): MoneyFact => ({
  kind: "money",
  name,
  cents,
  formula,
  from: [at(name)],
});
const count = (name: string, value: number, formula = ""): CountFact => ({
  kind: "count",
  name,
  count: value,
  formula,
  from: [at(name)],
});
const missing = (name: string): MissingFact => ({ kind: "missing", name, gap: name, asks: name });

const [a, b, none, gone] = [money("甲", 500), money("乙", 200), missing("缺"), missing("另缺")];

describe("由取到的数算出的数", () => {
  it("和、差、比都带算式和全部单元格", () => {
    expect(difference("差", a, b)).toEqual({
      ...money("差", 300, "甲 − 乙"),
      from: [at("甲"), at("乙")],
    });
    expect(sum("和", [a, b])).toEqual({
      ...money("和", 700, "甲 ＋ 乙"),
      from: [at("甲"), at("乙")],
    });
    expect(quotient("比", a, b)).toEqual({
      kind: "ratio",
      name: "比",
      numerator: 500,
      denominator: 200,
      formula: "甲 ÷ 乙",
      from: [at("甲"), at("乙")],
    });
    expect(countDifference("差", count("甲", 5), count("乙", 2))).toMatchObject({
      kind: "count",
      name: "差",
      count: 3,
      formula: "甲 − 乙",
      from: [at("甲"), at("乙")],
    });
    expect(countSum("和", [count("甲", 5), count("乙", 2)])).toMatchObject({
      kind: "count",
      name: "和",
      count: 7,
      formula: "甲 ＋ 乙",
      from: [at("甲"), at("乙")],
    });
  });

  it("任一个取不到就取不到，报先缺的那个", () => {
    for (const compute of [difference, quotient]) {
      expect(compute("果", none, b)).toBe(none);
      expect(compute("果", a, none)).toBe(none);
      expect(compute("果", none, gone)).toBe(none);
    }
    expect(sum("和", [a, none, gone])).toBe(none);
    expect(countDifference("差", none, count("乙", 2))).toBe(none);
    expect(countDifference("差", count("甲", 5), none)).toBe(none);
    expect(countSum("和", [count("甲", 5), none])).toBe(none);
  });

  it("没有一项时为零；只有一项时沿用它的算式", () => {
    expect(sum("和", [])).toEqual({ ...money("和", 0, "没有一项，计为零"), from: [] });
    expect(countSum("和", [])).toMatchObject({ count: 0, from: [] });
    expect(sum("和", [a])).toMatchObject({ cents: 500, formula: "甲" });
    expect(sum("和", [money("丙", 5, "甲 − 乙")])).toMatchObject({ formula: "甲 − 乙" });
    expect(sum("和", [money("丙", 5, "甲 − 乙"), b])).toMatchObject({
      formula: "（甲 − 乙） ＋ 乙",
    });
  });

  it("算式里的量：算出来的写算式，填报、计为零的写名称和来历", () => {
    expect(operand(a)).toBe("甲");
    expect(operand(money("丙", 1, "甲 ＋ 乙"))).toBe("（甲 ＋ 乙）");
    expect(operand(money("丙", 1, "填报：某键"))).toBe("丙（填报：某键）");
  });

  it("出处去重，保持先后；册、表、格有一样不同就是两处", () => {
    const other = { ...at("甲"), book: "prior" as const };
    const sheet = { ...at("甲"), sheet: "另一表" };
    expect(mergeSources([at("甲"), at("乙")], [at("甲"), other, sheet])).toEqual([
      at("甲"),
      at("乙"),
      other,
      sheet,
    ]);
  });

  it("取不到的算“有”，只有确知为零才算没有", () => {
    expect([a, money("零", 0), count("零", 0), count("甲", 1), none].map(occurs)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect([money("零", 0), none].map(isZero)).toEqual([true, false]);
  });
});

describe("与上年的增减", () => {
  it("增减额总为正，方向另记，比率以上年为底", () => {
    expect(changeBetween(a, b)).toMatchObject({
      kind: "changed",
      direction: "增加",
      amount: { name: "甲增加额", cents: 300, formula: "甲 − 乙" },
      rate: { name: "乙增长率", numerator: 300, denominator: 200 },
      base: 200,
    });
    expect(changeBetween(b, a)).toMatchObject({
      direction: "减少",
      amount: { name: "乙减少额", cents: 300, formula: "甲 − 乙" },
      rate: { name: "甲下降率", numerator: 300, denominator: 500 },
      base: 500,
    });
  });

  it("相同的没有增减；上年不为正的没有比率；取不到的先报上年的", () => {
    expect(changeBetween(a, money("乙", 500))).toEqual({ kind: "same" });
    expect(changeBetween(a, money("乙", 0))).toMatchObject({
      kind: "changed",
      rate: null,
      base: 0,
    });
    expect(changeBetween(a, money("乙", -1))).toMatchObject({ rate: null });
    expect(changeBetween(a, money("乙", 1))).not.toMatchObject({ rate: null });
    expect(changeBetween(none, gone)).toEqual({ kind: "missing", missing: gone });
    expect(changeBetween(none, b)).toEqual({ kind: "missing", missing: none });
  });
});
