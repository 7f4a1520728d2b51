import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { type Cells, handBuilt } from "../hand-built.ts";
import { operationsTable, type SmallDraft, smallDraft } from "../small-books.ts";

/** 某几条规则的疑点：规则、轻重、两边。 */
function found(given: SmallDraft, ...rules: readonly string[]) {
  return smallDraft(given)
    .open.filter(({ rule }) => rules.includes(rule.slice(3)))
    .map(({ rule, severity, left, right, difference }) =>
      [rule.slice(3), severity, left, right, difference].filter((each) => each !== undefined),
    );
}

describe("表与表之间的疑点", () => {
  it("级别不明时说明；封面、填报写明的不说", () => {
    const level = (about: SmallDraft["about"]) =>
      found({ current: {}, about: about ?? {} }, "级别不明");
    expect(level({ level: null })).toEqual([["级别不明", "warning"]]);
    expect(level({ level: "单位" })).toEqual([]);
  });

  it("收支两边不等，两种总计都看；有一边取不到的不比", () => {
    const totals = (income: number, expenditure: number): SmallDraft["current"] => ({
      财决01: { "收入.总计": { 决算数: income }, "支出.总计": { 决算数: expenditure } },
      "财决01-1": {
        "收入.总计": { 决算数: income },
        "支出.总计": { "决算数.合计": expenditure },
      },
    });
    expect(found({ current: totals(5, 5) }, "收支总计不等")).toEqual([]);
    expect(found({ current: totals(5, 3) }, "收支总计不等")).toEqual([
      ["收支总计不等", "error", "5.00", "3.00", "2.00"],
      ["收支总计不等", "error", "5.00", "3.00", "2.00"],
    ]);
    const unreadable = {
      财决01: { "收入.总计": { 决算数: { unreadable: "？" } }, "支出.总计": { 决算数: 3 } },
    };
    expect(found({ current: unreadable }, "收支总计不等")).toEqual([]);
  });

  it("基本支出两表不符：人员、公用各比", () => {
    const basic = (personnel: number, other: number): Record<string, Cells> => ({
      财决07: {
        合计: {
          "本年支出.基本支出.小计": personnel + other,
          "本年支出.基本支出.人员经费": personnel,
          "本年支出.基本支出.公用经费": other,
        },
      },
      "财决08-1": { 合计: { 合计: 9, "30101": 6, "30201": 3 } },
    });
    const rule = "基本支出两表不符";
    expect(found({ current: basic(6, 3) }, rule)).toEqual([]);
    expect(found({ current: basic(7, 3) }, rule)).toEqual([
      [rule, "warning", "7.00", "6.00", "1.00"],
    ]);
    expect(found({ current: basic(6, 4) }, rule)).toEqual([
      [rule, "warning", "4.00", "3.00", "1.00"],
    ]);
  });

  it("车辆保有量与车辆总数不等", () => {
    const cars = (kept: number, total: number) =>
      smallDraft({
        current: operationsTable({ "统计.公务用车保有量": kept, "资产.车辆数合计": total }),
      })
        .open.filter(({ rule }) => rule === "说明/车辆数不符")
        .map(({ what }) => what);
    expect(cars(3, 3)).toEqual([]);
    expect(cars(3, 4)).toEqual(["附03 的公务用车保有量（3辆）与车辆数合计（4辆）不等。"]);
    expect(smallDraft({ current: {} }).open.map(({ rule }) => rule)).not.toContain(
      "说明/车辆数不符",
    );
  });

  it("不是机关而有机关运行经费", () => {
    const rule = "机关运行经费与单位性质不符";
    const nature = (code: string, amount: number) =>
      found(
        {
          current: operationsTable({ "机关运行经费.合计": amount }),
          about: { cover: { 单位基本性质: code } },
        },
        rule,
      );
    expect(nature("10", 5)).toEqual([]);
    expect(nature("22", 5)).toEqual([[rule, "warning"]]);
    expect(nature("22", 0)).toEqual([]);
    expect(found({ current: {}, about: { cover: { 单位基本性质: "22" } } }, rule)).toEqual([]);
  });

  it("附03 只有一栏预算数、有外事接待的，说明口径", () => {
    const rules = ["三公预算口径", "外事接待分开列示"];
    expect(found({ current: operationsTable({}) }, ...rules)).toEqual([]);
    expect(found({ current: {} }, ...rules)).toEqual([]);
    expect(found({ current: operationsTable({ "三公.外事接待费": 1 }) }, ...rules)).toEqual([
      ["外事接待分开列示", "note"],
    ]);
    const tables = handBuilt("current", { year: 2023, tables: operationsTable({}) });
    const form = tables.byForm.get("财决附03");
    if (form === undefined) throw new Error("没有附03");
    const columnIndex = new Map([...form.columnIndex].filter(([key]) => key !== "全年预算数"));
    const current = { ...tables, byForm: new Map([["财决附03", { ...form, columnIndex }]]) };
    const { open } = draftNarrative({ current, prior: null, inputs: noInputs });
    expect(open.map(({ rule }) => rule)).toContain("说明/三公预算口径");
  });

  it("以万元列报、值有出入的表，本年、上年各说一条", () => {
    const tables = (book: "current" | "prior", moneyUnit: "元" | "万元", spread: number) => {
      const set = handBuilt(book, {
        year: book === "current" ? 2023 : 2022,
        tables: { 财决01: {} },
      });
      const changed = set.tables.map((table) => ({
        ...table,
        moneyUnit,
        high: table.high.map((each) => each + spread),
      }));
      return { ...set, tables: changed };
    };
    const found = (unit: "元" | "万元", spread: number) =>
      draftNarrative({
        current: tables("current", unit, spread),
        prior: tables("prior", unit, spread),
        inputs: noInputs,
      })
        .open.filter(({ rule }) => rule === "说明/万元表取数")
        .map(({ what }) => what);
    expect(found("万元", 50)).toEqual([
      "本年工作簿有 1 张表以万元列报：财决01。",
      "上年工作簿有 1 张表以万元列报：财决01。",
    ]);
    expect(found("万元", 0)).toEqual([]);
    expect(found("元", 50)).toEqual([]);
  });

  it("填报了解释而说明里没有的名词，逐条列出", () => {
    const terms = new Map([
      ["事业收入", "某"],
      ["没有的名词", "某"],
      ["2010301", "某"],
    ]);
    const what = smallDraft({
      current: {
        财决01: { "收入.事业收入": { 决算数: 1 } },
        财决08: { 合计: { 合计: 1 }, "2010301 行政运行": { 合计: 1 } },
      },
      inputs: { terms },
    })
      .open.filter(({ rule }) => rule === "说明/名词没有用上")
      .map((each) => each.what);
    expect(what).toEqual(["填报文件“名词解释”下的“没有的名词”没有写进说明。"]);
  });
});
