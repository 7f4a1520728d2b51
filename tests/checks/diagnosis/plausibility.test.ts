import { describe, expect, test } from "vitest";
import {
  judgeChange,
  negativePenalty,
  priorValue,
} from "../../../src/checks/diagnosis/plausibility.ts";
import type { Table, TableSet } from "../../../src/tables/table.ts";
import { buildTableSets, type CaseData } from "../case-tables.ts";

interface Books {
  readonly current: TableSet;
  readonly prior: TableSet | null;
}

function at({ current }: Books, form: string, row: string, column: string): [Table, number] {
  const table = current.byForm.get(form);
  const [r, c] = [table?.rowIndex.get(row), table?.columnIndex.get(column)];
  if (table === undefined || r === undefined || c === undefined) throw new Error(`没有 ${form}`);
  return [table, r * table.columns.length + c];
}

/** 财决05-1 的 2010301、30101 一格由 `is` 元改成 `to` 元。 */
function judged(is: number, to: number, more: CaseData["数据"] = {}) {
  const books = buildTableSets({ 数据: { "财决05-1[2010301, 30101]": is, ...more } });
  return judgeChange(...at(books, "财决05-1", "2010301", "30101"), Math.round(100 * to), books);
}

describe("一格改成另一个数，像怎样的笔误", () => {
  test("数字像笔误的照说，不再看上年和旁边", () => {
    expect(judged(1_234, 123.4, { "上年.财决05-1[2010301, 30101]": 1_234 }).text).toContain(
      "10 倍",
    );
  });

  test("与上年同一格相同", () => {
    const prior = (value: number | string) => ({ "上年.财决05-1[2010301, 30101]": value });
    expect(judged(88.88, 13.57, prior(88.88))).toMatchObject({
      text: "与上年同一格的数相同，疑似照抄上年数",
    });
    expect(judged(88.88, 13.57, prior(88.89)).text).toBe("比应有数多 75.31 元");
    expect(judged(0, 13.57, prior(0)).text).toBe("疑似漏填");
  });

  test.each([
    ["上一行", "财决05-1[2010300, 30101]"],
    ["下一行", "财决05-1[2010302, 30101]"],
    ["右边一格", "财决05-1[2010301, 30102]"],
  ])("与%s相同", (where, cell) => {
    const parent = { "财决05-1[20103, 30101]": 1 };
    expect(judged(88.88, 13.57, { ...parent, [cell]: 88.88 }).text).toBe(
      `与${where}的数相同，疑似抄错了行或栏`,
    );
  });

  test("与左边一格相同；与上级、上级栏、另一行的格相同不算", () => {
    const books = buildTableSets({
      数据: { "财决05-1[2010301, 30102]": 88.88, "财决05-1[2010301, 30101]": 88.88 },
    });
    const [table, cell] = at(books, "财决05-1", "2010301", "30102");
    expect(judgeChange(table, cell, 1_357, books).text).toContain("与左边一格的数相同");
    const away = [
      "财决05-1[20103, 30101]",
      "财决05-1[2010301, 301]",
      "财决05-1[2010301, 30103]",
      "财决05-1[2010302, 30102]",
    ];
    for (const each of away) {
      expect(judged(88.88, 13.57, { [each]: 88.88 }).text, each).toBe("比应有数多 75.31 元");
    }
    const deeper = { "财决05-1[201, 30101]": 1, "财决05-1[20103, 30101]": 88.88 };
    expect(judged(88.88, 13.57, deeper).text).toBe("比应有数多 75.31 元");
    // 没有上级行的，谈不上同级。
    const apart = buildTableSets({
      数据: { "财决05-1[201, 30101]": 88.88, "财决05-1[205, 30101]": 88.88 },
    });
    expect(judgeChange(...at(apart, "财决05-1", "201", "30101"), 1_357, apart).text).toBe(
      "比应有数多 75.31 元",
    );
    // 顶上的行没有上级，谈不上同级。
    const top = buildTableSets({
      数据: { "财决05-1[合计, 301]": 88.88, "财决05-1[合计, 合计]": 88.88 },
    });
    const [total, first] = at(top, "财决05-1", "合计", "合计");
    expect(judgeChange(total, first, 1_357, top).text).toBe("比应有数多 75.31 元");
  });

  test("漏填、多填、差一分、多多少、少多少", () => {
    expect(judged(0, 13.57)).toEqual({ text: "疑似漏填", weight: -1.5 });
    expect(judged(13.57, 0)).toEqual({ text: "疑似多填", weight: -1 });
    expect(judged(13.99, 14).text).toBe("相差一分，疑似尾差");
    expect(judged(13.57, 88.88).text).toBe("比应有数少 75.31 元");
    expect(judged(88.88, 13.57).text).toBe("比应有数多 75.31 元");
  });

  test("计数：差一不是尾差，数不带元", () => {
    const key = "财决附03[统计.国内公务接待批次, 决算数]";
    const books = buildTableSets({ 数据: { [key]: 99 } });
    const [table, cell] = at(books, "财决附03", "统计.国内公务接待批次", "决算数");
    expect(judgeChange(table, cell, 100, books).text).toBe("比应有数少 1");
    expect(judgeChange(table, cell, 62, books).text).toBe("比应有数多 37");
    expect(negativePenalty(table, cell, -1)).toBe(-8);
  });
});

