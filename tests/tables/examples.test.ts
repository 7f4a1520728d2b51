import { beforeAll, describe, expect, test } from "vitest";
import { cellRef, findCell } from "../../src/tables/access.ts";
import { tableFindings } from "../../src/tables/problems.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";
import { cellAddress } from "../../src/workbook/addresses.ts";
import type { Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";

const ALL_FORMS = [
  ...["封面", "财决01", "财决01-1", "财决02", "财决03", "财决04", "财决05", "财决05-1", "财决05-2"],
  ...["财决05-3", "财决06", "财决07", "财决08", "财决08-1", "财决08-2", "财决09", "财决10"],
  ...["财决10-1", "财决10-2", "财决11", "财决12", "财决附02", "财决附03"],
];

const books = new Map<string, Workbook>();
const sets = new Map<string, TableSet>();

beforeAll(async () => {
  for (const name of EXAMPLE_NAMES) {
    const workbook = await readExample(name);
    books.set(name, workbook);
    sets.set(name, recogniseTables(workbook, "current"));
  }
});

function setOf(name: string): TableSet {
  const set = sets.get(name);
  if (set === undefined) throw new Error(`没有示例 ${name}`);
  return set;
}

function tableOf(name: string, form: string): Table {
  const table = setOf(name).byForm.get(form);
  if (table === undefined) throw new Error(`${name} 里没有认出 ${form}`);
  return table;
}

describe.each(EXAMPLE_NAMES)("%s", (name) => {
  test("每张工作表都认出，没有问题", () => {
    const set = setOf(name);
    const expected = name.startsWith("2023-乐山市金口河区人民政府办公室")
      ? [...ALL_FORMS, "CS01"]
      : ALL_FORMS;
    expect(set.tables.map((table) => table.form.id)).toEqual(expected);
    expect(set.unrecognised).toEqual([]);
    expect(tableFindings(set)).toEqual([]);
  });

  test("单位、年度取自封面，与文件名一致", () => {
    const [year, unit] = name.replace(".xlsx", "").split("-");
    expect(setOf(name)).toMatchObject({ year: Number(year), unit });
    expect(new Set(setOf(name).tables.map((table) => table.year))).toEqual(new Set([Number(year)]));
    expect(setOf(name).cover.get("单位基本性质")).toBe("10");
    expect(setOf(name).cover.get("报表小类")).toBe("0");
  });

  test("表里的每一个数都读到了，地址和数值分毫不差", () => {
    for (const table of setOf(name).tables) {
      if (table.form.family === "封面") continue;
      const sheet = books.get(name)?.sheets.find((candidate) => candidate.name === table.sheet);
      const read = new Map<string, number>();
      table.state.forEach((state, i) => {
        if (state === "amount") read.set(table.address[i] ?? "", table.value[i] ?? 0);
      });
      const written = sheet === undefined ? new Map() : numbersIn(sheet, table);
      expect(read).toEqual(written);
    }
  });
});

/** 栏次行以下、行次栏以外的全部数字格：地址 → 分（计数为个数）。 */
function numbersIn(sheet: Sheet, table: Table): Map<string, number> {
  const marks = sheet.rows.findIndex((row) => row?.some((cell) => cell?.text === "栏次"));
  const lineColumns = new Set<number>();
  for (const row of sheet.rows.slice(0, marks)) {
    row?.forEach((cell, c) => {
      if (cell?.text === "行次") lineColumns.add(c);
    });
  }
  const numbers = new Map<string, number>();
  sheet.rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (r <= marks || cell?.kind !== "number" || lineColumns.has(c)) return;
      const address = cellAddress(r, c);
      const index = table.address.indexOf(address);
      const measure = table.rows[Math.floor(index / table.columns.length)]?.measure;
      const isCount =
        measure === "count" || table.columns[index % table.columns.length]?.measure === "count";
      const [whole = "", fraction = ""] = cell.text.split(".");
      numbers.set(address, Number(isCount ? cell.text : whole + fraction.padEnd(2, "0")));
    });
  });
  return numbers;
}

const LUXIAN = "2023-泸县人民政府办公室.xlsx";
const PARTY = "2024-中共乐山市金口河区委办公室.xlsx";
const SHIZHONG = "2021-乐山市市中区人民政府办公室.xlsx";

