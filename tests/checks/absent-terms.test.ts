import { describe, expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { checkTables } from "../../src/checks/check.ts";
import { buildTableSets } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

const OPTIONAL = "财决03[合计, 事业收入.教育收费]";
const BASIC = "财决04[合计, 基本支出]";

/** 表上没有“事业收入.教育收费”一栏（表样里可以没有）。 */
const { current } = buildTableSets({
  数据: {
    "财决03[合计, 财政拨款收入]": 1,
    "财决03[201, 财政拨款收入]": 1,
    "财决04[合计, 基本支出]": 2,
    "财决04[201, 基本支出]": 3,
    "财决04[205, 基本支出]": 4,
    "财决05-1[合计, 合计]": 5,
    "财决05-1[205, 合计]": 6,
    "财决08[301, 合计]": 7,
  },
  有表: ["财决01", "财决05-2"],
  没有: ["财决03[*, 事业收入.教育收费]", "财决01[收入.使用专用结余, *]"],
});

function run(...formulas: string[]) {
  const rules = formulas.map((formula, i) => ruleOf(formula, { id: `T${i}` }));
  return checkTables({ current, rules });
}

const idle = (formula: string) => run(formula).notRun.map(({ why }) => why);
const differences = (...formulas: string[]) => {
  const { findings } = run(...formulas);
  const last = `T${formulas.length - 1}`;
  return findings.filter(({ rule }) => rule === last).map(({ difference }) => difference);
};

describe("表上没有、又可以没有的一项", () => {
  test("另有一项在的，它计 0", () => {
    expect(differences(`${BASIC} = ${OPTIONAL} + 财决05-1[合计, 合计]`)).toEqual(["-3.00"]);
    expect(differences(`${BASIC} - ${OPTIONAL} = 0`)).toEqual(["2.00"]);
  });

  test("那一边还写了常数的，照样核对", () => {
    expect(differences(`${OPTIONAL} + 1 = ${BASIC}`)).toEqual(["-1.00"]);
    expect(differences(`${BASIC} = 1 - ${OPTIONAL}`)).toEqual(["1.00"]);
  });

  test.each([
    ["左边全没有", `${OPTIONAL} = ${BASIC}`, OPTIONAL],
    [
      "左边全没有，右边也有一项没有：只说左边的",
      `${OPTIONAL} = ${BASIC} + 财决01[收入.使用专用结余, 决算数]`,
      OPTIONAL,
    ],
    ["右边全没有", `${BASIC} = ${OPTIONAL}`, OPTIONAL],
    [
      "右边全没有，左边也有一项没有：都说",
      `${BASIC} + 财决01[收入.使用专用结余, 决算数] = ${OPTIONAL}`,
      `财决01[收入.使用专用结余, 决算数]、${OPTIONAL}`,
    ],
    ["只剩常数", `1 + ${OPTIONAL} = 2`, OPTIONAL],
    ["前提全没有", `若 ${OPTIONAL} > 0 则 ${BASIC} = 0`, OPTIONAL],
    ["结论全没有", `若 ${BASIC} > 0 则 ${OPTIONAL} = 0`, OPTIONAL],
    ["当且仅当的一边全没有", `${BASIC} > 0 当且仅当 ${OPTIONAL} > 0`, OPTIONAL],
  ])("%s：不核对，说没有什么", (_, formula, what) => {
    expect(idle(formula)).toEqual([`表上没有 ${what}`]);
  });

  test("每个科目的一栏没有，也一样；只是其中一项没有核对，不算部分没有执行", () => {
    expect(idle("每个科目 财决03[事业收入.教育收费] = 财决04[基本支出]")).toEqual([
      "表上没有 财决03[事业收入.教育收费]",
    ]);
    const both = checkTables({
      current,
      rules: [ruleOf([`${BASIC} = 2`, `${OPTIONAL} = ${BASIC}`])],
    });
    expect([both.run, both.skipped]).toEqual([["T01"], []]);
  });

  test("逐行、逐栏的键只看还在的各项，不受别的规则用过的键影响", () => {
    const before = "财决04[*, 基本支出] = 财决03[*, 财政拨款收入] + 财决05-1[*, 合计]";
    expect(differences(before)).toEqual(["-4.00"]);
    expect(
      differences(before, "财决04[*, 基本支出] = 财决03[*, 事业收入.教育收费] + 财决05-1[*, 合计]"),
    ).toEqual(["-3.00", "-2.00"]);
    const driven = "每个科目 财决03[财政拨款收入] + 财决05-1[合计] = 财决05-1[合计]";
    expect(differences(driven)).toEqual(["1.00", "1.00"]);
    expect(differences(driven, "每个科目 财决03[事业收入.教育收费] + 财决05-1[合计] = 0")).toEqual([
      "5.00",
      "6.00",
    ]);
    const columns = "财决04[合计, *] = 财决04[205, *] + 财决01[收入.使用专用结余, 决算数]";
    expect(differences(columns)).toEqual(["-2.00"]);
  });
});

describe("没有可以核对的行、栏", () => {
  test.each([
    ["没有共同的行", "财决03[*, 财政拨款收入] = 财决08[*, 合计]", "财决03、财决08 没有共同的行"],
    ["没有项目行", "每个项目 财决05-2[合计] = 0", "财决05-2 没有可核对的行"],
    ["没有共同的栏", "财决04[合计, *] = 财决05-1[合计, *]", "各表没有共同的栏"],
    ["没有这张表", "逐级汇总 财决06[*]", "缺少财决06"],
    ["没有项目可汇总", "项目汇总 财决05-2[*]", "财决05-2 没有项目行"],
    ["没有上级行可汇总", "逐级汇总 财决05-2[*]", "财决05-2 没有可汇总的上级行"],
    [
      "汇总的栏可以没有",
      "逐级汇总 财决03[事业收入.教育收费]",
      "表上没有 逐级汇总 财决03[事业收入.教育收费] 的各栏",
    ],
  ])("%s", (_, formula, why) => {
    expect(idle(formula)).toEqual([why]);
    // 只是其中一条公式这样的：没有共同的栏、缺表才提。
    const { skipped } = checkTables({ current, rules: [ruleOf([`${BASIC} = 2`, formula])] });
    const told = /共同的栏|缺少|的各栏/.test(why);
    expect(skipped.map((each) => each.why)).toEqual(told ? [`部分公式没有执行：${why}`] : []);
  });

  test("汇总的栏必有而没有", () => {
    const own = buildTableSets({
      数据: { "财决04[合计, 项目支出]": 1 },
      没有: ["财决04[*, 基本支出]"],
    });
    const { notRun } = checkTables({
      current: own.current,
      rules: [ruleOf("逐级汇总 财决04[基本支出]")],
    });
    expect(notRun.map(({ why }) => why)).toEqual(["财决04 缺少“基本支出”一栏"]);
  });
});

test("写明的行也是这一处的键；汇总的两边各有说法", () => {
  const { blocks } = bindRules([ruleOf("财决04[205, 基本支出] = 0")], current, null).program;
  expect(blocks.map(({ rowKeys, columnKeys }) => [rowKeys, columnKeys])).toEqual([[["205"], [""]]]);
  const sums = bindRules([ruleOf("逐级汇总 财决04[*]")], current, null).program.blocks;
  expect(sums[0]?.operands.map(({ text }) => text)).toEqual(["逐级汇总 财决04[*]", "下级行"]);
});
