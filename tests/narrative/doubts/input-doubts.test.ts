import { describe, expect, it } from "vitest";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { fundTables, generalBudgetTables, operationsTable, smallDraft } from "../small-books.ts";

/** 填报内容与表里的疑点：规则（去掉“说明/”）和说的事。 */
function doubts(actuals: Readonly<Record<string, number>>, inputs: Partial<Inputs>) {
  return smallDraft({ current: operationsTable(actuals), inputs })
    .open.filter(({ rule }) => /填报与表不符|逐项金额|绩效项目数/.test(rule))
    .map(({ rule, what }) => `${rule.slice(3)}：${what}`);
}

describe("填报的与表里的对不上", () => {
  it("保有车型合计与保有量不等；没有填、表里没有的不比", () => {
    const held = (count: number, kept: number | null) =>
      doubts(kept === null ? {} : { "统计.公务用车保有量": kept }, {
        holdings: [
          { type: "轿车", count },
          { type: "越野车", count: 1 },
        ],
      });
    expect(held(2, 3)).toEqual([]);
    expect(held(3, 3)).toEqual([
      "填报与表不符：填报文件“公务用车.保有车型”合计 4 辆，附03 的公务用车保有量是 3 辆。",
    ]);
    expect(held(3, 0)).toEqual([]);
    expect(doubts({ "统计.公务用车保有量": 3 }, {})).toEqual([]);
  });

  it("购置车型的辆数、金额各与附03 比", () => {
    const bought = (count: number, yuan: number) =>
      doubts(
        { "统计.公务用车购置数": 2, "三公.公务用车购置费": 300_000 },
        {
          purchases: [
            { type: "轿车", count, cents: yuan * 100 },
            { type: "越野车", count: 1, cents: 10_000_000 },
          ],
        },
      );
    expect(bought(1, 200_000)).toEqual([]);
    expect(bought(2, 200_000)).toEqual([
      "填报与表不符：填报文件“公务用车.购置车型”合计 3 辆，附03 的公务用车购置数是 2 辆。",
    ]);
    expect(bought(1, 200_001)).toEqual([
      "填报与表不符：填报文件“公务用车.购置车型”合计 300001.00 元，附03 的公务用车购置费是 300000.00 元。",
    ]);
    expect(doubts({ "统计.公务用车购置数": 2 }, {})).toEqual([]);
    expect(
      smallDraft({
        current: {},
        inputs: {
          purchases: [{ type: "轿车", count: 1, cents: 1 }],
          holdings: [{ type: "轿车", count: 1 }],
        },
      }).open.filter(({ rule }) => rule === "说明/填报与表不符"),
    ).toEqual([]);
  });

  it("逐件金额之和不能多于总额，恰好相等可以", () => {
    const found = (yuan: number) =>
      smallDraft({
        current: operationsTable({ "三公.国内接待费": 5, "三公.外事接待费": 2, "采购.合计": 7 }),
        inputs: {
          receptions: [{ text: "某事", cents: yuan * 100 }],
          procurementUses: [{ text: "某物", cents: (yuan + 4) * 100 }],
        },
      })
        .open.filter(({ rule }) => rule === "说明/逐项金额超过总额")
        .map(({ left, right, difference }) => [left, right, difference]);
    expect(found(3)).toEqual([]);
    expect(found(4)).toEqual([
      ["4.00", "3.00", "1.00"],
      ["8.00", "7.00", "1.00"],
    ]);
  });

  it("列名的绩效项目不能多于项目数，没有写项目数的不比", () => {
    const stage = (count: number | null) => ({ count, projects: ["甲", "乙"] });
    const found = (count: number | null) =>
      doubts(
        {},
        { performance: { ...noInputs.performance, targeted: stage(count), reviewed: stage(2) } },
      );
    expect(found(2)).toEqual([]);
    expect(found(null)).toEqual([]);
    expect(found(1)).toEqual([
      "绩效项目数不符：填报文件“绩效管理.绩效目标”列了 2 个项目，项目数写的是 1。",
    ]);
  });
});

