import { describe, expect, test } from "vitest";
import { CellNames } from "../../src/checks/exceptions/cell-names.ts";
import { buildTableSets } from "../../src/checks/own-rules/case-tables.ts";
import type { CellRef } from "../../src/findings/finding.ts";
import type { TableSet } from "../../src/tables/table.ts";

const { current, prior } = buildTableSets({
  数据: {
    "财决04[合计, 基本支出]": 1,
    "财决04[2010301, 基本支出]": 1,
    "上年.财决04[2010301, 基本支出]": 1,
  },
  文字: { "财决04[2010301, 名称]": "行政运行" },
});

/** 工作表改成“Z04 支出决算表”一类的名字，栏的标签与栏键不同。 */
function renamed(set: TableSet, sheet: string): TableSet {
  const tables = set.tables.map((table) => ({
    ...table,
    sheet,
    columns: table.columns.map((column) => ({ ...column, label: `${column.key}数` })),
    rows: table.rows.map((row) => ({ ...row, label: `科目 ${row.key}` })),
    // 有一格表上没有。
    address: table.address.map((each, cell) => (cell === 0 ? "" : each)),
  }));
  return { ...set, tables, byForm: new Map(tables.map((table) => [table.form.id, table])) };
}

if (prior === null) throw new Error("没有上年的表");
const names = new CellNames({
  current: renamed(current, "Z04 支出决算表"),
  prior: renamed(prior, "去年04"),
});
const ref = (extra: Partial<CellRef>): CellRef => ({
  book: "current",
  sheet: "Z04 支出决算表",
  address: "B2",
  row: "",
  column: "",
  value: "",
  ...extra,
});

describe("问题里一格的名字", () => {
  test.each<[Partial<CellRef>, string]>([
    [{}, "财决04[2010301, 基本支出]"],
    [{ sheet: "Z04" }, "财决04[2010301, 基本支出]"],
    [{ book: "prior", sheet: "去年04", address: "B1" }, "上年.财决04[2010301, 基本支出]"],
    // 不在认出的表里的，写工作表和地址；连地址也没有的写行、栏。
    [{ address: "ZZ99" }, "本年!Z04 支出决算表!ZZ99"],
    [{ sheet: "备注" }, "本年!备注!B2"],
    [{ book: "prior" }, "上年!Z04 支出决算表!B2"],
    [{ address: "", row: "合计", column: "基本支出" }, "本年!Z04 支出决算表[合计, 基本支出]"],
  ])("%j：%s", (extra, name) => {
    expect(names.nameOf(ref(extra))).toBe(name);
  });

  test("没有上年的表", () => {
    const alone = new CellNames({ current, prior: null });
    expect(alone.nameOf(ref({ book: "prior", sheet: "财决04" }))).toBe("上年!财决04!B2");
    expect(alone.exists("上年.财决04[合计, 基本支出]")).toBe(false);
    expect(alone.resolve("上年.财决04[合计, 基本支出数]")).toBe("上年.财决04[合计, 基本支出数]");
  });
});

describe("人写的名字", () => {
  test.each([
    ["财决04[2010301, 基本支出]", "财决04[2010301, 基本支出]"],
    ["财决04[行政运行, 基本支出数]", "财决04[2010301, 基本支出]"],
    ["财决04[科目 2010301，基本支出数]", "财决04[2010301, 基本支出]"],
    [" 上年．财决04 ［ 2010301 ， 基本支出 ］ ", "上年.财决04[2010301, 基本支出]"],
    ["上年.财决04[科目 2010301, 基本支出数]", "上年.财决04[2010301, 基本支出]"],
    ["财决04[没有, 也没有]", "财决04[没有, 也没有]"],
    ["财决99[合计, 基本支出]", "财决99[合计, 基本支出]"],
    ["Z04!B2", "财决04[2010301, 基本支出]"],
    ["Z04 支出决算表！$b$2", "财决04[2010301, 基本支出]"],
    ["本年！Z04!B2", "财决04[2010301, 基本支出]"],
    ["上年!去年04!B1", "上年.财决04[2010301, 基本支出]"],
    ["上年!Z04!B2", "上年!Z04!B2"],
    ["备注!B2", "本年!备注!B2"],
    ["Z04!AB12", "本年!Z04!AB12"],
    ["Z04!第二行", "Z04!第二行"],
    ["Z04!B2起", "Z04!B2起"],
    ["Z04!ABCD2", "Z04!ABCD2"],
    ["随便写的", "随便写的"],
    ["", ""],
    ["甲!上年.财决04[2010301, 基本支出数]", "甲!上年.财决04[2010301, 基本支出数]"],
    ["财决04[合计]", "财决04[合计]"],
    ["见财决04[合计, 基本支出]处", "见财决04[合计, 基本支出]处"],
  ])("%s → %s", (written, name) => {
    expect(names.resolve(written)).toBe(name);
  });

  test.each([
    ["财决04[2010301, 基本支出]", true],
    ["上年.财决04[2010301, 基本支出]", true],
    ["上年.财决04[合计, 基本支出]", false],
    ["财决04[2010302, 基本支出]", false],
    ["财决04[合计, 没有]", false],
    ["财决99[合计, 基本支出]", false],
    ["本年!Z04!B2", false],
    ["又财决04[合计, 基本支出]", false],
    ["财决04[合计, 基本支出]又", false],
  ])("表上有没有 %s：%s", (name, there) => {
    expect(names.exists(name)).toBe(there);
  });
});
