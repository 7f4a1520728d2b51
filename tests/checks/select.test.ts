import { describe, expect, test } from "vitest";
import type { Selector, SumItem } from "../../src/checks/language/syntax.ts";
import { selectColumns, selectRows } from "../../src/checks/select.ts";
import type { BlockDefinition, FormDefinition } from "../../src/tables/form.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";
import { buildTableSets } from "./case-tables.ts";

const key = (name: string): Selector => ({ kind: "key", key: name });
const sum = (...items: SumItem[]): Selector => ({ kind: "sum", items });

function tableOf({ current }: { readonly current: TableSet }, form: string): Table {
  const table = current.byForm.get(form);
  if (table === undefined) throw new Error(`没有${form}`);
  return table;
}

const rowKeys = (table: Table, selector: Selector) => {
  const rows = selectRows(table, selector);
  return rows === null || typeof rows === "string" ? rows : rows.map((row) => table.rows[row]?.key);
};
const columnKeys = (table: Table, selector: Selector) => {
  const columns = selectColumns(table, selector);
  return columns === null || typeof columns === "string"
    ? columns
    : columns.map((column) => table.columns[column]?.key);
};

describe("按编码取行、取栏", () => {
  const economic = tableOf(
    buildTableSets({
      数据: Object.fromEntries(
        ["301", "30101", "30102", "30199", "302", "30201"].map((row) => [
          `公开08[${row}, 决算数]`,
          1,
        ]),
      ),
    }),
    "公开08",
  );

  test("并排科目表：下级只取下一级，编码范围含两端、位数相同", () => {
    expect(rowKeys(economic, sum({ kind: "below", key: "301" }))).toEqual([
      "30101",
      "30102",
      "30199",
    ]);
    expect(rowKeys(economic, sum({ kind: "range", from: "30102", to: "30201" }))).toEqual([
      "30102",
      "30199",
      "30201",
    ]);
    expect(rowKeys(economic, sum({ kind: "range", from: "30103", to: "30198" }))).toEqual([]);
    expect(rowKeys(economic, sum({ kind: "range", from: "301", to: "302" }))).toEqual([
      "301",
      "302",
    ]);
  });

  test("栏也一样，合计的下级是各类", () => {
    const table = tableOf(buildTableSets({ 数据: {}, 有表: ["财决05"] }), "财决05");
    const range = (from: string, to: string) => columnKeys(table, sum({ kind: "range", from, to }));
    expect(range("30101", "30103")).toEqual(["30101", "30102", "30103"]);
    expect(range("301", "303")).toEqual(["301", "302", "303"]);
    const classes = columnKeys(table, sum({ kind: "below", key: "合计" }));
    expect(classes).toContain("301");
    expect(classes).not.toContain("30101");
  });

  test("不带编码的栏按上级栏取下级", () => {
    const table = tableOf(buildTableSets({ 数据: {}, 有表: ["财决04"] }), "财决04");
    const total = table.columnIndex.get("本年支出合计") ?? -1;
    const below = ["基本支出", "项目支出"];
    const columns = table.columns.map((column) =>
      below.includes(column.key) ? { ...column, parent: total } : column,
    );
    const own = { ...table, columns };
    expect(columnKeys(own, sum({ kind: "below", key: "本年支出合计" }))).toEqual(below);
    expect(columnKeys(own, sum({ kind: "below", key: "经营支出" }))).toEqual([]);
  });
});

test("几项合在一起：重复的只算一次，有一项缺了就说缺它", () => {
  const table = tableOf(buildTableSets({ 数据: { "财决04[201, 基本支出]": 1 } }), "财决04");
  const items = (...names: string[]) =>
    sum(...names.map((name) => ({ kind: "key" as const, key: name })));
  expect(rowKeys(table, items("201", "205", "201"))).toEqual(["201"]);
  expect(rowKeys(table, items("201", "合计"))).toBe("财决04 缺少合计行");
  expect(columnKeys(table, items("项目支出", "基本支出", "项目支出"))).toEqual([
    "项目支出",
    "基本支出",
  ]);
  expect(rowKeys(table, { kind: "each" })).toBeNull();
  expect(columnKeys(table, { kind: "each" })).toBeNull();
});

test("一组各行不含写文字的一行", () => {
  const table = tableOf(buildTableSets({ 数据: {}, 有表: ["财决附03"] }), "财决附03");
  const group = table.rows.filter((row) => row.group === "统计");
  const texts = group.filter(({ measure }) => measure === "text").map((row) => row.key);
  expect(texts.length).toBeGreaterThan(0);
  const found = rowKeys(table, sum({ kind: "group", group: "统计" }));
  expect(found).toEqual(group.map((row) => row.key).filter((each) => !texts.includes(each)));
});

describe("表上没有的行、栏：必有的说缺，可以没有的不取", () => {
  const column = (name: string, extra = {}) => ({ key: name, ...extra });
  const row = (name: string, extra = {}) => ({ key: name, label: name, ...extra });
  const block = (
    columns: BlockDefinition["columns"],
    rows: BlockDefinition["rows"],
  ): BlockDefinition => ({ name: "", labelHeaders: [], columns, rows });
  const real = tableOf(buildTableSets({ 数据: {}, 有表: ["财决01"] }), "财决01");
  const form: FormDefinition = {
    ...real.form,
    id: "试",
    layout: {
      kind: "fixed",
      blocks: [
        block(
          [
            column("必有"),
            column("可有", { optional: true }),
            column("某年", { years: { from: 2020 } }),
            column("两块", { optional: true }),
            column("两块都可", { optional: true }),
          ],
          [row("行"), row("可有行", { optional: true }), row("某年行", { years: { to: 2020 } })],
        ),
        block([column("两块"), column("两块都可", { years: { to: 2019 } })], [row("又一行")]),
      ],
    },
  };
  const table: Table = { ...real, form, rowsByKey: new Map(), columnIndex: new Map() };

  test.each<[string, string | readonly number[]]>([
    ["必有", "试 缺少“必有”一栏"],
    ["可有", []],
    ["某年", []],
    ["两块", "试 缺少“两块”一栏"],
    ["两块都可", []],
    ["没有定义", []],
  ])("栏 %s", (name, expected) => {
    expect(selectColumns(table, key(name))).toEqual(expected);
  });

  test.each<[string, string | readonly number[]]>([
    ["行", "试 缺少“行”一行"],
    ["又一行", "试 缺少“又一行”一行"],
    ["可有行", []],
    ["某年行", []],
    ["没有定义", []],
  ])("行 %s", (name, expected) => {
    expect(selectRows(table, key(name))).toEqual(expected);
  });
});