describe("预算数的疑点", () => {
  const items = [
    { code: "2010301", name: "行政运行", actual: 100 },
    { code: "2080505", name: "养老保险", actual: 90 },
  ];
  const found = (budgets: Record<string, number>, inputs: Partial<Inputs> = {}, extra = {}) =>
    smallDraft({ current: { ...generalBudgetTables(items, budgets), ...extra }, inputs })
      .open.filter(({ rule }) => /预算数|编码/.test(rule))
      .map(({ rule, left, right, difference, severity }) =>
        [rule.slice(3), severity, left, right, difference].filter((each) => each !== undefined),
      );
  const typed = (given: Record<string, number>) => new Map(Object.entries(given));

  it("由类级推得而与决算数不等的，请人看；相等的不提", () => {
    expect(found({ "201": 100, "208": 90 })).toEqual([]);
    expect(found({ "201": 120, "208": 90 })).toEqual([["预算数由类级推得", "note"]]);
  });

  it("填报的与类级矛盾，列两边和差", () => {
    expect(found({ "201": 100, "208": 90 }, { itemBudgets: typed({ "2010301": 11_000 }) })).toEqual(
      [["各项预算数与类级不符", "error", "110.00", "100.00", "10.00"]],
    );
  });

  it("声明各项相等而没有表可以印证，说明", () => {
    const two = { code: "2010302", name: "一般行政", actual: 5 };
    const current = generalBudgetTables([...items, two], { "201": 105, "208": 90 });
    const { "财决01-1": _, ...without } = current;
    const rules = smallDraft({
      current: without,
      inputs: { itemBudgetsEqualActuals: true },
    }).open.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === "说明/预算数无从印证")).toHaveLength(2);
    const silent = smallDraft({ current: without }).open.map(({ rule }) => rule);
    expect(silent).not.toContain("说明/预算数无从印证");
  });

  it("表里和科目表里都没有的编码，写在它下面的没有用上", () => {
    const reasons = new Map([["9999998", { text: "某", status: "已确认" as const }]]);
    const itemBudgets = typed({ "9999999": 0, "2050201": 0, "2010301": 10_000 });
    expect(found({ "201": 100, "208": 90 }, { itemBudgets, itemReasons: reasons })).toEqual([
      ["科目编码不存在", "warning"],
      ["科目编码不存在", "warning"],
    ]);
  });
});

describe("各部分加起来不等于合计", () => {
  const found = (current: Parameters<typeof smallDraft>[0]["current"]) =>
    smallDraft({ current })
      .open.filter(({ rule }) => rule === "说明/各部分合计不符")
      .map(({ what, left, right, difference }) => [what.split("合计")[0], left, right, difference]);

  it("收入、支出、各类、各项、“三公”都看，列两边和差", () => {
    const income = (part: number) => ({
      财决01: {
        "收入.一般公共预算财政拨款收入": { 决算数: part },
        "收入.本年收入合计": { 决算数: 5 },
        "性质.基本支出": { 决算数: part },
        "支出.本年支出合计": { 决算数: 5 },
      },
    });
    expect(found(income(5))).toEqual([]);
    expect(found(income(4))).toEqual([
      ["二、收入各来源", "4.00", "5.00", "-1.00"],
      ["三、支出各性质", "4.00", "5.00", "-1.00"],
    ]);
    const general = generalBudgetTables([{ code: "2010301", name: "行政运行", actual: 9 }], {
      "201": 9,
    });
    const spent = { "决算数.一般公共预算财政拨款": 10 };
    expect(found(general)).toEqual([]);
    expect(
      found({ ...general, "财决01-1": { ...general["财决01-1"], "支出.本年支出合计": spent } }),
    ).toEqual([
      ["五（二）各类支出", "9.00", "10.00", "-1.00"],
      ["一般公共预算财政拨款各项支出", "9.00", "10.00", "-1.00"],
    ]);
    const fund = fundTables([{ code: "2120801", name: "征地", actual: 3 }]);
    expect(found(fund)).toEqual([]);
    expect(
      found({
        ...fund,
        "财决01-1": { "支出.本年支出合计": { "决算数.政府性基金预算财政拨款": 4 } },
      }),
    ).toEqual([["政府性基金预算财政拨款各项支出", "3.00", "4.00", "-1.00"]]);
    const three = (total: number) =>
      operationsTable({ "三公.支出合计": total, "三公.公务接待费": 2, "三公.因公出国（境）费": 1 });
    expect(found(three(3))).toEqual([]);
    expect(found(three(2))).toEqual([["七（二）“三公”经费三个部分", "3.00", "2.00", "1.00"]]);
  });
});
