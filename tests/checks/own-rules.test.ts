import { describe, expect, test } from "vitest";
import { combineOwnRules } from "../../src/checks/own-rules/combine.ts";
import { mistakeFinding, type OwnRules } from "../../src/checks/own-rules/own-rule.ts";
import { readRuleFile } from "../../src/checks/own-rules/rule-file.ts";
import { testRules } from "../../src/checks/own-rules/test-rules.ts";

const GOOD = "财决01[收入.总计, 决算数] = 财决01[支出.总计, 决算数]";
const read = (text: string) => readRuleFile(text, "本地.yaml");
const whats = ({ mistakes }: OwnRules) => mistakes.map((each) => mistakeFinding(each).message);

describe("读规则文件", () => {
  test("只写编号和公式，其余有缺省", () => {
    const { rules, mistakes } = read(`编号: 某县001\n公式: ${GOOD}\n`);
    expect(mistakes).toEqual([]);
    expect(rules[0]?.rule).toEqual({
      id: "某县001",
      title: GOOD,
      basis: "本地自定，见《本地.yaml》第 1 行",
      severity: "warning",
      years: "2000-",
      conditions: [],
      formulas: [GOOD],
      why: "这是本地自定的审核公式，两边应当符合。",
      todo: "请逐格核对公式所列的各格。",
    });
  });

  test("列表、一份一份的文档，两种写法读得同样的规则", () => {
    const items = ["甲1", "甲2"].map(
      (id) => `编号: ${id}\n级别: 错误\n年度: 2023\n公式: ${GOOD}\n`,
    );
    const documents = read(items.join("---\n"));
    const list = read(items.map((item) => `- ${item.trim().replaceAll("\n", "\n  ")}\n`).join(""));
    const plain = ({ rules }: OwnRules) => rules.map(({ rule }) => ({ ...rule, basis: "" }));
    expect(plain(list)).toEqual(plain(documents));
    expect(plain(list).map(({ id, years }) => [id, years])).toEqual([
      ["甲1", "2023"],
      ["甲2", "2023"],
    ]);
    expect(list.rules.map(({ place }) => place.text)).toEqual([
      "《本地.yaml》第 1 行",
      "《本地.yaml》第 5 行",
    ]);
  });

  test("编号照写着的样子，001 不是 1；空文件没有规则", () => {
    expect(read(`编号: 001\n公式: ${GOOD}\n`).rules[0]?.rule.id).toBe("001");
    for (const empty of ["", "# 只有注释\n", "---\n---\n"]) {
      expect(read(empty)).toEqual({ rules: [], mistakes: [] });
    }
  });

  test.each([
    ["没有编号", `公式: ${GOOD}\n`, "第 1 行：没有写编号"],
    ["没有公式", "编号: 甲1\n", "没有写公式"],
    [
      "级别不认识",
      `编号: 甲1\n级别: 严重\n公式: ${GOOD}\n`,
      "第 2 行（规则 甲1）：级别“严重”不认识",
    ],
    ["年度写错", `编号: 甲1\n公式: ${GOOD}\n年度: 去年\n`, "第 3 行（规则 甲1）：年度“去年”"],
    [
      "条件写错",
      `编号: 甲1\n公式: ${GOOD}\n条件: 报表小类\n`,
      "第 3 行（规则 甲1）：条件“报表小类”第 5 列",
    ],
    ["条件里没有的表", `编号: 甲1\n公式: ${GOOD}\n条件: 有表 财决99\n`, "没有表号为“财决99”的表样"],
    ["公式不完整", "编号: 甲1\n公式: 财决01[收入.总计, 决算数] =\n", "第 2 行（规则 甲1）：公式"],
    [
      "列表里第二条公式错",
      `编号: 甲1\n公式:\n  - ${GOOD}\n  - 财决1[a, b] = 0\n`,
      "第 4 行（规则 甲1）：公式“财决1[a, b] = 0”：没有表号为“财决1”的表样。“财决1”是不是“财决01”？",
    ],
    [
      "行名写错",
      "编号: 甲1\n公式: 财决01[收入.总记, 决算数] = 1\n",
      "“收入.总记”是不是“收入.总计”？",
    ],
    [
      "行名没有组名",
      "编号: 甲1\n公式: 财决01[总计, 决算数] = 1\n",
      "“总计”是不是“收入.总计”或“支出.总计”？",
    ],
    ["栏名写错", "编号: 甲1\n公式: 每行 财决04[基本支岀] = 1\n", "“基本支岀”是不是“基本支出”？"],
    [
      "组名写错",
      "编号: 甲1\n公式: 财决01[{收入来原.*}, 决算数] = 1\n",
      "“收入来原”是不是“收入来源”？",
    ],
    [
      "汇总的栏写错",
      "编号: 甲1\n公式: 逐级汇总 财决04[经营支岀]\n",
      "“经营支岀”是不是“经营支出”？",
    ],
    [
      "金额与计数放在一起",
      "编号: 甲1\n公式: 财决附03[统计.国内公务接待批次, 决算数] = 财决附03[三公.公务接待费, 决算数]\n",
      "把金额与计数放在一起",
    ],
    ["用官方编号", `编号: A09\n公式: ${GOOD}\n`, "编号“A09”是官方规则的编号"],
    ["编号有空格", `编号: 甲 1\n公式: ${GOOD}\n`, "编号“甲 1”不能用"],
    ["公式没有加引号", "编号: 甲1\n公式: { 财决01: 1 }\n", "“公式”应是一段文字"],
    ["不是规则", "- 只有一句话\n", "这里应是一条规则"],
  ])("%s：指出行号和原因，不用这条规则", (_, text, message) => {
    const own = read(text);
    expect(own.rules).toEqual([]);
    expect(whats(own).join("\n")).toContain(message);
    expect(own.mistakes.every(({ fatal }) => fatal)).toBe(true);
    expect(whats(own).join("\n")).toContain("其余规则照常执行");
  });

  test("键写错不影响执行，给出相近的键；写坏的那份文档不用，其余照用", () => {
    const own = read(
      [
        `编号: 甲1\n公式: ${GOOD}\n说名: 试\n`,
        "编号: 甲2\n\t公式: 1 = 1\n",
        `编号: 甲3\n公式: ${GOOD}\n`,
      ].join("---\n"),
    );
    expect(own.rules.map(({ rule }) => rule.id)).toEqual(["甲1", "甲3"]);
    expect(whats(own)[0]).toContain("第 3 行（规则 甲1）：不认识“说名”这一项。");
    expect(whats(own)[0]).toContain("是不是“说明”？");
    expect(mistakeFinding(own.mistakes[0] ?? never()).severity).toBe("note");
    expect(whats(own)[1]).toContain("不是有效的 YAML");
  });

  test("写坏的一份只说一次，不再当规则读", () => {
    const own = read(`编号: 甲1\n编号: 甲2\n公式: ${GOOD}\n说名: 试\n`);
    expect(own.rules).toEqual([]);
    expect(whats(own)).toHaveLength(1);
    expect(whats(own)[0]).toContain("同一个键写了两次");
  });

  test("只写了键、没有写内容的，算没有写", () => {
    const own = read("{ 编号: 甲1, 公式 }\n");
    expect(whats(own)).toHaveLength(1);
    expect(whats(own)[0]).toContain("没有写公式");
  });

  test("文件里的错没有单元格可指", () => {
    const [mistake] = read("编号: 甲1\n").mistakes;
    expect(mistakeFinding(mistake ?? never()).cells).toEqual([]);
  });

  test("编号重复：后面的不用，指出与哪里重复", () => {
    const own = combineOwnRules([
      read(`编号: 甲1\n公式: ${GOOD}\n`),
      readRuleFile(`\n编号: 甲1\n公式: ${GOOD}\n`, "另一份.yaml"),
    ]);
    expect(own.rules).toHaveLength(1);
    expect(whats(own)[0]).toContain(
      "《另一份.yaml》第 2 行（规则 甲1）：编号“甲1”与《本地.yaml》第 1 行重复",
    );
  });
});

