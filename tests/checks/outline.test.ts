import { describe, expect, test } from "vitest";
import { parseFormula } from "../../src/checks/language/parse-formula.ts";
import { outlinesOf } from "../../src/checks/outline.ts";

function outline(formula: string) {
  const parsed = parseFormula(formula);
  if (!parsed.ok || parsed.statement.kind !== "relation") throw new Error(formula);
  const [first] = outlinesOf(parsed.statement);
  if (first === undefined) throw new Error(formula);
  return first;
}

describe("倍数通分成整数", () => {
  const [a, b, c] = ["基本支出", "项目支出", "经营支出"].map((column) => `财决04[合计, ${column}]`);
  test.each<[string, number, number[], number | null, number | null]>([
    [`${a} ≤ ${b}`, 1, [1, 1], null, null],
    [`${a} ≤ 20% × ${b}`, 5, [5, 1], null, null],
    [`20% × ${a} ≤ 12.5% × ${b} + 25% × ${c} + 3`, 40, [8, 5, 10], null, 12_000],
    [`1.5 × ${a} - 0.5 ≤ 2.5 × ${b}`, 2, [3, 5], -100, null],
    [`3 × ${a} ≤ ${b} + 1 - 2.05`, 1, [3, 1], null, -105],
    [`0.1 × ${a} ≤ 0.25 × ${b}`, 20, [2, 5], null, null],
  ])("%s", (formula, scale, factors, left, right) => {
    const { parts, terms } = outline(formula);
    expect(parts).toEqual([{ operator: "≤", scale, constant: { left, right } }]);
    expect(terms.map(({ factor }) => factor)).toEqual(factors);
  });

  test("前提与结论各自通分", () => {
    const { parts } = outline(`若 50% × ${a} > 1 则 ${b} ≤ 20% × ${c}`);
    expect(parts.map(({ scale, constant }) => [scale, constant.right])).toEqual([
      [5, null],
      [2, 200],
    ]);
  });
});

describe("各引用的行从哪里取", () => {
  test("写明的行、没有写行、一组逐行、每类的组名", () => {
    const rows = (formula: string) =>
      outline(formula).terms.map(({ row, rowKey }) => [row, rowKey]);
    expect(rows("财决04[201, 基本支出] = 公开13[预算数.合计]")).toEqual([
      [{ kind: "key", key: "201" }, "201"],
      [{ kind: "key", key: "合计" }, ""],
    ]);
    const [driven, fixed] = outline("每类 财决04[基本支出] = 财决01[功能, 决算数]").terms;
    expect(driven?.driven).toEqual({ name: "每类 ", quantifier: "每类", group: null });
    expect(fixed?.driven).toEqual({ name: "每类 功能", quantifier: "每类", group: "功能" });
    expect(outline("财决04[201, 基本支出] = 0").terms[0]?.driven).toBeNull();
    expect(
      outline("每个科目 财决04[基本支出] = 财决04[合计, 基本支出]").terms[1]?.driven,
    ).toBeNull();
  });
});
