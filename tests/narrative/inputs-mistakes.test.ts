import { describe, expect, it } from "vitest";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs, readInputsObject } from "../../src/narrative/inputs/read-inputs.ts";

/** 每条问题的位置（行）和说的是什么。 */
const mistakes = (yaml: string) =>
  readInputs(yaml, "甲").findings.map(({ what }) =>
    what.replace(/^填报文件《甲》第 (\d+) 行：/, "$1 "),
  );

describe("写错的值：说出在第几行、哪个键、应当怎样写", () => {
  it.each([
    ["年度: 23", "1 “年度”应为四位数的年份，如 2023。"],
    ["年度: 20233", "1 “年度”应为四位数的年份，如 2023。"],
    ["年度: 12023", "1 “年度”应为四位数的年份，如 2023。"],
    ["年度: 2023年", "1 “年度”应为四位数的年份，如 2023。"],
    ["单位性质: 事业", "1 “单位性质”应为“行政单位”、“参公单位”、“其他事业单位”之一。"],
    ["整本: 对", "1 “整本”应为“是”或“否”。"],
    [
      "公务接待: { 国内接待批次: 十 }",
      "1 “公务接待 › 国内接待批次”应为整数，如 12，不带单位、逗号和引号。",
    ],
    [
      "公务接待: { 国内接待批次: 1.5 }",
      "1 “公务接待 › 国内接待批次”应为整数，如 12，不带单位、逗号和引号。",
    ],
    ["公务接待: { 国内接待批次: -1 }", "1 “公务接待 › 国内接待批次”不能是负数。"],
    [
      "写法: { 原因门槛增减率: 10% }",
      "1 “写法 › 原因门槛增减率”应为百分数，如 10 表示 10%，不超过两位小数。",
    ],
    [
      "写法: { 原因门槛增减率: 0.125 }",
      "1 “写法 › 原因门槛增减率”应为百分数，如 10 表示 10%，不超过两位小数。",
    ],
    ["写法: { 原因门槛增减率: -1 }", "1 “写法 › 原因门槛增减率”不能是负数。"],
    [
      "项级全年预算数: { 2010301: true }",
      "1 “项级全年预算数 › 2010301”应为以元计的金额，如 281714.64。",
    ],
    ["公开时间: [甲]", "1 “公开时间”应为文字。"],
    ["附件: [甲, [乙]]", "1 “附件 › 第 2 条”应为文字。"],
    ["附件: { 甲: 1 }", "1 “附件”应为一个名称，或名称的列表。"],
    ["原因: { 收支总计增减: [甲, 乙] }", "1 “原因 › 收支总计增减”应为一句话，或“内容”和“状态”。"],
    [
      "原因: { 收支总计增减: { 状态: 确认 } }",
      "1 “原因 › 收支总计增减 › 状态”应为“待补充”、“据表推断”、“已确认”之一。",
    ],
    ["原因库: { 通用: 甲 }", "1 “原因库 › 通用”应为句子的列表。"],
    ["原因库: [甲]", "1 “原因库”应为若干“键: 值”。"],
    ["公务用车: 三辆", "1 “公务用车”应为若干“键: 值”。"],
    ["公务用车: [三辆]", "1 “公务用车”应为若干“键: 值”。"],
    ["公务用车: { 购置车型: { 轿车: 1 } }", "1 “公务用车 › 购置车型 › 轿车”应为若干“键: 值”。"],
    ["绩效管理: { 事前评估: { 项目: 甲 } }", "1 “绩效管理 › 事前评估 › 项目”应为项目名称的列表。"],
    [
      "绩效管理: { 项目自评: { 名称: 甲 } }",
      "1 “绩效管理 › 项目自评”应为列表，逐个写“名称”“得分”等。",
    ],
    ["绩效管理: { 项目自评: [{ 得分: 99 }] }", "1 “绩效管理 › 项目自评 › 第 1 条”缺“名称”。"],
  ])("%s", (yaml, message) => {
    expect(mistakes(yaml)).toEqual([message]);
  });

  it.each([
    ["公务接侍: 甲", "是不是“公务接待”？请改正后重新起草。"],
    ["公务用车: { 保有: 3 }", "是不是“保有量”？请改正后重新起草。"],
    ["绩效管理: { 事前评估: { 项目個数: 3 } }", "是不是“项目数”？请改正后重新起草。"],
    ["毫不相干: 甲", "请对照 juesuan inputs 写出的模板改正。"],
    // 逐件列出的、以编码为键的，里面的键不提示，免得提示成别处的键。
    ["绩效管理: { 项目自评: [{ 名称: 甲, 得: 3 }] }", "请对照 juesuan inputs 写出的模板改正。"],
    ["原因: { 收支总计增减: { 内客: 甲 } }", "请对照 juesuan inputs 写出的模板改正。"],
  ])("不认识的键 %s：%s", (yaml, todo) => {
    const [finding, ...others] = readInputs(yaml, "甲").findings;
    expect(finding).toMatchObject({
      rule: "填报/写法",
      severity: "error",
      kind: "inputs",
      why: "写在它下面的内容没有使用。",
      todo,
      cells: [],
    });
    expect(others).toEqual([]);
  });
});

