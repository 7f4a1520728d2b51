import { describe, expect, it } from "vitest";
import { currentBook } from "../../../src/narrative/facts/book.ts";
import { initiallyBudgetedClasses } from "../../../src/narrative/facts/initial-budgets.ts";
import {
  budgetedClasses,
  hasItemTable,
  listedItems,
} from "../../../src/narrative/facts/item-budgets.ts";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { type Cells, handBuilt } from "../hand-built.ts";
import { generalBudgetTables } from "../small-books.ts";

const GENERAL = "一般公共预算财政拨款";
const book = (tables: Readonly<Record<string, Cells>>) =>
  currentBook(handBuilt("current", { year: 2023, tables }));
const items = [
  { code: "2080505", name: "养老保险", actual: 90 },
  { code: "2010302", name: "一般行政", actual: 50 },
  { code: "2010301", name: "行政运行", actual: 100 },
];
const cents = (given: Record<string, number>) => new Map(Object.entries(given));
const inputs = (given: Partial<Inputs>): Inputs => ({ ...noInputs, ...given });

/** 各类：编码、判断、各项的预算数（分，取不到为 null）。 */
function budgets(classBudgets: Record<string, number>, given: Partial<Inputs> = {}) {
  const classes = budgetedClasses(book(generalBudgetTables(items, classBudgets)), inputs(given));
  return classes.map(({ code, verdict, items: each }) => [
    code,
    verdict,
    ...each.map((item) => [item.code, item.budget.kind === "money" ? item.budget.cents : null]),
  ]);
}

describe("各项的全年预算数", () => {
  it("按编码次序；只有一项的取类级，其余待补充", () => {
    expect(budgets({ "201": 150, "208": 95 })).toEqual([
      ["201", "unverified", ["2010301", null], ["2010302", null]],
      ["208", "derived", ["2080505", 9500]],
    ]);
  });

  it("填报的逐项用，只有一项的也用填报的；与类级比出相符、矛盾", () => {
    const typed = { "2010301": 10000, "2010302": 5000, "2080505": 9000 };
    expect(budgets({ "201": 150, "208": 95 }, { itemBudgets: cents(typed) })).toEqual([
      ["201", "agree", ["2010301", 10000], ["2010302", 5000]],
      ["208", "contradicted", ["2080505", 9000]],
    ]);
    expect(
      budgets({ "201": 150, "208": 95 }, { itemBudgets: cents({ "2010301": 10000 }) })[0],
    ).toEqual(["201", "unverified", ["2010301", 10000], ["2010302", null]]);
  });

  it("声明等于决算数：相符才信，矛盾的不信，填报过的仍用填报的", () => {
    const equal = { itemBudgetsEqualActuals: true };
    expect(budgets({ "201": 150, "208": 95 }, equal)[0]).toEqual([
      "201",
      "agree",
      ["2010301", 10000],
      ["2010302", 5000],
    ]);
    expect(budgets({ "201": 160, "208": 95 }, equal)[0]).toEqual([
      "201",
      "contradicted",
      ["2010301", null],
      ["2010302", null],
    ]);
    const typed = { ...equal, itemBudgets: cents({ "2010301": 11000 }) };
    expect(budgets({ "201": 160, "208": 95 }, typed)[0]).toEqual([
      "201",
      "agree",
      ["2010301", 11000],
      ["2010302", 5000],
    ]);
  });

  it("只有预算数的项也列，决算数、预算数都为零的不列", () => {
    const where = book(generalBudgetTables(items, {}));
    const listed = (typed: Record<string, number>) =>
      listedItems(where, cents(typed)).map(({ code, amount }) => [
        code,
        amount.kind === "money" ? amount.cents : null,
      ]);
    const all = [
      ["2010301", 10000],
      ["2010302", 5000],
      ["2080505", 9000],
    ];
    expect(listed({})).toEqual(all);
    expect(listed({ "2010301": 5 })).toEqual(all);
    expect(listed({ "2050299": 700, "2060101": 0 })).toEqual([
      ...all.slice(0, 2),
      ["2050299", 0],
      ...all.slice(2),
    ]);
    const zero = book(generalBudgetTables([{ code: "2010301", name: "行政运行", actual: 0 }], {}));
    expect(listedItems(zero, cents({}))).toEqual([]);
    expect(listedItems(zero, cents({ "2010301": 1 })).map(({ code }) => code)).toEqual(["2010301"]);
    expect(listedItems(book({}), cents({ "2050299": 700 }))).toEqual([]);
  });

  it("逐项列支出的表：财决08，没有时财决07，都没有就写不出来", () => {
    expect(hasItemTable(book({ 财决08: {} }))).toBe(true);
    expect(hasItemTable(book({ 财决07: {} }))).toBe(true);
    expect(hasItemTable(book({ 财决01: {} }))).toBe(false);
  });
});

describe("各项的年初预算数", () => {
  const initial = (rows: Cells, typed: Record<string, number> = {}) => {
    const given = generalBudgetTables(items, {});
    return initiallyBudgetedClasses(
      book({ ...given, "财决01-1": rows }),
      inputs({ initialItemBudgets: cents(typed) }),
    ).map(({ code, verdict, items: each }) => [
      code,
      verdict,
      ...each.map(({ initialBudget }) =>
        initialBudget.kind === "money" ? initialBudget.cents : null,
      ),
    ]);
  };
  const column = `年初预算数.${GENERAL}`;
  const rows = {
    "功能.一般公共服务支出": { [column]: 140 },
    "功能.社会保障和就业支出": { [column]: 80 },
  };

  it("按编码次序；只有一项的取类级，其余照填报的，没有填的待补充", () => {
    expect(initial(rows)).toEqual([
      ["201", "open", null, null],
      ["208", "derived", 8000],
    ]);
    expect(initial(rows, { "2010301": 9000, "2080505": 7000 })).toEqual([
      ["201", "open", 9000, null],
      ["208", "contradicted", 7000],
    ]);
  });

  it("填齐了才与类级比；类级取不到的不比", () => {
    const typed = { "2010301": 9000, "2010302": 5000 };
    expect(initial(rows, typed)[0]).toEqual(["201", "open", 9000, 5000]);
    expect(initial(rows, { ...typed, "2010302": 5001 })[0]).toEqual([
      "201",
      "contradicted",
      9000,
      5001,
    ]);
    const unreadable = { "功能.一般公共服务支出": { [column]: { unreadable: "？" } } };
    expect(initial(unreadable, typed)[0]).toEqual(["201", "open", 9000, 5000]);
  });
});
