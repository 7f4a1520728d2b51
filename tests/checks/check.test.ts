import { describe, expect, test } from "vitest";
import { checkTables } from "../../src/checks/check.ts";
import type { RuleDefinition } from "../../src/checks/rule.ts";
import { runCase } from "./case-runner.ts";
import { buildTableSets, type CaseData } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

describe("适用年度", () => {
  const cells = { "财决04[合计, 基本支出]": 1 };
  const rule = (years: string) => ruleOf("财决04[合计, 基本支出] = 1", { years });

  test.each([
    ["2020-2024", 2020, true],
    ["2020-2024", 2024, true],
    ["2020-2024", 2025, false],
    ["2020-", 2019, false],
    ["2020-", 2030, true],
    ["-2018", 2018, true],
    ["-2018", 2019, false],
    ["2021", 2021, true],
    ["2021", 2022, false],
    ["2030-", "未知", true],
  ] as const)("%s 对 %s 年度", (years, year, runs) => {
    const outcome = runCase(rule(years), { 数据: cells, 年度: year });
    expect(outcome.result).toBe(runs ? "成立" : "未执行");
    if (!runs) expect(outcome.why).toEqual([`只适用于 ${years} 年度，报表是 ${year} 年度`]);
  });

  test("写错的年度是规则的错", () => {
    for (const years of ["", "-", "20", "2020-24", "2020—2024"]) {
      expect(runCase(rule(years), { 数据: cells }).why.join()).toContain("规则写错了：年度");
    }
  });

  test("年度读不出时，限于某几年的规则不执行", () => {
    for (const years of ["2020-2024", "-2018", "2021"]) {
      const outcome = runCase(rule(years), { 数据: cells, 年度: "未知" });
      expect(outcome.result).toBe("未执行");
      expect(outcome.why).toEqual([`读不出报表的年度，而它只适用于 ${years} 年度`]);
    }
  });

  test("年度读不出时说明没有截止年度的规则都核对了", () => {
    const { current } = buildTableSets({ 数据: cells, 年度: "未知" });
    expect(checkTables({ current, rules: [rule("2020-")] }).remarks).toEqual([
      "读不出报表的年度：没有截止年度的规则都核对了，只适用于某几年的没有执行。",
    ]);
  });
});

describe("执行条件", () => {
  test.each<[string, CaseData["封面"], string | null]>([
    ["报表小类 ≠ 2", undefined, null],
    ["报表小类 ≠ 2", { 报表小类: "0" }, null],
    ["报表小类 ≠ 2", { 报表小类: "2" }, "报表小类为 2，不符合执行条件（报表小类 ≠ 2）"],
    ["报表小类 不属于 {0, 2}", { 报表小类: "" }, null],
    ["单位基本性质 = 10", { 单位基本性质: "10" }, null],
    ["单位基本性质 属于 {10, 21}", { 单位基本性质: "22" }, "单位基本性质为 22，不符合"],
    ["单位基本性质 属于 {10, 21}", undefined, "封面上读不出“单位基本性质”，无从判断是否适用"],
    ["有表 财决04", undefined, null],
    ["有表 财决12-1", undefined, "缺少财决12-1"],
    ["有表 上年.财决04", undefined, "没有上年的报表"],
    ["无表 财决12-1", undefined, null],
    ["无表 财决04", undefined, "无表 财决04：报表里有这张表"],
    ["有表 财决99", undefined, "规则写错了：没有表号为“财决99”的表样"],
    ["报表小类", undefined, "规则写错了：条件“报表小类”第 5 列"],
  ])("%s，封面 %j", (condition, cover, why) => {
    const rule = ruleOf("财决04[合计, 基本支出] = 1", { conditions: [condition] });
    const outcome = runCase(rule, {
      数据: { "财决04[合计, 基本支出]": 1 },
      ...(cover === undefined ? {} : { 封面: cover }),
    });
    if (why === null) {
      expect(outcome).toEqual({ result: "成立", findings: [], residuals: [], why: [] });
    } else expect(outcome.why.join()).toContain(why);
  });

  test("层级", () => {
    const rule = ruleOf("财决04[合计, 基本支出] = 1", { conditions: ["层级 = 单位"] });
    const cells = { "财决04[合计, 基本支出]": 1 };
    expect(runCase(rule, { 数据: cells, 层级: "单位" }).result).toBe("成立");
    expect(runCase(rule, { 数据: cells, 层级: "部门" }).result).toBe("未执行");
    expect(runCase(rule, { 数据: cells }).result).toBe("未执行");
  });
});

