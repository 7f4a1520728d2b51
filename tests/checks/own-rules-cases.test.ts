import { describe, expect, test } from "vitest";
import { readCases } from "../../src/checks/own-rules/case-schema.ts";
import { brokenRules, embeddedRules, ownRulesRemark } from "../../src/checks/own-rules/embedded.ts";
import type { OwnRules } from "../../src/checks/own-rules/own-rule.ts";
import { readRuleFile } from "../../src/checks/own-rules/rule-file.ts";
import { findListSheets } from "../../src/tables/list-sheets.ts";
import type { Cell } from "../../src/workbook/workbook.ts";
import { caseProblems, type RuleCase } from "./case-runner.ts";
import { buildTableSets } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

describe("读用例", () => {
  const issues = (one: unknown) =>
    readCases([one]).issues.map(({ path, what }) => `${path.join("/")}：${what}`);

  test("没有用例；不是列表", () => {
    expect(readCases(null)).toEqual({ cases: [], issues: [] });
    expect(readCases("一个")).toEqual({ cases: [], issues: [{ path: [], what: "应为列表。" }] });
  });

  test("各项都认；编号一类的数读作文字，没有写数据的为空", () => {
    const whole = {
      名称: 1,
      类型: "边界",
      结果: "不成立",
      差额: -5400,
      处数: 2,
      原因: "缺少",
      年度: "未知",
      层级: "部门",
      封面: { 报表小类: 0 },
      有表: ["财决04"],
      没有: ["财决01[收入.总计, *]"],
      文字: { "财决05-2[2010302/P1, 基建项目属性]": "是" },
      数据: { "财决04[合计, 基本支出]": "—" },
    };
    expect(readCases([whole, { 名称: "二", 结果: "成立" }])).toEqual({
      cases: [
        { ...whole, 名称: "1", 差额: "-5400", 封面: { 报表小类: "0" } },
        { 名称: "二", 结果: "成立", 数据: {} },
      ],
      issues: [],
    });
    for (const own of [{ 类型: "通过" }, { 类型: "不通过" }, { 层级: "单位" }, { 年度: 2023 }]) {
      expect(issues({ 名称: "一", 结果: "未执行", ...own })).toEqual([]);
    }
  });

  test.each<[unknown, string]>([
    ["不是用例", "0：应有“名称”“结果”“数据”。"],
    [{ 名称: "一" }, "0/结果：的“结果”应有“名称”“结果”“数据”。"],
    [{ 名称: "一", 结果: "对" }, "0/结果：的“结果”应为成立、不成立或未执行。"],
    [{ 名称: "一", 结果: "成立", 类型: "好" }, "0/类型：的“类型”应为通过、不通过或边界。"],
    [{ 名称: "一", 结果: "成立", 处数: 1.5 }, "0/处数：的“处数”应为整数。"],
    [{ 名称: "一", 结果: "成立", 层级: "市" }, "0/层级：的“层级”应为部门或单位。"],
    [{ 名称: "一", 结果: "成立", 有表: "财决04" }, "0/有表：的“有表”应为列表。"],
    [{ 名称: "一", 结果: "成立", 数据: { 甲: true } }, "0/数据/甲：的“数据 › 甲”应为数或文字。"],
    [{ 名称: "一", 结果: "成立", 多: 1 }, "0/多：里不认识“多”这个键。"],
  ])("%j", (one, message) => {
    expect(issues(one)).toEqual([message]);
  });
});