describe("按键取数", () => {
  const spots: readonly [
    name: string,
    form: string,
    row: string,
    column: string,
    value: number,
    address: string,
  ][] = [
    [LUXIAN, "财决01", "收入.总计", "决算数", 1_970_683_145, "E37"],
    [LUXIAN, "财决01", "功能.一般公共服务支出", "年初预算数", 1_566_590_000, "H7"],
    [LUXIAN, "财决01", "支出.本年支出合计", "年初预算数", 1_825_890_000, "M33"],
    [LUXIAN, "财决01", "支出.总计", "决算数", 1_970_683_145, "O37"],
    [LUXIAN, "财决01", "经济.商品和服务支出", "决算数", 852_926_989, "O19"],
    [PARTY, "财决01", "收入.年初结转和结余", "决算数", 214_900, "E35"],
    [PARTY, "财决01", "支出.年末结转和结余", "决算数", 183_608, "O35"],
    [LUXIAN, "财决01-1", "收入.本年收入合计", "全年预算数", 1_970_683_145, "D34"],
    [LUXIAN, "财决01-1", "功能.住房保障支出", "决算数.一般公共预算财政拨款", 77_279_483, "Q26"],
    [LUXIAN, "财决03", "2080505", "财政拨款收入", 103_041_582, "F18"],
    [LUXIAN, "财决05", "2010301", "30101", 233_837_402, "G12"],
    [LUXIAN, "财决05", "合计", "合计", 1_970_683_145, "E9"],
    [SHIZHONG, "财决05-2", "2010302/511100000012", "30103", 6_068_424_679, "O14"],
    [LUXIAN, "财决07", "合计", "本年支出.基本支出.公用经费", 203_778_425, "N9"],
    [LUXIAN, "财决附02", "合计", "年末实有人数.总计", 82, "H9"],
    [LUXIAN, "财决附03", "三公.公务接待费", "决算数", 56_410_709, "E12"],
    [PARTY, "财决附03", "统计.国内公务接待人次", "决算数", 73, "E23"],
    [PARTY, "财决附03", "车辆.应急保障用车", "统计数", 17, "H14"],
    [PARTY, "财决附03", "采购.货物", "统计数", 46_530_000, "H22"],
    [SHIZHONG, "财决附03", "采购.授予小微企业", "统计数", 15_200_000, "H27"],
  ];

  test.each(spots)("%s %s[%s, %s]", (name, form, row, column, value, address) => {
    expect(findCell(tableOf(name, form), row, column)).toMatchObject({
      state: "amount",
      value,
      low: value,
      high: value,
      address,
    });
  });

  test("横线为不适用，空白计 0，表上没有的格没有地址", () => {
    const table = tableOf(LUXIAN, "财决01");
    expect(findCell(table, "经济.工资福利支出", "年初预算数")).toMatchObject({
      state: "dash",
      value: 0,
    });
    expect(findCell(table, "功能.外交支出", "决算数")).toMatchObject({
      state: "blank",
      address: "J8",
    });
    expect(findCell(tableOf(LUXIAN, "财决附03"), "机关运行经费.合计", "决算数")).toMatchObject({
      state: "absent",
      address: "",
    });
    expect(findCell(table, "没有这一行", "决算数")).toBeUndefined();
  });

  test("写进问题清单的单元格以元计", () => {
    const table = tableOf(LUXIAN, "财决01");
    const row = table.rowIndex.get("收入.总计") ?? -1;
    expect(cellRef(table, row, table.columnIndex.get("决算数") ?? -1)).toEqual({
      book: "current",
      sheet: "Z01 收入支出决算总表(财决01表)",
      address: "E37",
      row: "收入.总计",
      column: "决算数",
      value: "19706831.45",
    });
  });
});

describe("行的上下级", () => {
  test("类的上级是合计，款的上级是类，项的上级是款，项目的上级是项", () => {
    const table = tableOf(SHIZHONG, "财决05-2");
    const parentOf = (key: string): string | undefined =>
      table.rows[table.rows[table.rowIndex.get(key) ?? -1]?.parent ?? -1]?.key;
    expect(parentOf("201")).toBe("合计");
    expect(parentOf("20103")).toBe("201");
    expect(parentOf("2010302")).toBe("20103");
    expect(parentOf("2010302/511100000012")).toBe("2010302");
    expect(parentOf("合计")).toBeUndefined();
  });

  test("经济分类款级栏的上级是类级栏，类级栏的上级是合计栏", () => {
    const { columns } = tableOf(LUXIAN, "财决05");
    const parentOf = (key: string): string | undefined =>
      columns[columns.find((column) => column.key === key)?.parent ?? -1]?.key;
    expect(parentOf("30101")).toBe("301");
    expect(parentOf("301")).toBe("合计");
    expect(columns.find((column) => column.key === "39999")?.label).toBe("39999 其他支出");
  });

  test("项目行带着说明栏", () => {
    const table = tableOf(SHIZHONG, "财决05-2");
    const row = table.rows[table.rowIndex.get("2010302/511100000012") ?? -1];
    expect(row).toMatchObject({ level: "project", name: "目标绩效奖励资金" });
    expect(row?.texts.get("项目类别")).toBe("特定目标类");
  });
});

test("部门还是单位：封面说得明白才判断", () => {
  expect(setOf("2023-乐山市金口河区人民政府办公室.xlsx").level).toBe("单位");
  expect(setOf(LUXIAN).level).toBeNull();
});