describe("问题的说法", () => {
  const what = (formula: string, cells: CaseData["数据"], extra: Partial<RuleDefinition> = {}) =>
    runCase(ruleOf(formula, extra), { 数据: cells }).findings.map((finding) => finding.what);

  test("两边各一格", () => {
    const { findings } = runCase(ruleOf("财决01[收入.总计, *] = 财决01[支出.总计, *]"), {
      数据: {
        "财决01[收入.总计, 决算数]": "11869531.61",
        "财决01[支出.总计, 决算数]": "11869532.61",
      },
    });
    expect(findings).toEqual([
      {
        rule: "T01",
        severity: "error",
        kind: "linkage",
        what: "财决01《收入支出决算总表》收入.总计（C13）决算数 11,869,531.61 元，支出.总计（C62） 11,869,532.61 元，相差 -1.00 元。",
        why: "两边出自同一来源。",
        todo: "请逐项核对。",
        message:
          "财决01《收入支出决算总表》收入.总计（C13）决算数 11,869,531.61 元，支出.总计（C62） 11,869,532.61 元，相差 -1.00 元。两边出自同一来源。请逐项核对。",
        cells: [
          {
            book: "current",
            sheet: "财决01",
            address: "C13",
            row: "收入.总计",
            column: "决算数",
            value: "11869531.61",
          },
          {
            book: "current",
            sheet: "财决01",
            address: "C62",
            row: "支出.总计",
            column: "决算数",
            value: "11869532.61",
          },
        ],
        left: "11869531.61",
        right: "11869532.61",
        difference: "-1.00",
      },
    ]);
  });

  test("和只列不为零的各项，多于六项的写等 n 项，cells 全列", () => {
    const rows = [
      "一般公共服务支出",
      "外交支出",
      "国防支出",
      "公共安全支出",
      "教育支出",
      "科学技术支出",
      "农林水支出",
    ];
    const cells = Object.fromEntries(rows.map((row) => [`财决01[功能.${row}, 决算数]`, 1]));
    const formula = "财决01[支出.本年支出合计, 决算数] = 财决01[{功能.*}, 决算数]";
    const { findings } = runCase(ruleOf(formula), { 数据: cells });
    expect(findings[0]?.cells.length).toBe(8);
    expect(findings[0]?.what).toContain("（C19） 1.00 元等 7 项，合计 7.00 元，相差 -7.00 元。");
    expect(findings[0]?.what).toMatch(
      /支出.本年支出合计（C59）决算数 空白，功能.一般公共服务支出（C14） 1.00 元＋/,
    );
  });

  test("没有的科目、各项都是零、常数、正负号", () => {
    expect(
      what("每个科目 财决04[基本支出] = 财决05-1[合计]", {
        "财决04[205, 基本支出]": 1,
        "财决05-1[208, 合计]": 2,
      }),
    ).toEqual([
      "财决04《支出决算表》205（B1）基本支出 1.00 元，财决05-1《基本支出决算明细表》没有 205 一行（按 0 计），相差 1.00 元。",
      "财决04《支出决算表》没有 208 一行（按 0 计），财决05-1《基本支出决算明细表》208（A1）合计 2.00 元，相差 -2.00 元。",
    ]);
    expect(what("每行 财决05[301] = 财决05[{下级 301}]", { "财决05[合计, 301]": "0.01" })).toEqual([
      "财决05《支出决算明细表》合计（B1）301 0.01 元，财决05[{下级 301}] 各项均为 0，相差 0.01 元。",
    ]);
    expect(what("财决04[合计, 基本支出] = 0", { "财决04[合计, 基本支出]": "1,000" })).toEqual([
      "财决04《支出决算表》合计（B1）基本支出 1,000.00 元，应为 0.00 元，相差 1,000.00 元。",
    ]);
    expect(
      what("财决04[合计, 基本支出] - 财决04[合计, 项目支出] - 1 = 财决04[合计, 经营支出]", {
        "财决04[合计, 项目支出]": 2,
        "财决04[合计, 经营支出]": "—",
      }),
    ).toEqual([
      "财决04《支出决算表》合计（B1）基本支出 空白－项目支出（C1） 2.00 元－1.00 元，合计 -3.00 元，经营支出（E1） —，相差 -3.00 元。",
    ]);
  });

  test("不等式、计数、上年", () => {
    expect(
      what("财决04[合计, 基本支出] ≤ 财决04[合计, 项目支出]", { "财决04[合计, 基本支出]": 2 })[0],
    ).toContain("2.00 元，应不大于项目支出（C1） 空白，相差 2.00 元。");
    expect(
      what("财决附03[统计.国内公务接待批次, 决算数] ≥ 1", {
        "财决附03[统计.国内公务接待批次, 决算数]": 0,
      }),
    ).toEqual([
      "财决附03《机构运行信息表》统计.国内公务接待批次（C16）决算数 0，应不小于 1，相差 -1。",
    ]);
    expect(what("财决04[合计, 基本支出] ≠ 0", { "财决04[合计, 项目支出]": 1 })[0]).toBe(
      "财决04《支出决算表》合计（B1）基本支出 空白，不应等于 0.00 元。",
    );
    expect(
      what("每个科目 财决02[本年收入] = 上年.财决02[本年收入]", {
        "财决02[合计, 本年收入]": 1,
        "上年.财决02[合计, 本年收入]": 3,
      })[0],
    ).toContain("上年财决02《收入支出决算表》合计（E1）本年收入 3.00 元");
  });

  test("印成万元的数照印，说明超出四舍五入的范围", () => {
    const formula = "财决03[合计, 财政拨款收入] = 财决04[合计, 基本支出]";
    const cells = { "财决03[合计, 财政拨款收入]": "12.30万元" };
    expect(what(formula, { ...cells, "财决04[合计, 基本支出]": "123000" })).toEqual([]);
    const residual = runCase(ruleOf(formula), {
      数据: { ...cells, "财决04[合计, 基本支出]": "123049.99" },
    });
    expect(residual).toMatchObject({ result: "成立", findings: [] });
    expect(residual.residuals[0]?.what).toBe(
      "财决03《收入决算表》合计（B1）财政拨款收入 12.30万元，财决04《支出决算表》合计（B1）基本支出 123,049.99 元，按印出的数相差 -49.99 元，是四舍五入的尾差。",
    );
    expect(what(formula, { ...cells, "财决04[合计, 基本支出]": "123050" })[0]).toBe(
      "财决03《收入决算表》合计（B1）财政拨款收入 12.30万元，财决04《支出决算表》合计（B1）基本支出 123,050.00 元，相差 -50.00 元，超出四舍五入可以解释的范围。",
    );
    expect(what(formula, { ...cells, "财决04[合计, 基本支出]": "123250.01" })[0]).toBe(
      "财决03《收入决算表》合计（B1）财政拨款收入 12.30万元，财决04《支出决算表》合计（B1）基本支出 123,250.01 元，相差 -250.01 元，超出四舍五入可以解释的范围。",
    );
  });

  test("四舍五入能解释的是尾差，只作提示；不能解释的是错误，没有固定的容差", () => {
    const severities = (stated: string) => {
      const outcome = runCase(ruleOf("财决03[合计, 财政拨款收入] = 财决04[合计, 基本支出]"), {
        数据: { "财决03[合计, 财政拨款收入]": "326.71万元", "财决04[合计, 基本支出]": stated },
      });
      return [...outcome.findings, ...outcome.residuals].map(({ severity }) => severity);
    };
    expect(severities("326.71万元")).toEqual([]);
    expect(severities("3267149.99")).toEqual(["note"]);
    expect(severities("326.72万元")).toEqual(["error"]);
    expect(severities("326.73万元")).toEqual(["error"]);
  });

  test("大到超出安全整数的合计也不出错", () => {
    const cells = {
      "财决04[合计, 基本支出]": "80000000000000.01",
      "财决04[合计, 项目支出]": "80000000000000.01",
    };
    expect(what("财决04[合计, 基本支出] + 财决04[合计, 项目支出] = 0", cells)).toHaveLength(1);
  });
});

