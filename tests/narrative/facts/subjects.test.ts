import { describe, expect, it } from "vitest";
import { functionalClasses } from "../../../src/narrative/facts/appropriation.ts";
import {
  basicExpenditure,
  basicExpenditureByItem,
} from "../../../src/narrative/facts/basic-expenditure.ts";
import { currentBook } from "../../../src/narrative/facts/book.ts";
import { expenditureOf, expenditureOfYear } from "../../../src/narrative/facts/expenditure.ts";
import {
  functionalItems,
  lowestSubjects,
  subjectName,
  subjectTitle,
} from "../../../src/narrative/facts/functional-items.ts";
import { unitNature } from "../../../src/narrative/facts/unit-nature.ts";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { type Cells, type HandBuilt, handBuilt } from "../hand-built.ts";

const GENERAL = "一般公共预算财政拨款";
const tables = (given: Readonly<Record<string, Cells>>, about: Partial<HandBuilt> = {}) =>
  handBuilt("current", { year: 2023, tables: given, ...about });
const book = (given: Readonly<Record<string, Cells>>) => currentBook(tables(given));

describe("科目", () => {
  const rows: Cells = {
    合计: { 合计: 3 },
    "201 一般公共服务": { 合计: 3 },
    "20103 政府办公厅": { 合计: 3 },
    "2010301 行政运行": { 合计: 1 },
    "2010302 ": { 合计: 2 },
    "208 社保": { 合计: 0 },
  };
  const where = book({ 财决08: rows, "财决01-1": {} });
  const table = where.tables?.byForm.get("财决08");

  it("只取最低一级，名称取自本单位的表，没有写的取科目表里的", () => {
    expect(table && lowestSubjects(table)).toEqual(["2010301", "2010302", "208"]);
    expect(functionalItems(where, GENERAL).map(({ title }) => title)).toEqual([
      "一般公共服务（类）政府办公厅（款）行政运行（项）",
      "一般公共服务（类）政府办公厅（款）一般行政管理事务（项）",
      "社保（类）",
    ]);
    expect(subjectName(undefined, "2010301")).toBe("行政运行");
    expect(subjectName(table, "9999999")).toBe("9999999");
    expect(subjectTitle(undefined, "201")).toBe("一般公共服务支出（类）");
  });

  it("各类的名称与逐项列支出的表一致，表上没有的用官方行名", () => {
    const labels = new Map(functionalClasses(where).map(({ code, label }) => [code, label]));
    expect([labels.get("201"), labels.get("208"), labels.get("205")]).toEqual([
      "一般公共服务",
      "社保",
      "教育支出",
    ]);
    expect(functionalClasses(book({}))).toEqual([]);
  });

  it("各本预算先取逐项的明细表，没有再取总表", () => {
    const amounts = (
      given: Readonly<Record<string, Cells>>,
      kind: Parameters<typeof functionalItems>[1],
    ) =>
      functionalItems(book(given), kind).map(({ amount }) =>
        amount.kind === "money" ? amount.cents : null,
      );
    const of = (column: string, value: number): Cells => ({ "2080505 某项": { [column]: value } });
    const spent = "本年支出.合计";
    expect(amounts({ 财决07: of(spent, 1) }, GENERAL)).toEqual([100]);
    expect(amounts({ 财决07: of(spent, 1), 财决08: of("合计", 2) }, GENERAL)).toEqual([200]);
    expect(
      amounts({ 财决09: of(spent, 3), 财决10: of("合计", 4) }, "政府性基金预算财政拨款"),
    ).toEqual([300]);
    expect(amounts({ 财决10: of("合计", 4) }, "政府性基金预算财政拨款")).toEqual([400]);
    expect(
      amounts({ 财决11: of(spent, 5), 财决12: of("合计", 6) }, "国有资本经营预算财政拨款"),
    ).toEqual([500]);
    expect(amounts({ 财决12: of("合计", 6) }, "国有资本经营预算财政拨款")).toEqual([600]);
    expect(amounts({}, GENERAL)).toEqual([]);
  });
});

