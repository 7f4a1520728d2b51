import { describe, expect, test } from "vitest";
import { groupItems } from "../../src/checks/program.ts";
import { TableIndex } from "../../src/checks/table-index.ts";
import type { Table } from "../../src/tables/table.ts";
import { buildTableSets } from "./case-tables.ts";

function tableOf(change: (table: Table) => Partial<Table> = () => ({})): Table {
  const { current } = buildTableSets({
    数据: {
      "财决04[合计, 基本支出]": 1,
      "财决04[201, 基本支出]": 1,
      "财决04[205, 基本支出]": 1,
    },
  });
  const [table] = current.tables;
  if (table === undefined) throw new Error("没有表");
  return { ...table, ...change(table) };
}

/** 第几栏（行）换一种度量。 */
const columns = (measure: "text" | "count", ...places: number[]) =>
  tableOf((table) => ({
    columns: table.columns.map((each, at) => (places.includes(at) ? { ...each, measure } : each)),
  }));
const rows = (measure: "text" | "count", ...places: number[]) =>
  tableOf((table) => ({
    rows: table.rows.map((each, at) => (places.includes(at) ? { ...each, measure } : each)),
  }));

describe("全表一种度量", () => {
  const all = tableOf().columns.map((_, at) => at);
  test.each<[string, Table, "money" | "count" | null]>([
    ["都是金额", tableOf(), "money"],
    ["都是计数", columns("count", ...all), "count"],
    ["有一栏计数", columns("count", 1), null],
    ["有一行计数", rows("count", 1), null],
    ["有一栏文字", columns("text", 1), "money"],
    ["有一行文字", rows("text", 1), "money"],
  ])("%s", (_, table, measure) => {
    expect(new TableIndex(table).measure).toBe(measure);
  });
});

test("一格的度量：文字、表上没有的为空", () => {
  const mixed = new TableIndex(columns("count", 1));
  expect([0, 1, 2].map((column) => mixed.measureAt(0, column))).toEqual([
    "money",
    "count",
    "money",
  ]);
  const state = [...tableOf().state];
  state[tableOf().columns.length + 2] = "absent";
  const holed = new TableIndex({ ...columns("text", 1), state });
  expect(holed.full).toBe(false);
  expect([0, 1, 2].map((column) => holed.measureAt(1, column))).toEqual(["money", null, null]);
  expect(holed.measureAt(2, 2)).toBe("money");
});

test("逐行、逐栏只取有数字的", () => {
  const index = new TableIndex(rows("text", 1));
  expect(index.everyRow().keys).toEqual(["合计", "205"]);
  const lists = [0, 1].map((group) => [...groupItems(index.everyRow().groups, group)]);
  expect(lists).toEqual([[0], [2]]);
  for (const quantifier of ["每个科目", "每类"] as const) {
    const driven = index.drivenRows({ name: quantifier, quantifier, group: null });
    expect([...driven.keys()]).toEqual(quantifier === "每类" ? ["205"] : ["合计", "205"]);
  }
  const [first] = tableOf().columns;
  expect(new TableIndex(columns("text", 0)).columnKeys()).not.toContain(first?.key);
  expect(new TableIndex(columns("text", 0)).columnKeys()).toHaveLength(
    tableOf().columns.length - 1,
  );
});

test("每类写组名的：这一组里有编码的行", () => {
  const table = tableOf((own) => ({
    rows: own.rows.map((row, at) => ({ ...row, group: at === 2 ? "另一组" : "一组" })),
  }));
  const driven = { name: "每类 一组", quantifier: "每类" as const, group: "一组" };
  expect([...new TableIndex(table).drivenRows(driven)]).toEqual([["201", [1]]]);
});

test("没有的键为空组；同键几行在一组里", () => {
  const table = tableOf((own) => ({
    rows: own.rows.map((row) => (row.key === "205" ? { ...row, key: "201" } : row)),
  }));
  const index = new TableIndex(table);
  const driven = index.drivenRows({ name: "每个科目 ", quantifier: "每个科目", group: null });
  const groups = index.rowGroups(["201", "208", "合计"], driven);
  expect([0, 1, 2].map((group) => [...groupItems(groups, group)])).toEqual([[1, 2], [], [0]]);
  const own = index.columnGroups(["项目支出", "没有的栏"]);
  expect([...groupItems(own, 0)]).toEqual([table.columnIndex.get("项目支出")]);
  expect([...groupItems(own, 1)]).toEqual([]);
});