test("先后：严重程度、表、规则编号；读不出的格逐处列出", () => {
  const { current } = buildTableSets({
    数据: {
      "财决01[收入.总计, 决算数]": 5,
      "财决04[合计, 基本支出]": 1,
      "财决04[201, 基本支出]": "若干",
    },
  });
  const rules = [
    ruleOf("财决04[合计, 基本支出] = 0", { id: "A03", severity: "warning" }),
    ruleOf("每行 财决04[基本支出] = 0", { id: "A02" }),
    ruleOf("财决04[合计, 基本支出] = 3", { id: "A01" }),
    ruleOf("财决01[收入.总计, 决算数] = 0", { id: "B01" }),
    ruleOf("财决01[收入.总计, 决算数] = 财决99[合计, x]", { id: "B02" }),
  ];
  const result = checkTables({ current, rules });
  expect(result.findings.map(({ rule }) => rule)).toEqual(["B01", "A01", "A02", "A03"]);
  expect(result.run).toEqual(["A03", "A02", "A01", "B01"]);
  expect(result.notRun.map(({ rule }) => rule)).toEqual(["B02"]);
  expect(result.skipped).toEqual([
    {
      rule: "A02",
      why: "有 1 处涉及读不出的格，没有核对",
      cells: [
        {
          book: "current",
          sheet: "财决04",
          address: "B2",
          row: "201",
          column: "基本支出",
          value: "若干",
        },
      ],
    },
  ]);
});