describe("跑用例", () => {
  const rule = ruleOf("每个科目 财决04[基本支出] = 财决05-1[合计]");
  const problems = (one: Partial<RuleCase>) =>
    caseProblems(rule, {
      名称: "甲",
      结果: "不成立",
      数据: {
        "财决04[201, 基本支出]": 54,
        "财决04[205, 基本支出]": 3,
        "财决05-1[合计, 合计]": 0,
      },
      ...one,
    });
  const told = "T01 甲：";

  test("结果、差额、处数、原因都相符的没有话说；差额写法不同也算", () => {
    for (const 差额 of ["54.00", "54", "54.0"]) {
      expect(problems({ 差额, 处数: 2 })).toEqual([]);
    }
    const idle = { "财决04[201, 基本支出]": 1 };
    expect(problems({ 结果: "未执行", 原因: "缺少财决05-1", 数据: idle })).toEqual([]);
  });

  test("有读不出的格而没有核对的一处，算未执行；别处不成立的仍是不成立", () => {
    const unread = { "财决04[201, 基本支出]": "另附", "财决05-1[201, 合计]": 1 };
    expect(problems({ 结果: "未执行", 原因: "读不出的格", 数据: unread })).toEqual([]);
    expect(problems({ 处数: 1, 数据: { ...unread, "财决04[205, 基本支出]": 3 } })).toEqual([]);
  });

  test.each<[Partial<RuleCase>, string]>([
    [{ 差额: "54.01" }, `${told}差额应为 54.01，实为 54.00`],
    [{ 差额: "" }, `${told}差额应为 ，实为 54.00`],
    [{ 差额: " " }, `${told}差额应为  ，实为 54.00`],
    [{ 处数: 1 }, `${told}应有 1 处，实有 2 处`],
    [{ 原因: "缺少" }, `${told}原因里应有“缺少”，实为“”`],
    [{ 数据: { "财决04[201, 基本支出]": 1 } }, `${told}应为 不成立，实为 未执行（缺少财决05-1）`],
  ])("不相符：%j", (one, message) => {
    expect(problems(one)).toEqual([message]);
  });

  test("应当成立的却不成立：把不成立的各处写出来；没有差额可比的也说", () => {
    const [first, ...others] = problems({ 结果: "成立" });
    expect(first).toMatch(
      /^T01 甲：应为 成立，实为 不成立（财决04.*相差 54.00 元。；财决04.*3.00 元。）$/,
    );
    expect(others).toEqual([]);
    const equal = { "财决04[201, 基本支出]": 1, "财决05-1[201, 合计]": 1 };
    expect(problems({ 结果: "成立", 差额: "0", 数据: equal })).toEqual([
      `${told}差额应为 0，实为 没有差额`,
    ]);
  });

  test("没有写差额的数，不等于零", () => {
    const more = ruleOf("财决04[201, 基本支出] > 财决04[205, 基本支出]");
    const same = { "财决04[201, 基本支出]": 1, "财决04[205, 基本支出]": 1 };
    const wrong = { 名称: "丙", 结果: "不成立", 数据: same } as const;
    expect(caseProblems(more, { ...wrong, 差额: "0" })).toEqual([]);
    expect(caseProblems(more, { ...wrong, 差额: " " })).toHaveLength(1);
  });

  test("上年的表照上年搭", () => {
    const kept = ruleOf("财决02[合计, 本年收入] = 上年.财决02[合计, 本年收入]");
    const data = { "财决02[合计, 本年收入]": 1, "上年.财决02[合计, 本年收入]": 1 };
    expect(caseProblems(kept, { 名称: "乙", 结果: "成立", 数据: data })).toEqual([]);
  });
});

describe("用例写错的地方", () => {
  const lines = (text: string) =>
    readRuleFile(
      `编号: 甲1\n公式: 财决04[合计, 基本支出] = 0\n用例:\n${text}`,
      "本地.yaml",
    ).mistakes.map(({ place, what }) => `${place.text.replace(/^.*第/, "第")}${what}`);

  test.each([
    ["不是列表", "  名称: 一\n", "第 4 行用例应为列表。"],
    ["不是用例", "  - 名称: 一\n    结果: 成立\n  - 随便\n", "第 6 行用例应有“名称”“结果”“数据”。"],
    ["一项写错", "  - 名称: 一\n    结果: 对\n", "第 5 行用例的“结果”应为成立、不成立或未执行。"],
    ["不认识的键", "  - 名称: 一\n    结果: 成立\n    多: 1\n", "第 6 行用例里不认识“多”这个键。"],
    ["少一项", "  - 名称: 一\n    处数: 1\n", "第 4 行用例的“结果”应有“名称”“结果”“数据”。"],
    [
      "里层的一项",
      "  - 名称: 一\n    结果: 成立\n    数据:\n      甲: 1\n      乙: true\n",
      "第 8 行用例的“数据 › 乙”应为数或文字。",
    ],
    [
      "应为若干项却是一段文字",
      "  - 名称: 一\n    结果: 成立\n    数据: 无\n",
      "第 6 行用例的“数据”应为若干“格: 数”。",
    ],
    [
      "应为列表却是若干项，指到键那一行",
      "  - 名称: 一\n    结果: 成立\n    有表:\n      甲: 1\n",
      "第 6 行用例的“有表”应为列表。",
    ],
    [
      "列表里的一项",
      "  - 名称: 一\n    结果: 成立\n    有表:\n      - 财决04\n      - 5\n",
      "第 8 行用例的“有表 › 1”应为文字。",
    ],
  ])("%s：指到那一行", (_, text, message) => {
    expect(lines(text)).toEqual([message]);
  });
});