describe("规则文件里的用例", () => {
  const cases = (text: string) => read(`编号: 甲1\n公式: ${GOOD}\n用例:\n${text}`);

  test("相符的没有话说，不符的说明应为什么、实为什么", () => {
    const { rules } = cases(
      [
        "  - { 名称: 等, 结果: 成立, 数据: { '财决01[收入.总计, 决算数]': 1, '财决01[支出.总计, 决算数]': 1 } }",
        "  - { 名称: 差, 结果: 不成立, 差额: 5400, 数据: { '财决01[收入.总计, 决算数]': 5400 } }",
        "  - { 名称: 错, 结果: 成立, 数据: { '财决01[收入.总计, 决算数]': 2 } }",
        "  - { 名称: 无, 结果: 成立, 数据: { '财决01[收入.总记, 决算数]': 2 } }",
        "",
      ].join("\n"),
    );
    const [tested] = testRules(rules);
    expect(tested?.count).toBe(4);
    expect(tested?.problems).toHaveLength(2);
    expect(tested?.problems[0]).toContain("甲1 错：应为 成立，实为 不成立");
    expect(tested?.problems[1]).toContain(
      "甲1 无：用例里的 财决01[收入.总记, 决算数]：表样没有这一格",
    );
  });

  test("用例写错：指出行号，规则照用，其余用例照跑", () => {
    const own = cases(
      "  - { 名称: 一, 结果: 对, 数据: {} }\n  - { 名称: 二, 结果: 未执行, 多: 1 }\n  - { 名称: 三, 结果: 未执行 }\n",
    );
    expect(own.rules[0]?.cases.map((each) => each.名称)).toEqual(["三"]);
    expect(whats(own)[0]).toContain("第 4 行（规则 甲1）：用例的“结果”应为成立、不成立或未执行");
    expect(whats(own)[1]).toContain("第 5 行（规则 甲1）：用例里不认识“多”这个键");
    expect(own.mistakes.map(({ fatal }) => fatal)).toEqual([false, false]);
  });
});

function never(): never {
  throw new Error("没有");
}
