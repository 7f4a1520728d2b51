import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/narrative/draft.ts";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import {
  fundTables,
  generalBudgetTables,
  operationsTable,
  type SmallDraft,
  smallDraft,
  totalsTable,
} from "../small-books.ts";

const item = { code: "2010301", name: "行政运行", actual: 70 };
const general = generalBudgetTables([item], { "201": 100 });
const sure = (text: string) => ({ text, status: "已确认" as const });
const found = (draft: Draft, rule: string) =>
  draft.open.filter((each) => each.rule === `说明/${rule}`);

describe("每种疑点都说清是什么、为什么要紧、怎么办", () => {
  it.each<[rule: string, what: string, request: SmallDraft]>([
    ["级别不明", "按单位决算起草", { current: {}, about: { level: null } }],
    ["收支总计不等", "收、支总计两边不等：100.00 元与 90.00 元", { current: totalsTable(100, 90) }],
    [
      "车辆数不符",
      "公务用车保有量（3辆）与车辆数合计（2辆）不等",
      { current: operationsTable({ "统计.公务用车保有量": 3, "资产.车辆数合计": 2 }) },
    ],
    [
      "机关运行经费与单位性质不符",
      "有机关运行经费 80.00 元，而单位不是行政单位",
      {
        current: operationsTable({ "机关运行经费.合计": 80 }),
        inputs: { unitNature: "其他事业单位" },
      },
    ],
    [
      "外事接待分开列示",
      "都含外事接待（20.00 元）",
      { current: operationsTable({ "三公.外事接待费": 20, "三公.国内接待费": 50 }) },
    ],
    [
      "逐项金额超过总额",
      "“政府采购.主要用途”各件合计 6.00 元，多于附03 的政府采购支出总额 5.00 元",
      {
        current: operationsTable({ "采购.合计": 5 }),
        inputs: { procurementUses: [{ text: "甲", cents: 600 }] },
      },
    ],
    [
      "各项预算数与类级不符",
      "201 类各项全年预算数合计 70.00 元，财决01-1 这一类的全年预算数是 100.00 元",
      { current: general, inputs: { itemBudgets: new Map([["2010301", 7_000]]) } },
    ],
    ["预算数由类级推得", "取自财决01-1 的 201 类", { current: general }],
    [
      "科目编码不存在",
      "科目编码 9999999 在表里和科目表里都没有",
      { current: general, inputs: { itemBudgets: new Map([["9999999", 1]]) } },
    ],
    [
      "预算数的单位",
      "的全年预算数填的是 0.01 元，决算数是 70.00 元，相差一千倍以上",
      { current: general, inputs: { itemBudgets: new Map([["2010301", 1]]) } },
    ],
    [
      "预算数的单位",
      "的年初预算数填的是 1000000.00 元，决算数是 70.00 元",
      { current: general, inputs: { initialItemBudgets: new Map([["2010301", 100_000_000]]) } },
    ],
    [
      "名词没有用上",
      "“名词解释”下的“经营收入”没有写进说明",
      {
        current: { 财决01: { "收入.经营收入": { 决算数: 0 } } },
        inputs: { terms: new Map([["经营收入", "某。"]]) },
      },
    ],
    [
      "原因里的数加不起来",
      "“其中",
      {
        current: operationsTable({}),
        inputs: { reasons: new Map([["三公经费增减", sure("增加10万元，“其中甲6万元、乙3万元")]]) },
      },
    ],
  ])("%s", (rule, what, request) => {
    const [doubt, ...others] = found(smallDraft(request), rule);
    expect(others).toEqual([]);
    expect(doubt?.what).toContain(what);
    for (const words of [doubt?.what, doubt?.why, doubt?.todo]) expect(words).toMatch(/^.{4,}。$/s);
    expect(doubt?.message).toBe(`${doubt?.what}${doubt?.why}${doubt?.todo}`);
    expect([doubt?.kind, doubt?.cells]).toEqual(["doubt", []]);
  });

  it("所列的数多了请核对，少了请看是不是没有列全", () => {
    const todo = (parts: string) =>
      found(
        smallDraft({
          current: operationsTable({}),
          inputs: { reasons: new Map([["三公经费增减", sure(`增加10万元，其中${parts}`)]]) },
        }),
        "原因里的数加不起来",
      ).map((each) => each.todo);
    expect(todo("甲6万元、乙5万元")).toEqual(["请核对各数。"]);
    expect(todo("甲6万元、乙3万元")).toEqual(["请核对各数；没有列全的，末尾写“等”。"]);
  });

  it("声明各项都等于决算数而表上取不到类级预算数的，说无从印证；没有声明的不说", () => {
    const tables = { 财决08: general.财决08 ?? {} };
    const says = (inputs: Partial<Inputs>) =>
      found(smallDraft({ current: tables, inputs }), "预算数无从印证").length;
    expect([says({ itemBudgetsEqualActuals: true }), says({})]).toEqual([1, 0]);
  });

  it("在表里的编码、科目表里的编码都算存在，各说一次", () => {
    const local = { code: "2019988", name: "本地自设", actual: 5 };
    const tables = generalBudgetTables([item, local], { "201": 100 });
    const codes = ["2010301", "2019988", "2080505", "9999999"];
    const inputs = {
      itemBudgets: new Map(codes.map((code) => [code, 1])),
      itemReasons: new Map(codes.map((code) => [code, sure("人员调出")])),
    };
    expect(found(smallDraft({ current: tables, inputs }), "科目编码不存在")).toHaveLength(1);
  });

  it("没有这本预算的表，不比各项与合计", () => {
    const fund = fundTables([{ code: "2120801", name: "征地和拆迁补偿支出", actual: 5 }]);
    const current = { "财决01-1": fund["财决01-1"] ?? {} };
    expect(found(smallDraft({ current }), "各部分合计不符")).toEqual([]);
  });
});

