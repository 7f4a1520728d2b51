import { describe, expect, it } from "vitest";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";

const messages = (yaml: string) =>
  readInputs(yaml, "某单位.juesuan.yaml").findings.map((each) => each.message);

describe("读填报文件", () => {
  it("空文件、只有注释、各键留空，都等于没有填", () => {
    for (const yaml of [
      "",
      "# 注释\n",
      "级别:\n原因:\n  收支总计增减:\n公务用车:\n",
      "公务接待: ''\n".replace("''", ""),
    ]) {
      expect(readInputs(yaml, "空")).toEqual({ inputs: noInputs, findings: [] });
    }
  });

  it("原因可以只写一句话，也可以写内容和状态；没有内容的不算", () => {
    const { inputs, findings } = readInputs(
      [
        "原因:",
        "  收支总计增减: 人员减少",
        "  机关运行经费增减: { 内容: 人员增加, 状态: 据表推断 }",
        "  公务接待费增减: { 内容: , 状态: 已确认 }",
        "  各项完成预算: { 2010301: 项目推迟 }",
      ].join("\n"),
      "甲",
    );
    expect(findings).toEqual([]);
    expect([...inputs.reasons]).toEqual([
      ["收支总计增减", { text: "人员减少", status: "已确认" }],
      ["机关运行经费增减", { text: "人员增加", status: "据表推断" }],
    ]);
    expect(inputs.itemReasons.get("2010301")?.text).toBe("项目推迟");
  });

  it("金额以元计，精确到分", () => {
    const { inputs } = readInputs(
      "项级全年预算数: { 2130599: 281714.64, 2010301: '1,000.1' }",
      "甲",
    );
    expect([...inputs.itemBudgets]).toEqual([
      ["2010301", 100010],
      ["2130599", 28171464],
    ]);
    expect(messages("项级全年预算数:\n  2010301: 12.345")[0]).toMatch(
      /第 2 行.*以元计、不超过两位小数/,
    );
    expect(messages("项级全年预算数:\n  2010301: 约12万")[0]).toMatch(
      /第 2 行.*“项级全年预算数 › 2010301”/,
    );
  });

  it("不认识的键指出行号和最相近的键，其余照用", () => {
    const { inputs, findings } = readInputs(
      "级别: 部门\n公务接侍:\n  国内接待批次: 3\n公务用车:\n  保有数: 3\n  购置数: 2\n",
      "甲",
    );
    expect(findings.map((each) => each.message)).toEqual([
      "填报文件《甲》第 2 行：不认识“公务接侍”这个键。写在它下面的内容没有使用。是不是“公务接待”？请改正后重新起草。",
      "填报文件《甲》第 5 行：不认识“公务用车 › 保有数”这个键。写在它下面的内容没有使用。是不是“保有量”？请改正后重新起草。",
    ]);
    expect(inputs.level).toBe("部门");
    expect(inputs.counts.get("公务用车.购置数")).toBe(2);
  });

  it("值不合要求的指出行号和应当怎样写", () => {
    expect(messages("写法:\n  收支总计: 合并\n")).toEqual([
      "填报文件《某单位.juesuan.yaml》第 2 行：“写法 › 收支总计”应为“合写”、“分写”之一。这一处没有使用。请改正后重新起草。",
    ]);
    expect(messages("公务用车:\n  保有量: 三辆\n")[0]).toMatch(/第 2 行.*应为整数/);
    expect(messages("各项全年预算数等于决算数: 对\n")[0]).toMatch(/第 1 行.*应为“是”或“否”/);
    expect(messages("公务接待:\n  国内接待内容:\n    - { 内容: 甲, 金额: 十元 }\n")[0]).toMatch(
      /第 3 行.*应为以元计/,
    );
    expect(messages("公务用车: 三辆\n")[0]).toMatch(/第 1 行.*键: 值/);
    expect(messages("就一句话\n")[0]).toMatch(/第 1 行/);
  });

  it("YAML 写坏了指出行号，整个文件不用", () => {
    const { inputs, findings } = readInputs("级别: 部门\n原因:\n\t收支总计增减: 甲\n", "甲");
    expect(inputs).toEqual(noInputs);
    expect(findings[0]?.message).toMatch(/第 3 行：写法不是有效的 YAML：/);
    expect(messages("级别: 部门\n级别: 单位\n")[0]).toMatch(/第 2 行.*同一个键写了两次/);
  });

  it("写法、绩效、车型、逐件内容都读得进来", () => {
    const { inputs, findings } = readInputs(
      `
写法: { 百分比小数位数: 1, 千分位: 是, 写出上年数: 否 }
公务用车:
  保有车型: { 轿车: 2, 越野车: }
  购置车型: { 轿车: { 数量: 1, 金额: 180000 }, 越野车: { 数量: , 金额: } }
公务接待: { 国内接待内容: [{ 内容: 甲, 金额: 100 }, { 内容: 乙 }] }
政府采购: { 主要用途: 办公设备 }
绩效管理:
  事前评估: { 项目: [甲, 乙] }
  项目自评: [{ 名称: 甲, 得分: 99.20, 综述: 好 }]
`,
      "甲",
    );
    expect(findings).toEqual([]);
    expect(inputs.style).toEqual({ percentDecimals: 1, grouping: true, showBase: false });
    expect(inputs.holdings).toEqual([{ type: "轿车", count: 2 }]);
    expect(inputs.purchases).toEqual([{ type: "轿车", count: 1, cents: 18_000_000 }]);
    expect(inputs.receptions).toEqual([
      { text: "甲", cents: 10_000 },
      { text: "乙", cents: null },
    ]);
    expect(inputs.procurementUses).toBe("办公设备");
    expect(inputs.performance.evaluated).toEqual({ count: 2, projects: ["甲", "乙"] });
    expect(inputs.performance.projects[0]?.score).toBe("99.2");
  });
});

describe("已接受的问题", () => {
  it("读成接受的清单，单元格可以不写", () => {
    const { inputs, findings } = readInputs(
      "已接受的问题:\n  - 规则: A01\n    单元格: ['Z01!E37']\n    理由: 甲\n  - { 规则: 读表/缺少表, 理由: 乙, 内容: 丙 }\n",
      "甲",
    );
    expect(findings).toEqual([]);
    expect(inputs.accepted).toEqual([
      { rule: "A01", cells: ["Z01!E37"], reason: "甲", what: "" },
      { rule: "读表/缺少表", cells: [], reason: "乙", what: "丙" },
    ]);
  });

  it("缺了必有的键：只去掉那一条，只报它缺的，后面各条不受牵连", () => {
    const { inputs, findings } = readInputs(
      "已接受的问题:\n  - { 内容: 没有规则和理由 }\n  - { 规则: A01, 理由: 甲 }\n  - { 规则: A02 }\n年度: 2023\n",
      "甲",
    );
    expect(findings.map(({ what }) => what)).toEqual([
      "填报文件《甲》第 2 行：“已接受的问题 › 第 1 条”缺“规则”。",
      "填报文件《甲》第 2 行：“已接受的问题 › 第 1 条”缺“理由”。",
      "填报文件《甲》第 4 行：“已接受的问题 › 第 3 条”缺“理由”。",
    ]);
    expect(inputs.accepted.map(({ rule }) => rule)).toEqual(["A01"]);
    expect(inputs.year).toBe(2023);
  });
});
