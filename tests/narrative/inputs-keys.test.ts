import { describe, expect, it } from "vitest";
import type { Inputs } from "../../src/narrative/inputs/inputs.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { styleTemplate } from "../../src/narrative/inputs/style-template.ts";
import { type DraftStyle, defaultStyle } from "../../src/narrative/style.ts";

function read(yaml: string): Inputs {
  const { inputs, findings } = readInputs(yaml, "甲");
  expect(findings).toEqual([]);
  return inputs;
}

describe("每个键读到哪里", () => {
  it.each<[string, Partial<Inputs>]>([
    ["级别: 部门", { level: "部门" }],
    ["级别: 单位", { level: "单位" }],
    ["年度: 2023", { year: 2023 }],
    ["上年单位名称: ' 某局 '", { formerUnitName: "某局" }],
    ["单位性质: 行政单位", { unitNature: "行政单位" }],
    ["单位性质: 参公单位", { unitNature: "参公单位" }],
    ["单位性质: 其他事业单位", { unitNature: "其他事业单位" }],
    ["整本: 是", { whole: true }],
    ["整本: true", { whole: true }],
    ["整本: 否", {}],
    ["名词解释已核对: 是", { termsConfirmed: true }],
    ["各项全年预算数等于决算数: 是", { itemBudgetsEqualActuals: true }],
    ["项级年初预算数: { 2010301: 12.5 }", { initialItemBudgets: new Map([["2010301", 1250]]) }],
    ["名词解释: { 2010301: 反映甲。, 基本支出: }", { terms: new Map([["2010301", "反映甲。"]]) }],
    ["原因库: { 通用: [甲, 乙], 空: }", { causes: new Map([["通用", ["甲", "乙"]]]) }],
    ["附件: 报告.docx", { attachments: ["报告.docx"] }],
    ["附件: [甲, 乙]", { attachments: ["甲", "乙"] }],
    ["附件: []", { attachments: [] }],
    ["说明模板: ' 上海部门 '", { template: "上海部门" }],
    [
      "自己的说明模板: { 名称: 甲, 文件: [{ 名称: 乙, 文字: 丙 }], 在用: true }\n说明模板: 上海部门",
      { template: { name: "甲", files: [{ name: "乙", text: "丙" }] } },
    ],
    ["自己的说明模板: { 名称: 甲, 文件: [] }\n说明模板: 上海部门", { template: "上海部门" }],
    ["概况: { 下属单位: [甲站, 乙站] }", { subordinates: ["甲站", "乙站"] }],
    ["概况: { 下属单位: 甲站 }", { subordinates: ["甲站"] }],
    [
      "政府采购: { 主要用途: [{ 内容: 电脑 }] }",
      { procurementUses: [{ text: "电脑", cents: null }] },
    ],
    ["公务接待: { 国内接待内容: 来访 }", { receptions: "来访" }],
    [
      "已接受的问题: [{ 规则: ' A01 ', 理由: ' 甲 ' }]",
      { accepted: [{ rule: "A01", cells: [], reason: "甲", what: "" }] },
    ],
  ])("%s", (yaml, expected) => {
    expect(read(yaml)).toEqual({ ...noInputs, ...expected });
  });

  it.each([
    ["“因公出国（境）费.开支内容”", "因公出国（境）费: { 开支内容: 甲 }"],
    ["公务用车.购置用途", "公务用车: { 购置用途: 甲 }"],
    ["公务用车.运行维护用途", "公务用车: { 运行维护用途: 甲 }"],
    ["公务接待.国内接待用途", "公务接待: { 国内接待用途: 甲 }"],
    ["公务接待.外事接待用途", "公务接待: { 外事接待用途: 甲 }"],
    ["国有资产.其他用车用途", "国有资产: { 其他用车用途: 甲 }"],
    ["其他收入主要内容", "其他收入主要内容: 甲"],
    ["公开时间", "公开时间: 甲"],
    ["概况.职责", "概况: { 职责: 甲 }"],
    ["概况.年度重点工作", "概况: { 年度重点工作: 甲 }"],
    ["概况.机构设置", "概况: { 机构设置: 甲 }"],
    ["概况.人员情况", "概况: { 人员情况: 甲 }"],
    ["一般公共预算支出用途.2010301", "一般公共预算支出用途: { 2010301: 甲 }"],
    ["政府性基金预算支出用途.2120801", "政府性基金预算支出用途: { 2120801: 甲 }"],
    ["国有资本经营预算支出用途.2230105", "国有资本经营预算支出用途: { 2230105: 甲 }"],
  ])("文字 %s", (key, yaml) => {
    expect([...read(yaml).texts]).toEqual([[key.replace(/[“”]/g, ""), "甲"]]);
  });

  it.each([
    ["因公出国（境）费", "团组数"],
    ["因公出国（境）费", "人次数"],
    ["公务用车", "购置数"],
    ["公务用车", "保有量"],
    ["公务接待", "国内接待批次"],
    ["公务接待", "国内接待人次"],
    ["公务接待", "外事接待批次"],
    ["公务接待", "外事接待人次"],
  ])("计数 %s.%s，填 0 也算填了", (group, key) => {
    expect([...read(`${group}: { ${key}: 3 }`).counts]).toEqual([[`${group}.${key}`, 3]]);
    expect([...read(`${group}: { ${key}: 0 }`).counts]).toEqual([[`${group}.${key}`, 0]]);
  });

  it.each(["预留中小企业金额", "预留小微企业金额"])("金额 政府采购.%s", (key) => {
    expect([...read(`政府采购: { ${key}: 1.5 }`).amounts]).toEqual([[`政府采购.${key}`, 150]]);
  });

  it("原因：逐项的与总的分开；写明待补充而没有内容，是不要推断；没有内容的其余不算", () => {
    const inputs = read(
      [
        "原因:",
        "  三公经费增减: { 状态: 待补充 }",
        "  公务接待费增减: { 状态: 据表推断 }",
        "  机关运行经费增减: { 内容: 甲 }",
        "  各项完成预算: { 2010301: 乙 }",
        "  各项完成年初预算: { 2010302: 丙 }",
      ].join("\n"),
    );
    expect([...inputs.reasons]).toEqual([
      ["三公经费增减", { text: "", status: "待补充" }],
      ["机关运行经费增减", { text: "甲", status: "已确认" }],
    ]);
    expect([...inputs.itemReasons]).toEqual([["2010301", { text: "乙", status: "已确认" }]]);
    expect([...inputs.initialItemReasons]).toEqual([["2010302", { text: "丙", status: "已确认" }]]);
  });

  it("购置车型要数量、金额都填了才算一种；保有车型填了数就算", () => {
    const inputs = read(
      [
        "公务用车:",
        "  购置车型: { 轿车: { 数量: 1 }, 越野车: { 金额: 5 }, 载客汽车: { 数量: 2, 金额: 3 }, 其他车型: }",
        "  保有车型: { 轿车: 0, 越野车: , 载客汽车: 2 }",
      ].join("\n"),
    );
    expect(inputs.purchases).toEqual([{ type: "载客汽车", count: 2, cents: 300 }]);
    expect(inputs.holdings).toEqual([
      { type: "轿车", count: 0 },
      { type: "载客汽车", count: 2 },
    ]);
  });

  it("绩效：项目数没有填的按项目名称数；名称也没有的不知道", () => {
    const { performance } = read(
      [
        "绩效管理:",
        "  事前评估: { 项目数: 5, 项目: [甲] }",
        "  绩效目标: { 项目: [甲, 乙] }",
        "  绩效监控: { 项目: [] }",
        "  绩效自评: { 项目数: 0 }",
        "  整体自评: { 得分: 98.50, 全年预算数: 2, 执行数: 1.5, 综述: 好 }",
        "  项目自评: [{ 名称: 甲, 执行数: 3 }]",
        "  附件: 见附件",
      ].join("\n"),
    );
    expect(performance).toEqual({
      evaluated: { count: 5, projects: ["甲"] },
      targeted: { count: 2, projects: ["甲", "乙"] },
      monitored: { count: null, projects: [] },
      reviewed: { count: 0, projects: [] },
      whole: { name: "", score: "98.5", budget: 200, actual: 150, summary: "好" },
      projects: [{ name: "甲", score: null, budget: null, actual: 300, summary: null }],
      attachment: "见附件",
    });
  });
});

