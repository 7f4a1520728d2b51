import { describe, expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { guardedCells } from "../../src/checks/coverage.ts";
import { runCase } from "./case-runner.ts";
import { buildTableSets, type CaseData } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

function differences(formula: string, cells: CaseData["数据"], more: Partial<CaseData> = {}) {
  const { findings } = runCase(ruleOf(formula), { 数据: cells, ...more });
  return findings.map(({ difference }) => difference);
}

function outcome(formula: string, cells: CaseData["数据"], more: Partial<CaseData> = {}) {
  return runCase(ruleOf(formula), { 数据: cells, ...more });
}

describe("若…则、当且仅当", () => {
  const trips = "财决附03[统计.因公出国（境）团组数, 决算数]";
  const money = "财决附03[三公.因公出国（境）费, 决算数]";

  test("前提肯定成立而结论肯定不成立才算不成立；金额与计数可以分居前提、结论", () => {
    const formula = `若 ${money} > 0 则 ${trips} > 0`;
    expect(differences(formula, { [money]: 0.01, [trips]: 0 })).toEqual(["0"]);
    expect(differences(formula, { [money]: 0.01, [trips]: 1 })).toEqual([]);
    expect(differences(formula, { [money]: 0, [trips]: 0 })).toEqual([]);
    expect(differences(formula, { [money]: -5, [trips]: 0 })).toEqual([]);
  });

  test("前提是区间时，可能不成立就不核对", () => {
    const formula = `若 ${money} > 0 则 ${trips} > 0`;
    expect(differences(formula, { [money]: "0.00万元" })).toEqual([]);
    expect(differences(formula, { [money]: "0.01万元" })).toEqual(["0"]);
  });

  test("几个前提须同时成立", () => {
    const formula =
      "若 财决04[合计, 基本支出] > 0 且 财决04[合计, 项目支出] = 0 则 财决04[合计, 经营支出] = 1";
    const base = { "财决04[合计, 基本支出]": 5, "财决04[合计, 经营支出]": 3 };
    expect(differences(formula, base)).toEqual(["2.00"]);
    expect(differences(formula, { ...base, "财决04[合计, 项目支出]": 1 })).toEqual([]);
  });

  test("当且仅当：哪一边单独成立都不行", () => {
    const formula = `${money} > 0 当且仅当 ${trips} > 0`;
    expect(differences(formula, { [money]: 3, [trips]: 0 })).toEqual(["0"]);
    expect(differences(formula, { [money]: 0, [trips]: 3 })).toEqual(["0.00"]);
    expect(differences(formula, { [money]: 3, [trips]: 3 })).toEqual([]);
    expect(differences(formula, { [money]: 0, [trips]: 0 })).toEqual([]);
  });

  test("每个科目的前提与结论按同一科目对应", () => {
    const formula = "每个科目 若 财决03[本年收入合计] > 0 则 财决04[本年支出合计] > 0";
    const cells = {
      "财决03[201, 本年收入合计]": 1,
      "财决03[205, 本年收入合计]": 2,
      "财决04[201, 本年支出合计]": 1,
      "财决04[208, 本年支出合计]": 1,
    };
    const { findings } = outcome(formula, cells);
    expect(findings.map(({ what }) => what)).toEqual([
      expect.stringMatching(
        /^财决03《收入决算表》205.*大于 0.00 元，这时 财决04.*没有 205 一行.*应大于 0.00 元。$/,
      ),
    ]);
  });

  test("前提里读不出的格：不核对并列出", () => {
    const result = outcome(`若 ${money} > 0 则 ${trips} > 0`, { [money]: "见附件", [trips]: 0 });
    expect(result.result).toBe("未执行");
    expect(result.why.join()).toContain("读不出的格");
  });

  test("带前提的等式不算管着它的格", () => {
    const { current } = buildTableSets({ 数据: { "财决04[合计, 基本支出]": 1 } });
    const formula = "若 财决04[合计, 基本支出] > 0 则 财决04[合计, 项目支出] = 0";
    const { program } = bindRules([ruleOf(formula)], current, null);
    expect(program.blocks).toHaveLength(1);
    expect(guardedCells(program).size).toBe(0);
  });
});

describe("倍数、绝对值、大于小于", () => {
  const whole = "财决05[合计, 302]";
  const part = "财决05[合计, 30299]";

  test("百分比按整数比较，恰在界上成立", () => {
    const formula = `${part} ≤ 20% × ${whole}`;
    expect(differences(formula, { [whole]: 100, [part]: 20 })).toEqual([]);
    expect(differences(formula, { [whole]: 100, [part]: 20.01 })).toEqual(["0.01"]);
    expect(differences(formula, { [whole]: 0.07, [part]: 0.01 })).toEqual([]);
    expect(differences(formula, { [whole]: 0.04, [part]: 0.01 })).toEqual(["0.00"]);
  });

  test("倍数写在前、写在后、带括号、乘常数", () => {
    const cells = { [whole]: 10, [part]: 7 };
    expect(differences(`2 × ${part} ≤ ${whole}`, cells)).toEqual(["4.00"]);
    expect(differences(`${part} × 1.5 ≤ ${whole}`, cells)).toEqual(["0.50"]);
    expect(differences(`0.5 × (${part} + ${whole} + 3) ≤ ${whole} - 1`, cells)).toEqual(["1.00"]);
  });

  test("说明里写出倍数", () => {
    const [finding] = outcome(`${part} ≤ 20% × ${whole}`, { [whole]: 100, [part]: 30 }).findings;
    expect(finding?.what).toMatch(/应不大于20%×302.*100.00 元，合计 20.00 元，相差 10.00 元。$/);
  });

  test("绝对值：两个方向都管", () => {
    const formula =
      "绝对值(财决04[合计, 基本支出] - 上年.财决04[合计, 基本支出]) ≤ 30% × 上年.财决04[合计, 基本支出]";
    const at = (now: number) =>
      differences(formula, { "财决04[合计, 基本支出]": now, "上年.财决04[合计, 基本支出]": 100 });
    expect(at(130)).toEqual([]);
    expect(at(70)).toEqual([]);
    expect(at(130.01)).toEqual(["0.01"]);
    expect(at(69.99)).toEqual(["0.01"]);
  });

  test("前提里的绝对值", () => {
    const formula = `若 绝对值(${whole}) > 5 则 ${part} = 0`;
    expect(differences(formula, { [whole]: -6, [part]: 1 })).toEqual(["1.00"]);
    expect(differences(formula, { [whole]: 6, [part]: 1 })).toEqual(["1.00"]);
    expect(differences(formula, { [whole]: -5, [part]: 1 })).toEqual([]);
  });

  test("大于、小于不含相等", () => {
    expect(differences(`${part} < ${whole}`, { [part]: 5, [whole]: 5 })).toEqual(["0.00"]);
    expect(differences(`${part} < ${whole}`, { [part]: 4.99, [whole]: 5 })).toEqual([]);
    expect(differences(`${part} > ${whole}`, { [part]: 5, [whole]: 5 })).toEqual(["0.00"]);
    expect(differences(`${part} > ${whole}`, { [part]: "0.00万元", [whole]: 5 })).toEqual([]);
  });
});

describe("按说明挑选行", () => {
  const one = "2010302/P1";
  const two = "2010302/P2";
  const cells = { [`财决05-2[${one}, 合计]`]: 3, [`财决05-2[${two}, 合计]`]: 5 };
  const tell = (text: string) => ({ 文字: { [`财决05-2[${one}, 基建项目属性]`]: text } });

  test("项目[… 非空]、为空、=、≠", () => {
    const more = tell("本级财政基建");
    const sum = (test: string) =>
      differences(`财决05-2[项目[基建项目属性 ${test}], 合计] = 0`, cells, more);
    expect(sum("非空")).toEqual(["3.00"]);
    expect(sum("为空")).toEqual(["5.00"]);
    expect(sum("= 本级财政基建")).toEqual(["3.00"]);
    expect(sum("= 其他")).toEqual([]);
    expect(sum("≠ 其他")).toEqual(["3.00"]);
  });

  test("“否”“无”“非基建”、破折号都算为空", () => {
    for (const text of ["否", "无", "非基建项目", "—"]) {
      const formula = "财决05-2[项目[基建项目属性 非空], 合计] = 0";
      expect(outcome(formula, cells, tell(text)), text).toMatchObject({ result: "成立" });
    }
  });

  test("没有一个项目写明：不执行；一个项目也没有：计 0", () => {
    const formula = "财决05-2[项目[基建项目属性 非空], 合计] = 0";
    expect(outcome(formula, cells)).toMatchObject({ result: "未执行" });
    expect(outcome(formula, { "财决05-2[合计, 合计]": 1 })).toMatchObject({ result: "成立" });
  });

  test("末级科目：没有下级科目的类、款、项；合计行、项目行不算", () => {
    const names = ["合计", "201", "20103", "2010301", "205", "20802", "2010301/P1"];
    const data = Object.fromEntries(
      names.map((row, place) => [`财决05-2[${row}, 合计]`, 10 ** place / 100]),
    );
    expect(differences("财决05-2[科目[名称 非空], 合计] = 0", data)).toEqual(["1110.00"]);
  });

  test("项目、科目混着挑：有一处项目没有写明就不执行，科目不受项目说明影响", () => {
    const told = { 文字: { [`财决05-2[${one}, 性质]`]: "甲" } };
    expect(outcome("财决05-2[{合计, 项目[基建项目属性 非空]}, 合计] = 0", cells, told).result).toBe(
      "未执行",
    );
    const named = { ...cells, "财决05-2[2010302, 合计]": 8 };
    expect(differences("财决05-2[科目[名称 = 2010302], 合计] = 0", named)).toEqual(["8.00"]);
    expect(differences("财决05-2[{项目[名称 非空], 科目[名称 非空]}, 合计] = 0", named)).toEqual([
      "16.00",
    ]);
  });

  test("首尾空格不算；连着几个破折号算空；只是带有“否”“无”的不算空", () => {
    const sum = (text: string, test: string) =>
      differences(`财决05-2[项目[基建项目属性 ${test}], 合计] = 0`, cells, tell(text));
    expect(sum(" 是 ", "= 是")).toEqual(["3.00"]);
    expect(sum("——", "为空")).toEqual(["8.00"]);
    expect(sum("是否", "非空")).toEqual(["3.00"]);
    expect(sum("无偿划转", "非空")).toEqual(["3.00"]);
    expect(sum("并非", "非空")).toEqual(["3.00"]);
  });

  test("科目按名称、按所归的预算；只看末级科目", () => {
    const named = {
      数据: { "财决04[201, 基本支出]": 7, "财决04[2010302, 基本支出]": 7 },
      文字: { "财决04[2010302, 名称]": "一般行政管理事务" },
    };
    const formula = "财决04[科目[名称 = 一般行政管理事务], 基本支出] = 0";
    expect(differences(formula, named.数据, named)).toEqual(["7.00"]);
    const funds = { "财决09[2120803, 本年收入.合计]": 2, "财决09[2010301, 本年收入.合计]": 4 };
    const wrong = "财决09[科目[预算 ≠ 政府性基金预算], 本年收入.合计] = 0";
    expect(differences(wrong, funds)).toEqual(["4.00"]);
    expect(differences(wrong, { "财决09[9999999, 本年收入.合计]": 4 })).toEqual([]);
  });
});

describe("有表、无表，一组逐行", () => {
  test("缺表时这条公式不执行，也不提；整条规则都没有执行才说", () => {
    const optional = "若 有表 财决12-1 则 每行 财决12-1[301] = 0";
    const both = runCase(ruleOf(["财决04[合计, 基本支出] = 1", optional]), {
      数据: { "财决04[合计, 基本支出]": 1 },
    });
    expect(both).toEqual({ result: "成立", findings: [], residuals: [], why: [] });
    expect(outcome(optional, { "财决04[合计, 基本支出]": 1 }).why).toEqual(["缺少财决12-1"]);
    expect(differences(optional, { "财决12-1[合计, 301]": 2 })).toEqual(["2.00"]);
  });

  test("无表", () => {
    const formula = "若 无表 CS01 则 财决04[合计, 基本支出] = 0";
    const cells = { "财决04[合计, 基本支出]": 1 };
    expect(differences(formula, cells)).toEqual(["1.00"]);
    expect(outcome(formula, cells, { 有表: ["CS01"] }).why).toEqual(["报表里有CS01"]);
  });

  test("功能.* 只在这一组里逐行", () => {
    const cells = {
      "财决01[功能.教育支出, 决算数]": -1,
      "财决01[功能.国防支出, 决算数]": -2,
      "财决01[支出.年末结转和结余, 决算数]": -4,
    };
    expect(differences("财决01[功能.*, 决算数] ≥ 0", cells)).toEqual(["-2.00", "-1.00"]);
  });

  test("公开08 的行按经济分类编码，下级按编码相加，没有的款不核对", () => {
    const cells = {
      "公开08[301, 决算数]": 9,
      "公开08[30101, 决算数]": 4,
      "公开08[30102, 决算数]": 3,
    };
    expect(differences("公开08[301, 决算数] = 公开08[{下级 301}, 决算数]", cells)).toEqual([
      "2.00",
    ]);
    expect(outcome("公开08[30103, 决算数] = 0", cells).why).toEqual([
      "表上没有 公开08[30103, 决算数]",
    ]);
  });
});

describe("写错的", () => {
  test.each([
    ["财决04[合计, 基本支出] = 2 × 财决04[合计, 项目支出]", "倍数、百分比只能与"],
    ["财决04[合计, 基本支出] ≤ 0 × 财决04[合计, 项目支出]", "倍数须大于 0"],
    ["绝对值(财决04[合计, 基本支出]) ≥ 1", "绝对值只能写成"],
    [
      "若 绝对值(财决04[合计, 基本支出]) ≤ 1 则 财决04[合计, 项目支出] = 0",
      "前提里的绝对值只能写成",
    ],
    ["财决04[项目[名称 非空], 基本支出] = 0", "财决04 没有项目行"],
    ["财决05-2[项目[颜色 非空], 合计] = 0", "项目没有“颜色”"],
    ["财决01[科目[名称 非空], 决算数] = 0", "只能用于按科目列行的表"],
    ["财决01[功德.*, 决算数] = 0", "没有名为“功德.*”的行"],
    ["财决04[合计, 功能.*] = 0", "栏不能写成“功能.*”"],
    ["若 有表 财决99 则 财决04[合计, 基本支出] = 0", "没有表号为“财决99”的表样"],
  ])("%s：%s", (formula, message) => {
    const { result, why } = outcome(formula, {}, { 有表: ["财决04", "财决05-2", "财决01"] });
    expect(result).toBe("未执行");
    expect(why.join()).toContain(message);
  });
});