describe("整本的附表", () => {
  const absent = (tables: SmallDraft["current"], inputs: Partial<Inputs> = { whole: true }) =>
    found(smallDraft({ current: tables, inputs }), "缺附表");

  it("目录列着、工作簿里没有的公开表，合成一条，指着头一张", () => {
    const [doubt, ...others] = absent({ 公开01: {}, 公开03: {} });
    expect(others).toEqual([]);
    expect(doubt).toMatchObject({ severity: "warning", kind: "annex", cells: [] });
    expect(doubt?.what).toMatch(
      /^附表的目录列着 13 张表，其中 11 张工作簿里没有：收入决算表、财政拨款收入支出决算总表、/,
    );
    expect(doubt?.what).not.toContain("、支出决算表");
    expect(doubt?.text).toEqual({ quote: "收入决算表", start: 0, end: 5, section: "五/公开02" });
    for (const words of [doubt?.why, doubt?.todo]) expect(words).toMatch(/。$/);
  });

  it("不写整本的没有附表目录", () => {
    expect(absent({}, {})).toEqual([]);
  });
});

describe("尾差", () => {
  const year = (parts: readonly [number, number, number], total: number): SmallDraft["current"] =>
    operationsTable({
      "三公.支出合计": total,
      "三公.因公出国（境）费": parts[0],
      "三公.公务用车购置及运行维护费": parts[1],
      "三公.公务接待费": parts[2],
    });
  const rounding = (
    parts: readonly [number, number, number],
    total: number,
    options: SmallDraft["options"] = {},
  ) => found(smallDraft({ current: year(parts, total), inputs: noInputs, options }), "尾差");

  it("金额差的列两边和差，占比差的说占比；指着印这一组数的那一段", () => {
    expect(rounding([10_050, 10_050, 10_050], 30_150)).toMatchObject([
      {
        severity: "note",
        kind: "rounding",
        what: expect.stringMatching(
          /印出来加得 3\.03 万元，合计印作 3\.02 万元；占比印出来加得 99\.99%。$/,
        ),
        left: "30300.00",
        right: "30200.00",
        difference: "100.00",
        text: { quote: "", start: 0, end: 0, section: "二.七.（二）/构成" },
        cells: [],
      },
    ]);
    const [amounts] = rounding([10_050, 10_050, 10_000], 30_100);
    expect(amounts?.what).not.toContain("占比");
    const [shares] = rounding([10_000, 10_000, 10_000], 30_000);
    expect(shares?.what).not.toContain("万元");
    expect(shares).not.toHaveProperty("left");
  });

  it("写明了的不必再改写法；恰好加得起来的没有", () => {
    const todo = (rule: "不写" | "写明") =>
      rounding([10_050, 10_050, 10_050], 30_150, { rounding: rule })[0]?.todo;
    expect(todo("写明")).toBe("不必更正。");
    expect(todo("不写")).toContain("把写法“尾差说明”改为“写明”");
    expect(rounding([10_000, 20_000, 20_000], 50_000)).toEqual([]);
  });
});