describe("支出的性质和基本支出", () => {
  it("先取财决04，没有时取财决01", () => {
    const four = book({ 财决04: { 合计: { 本年支出合计: 9, 基本支出: 4 } }, 财决01: {} });
    expect(expenditureOfYear(four)).toMatchObject({ cents: 900 });
    expect(expenditureOf(four, "基本支出")).toMatchObject({ cents: 400 });
    const one = book({
      财决01: { "支出.本年支出合计": { 决算数: 8 }, "性质.基本支出": { 决算数: 3 } },
    });
    expect(expenditureOfYear(one)).toMatchObject({ cents: 800 });
    expect(expenditureOf(one, "基本支出")).toMatchObject({ cents: 300 });
    expect(expenditureOfYear(book({}))).toMatchObject({
      kind: "missing",
      gap: expect.stringContaining("财决04"),
    });
  });

  it("财决07 没有时由财决08-1 加总；工资福利、对个人的补助是人员经费，其余是公用经费", () => {
    const table = tables({ "财决08-1": {} }).byForm.get("财决08-1");
    const keys = new Map(
      (table?.columns ?? []).flatMap(({ code, key }) => (code ? [[code, key]] : [])),
    );
    const cells: Cells = {
      合计: Object.fromEntries(
        [
          ["30201", 4],
          ["301", 10],
          ["30101", 10],
          ["303", 20],
          ["302", 4],
          ["310", 32],
        ].map(([code, value]) => [keys.get(String(code)) ?? String(code), Number(value)]),
      ),
    };
    const total = table?.columns.find(({ code }) => code === undefined)?.key ?? "";
    const given = book({ "财决08-1": { 合计: { ...cells.合计, [total]: 66 } } });
    const basic = basicExpenditure(given);
    expect(basic.total).toMatchObject({ cents: 6600 });
    expect(basic.personnel).toMatchObject({ cents: 3000 });
    expect(basic.public).toMatchObject({ cents: 3600 });
    const labels = (list: typeof basic.personnelItems) => list?.map(({ label }) => label);
    expect(labels(basic.personnelItems)).toEqual(["基本工资", "对个人和家庭的补助"]);
    expect(labels(basic.publicItems)).toEqual(["办公费", "资本性支出"]);
    expect(basicExpenditureByItem(given)).toMatchObject({
      personnel: { cents: 3000 },
      public: { cents: 3600 },
    });
  });

  it("有财决07 的取财决07；两张都没有，取不到", () => {
    const seven = book({
      财决07: {
        合计: {
          "本年支出.基本支出.小计": 9,
          "本年支出.基本支出.人员经费": 6,
          "本年支出.基本支出.公用经费": 3,
        },
      },
      "财决08-1": { 合计: {} },
    });
    expect(basicExpenditure(seven)).toMatchObject({
      total: { cents: 900 },
      personnel: { cents: 600 },
      public: { cents: 300 },
      personnelItems: [],
      publicItems: [],
    });
    expect(basicExpenditure(book({}))).toMatchObject({
      total: { kind: "missing" },
      personnelItems: null,
      publicItems: null,
    });
    expect(basicExpenditureByItem(book({}))).toBeNull();
  });
});

describe("单位性质", () => {
  it("填报的优先，其次封面的编码，都没有为未知", () => {
    const nature = (code: string | null, given: Inputs["unitNature"] = null) =>
      unitNature(tables({}, { cover: code === null ? {} : { 单位基本性质: code } }), {
        ...noInputs,
        unitNature: given,
      });
    expect(["10", "21 参照公务员法管理", "22", "无"].map((code) => nature(code))).toEqual([
      "机关",
      "机关",
      "其他",
      "未知",
    ]);
    expect(nature(null)).toBe("未知");
    expect(nature("10", "其他事业单位")).toBe("其他");
    expect(nature("22", "行政单位")).toBe("机关");
  });
});