describe("写错几处：各报各的位置，其余照用", () => {
  it("列表里错了几件：按原来的第几条、第几行报，好的那件照用", () => {
    const yaml = [
      "公务接待:",
      "  国内接待内容:",
      "    - 没有分开写",
      "    - { 内容: 甲, 金额: 100 }",
      "    - { 金额: 200 }",
      "    - { 内容: 乙, 钱: 1, 数: 2 }",
    ].join("\n");
    expect(mistakes(yaml)).toEqual([
      "3 “公务接待 › 国内接待内容 › 第 1 条”应为若干“键: 值”。",
      "5 “公务接待 › 国内接待内容 › 第 3 条”缺“内容”。",
      "6 不认识“公务接待 › 国内接待内容 › 第 4 条 › 钱”这个键。",
      "6 不认识“公务接待 › 国内接待内容 › 第 4 条 › 数”这个键。",
    ]);
    expect(readInputs(yaml, "甲").inputs.receptions).toEqual([
      { text: "甲", cents: 10_000 },
      { text: "乙", cents: null },
    ]);
  });

  it("按行的先后报，不按键的先后", () => {
    expect(mistakes("公务接待: 甲\n附件:\n  - [乙]\n年度: 丙\n级别: 丁")).toEqual([
      "1 “公务接待”应为若干“键: 值”。",
      "3 “附件 › 第 1 条”应为文字。",
      "4 “年度”应为四位数的年份，如 2023。",
      "5 “级别”应为“部门”、“单位”之一。",
    ]);
  });

  it("同一件里错了几处的，只去掉那几处；有一处去了就不成一件的，整件不用，只报那一处", () => {
    const yaml = [
      "绩效管理:",
      "  项目自评:",
      "    - { 名称: 甲, 得分: [1], 执行数: 约 }",
      "    - { 名称: [乙], 得分: 90 }",
      "    - { 名称: 丙, 得分: 80 }",
    ].join("\n");
    expect(mistakes(yaml)).toEqual([
      "3 “绩效管理 › 项目自评 › 第 1 条 › 得分”应为文字。",
      "3 “绩效管理 › 项目自评 › 第 1 条 › 执行数”应为以元计、不超过两位小数的金额，如 281714.64。",
      "4 “绩效管理 › 项目自评 › 第 2 条 › 名称”应为文字。",
    ]);
    expect(
      readInputs(yaml, "甲").inputs.performance.projects.map(({ name, score }) => [name, score]),
    ).toEqual([
      ["甲", null],
      ["丙", "80"],
    ]);
  });

  it("缺了键的那一件里还有写错的：整件不用，后面一件不受牵连", () => {
    const yaml =
      "已接受的问题:\n  - { 规则: A00, 单元格: 甲 }\n  - { 规则: A01, 理由: 乙, 单元格: [丙] }";
    expect(mistakes(yaml)).toEqual([
      "2 “已接受的问题 › 第 1 条 › 单元格”应为单元格的列表。",
      "2 “已接受的问题 › 第 1 条”缺“理由”。",
    ]);
    expect(readInputs(yaml, "甲").inputs.accepted).toEqual([
      { rule: "A01", cells: ["丙"], reason: "乙", what: "" },
    ]);
  });

  it("不认识的键有成百上千个，逐个报完；再多就整个不用", () => {
    const many = (count: number) =>
      `年度: 2023\n${Array.from({ length: count }, (_, n) => `甲${n}: 1\n`).join("")}`;
    const most = readInputs(many(999), "甲");
    expect([most.inputs.year, most.findings.length]).toEqual([2023, 999]);
    expect(readInputs(many(1000), "甲").inputs).toEqual(noInputs);
  });
});

describe("整个文件都不对", () => {
  it.each(["就一句话", "- 年度\n- 2023", "3"])("%j：一概不用，说应为“键: 值”", (yaml) => {
    expect(readInputs(yaml, "甲")).toMatchObject({
      inputs: noInputs,
      findings: [
        {
          what: "填报文件《甲》第 1 行：整个内容应为若干“键: 值”。",
          why: "一概没有使用。",
          todo: "请对照 juesuan inputs 写出的模板改正。",
        },
      ],
    });
  });

  it("YAML 写坏了：说出坏在哪里，每句都有句号", () => {
    expect(
      readInputs("年度: 2023\n备注: *星号", "甲").findings.map(({ message }) => message),
    ).toEqual([
      "填报文件《甲》第 2 行：写法不是有效的 YAML：以 * 开头的会当作引用，请加引号。这个文件的内容一概没有使用。请检查这一行的缩进、冒号和引号。",
    ]);
  });
});

describe("读页面里填的内容", () => {
  it("没有内容等于没有填；写错的同样逐处说，不说第几行，给的内容不改动", () => {
    for (const empty of [null, undefined, {}]) {
      expect(readInputsObject(empty, "填报内容")).toEqual({ inputs: noInputs, findings: [] });
    }
    const content = { 年度: 2023, 级别: "省", 公务用车: { 保有量: 2 } };
    const { inputs, findings } = readInputsObject(content, "填报内容");
    expect(findings.map(({ message }) => message)).toEqual([
      "填报内容：“级别”应为“部门”、“单位”之一。这一处没有使用。请改正后重新起草。",
    ]);
    expect([inputs.year, inputs.level, inputs.counts.get("公务用车.保有量")]).toEqual([
      2023,
      null,
      2,
    ]);
    expect(content.级别).toBe("省");
    expect(readInputsObject([content], "填报内容").inputs).toEqual(noInputs);
  });
});
