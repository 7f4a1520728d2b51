import { expect, test } from "vitest";
import { bindRules } from "../../../src/checks/bind-rules.ts";
import { differenceClue } from "../../../src/checks/diagnosis/difference-clue.ts";
import { evaluate } from "../../../src/checks/evaluate.ts";
import { buildTableSets, type CaseData } from "../case-tables.ts";
import { ruleOf } from "../rule-of.ts";

/** 第一处不成立的线索。 */
function clue(formula: string, data: CaseData["数据"]): string | null | undefined {
  const { current } = buildTableSets({ 数据: data });
  const [violation] = evaluate(bindRules([ruleOf(formula)], current, null).program).violations;
  return violation && differenceClue(violation);
}

const SUM = "财决04[合计, 本年支出合计] = 财决04[合计, 基本支出] + 财决04[合计, 项目支出]";
const cells = (total: number, basic: number, project: number) => ({
  "财决04[合计, 本年支出合计]": total,
  "财决04[合计, 基本支出]": basic,
  "财决04[合计, 项目支出]": project,
});

test.each([
  ["漏加了一项", cells(40, 40, 7), "差额恰等于 C1 的数，疑似另一边漏了它，或这里多加了它。"],
  ["合计里一项加了两遍", cells(54, 40, 7), "差额恰等于 C1 的数，疑似重复计算或漏加。"],
  ["该加的减了", cells(33, 40, 7), "差额恰为 C1 的两倍，疑似该加的减了、该减的加了。"],
  ["合计没有填", cells(0, 40, 7), null],
  ["多一分", cells(47.01, 40, 7), "只差一分，疑似尾差：四舍五入后的数相加，或硬凑的数。"],
  ["少一分", cells(46.99, 40, 7), "只差一分，疑似尾差：四舍五入后的数相加，或硬凑的数。"],
  ["数字颠倒", cells(74.09, 40, 7), "差额能被 9 整除，疑似相邻数字颠倒。"],
  ["看不出来", cells(45, 40, 7), null],
])("%s", (_, data, expected) => {
  expect(clue(SUM, data)).toBe(expected);
});

test("任何一边是区间的，差额不是一个数，不看", () => {
  for (let total = 200; total < 230; total++) {
    const interval = { ...cells(total, 40, 7), "财决04[合计, 基本支出]": "0.00万元" };
    expect(clue(SUM, interval) ?? null, `右边 ${total}`).toBeNull();
    const left = { ...cells(0, total, 7), "财决04[合计, 本年支出合计]": "0.00万元" };
    expect(clue(SUM, left) ?? null, `左边 ${total}`).toBeNull();
  }
});

test("大小关系、计数、印成万元的区间、不足一分的不看", () => {
  const off = cells(40, 40, 7);
  expect(clue(SUM.replace("=", "≥"), off)).toBeNull();
  expect(clue(SUM, { ...off, "财决04[合计, 基本支出]": "0.05万元" })).toBeNull();
  expect(clue(SUM, { ...off, "财决04[合计, 本年支出合计]": "9.05万元" })).toBeNull();
  expect(
    clue("财决附03[统计.国内公务接待批次, 决算数] = 2", {
      "财决附03[统计.国内公务接待批次, 决算数]": 3,
    }),
  ).toBeNull();
});