/** 写法各键能写的值和读成什么。 */
const STYLES: readonly (readonly [string, readonly (string | number)[], keyof DraftStyle])[] = [
  ["收支总计", ["合写", "分写"], "totals"],
  ["增减用词", ["增长下降", "增加减少"], "changeWords"],
  ["写出上年数", ["是", "否"], "showBase"],
  ["年度用词", ["年度", "年"], "yearWord"],
  ["为零的行", ["不列", "列出"], "zeroRows"],
  ["金额末尾的零", ["去掉", "保留"], "amountZeros"],
  ["千分位", ["是", "否"], "grouping"],
  ["百分比小数位数", [1, 2], "percentDecimals"],
  ["百分比末尾的零", ["去掉", "保留"], "percentZeros"],
  ["零和整百", ["不带小数", "带小数"], "exactNumbers"],
  ["写出预算数", ["是", "否"], "itemBudget"],
  ["等于预算数时", ["不写", "写明", "写明原因"], "onBudget"],
  ["经济科目", ["只列名称", "列名称和金额"], "economicItems"],
  ["车辆用途", ["只列有车的", "全部列出"], "vehicleUses"],
  ["没有外事接待时", ["写明", "不写"], "noForeignGuests"],
  ["原因门槛增减率", [0, 10, 12.25], "reasonRate"],
  ["原因门槛关系", ["任一达到", "同时达到"], "reasonWhen"],
  ["推断说明比例", [80], "reasonShare"],
  ["尾差说明", ["不写", "写明"], "rounding"],
];