test("先后：同一条规则按公式；尾差按规则编号；提示在后；没有年度读不出的话不说", () => {
  const { current } = buildTableSets({
    数据: {
      "财决04[合计, 基本支出]": 1,
      "财决04[合计, 项目支出]": "1.00万元",
      "财决04[合计, 经营支出]": "10000.01",
    },
  });
  const rounded = "财决04[合计, 项目支出] = 财决04[合计, 经营支出]";
  const wrong = "财决04[合计, 基本支出] = ";
  const rules = [
    ruleOf(rounded, { id: "R2" }),
    ruleOf([`${wrong}3`, `${wrong}2`, `${wrong}5`], { id: "B" }),
    ruleOf(rounded, { id: "R3" }),
    ruleOf(rounded, { id: "R1" }),
    ruleOf(`${wrong}4`, { id: "A", severity: "note" }),
    ruleOf(`${wrong}6`, { id: "C", severity: "warning" }),
  ];
  const { findings, remarks } = checkTables({ current, rules });
  expect(findings.map(({ rule, difference }) => `${rule} ${difference}`)).toEqual([
    "B -2.00",
    "B -1.00",
    "B -4.00",
    "C -5.00",
    "A -3.00",
    "R1 -0.01",
    "R2 -0.01",
    "R3 -0.01",
  ]);
  expect(remarks).toEqual([]);
});

test("几条公式没有执行、读不出的格各自列出", () => {
  const { current } = buildTableSets({ 数据: { "财决04[合计, 基本支出]": 1 } });
  const formulas = [
    "财决04[合计, 基本支出] = 1",
    "财决03[合计, 其他收入] = 1",
    "财决05-1[合计, 合计] = 1",
  ];
  expect(checkTables({ current, rules: [ruleOf(formulas)] }).skipped).toEqual([
    { rule: "T01", why: "部分公式没有执行：缺少财决03；缺少财决05-1", cells: [] },
  ]);
});
