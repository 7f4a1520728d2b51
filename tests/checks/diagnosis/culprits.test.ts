import { describe, expect, test } from "vitest";
import { culpritOf } from "../../../src/checks/diagnosis/culprits.ts";
import type { Table } from "../../../src/tables/table.ts";
import { buildTableSets, type CaseData } from "../case-tables.ts";

function tableOf(data: CaseData["数据"]): Table {
  const [table] = buildTableSets({ 数据: data }).current.tables;
  if (table === undefined) throw new Error("没有表");
  return table;
}

const placeOf = (table: Table, row: string, column: string) =>
  (table.rowIndex.get(row) ?? -1) * table.columns.length + (table.columnIndex.get(column) ?? -1);

describe("一处笔误写成给人看的样子", () => {
  const table = tableOf({
    "财决04[合计, 基本支出]": 12.5,
    "财决04[201, 基本支出]": "另附",
    "财决04[201, 项目支出]": "—",
  });
  const at = (row: string, column: string, delta: number) => ({
    table,
    cell: placeOf(table, row, column),
    delta,
  });

  test("一格：现在的数、应有的数以元计；解释的规则各列一次，按编号排", () => {
    expect(culpritOf([at("合计", "基本支出", -100)], "多了一元", ["B2", "A1", "B2"])).toEqual({
      book: "current",
      sheet: "财决04",
      address: "B1",
      row: "合计",
      column: "基本支出",
      is: "12.50",
      shouldBe: "11.50",
      clue: "多了一元。",
      explains: ["A1", "B2"],
    });
  });

  test("几格：第一格之外的须一并改；不是数的照写原文，空白为空", () => {
    const changes = [
      at("201", "基本支出", 700),
      at("201", "项目支出", -5),
      at("201", "经营支出", 1),
    ];
    expect(culpritOf(changes, "", [])).toMatchObject({
      is: "另附",
      shouldBe: "7.00",
      together: [
        { address: "C2", row: "201", column: "项目支出", is: "—", shouldBe: "-0.05" },
        { column: "经营支出", is: "", shouldBe: "0.01" },
      ],
    });
  });

  test("没有改动就没有", () => {
    expect(culpritOf([], "", [])).toBeNull();
  });
});

describe("计数", () => {
  test("计数的行", () => {
    const [row, column] = ["统计.公务用车购置数", "决算数"];
    const table = tableOf({ [`财决附03[${row}, ${column}]`]: 12 });
    const cell = placeOf(table, row, column);
    expect(culpritOf([{ table, cell, delta: -3 }], "", [])).toMatchObject({
      is: "12",
      shouldBe: "9",
    });
  });

  test("计数的栏：缺的一行接在哪里不影响", () => {
    const table = tableOf({ "财决附02[201, 遗属人员]": 4 });
    const column = table.columnIndex.get("遗属人员") ?? -1;
    const lacking = (parent: number) =>
      culpritOf(
        [{ table, missing: { key: "20103", parent, addsToParent: false }, column, delta: 4 }],
        "",
        [],
      );
    expect(lacking(0)).toMatchObject({
      address: table.address[column],
      row: "缺少的一行 20103（应在“201”之下）",
      column: "遗属人员",
      is: "",
      shouldBe: "4",
    });
    expect(lacking(-1)).toMatchObject({
      address: "",
      row: "缺少的一行 20103（应在“合计”之下）",
      shouldBe: "4",
    });
  });
});