describe("写法", () => {
  it.each(STYLES)("%s 可以写 %j", (key, values, field) => {
    for (const value of values) {
      const expected = value === "是" ? true : value === "否" ? false : value;
      expect(read(`写法: { ${key}: ${value} }`).style).toEqual({ [field]: expected });
    }
  });

  it("原因门槛增减额以元计，读成分", () => {
    expect(read("写法: { 原因门槛增减额: 10000.5 }").style).toEqual({ reasonAmount: 1_000_050 });
  });

  it("模板里各项都是注释，去掉 # 就是缺省的写法；后面列的值都能写", () => {
    const template = styleTemplate();
    expect(read(template).style).toEqual({});
    const open = template.replace(/^ {2}# (?=\S+: )/gm, "  ");
    expect(read(open).style).toEqual(defaultStyle);
    for (const [key, values] of STYLES) {
      const line = template.split("\n").find((each) => each.startsWith(`  # ${key}: `)) ?? "";
      if (/数|率|额|比例/.test(key) && key !== "写出上年数" && key !== "写出预算数") continue;
      for (const value of values) expect(line).toContain(String(value));
    }
  });
});

describe("留空", () => {
  it("空串、只有空格、什么也没写，都等于没有填", () => {
    const yaml = [
      "级别: ''",
      "年度: ' '",
      "附件:",
      "概况: { 职责: '', 下属单位: }",
      "公务用车:",
      "已接受的问题:",
      "段落修改:",
      "版本:",
      "上年事实:",
      "自己的说明模板:",
    ].join("\n");
    expect(read(yaml)).toEqual(noInputs);
  });
});

describe("程序记下的部分原样放着，写坏了说是哪一处", () => {
  const EDIT = "编号: 一, 文字: 甲, 原稿: 乙";
  const VERSION = "序号: 1, 时间: 今, 来由: 甲";
  it.each([
    `段落修改: [{ ${EDIT} }]`,
    `上次插入: [{ ${EDIT}, 图: "1,2", 已删: true }, { 编号: 二, 文字: 丙, 原稿: null }]`,
    `版本: [{ ${VERSION}, 段落: [{ 编号: 一, 原: null, 新: 乙, 由: 起草 }, { 编号: 二, 原: 甲, 新: null, 由: 人工 }] }]`,
    "上年事实: { 工作表: [{ 名称: 甲, 行: [[], [[1, 2, 乙]]], 合并: [[1, 2, 3, 4]] }] }",
    "上年填报: { 原因: { 收支总计增减: 甲 } }",
    "上年工作簿名: 乙\n损坏的备份: [丙]",
  ])("%s", (yaml) => {
    expect(read(yaml)).toEqual(noInputs);
  });

  it.each([
    ["段落修改: [{ 编号: 一, 文字: 甲 }]", "“段落修改 › 第 1 条”缺“原稿”。"],
    ["段落修改: 甲", "“段落修改”应为列表。"],
    ["段落修改: [甲]", "“段落修改 › 第 1 条”应有“编号”“文字”“原稿”。"],
    ["上次插入: [{ 编号: 一, 文字: 甲 }]", "“上次插入 › 第 1 条”缺“原稿”。"],
    [`上次插入: [{ ${EDIT}, 已删: 是 }]`, "“上次插入 › 第 1 条 › 已删”应为 true 或 false。"],
    [`版本: [{ ${VERSION} }]`, "“版本 › 第 1 条”缺“段落”。"],
    [
      `版本: [{ ${VERSION}, 段落: [{ 编号: 一, 原: 甲, 新: 乙, 由: 某 }] }]`,
      "“版本 › 第 1 条 › 段落 › 第 1 条 › 由”应为“起草”或“人工”。",
    ],
    [
      `版本: [{ ${VERSION}, 段落: [{ 编号: 一, 新: 乙, 由: 人工 }] }]`,
      "“版本 › 第 1 条 › 段落 › 第 1 条”缺“原”。",
    ],
    ["上年事实: 甲", "“上年事实”应有“工作表”。"],
    ["上年事实: { 工作表: 甲 }", "“上年事实 › 工作表”应为列表。"],
    ["上年事实: { 工作表: [{ 名称: 甲, 行: [] }] }", "“上年事实 › 工作表 › 第 1 条”缺“合并”。"],
    [
      "上年事实: { 工作表: [{ 名称: 甲, 行: [[[甲, 2, 乙]]], 合并: [] }] }",
      "“上年事实 › 工作表 › 第 1 条 › 行 › 第 1 条 › 第 1 条”应为“[列, 种类, 文字]”。",
    ],
    [
      "上年事实: { 工作表: [{ 名称: 甲, 行: [], 合并: [[甲, 2, 3, 4]] }] }",
      "“上年事实 › 工作表 › 第 1 条 › 合并 › 第 1 条”应为“[首行, 首列, 末行, 末列]”。",
    ],
    ["自己的说明模板: { 名称: 甲 }", "“自己的说明模板”缺“文件”。"],
    [
      "自己的说明模板: { 名称: 甲, 文件: [{ 名称: 乙 }] }",
      "“自己的说明模板 › 文件 › 第 1 条”缺“文字”。",
    ],
    ["上年填报: 3", "“上年填报”应为若干“键: 值”。"],
  ])("%s", (yaml, what) => {
    expect(readInputs(yaml, "甲").findings.map((each) => each.what)).toEqual([
      `填报文件《甲》第 1 行：${what}`,
    ]);
  });
});