describe("规则文件里写法特别的", () => {
  const formula = "财决04[合计, 基本支出] = 0";
  const read = (text: string) => {
    const { rules, mistakes } = readRuleFile(text, "本地.yaml");
    return [rules.map(({ rule }) => rule.id), mistakes.map(({ what }) => what)];
  };

  test("空白的项等于没有写，首尾空格不算", () => {
    expect(read(`编号: "  甲1 "\n名称: ""\n级别:\n公式: ${formula}\n`)).toEqual([["甲1"], []]);
    expect(read(`编号: ""\n公式: ${formula}\n`)).toEqual([[], ["没有写编号。"]]);
  });

  test("列表里有一项写成了“键: 值”，这条不用；空的一项不要紧", () => {
    const [rules, mistakes] = read(`编号: 甲1\n公式:\n  - ${formula}\n  - { 甲: 1 }\n`);
    expect([rules, mistakes]).toEqual([[], ["“公式”应是一段文字。"]]);
    expect(read(`编号: 甲1\n公式:\n  - ${formula}\n  -\n`)).toEqual([["甲1"], []]);
  });

  test("整份文件只有一个值、列表里有空的一项", () => {
    expect(read("随便写的\n")).toEqual([[], ["这里应是一条规则（若干“键: 值”）。"]]);
    expect(read(`- 编号: 甲1\n  公式: ${formula}\n- \n`)).toEqual([
      ["甲1"],
      ["这里应是一条规则（若干“键: 值”）。"],
    ]);
    expect(read("~\n")).toEqual([[], []]);
  });

  test.each([
    ["编号: 甲1\n编号: 甲2\n", "同一个键写了两次"],
    ["编号: 甲1\n\t公式: 1\n", "缩进用了制表符"],
    ['编号: "甲1\n', "少了冒号、引号或括号"],
  ])("不是有效的 YAML %j：%s", (text, reason) => {
    const [rules, mistakes] = read(text);
    expect(rules).toEqual([]);
    expect(mistakes?.[0]).toContain(reason);
  });
});

describe("工作簿里自带的规则", () => {
  const formula = "财决01[收入.总计, 决算数] = 财决01[支出.总计, 决算数]";
  const text = (own: string): Cell => ({ kind: "text", text: own, formula: false });
  const lists = findListSheets(
    {
      fileName: "甲.xlsx",
      format: "xlsx",
      sheets: ["审核公式", "财决04"].map((name) => ({
        name,
        hidden: false,
        rowCount: 2,
        columnCount: 2,
        rows: [["编号", "公式"].map(text), [`${name}1`, formula].map(text)],
        merges: [],
      })),
      damaged: [],
      notices: [],
    },
    ["编号", "公式"],
  );
  const { current } = buildTableSets({ 数据: { "财决04[合计, 基本支出]": 1 } });

  test("已认作决算表的工作表不算；规则表不再算作没有认出的表", () => {
    const set = {
      ...current,
      unrecognised: ["审核公式", "备注"].map((sheet) => ({
        sheet,
        why: "认不出",
        kind: "other" as const,
      })),
    };
    const own = embeddedRules(lists, set);
    expect(own.own.rules.map(({ rule }) => rule.id)).toEqual(["审核公式1"]);
    expect(own.current.unrecognised.map(({ sheet }) => sheet)).toEqual(["备注"]);
    expect(own.current.tables).toBe(current.tables);
  });

  test("写错的规则列一次；没有编号的写位置；小毛病不列", () => {
    const own: OwnRules = readRuleFile(
      `编号: 甲1\n公式: 1 = 2\n级别: 大\n---\n公式: ${formula}\n---\n编号: 甲2\n公式: ${formula}\n说名: 无\n`,
      "本地.yaml",
    );
    const why = "规则写错了，见问题清单";
    expect(brokenRules(own)).toEqual([
      { rule: "甲1", why },
      { rule: "《本地.yaml》第 5 行", why },
    ]);
    expect(ownRulesRemark(own)).toEqual(["除官方规则外，另用本地规则 1 条。"]);
    expect(ownRulesRemark({ rules: [], mistakes: [] })).toEqual([]);
  });
});