describe("有多可信", () => {
  test("应有的数比现在的数整齐就可信一些，反之不可信；倍数不看这个", () => {
    expect(judged(812.34, 570).weight).toBeCloseTo(0.9);
    expect(judged(570, 812.34).weight).toBeCloseTo(-0.9);
    expect(judged(1_230, 123).weight).toBe(3);
  });

  test("改得离上年近就可信，远就不可信，至多加减一", () => {
    const prior = { "上年.财决05-1[2010301, 30101]": 100.01 };
    const near = judged(812.34, 113.57, prior).weight;
    const far = judged(113.57, 812.34, prior).weight;
    expect([near, far]).toEqual([1, -1]);
    const slightly = judged(153.13, 113.57, prior).weight;
    expect(slightly).toBeCloseTo(Math.log(153.13 / 100.01) - Math.log(113.57 / 100.01));
    expect(judged(113.57, 153.13, prior).weight).toBeCloseTo(-slightly);
  });

  test("上年是零或负数、改成零或负数时不比上年", () => {
    expect(judged(812.34, 113.57, { "上年.财决05-1[2010301, 30101]": -5.55 }).weight).toBe(0);
    expect(judged(812.34, 113.57, { "上年.财决05-1[2010301, 30101]": 0 }).weight).toBe(0);
    const prior = { "上年.财决05-1[2010301, 30101]": 5.55 };
    expect(judged(812.34, 0, prior).weight).toBe(-1);
    expect(judged(0, 812.34, prior).weight).toBe(-1.5);
    expect(judged(-812.34, 113.57, prior).weight).toBe(0);
    expect(judged(812.34, -113.57, prior).weight).toBe(-4);
  });

  test("原来不是负数而要改成负数：不可信；原来就是负数、改成零都没有关系", () => {
    const books = buildTableSets({
      数据: { "财决05-1[2010301, 30101]": -3, "财决05-1[2010301, 30102]": 3 },
    });
    const [table, negative] = at(books, "财决05-1", "2010301", "30101");
    expect(negativePenalty(table, negative, -100)).toBe(0);
    expect(negativePenalty(table, negative + 1, -100)).toBe(-4);
    expect(negativePenalty(table, negative + 2, -100)).toBe(-4);
    expect(negativePenalty(table, negative + 1, 0)).toBe(0);
  });
});

test("上年同一格的数：没有上年、没有那一行栏、不是数、本身就是上年的都为 null", () => {
  const books = buildTableSets({
    数据: {
      "财决05-1[2010301, 30101]": 1,
      "财决05-1[2010301, 30102]": 1,
      "财决05-1[2010302, 30101]": 1,
      "财决04[合计, 基本支出]": 1,
      "上年.财决05-1[201, 30101]": 9,
      "上年.财决05-1[2010301, 30101]": 7,
    },
  });
  const value = (form: string, row: string, column: string, own: Books = books) =>
    priorValue(...at(own, form, row, column), own);
  expect(value("财决05-1", "2010301", "30101")).toBe(700);
  expect(value("财决05-1", "2010301", "30102")).toBeNull();
  expect(value("财决05-1", "2010302", "30101")).toBeNull();
  expect(value("财决04", "合计", "基本支出")).toBeNull();
  expect(value("财决05-1", "2010301", "30101", { ...books, prior: null })).toBeNull();
  const [table] = books.prior?.tables ?? [];
  const cell = table?.value.indexOf(700) ?? -1;
  expect(cell).toBeGreaterThanOrEqual(0);
  expect(table && priorValue(table, cell, books)).toBeNull();
});
