import { describe, expect, test } from "vitest";
import { RuleError } from "../../src/checks/rule-error.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";
import { buildTableSets, type CaseData } from "./case-tables.ts";

function built(data: CaseData, form: string, prior = false): Table {
  const sets = buildTableSets(data);
  const table = (prior ? sets.prior : sets.current)?.byForm.get(form);
  if (table === undefined) throw new Error(`没有${form}`);
  return table;
}

const keys = ({ tables }: TableSet) => tables.map(({ form }) => form.id);
const at = (table: Table, row: string, column: string) =>
  (table.rowIndex.get(row) ?? -1) * table.columns.length + (table.columnIndex.get(column) ?? -1);

describe("用例搭出的表", () => {
  test("本年、上年各有提到的表；年度、层级、封面照写", () => {
    const { current, prior } = buildTableSets({
      年度: 2022,
      层级: "部门",
      封面: { 报表小类: 0 },
      有表: ["财决03", "上年.财决01"],
      数据: { "财决04[合计, 基本支出]": 1, "上年.财决02[合计, 本年收入]": 2 },
      文字: { "财决05-2[2010302/P1, 基建项目属性]": "是" },
    });
    expect(keys(current)).toEqual(["财决04", "财决05-2", "财决03"]);
    expect(prior && keys(prior)).toEqual(["财决02", "财决01"]);
    expect([current.year, prior?.year, current.level]).toEqual([2022, 2021, "部门"]);
    expect(current.cover).toEqual(new Map([["报表小类", "0"]]));
    expect(current.tables.map(({ book }) => book)).toEqual(["current", "current", "current"]);
    expect(prior?.tables[0]).toMatchObject({ book: "prior", year: 2021, sheet: "财决02" });
    expect(current.unrecognised).toEqual([]);
    expect(current.tables[0]?.problems).toEqual([]);
  });

  test("没有写的：2023 年度，没有上年，层级不知道；未知的年度没有年度", () => {
    const { current, prior } = buildTableSets({ 数据: { "财决04[合计, 基本支出]": 1 } });
    expect([current.year, current.level, prior]).toEqual([2023, null, null]);
    expect(buildTableSets({ 年度: "未知", 数据: {} }).current.year).toBeNull();
  });

  test("浮动表：合计在前，其余按编码排；上级认到写出的最近一级", () => {
    const rows = [
      "2080505",
      "205",
      "合计",
      "20502/甲",
      "2050201/P1",
      "20502",
      "2050201",
      "2100101",
    ];
    const table = built(
      { 数据: Object.fromEntries(rows.map((row) => [`财决05-2[${row}, 合计]`, 1])) },
      "财决05-2",
    );
    const parent = (index: number) => table.rows[index]?.key ?? null;
    expect(
      table.rows.map((row) => [row.key, row.level, row.code ?? null, parent(row.parent)]),
    ).toEqual([
      ["合计", "total", null, null],
      ["205", "class", "205", "合计"],
      ["20502", "section", "20502", "205"],
      ["20502/甲", "project", "20502", "20502"],
      ["2050201", "item", "2050201", "20502"],
      ["2050201/P1", "project", "2050201", "2050201"],
      ["2080505", "item", "2080505", "合计"],
      ["2100101", "item", "2100101", "合计"],
    ]);
    const skipped = built(
      {
        数据: {
          "财决05-2[208, 合计]": 1,
          "财决05-2[2080505, 合计]": 1,
          "财决05-2[2080506/甲, 合计]": 1,
        },
      },
      "财决05-2",
    );
    expect(skipped.rows.map(({ key, parent: up }) => [key, skipped.rows[up]?.key])).toEqual([
      ["208", undefined],
      ["2080505", "208"],
      ["2080506/甲", "208"],
    ]);
  });

  test("栏：款的上级是它的类；类没有上级", () => {
    const table = built({ 数据: {}, 有表: ["财决05"] }, "财决05");
    const parent = (key: string) => {
      const index = table.columns.find((column) => column.key === key)?.parent ?? -2;
      return index < 0 ? index : table.columns[index]?.key;
    };
    expect([parent("30101"), parent("30201"), parent("301"), parent("合计")]).toEqual([
      "301",
      "302",
      -1,
      -1,
    ]);
  });

  test("固定表：各行各栏齐全，行没有上级；并排的块没有的格、写文字的行没有格", () => {
    const table = built({ 数据: {}, 有表: ["财决01-1", "财决附03"] }, "财决01-1");
    expect(table.state[at(table, "收入.总计", "决算数")]).toBe("blank");
    expect(table.state[at(table, "支出.总计", "决算数")]).toBe("absent");
    expect(table.address[at(table, "支出.总计", "决算数")]).toBe("");
    expect(table.address[at(table, "收入.总计", "决算数")]).not.toBe("");
    expect(new Set(table.rows.map(({ parent }) => parent))).toEqual(new Set([-1]));
    const coded = table.rows.find(({ key }) => key === "功能.教育支出");
    expect(coded?.code).toBe("205");
    expect(table.rows.find(({ key }) => key === "收入.总计")).not.toHaveProperty("code");
    const counts = built({ 数据: {}, 有表: ["财决附03"] }, "财决附03");
    const text = counts.rows.findIndex(({ measure }) => measure === "text");
    const width = counts.columns.length;
    expect(text).toBeGreaterThanOrEqual(0);
    expect(new Set(counts.state.slice(text * width, (text + 1) * width))).toEqual(
      new Set(["absent"]),
    );
  });

  test("并排科目表：另有提到的编码行，不重复", () => {
    const data = { "公开08[301, 决算数]": 1, "公开08[30101, 决算数]": 2 };
    const table = built({ 数据: data, 文字: { "公开08[301, 名称]": "工资福利支出" } }, "公开08");
    const coded = table.rows.filter(({ key }) => /^\d+$/.test(key));
    expect(
      coded.map(({ key, code, level, parent, name }) => [key, code, level, parent, name]),
    ).toEqual([
      ["301", "301", "class", -1, "工资福利支出"],
      ["30101", "30101", "section", -1, "30101"],
    ]);
    expect(table.value[at(table, "30101", "决算数")]).toBe(200);
    expect(built({ 数据: {}, 有表: ["公开08"] }, "公开08").rows.length).toBe(
      table.rows.length - coded.length,
    );
  });

  test("没有的行、栏只管那一张、那一年的表", () => {
    const gone = (names: string[]) =>
      buildTableSets({
        没有: names,
        有表: ["财决01", "上年.财决01", "财决02"],
        数据: {},
      });
    const has = (set: TableSet | null, form: string, row: string | null, column: string | null) => {
      const table = set?.byForm.get(form);
      return row === null ? table?.columnIndex.has(column ?? "") : table?.rowIndex.has(row);
    };
    const rows = gone(["财决01[收入.经营收入, *]"]);
    expect(has(rows.current, "财决01", "收入.经营收入", null)).toBe(false);
    expect(has(rows.current, "财决01", "收入.总计", null)).toBe(true);
    expect(has(rows.prior, "财决01", "收入.经营收入", null)).toBe(true);
    const columns = gone(["上年.财决01[*, 决算数]", "财决02[*, 本年收入]"]);
    expect(has(columns.current, "财决01", null, "决算数")).toBe(true);
    expect(has(columns.prior, "财决01", null, "决算数")).toBe(false);
    expect(has(columns.current, "财决02", null, "本年收入")).toBe(false);
    // 写明一格的不是整行、整栏。
    const one = gone(["财决01[收入.经营收入, 决算数]"]);
    expect(has(one.current, "财决01", "收入.经营收入", null)).toBe(true);
    expect(has(one.current, "财决01", null, "决算数")).toBe(true);
  });

  test("文字：名称改行名，其余是这一行的说明；只管那一张、那一年的表", () => {
    const data: CaseData = {
      数据: { "上年.财决05-2[2010302/P1, 合计]": 1 },
      文字: {
        "财决05-2[2010302/P1, 基建项目属性]": "本级财政基建",
        "财决05-2[2010302/P1, 名称]": "甲项目",
        "财决08-2[2010302/P1, 基建项目属性]": "无",
      },
    };
    const [row] = built(data, "财决05-2").rows;
    expect([row?.name, [...(row?.texts ?? [])]]).toEqual([
      "甲项目",
      [["基建项目属性", "本级财政基建"]],
    ]);
    expect([...(built(data, "财决08-2").rows[0]?.texts.values() ?? [])]).toEqual(["无"]);
    const [before] = built(data, "财决05-2", true).rows;
    expect([before?.name, before?.texts.size]).toEqual(["2010302/P1", 0]);
  });

  test("一格的数：元、万元的区间、破折号、空白、文字、计数", () => {
    const table = built(
      {
        数据: {
          "财决04[ 合计 ， 基本支出 ]": " 1.5 ",
          "财决04[合计, 项目支出]": "1.5万元",
          " 财决04 [合计, 经营支出]": "—",
          "财决04[合计, 上缴上级支出]": "见附件",
        },
      },
      "财决04",
    );
    const cell = (column: string) => {
      const place = at(table, "合计", column);
      return [table.state[place], table.value[place], table.low[place], table.high[place]];
    };
    expect(cell("基本支出")).toEqual(["amount", 150, 150, 150]);
    expect(table.raw[at(table, "合计", "基本支出")]).toBe("1.5");
    expect(cell("项目支出").slice(0, 2)).toEqual(["amount", 1_500_000]);
    expect(cell("经营支出")).toEqual(["dash", 0, 0, 0]);
    expect(cell("上缴上级支出")).toEqual(["unreadable", 0, 0, 0]);
    expect(cell("本年支出合计")).toEqual(["blank", 0, 0, 0]);
    const counts = built({ 数据: { "财决附03[统计.国内公务接待批次, 决算数]": 7 } }, "财决附03");
    expect(counts.value[at(counts, "统计.国内公务接待批次", "决算数")]).toBe(7);
  });

  test("地址照行、栏的次序，过了 Z 是 AA", () => {
    const table = built({ 数据: { "财决05[合计, 合计]": 1, "财决05[201, 合计]": 1 } }, "财决05");
    const width = table.columns.length;
    expect(width).toBeGreaterThan(53);
    expect([0, 1, 25, 26, 51, 52].map((cell) => table.address[cell])).toEqual([
      "A1",
      "B1",
      "Z1",
      "AA1",
      "AZ1",
      "BA1",
    ]);
    expect(table.address[width + 1]).toBe("B2");
  });

  test.each([
    ["财决04[合计]", "应写成 表号[行, 栏]"],
    ["财决04[合计, 基本支出]多", "应写成 表号[行, 栏]"],
    ["财决99[合计, 基本支出]", "没有表号为“财决99”的表样"],
    ["财决04[合计, 没有]", "表样没有这一格"],
    ["财决01[没有, 决算数]", "表样没有这一格"],
    ["财决01-1[支出.总计, 决算数]", "表样没有这一格"],
  ])("写错的 %s：%s", (name, message) => {
    const build = () => buildTableSets({ 数据: { [name]: 1 } });
    expect(build).toThrow(RuleError);
    expect(build).toThrow(message);
  });

  test("某几年才有的行、栏，照年度有无，两端都含", () => {
    const limited = new Set<string>();
    for (const year of [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]) {
      const table = built({ 年度: year, 数据: {}, 有表: ["财决01"] }, "财决01");
      for (const definition of fixedDefinitions(table)) {
        const { from = 0, to = 9999 } = definition.years ?? {};
        const due = year >= from && year <= to;
        if (definition.years !== undefined) limited.add(definition.key);
        expect(table.rowIndex.has(definition.key), `${year} ${definition.key}`).toBe(due);
      }
    }
    expect(limited.size).toBeGreaterThan(0);
    const any = built({ 年度: "未知", 数据: {}, 有表: ["财决01"] }, "财决01");
    for (const key of limited) expect(any.rowIndex.has(key)).toBe(true);
  });
});

function fixedDefinitions({ form }: Table) {
  if (form.layout.kind !== "fixed") throw new Error("不是固定表");
  return form.layout.blocks.flatMap((block) => block.rows);
}
