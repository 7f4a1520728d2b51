import { describe, expect, test } from "vitest";
import { isExact, isReadable, sameShape, shapeOf } from "../../src/checks/table-shape.ts";
import type { Table, TableColumn, TableRow, TableSet } from "../../src/tables/table.ts";
import { buildTableSets } from "./case-tables.ts";

function tables(): TableSet {
  return buildTableSets({
    数据: {
      "财决05-2[合计, 301]": 1,
      "财决05-2[2010302, 301]": 1,
      "财决05-2[2010302/P1, 301]": 1,
      "财决04[合计, 基本支出]": 2,
    },
    文字: { "财决05-2[2010302/P1, 基建项目属性]": "本级财政基建" },
    封面: { 报表小类: "0", 单位基本性质: "10" },
    层级: "单位",
  }).current;
}

/** 换掉 财决05-2 的几项。 */
function withTable(set: TableSet, change: Partial<Table>): TableSet {
  const changed = set.tables.map((table) =>
    table.form.id === "财决05-2" ? { ...table, ...change } : table,
  );
  return {
    ...set,
    tables: changed,
    byForm: new Map(changed.map((table) => [table.form.id, table])),
  };
}

function projects(set: TableSet): Table {
  const table = set.byForm.get("财决05-2");
  if (table === undefined) throw new Error("没有财决05-2");
  return table;
}

const isSame = (before: TableSet, after: TableSet) => sameShape(shapeOf(before), after) !== null;

describe("表的样子", () => {
  test("另读一遍、数不同的同样几张表：样子相同，逐张对上", () => {
    const [before, after] = [tables(), tables()];
    for (const data of [projects(after).value, projects(after).low, projects(after).high]) {
      data[0] = 99;
    }
    const matched = sameShape(shapeOf(before), after);
    expect([...(matched ?? [])].map(([old, { table }]) => [old, table])).toEqual(
      before.tables.map((old, place) => [old, after.tables[place]]),
    );
  });

  test("读不读得出、是不是确定的数，随新的表", () => {
    const [before, after] = [tables(), tables()];
    const table = projects(after);
    const last = table.value.length - 1;
    table.high[last] = 1;
    (table.state as string[])[last] = "unreadable";
    expect([isExact(table), isReadable(table)]).toEqual([false, false]);
    expect([isExact(projects(before)), isReadable(projects(before))]).toEqual([true, true]);
    const matched = sameShape(shapeOf(before), after);
    expect(matched?.get(projects(before))).toEqual({ table, exact: false, readable: false });
  });

  test.each<[string, (set: TableSet) => TableSet]>([
    ["年度", (set) => ({ ...set, year: 2022 })],
    ["层级", (set) => ({ ...set, level: "部门" })],
    ["封面代码", (set) => ({ ...set, cover: new Map(set.cover).set("报表小类", "1") })],
    ["封面少一项", (set) => ({ ...set, cover: new Map([["报表小类", "0"]]) })],
    ["封面多一项", (set) => ({ ...set, cover: new Map(set.cover).set("财政区划", "1") })],
    ["少一张表", (set) => ({ ...set, byForm: new Map([...set.byForm].slice(1)) })],
    [
      "换成另一张表",
      (set) => ({
        ...set,
        byForm: new Map([...set.byForm].map(([form, table], i) => [i === 0 ? "另" : form, table])),
      }),
    ],
    ["多一张表", (set) => ({ ...set, byForm: new Map(set.byForm).set("另", projects(set)) })],
    ["表样", (set) => withTable(set, { form: { ...projects(set).form } })],
    ["本年、上年", (set) => withTable(set, { book: "prior" })],
    ["少一栏", (set) => withTable(set, { columns: projects(set).columns.slice(0, -1) })],
    ["少一行", (set) => withTable(set, { rows: projects(set).rows.slice(0, -1) })],
    ["格数", (set) => withTable(set, { state: projects(set).state.slice(0, -1) })],
    [
      "有一格表上没有",
      (set) =>
        withTable(set, {
          state: projects(set).state.map((state, cell) => (cell === 1 ? "absent" : state)),
        }),
    ],
  ])("不同：%s", (_, change) => {
    expect(isSame(tables(), change(tables()))).toBe(false);
  });

  test("原来表上没有的一格有了，也不同；表就地改动也看得出", () => {
    const set = tables();
    const states = projects(set).state as string[];
    states[1] = "absent";
    const before = shapeOf(set);
    expect(sameShape(before, set)).not.toBeNull();
    states[1] = "blank";
    expect(sameShape(before, set)).toBeNull();
  });

  test.each<Partial<TableColumn>>([
    { key: "另" },
    { code: "999" },
    { parent: 5 },
    { measure: "count" },
  ])("不同：一栏的 %j", (change) => {
    const set = tables();
    const columns = projects(set).columns.map((each, at) =>
      at === 1 ? { ...each, ...change } : each,
    );
    expect(isSame(set, withTable(tables(), { columns }))).toBe(false);
  });

  test.each<Partial<TableRow>>([
    { key: "另" },
    { name: "另" },
    { code: "999" },
    { group: "另" },
    { level: "class" },
    { parent: 0 },
    { measure: "count" },
    { texts: new Map([["基建项目属性", "无"]]) },
    { texts: new Map([["性质", "本级财政基建"]]) },
    { texts: new Map() },
  ])("不同：一行的 %j", (change) => {
    const set = tables();
    const rows = projects(set).rows.map((each, at) => (at === 2 ? { ...each, ...change } : each));
    expect(isSame(set, withTable(tables(), { rows }))).toBe(false);
  });

  test("行的标签、所在的行号不影响绑定", () => {
    const set = tables();
    const rows = projects(set).rows.map((row) => ({ ...row, label: `${row.label} `, sheetRow: 9 }));
    expect(isSame(set, withTable(tables(), { rows }))).toBe(true);
  });
});
