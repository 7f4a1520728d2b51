import { describe, expect, test } from "vitest";
import { findCell } from "../../src/tables/access.ts";
import { forms } from "../../src/tables/generated/forms.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";
import type { Sheet } from "../../src/workbook/workbook.ts";
import { sheetOf } from "../fixtures/unknown-sheets.ts";

type Line = readonly (string | number)[];

/** 造一张公开表；`number` 为 null 时不印表号（有的地方不印）。 */
function publicSheet(title: string, number: string | null, body: readonly Line[]): Sheet {
  const head: Line[] = [
    [title],
    number === null ? [] : ["", "", "", `公开${number}表`],
    ["单位：某局", "", "2024年度", "金额单位：万元"],
  ];
  return sheetOf(title, [...head, ...body]);
}

function read(...sheets: readonly Sheet[]): TableSet {
  return recogniseTables(
    { fileName: "公开表.xlsx", format: "xlsx", sheets, damaged: [], notices: [] },
    "current",
  );
}

function readOne(sheet: Sheet, form: string): Table {
  const set = read(sheet);
  expect(set.unrecognised).toEqual([]);
  const table = set.byForm.get(form);
  if (table === undefined) throw new Error(`认作了 ${set.tables.map((t) => t.form.id).join("、")}`);
  expect(table.problems).toEqual([]);
  return table;
}

function amountIn(table: Table, row: string, column: string): number | undefined {
  return findCell(table, row, column)?.value;
}

const SUMMARY: readonly Line[] = [
  ["收入", "", "", "支出"],
  ["项目", "行次", "决算数", "项目", "行次", "决算数"],
  ["栏次", "", 1, "栏次", "", 2],
  ["一、一般公共预算财政拨款收入", 1, "1,234.56", "一、一般公共服务支出", 32, "1,200.00"],
  ["二、政府性基金预算财政拨款收入", 2, "", "二、外交支出", 33, ""],
  ["四、上级补助收入", 4, "", "三、国防支出", 34, ""],
  ["五、事业收入", 5, "", "四、公共安全支出", 35, ""],
  ["六、经营收入", 6, "", "五、教育支出", 36, ""],
  ["七、附属单位上缴收入", 7, "", "", "", ""],
  ["八、其他收入", 8, "", "", "", ""],
  ["本年收入合计", 27, "1,234.56", "本年支出合计", 58, "1,200.00"],
  ["使用非财政拨款结余（含专用结余）", 28, "", "结余分配", 59, ""],
  ["年初结转和结余", 29, "0.00", "年末结转和结余", 60, 34.56],
  ["总计", 31, "1,234.56", "总计", 62, "1,234.56"],
];

const SPENDING: readonly Line[] = [
  ["项目", "", "本年支出合计", "基本支出", "项目支出"],
  ["功能分类科目编码", "科目名称", "", "", ""],
  ["201", "一般公共服务支出", "12.30", "10.00", "2.30"],
  ["合计", "", "12.30", "10.00", "2.30"],
];

describe("公开表", () => {
  test.each(["01", null])("公开01，与财决01 同名（表号 %s）", (number) => {
    const table = readOne(publicSheet("收入支出决算总表", number, SUMMARY), "公开01");
    expect(amountIn(table, "收入.总计", "决算数")).toBe(1_234_560_000);
    expect(findCell(table, "支出.年末结转和结余", "决算数")).toMatchObject({
      low: 34_555_000,
      high: 34_564_999,
    });
    expect(table.moneyUnit).toBe("万元");
  });

  test("公开04，四分栏", () => {
    const table = readOne(
      publicSheet("财政拨款收入支出决算总表", "04", [
        ["收入", "", "", "支出"],
        [
          "项目",
          "行次",
          "金额",
          "项目",
          "行次",
          "合计",
          "一般公共预算财政拨款",
          "政府性基金预算财政拨款",
          "国有资本经营预算财政拨款",
        ],
        ["一、一般公共预算财政拨款", 1, 10, "一、一般公共服务支出", 33, 9, 9, "", ""],
        ["二、政府性基金预算财政拨款", 2, 5, "二、外交支出", 34, "", "", "", ""],
        ["三、国有资本经营预算财政拨款", 3, "", "三、国防支出", 35, "", "", "", ""],
        ["本年收入合计", 27, 15, "本年支出合计", 59, 14, 9, 5, ""],
        ["年初财政拨款结转和结余", 28, 3, "年末财政拨款结转和结余", 60, 4, 4, "", ""],
        ["一、一般公共预算财政拨款", 29, 2, "", "", "", "", "", ""],
        ["二、政府性基金预算财政拨款", 30, 1, "", "", "", "", "", ""],
        ["总计", 32, 18, "总计", 64, 18, 13, 5, ""],
      ]),
      "公开04",
    );
    expect(amountIn(table, "收入.政府性基金预算财政拨款", "决算数")).toBe(5_000_000);
    expect(amountIn(table, "年初.政府性基金预算财政拨款", "决算数")).toBe(1_000_000);
    expect(amountIn(table, "支出.本年支出合计", "决算数.政府性基金预算财政拨款")).toBe(5_000_000);
    expect(amountIn(table, "支出.总计", "决算数.合计")).toBe(18_000_000);
  });

  test.each(["06", "05", null])("公开06，合计在末行（表号 %s）", (number) => {
    const table = readOne(
      publicSheet("一般公共预算财政拨款支出决算表", number, SPENDING),
      "公开06",
    );
    expect(table.rows.map((row) => row.key)).toEqual(["合计", "201"]);
    expect(amountIn(table, "合计", "项目支出")).toBe(2_300_000);
  });

  test("公开12", () => {
    readOne(publicSheet("国有资本经营预算财政拨款支出决算表", "09", SPENDING), "公开12");
  });

  test.each([
    ["政府性基金预算财政拨款收入支出决算表", "08", "公开10"],
    ["政府性基金预算财政拨款收入支出决算表", null, "公开10"],
    ["国有资本经营预算财政拨款收入支出决算表", null, "公开11"],
  ])("%s（表号 %s）是 %s", (title, number, form) => {
    const table = readOne(
      publicSheet(title, number, [
        ["项目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
        ["科目编码", "科目名称", "", "", "小计", "基本支出", "项目支出", ""],
        ["合计", "", 1, 2, 2, "", 2, 1],
        ["212", "城乡社区支出", 1, 2, 2, "", 2, 1],
      ]),
      form,
    );
    expect(amountIn(table, "212", "本年支出.合计")).toBe(2_000_000);
    expect(amountIn(table, "合计", "年末结转和结余")).toBe(1_000_000);
  });

  const blocks = (split: boolean): readonly Line[] => {
    const head = split ? ["科目编码", ""] : ["科目编码"];
    const code = (text: string): string[] => (split ? [text.slice(0, 3), text.slice(3)] : [text]);
    const blank = code("").map(() => "");
    return [
      ["人员经费", ...blank, "", "公用经费"],
      [...head, "科目名称", "决算数", ...head, "科目名称", "决算数"],
      [...code("301"), "工资福利支出", 30, ...code("302"), "商品和服务支出", 8],
      [...code("30101"), "基本工资", 30, ...code("30201"), "办公费", 5],
      [...code("303"), "对个人和家庭的补助", 2, ...code("30299"), "其他商品和服务支出", 3],
      ["人员经费合计", ...blank, 32, "公用经费合计", ...blank, 8],
    ];
  };

  test.each([false, true])("公开08，编码拆成两格：%s", (split) => {
    const table = readOne(
      publicSheet("一般公共预算财政拨款基本支出决算明细表", "06", blocks(split)),
      "公开08",
    );
    expect(table.rows.map((row) => row.key).sort()).toEqual(
      ["301", "30101", "302", "30201", "30299", "303", "人员经费合计", "公用经费合计"].sort(),
    );
    expect(amountIn(table, "30299", "决算数")).toBe(3_000_000);
    expect(amountIn(table, "人员经费合计", "决算数")).toBe(32_000_000);
    const item = table.rows[table.rowIndex.get("30201") ?? -1];
    expect(table.rows[item?.parent ?? -1]?.key).toBe("302");
  });

  const ITEMS = [
    "合计",
    "因公出国（境）费",
    "小计",
    "公务用车购置费",
    "公务用车运行费",
    "公务接待费",
  ];
  const ORDER_A: readonly Line[] = [
    ["预算数", "", "", "", "", "", "决算数"],
    [
      "合计",
      "因公出国（境）费",
      "公务用车购置及运行费",
      "",
      "",
      "公务接待费",
      "合计",
      "因公出国（境）费",
      "公务用车购置及运行费",
      "",
      "",
      "公务接待费",
    ],
    [
      "",
      "",
      "小计",
      "公务用车购置费",
      "公务用车运行费",
      "",
      "",
      "",
      "小计",
      "公务用车购置费",
      "公务用车运行费",
      "",
    ],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    [21, 1, 12, 7, 5, 8, 14, "", 10, 6, 4, 4],
  ];
  const ORDER_B: readonly Line[] = [
    [
      "合计",
      "",
      "因公出国（境）费",
      "",
      "公务用车购置及运行费",
      "",
      "",
      "",
      "",
      "",
      "公务接待费",
      "",
    ],
    [
      "预算数",
      "决算数",
      "预算数",
      "决算数",
      "小计",
      "",
      "公务用车购置费",
      "",
      "公务用车运行费",
      "",
      "预算数",
      "决算数",
    ],
    ["", "", "", "", "预算数", "决算数", "预算数", "决算数", "预算数", "决算数", "", ""],
    [21, 14, 1, "", 12, 10, 7, 6, 5, 4, 8, 4],
  ];

  test.each([
    ["预算数、决算数各六栏", ORDER_A],
    ["逐项交替", ORDER_B],
  ])("公开13，%s", (_, body) => {
    const table = readOne(publicSheet("财政拨款“三公”经费支出决算表", null, body), "公开13");
    const values = (amount: string): (number | undefined)[] =>
      table.columns
        .filter((column) => column.key.startsWith(amount))
        .map((column) => amountIn(table, "合计", column.key));
    expect(values("预算数")).toEqual([21, 1, 12, 7, 5, 8].map((n) => n * 1_000_000));
    expect(values("决算数")).toEqual([14, 0, 10, 6, 4, 4].map((n) => n * 1_000_000));
    expect(values("预算数")).toHaveLength(ITEMS.length);
  });

  test("政府性基金“三公”表不当公开13", () => {
    const set = read(publicSheet("政府性基金预算财政拨款“三公”经费支出决算表", "12", ORDER_A));
    expect(set.tables).toEqual([]);
    expect(set.unrecognised).toHaveLength(1);
  });

  test("同名同版式、没有表号的支出决算表，随多数表算公开表", () => {
    const spending: readonly Line[] = [
      [
        "项目",
        "",
        "本年支出合计",
        "基本支出",
        "项目支出",
        "上缴上级支出",
        "经营支出",
        "对附属单位补助支出",
      ],
      ["科目编码", "科目名称"],
      ["合计", "", 12.3, 10, 2.3, "", "", ""],
    ];
    const set = read(
      publicSheet("支出决算表", null, spending),
      publicSheet("收入支出决算总表", null, SUMMARY),
    );
    expect(set.tables.map((table) => table.form.id)).toEqual(["公开01", "公开03"]);
    const alone = publicSheet("支出决算表", null, spending);
    expect(read(alone).tables[0]?.form.id).toBe("公开03");
    const rows = alone.rows.map((row) =>
      row?.map((cell) =>
        cell?.text === "金额单位：万元" ? { ...cell, text: "金额单位：元" } : cell,
      ),
    );
    expect(read({ ...alone, rows }).tables[0]?.form.id).toBe("财决04");
  });
});

describe("把握低的补充表照样收下", () => {
  test("财决附01 按行名", () => {
    const sheet = sheetOf("F01", [
      ["预算支出相关信息表"],
      ["", "", "", "财决附01表"],
      ["编制单位：某局", "", "2023年度", "金额单位：元"],
      ["项目", "行次", "年初数", "年末数"],
      ["栏次", "", 1, 2],
      ["一、资金结存", 1, 100, 200],
      ["　货币资金", 2, 100, 200],
      ["二、财政拨款结转", 3, 5, ""],
      ["三、以前没见过的科目", 4, 7, 8.5],
    ]);
    const table = readOne(sheet, "财决附01");
    expect(amountIn(table, "预算会计.货币资金", "年末数")).toBe(20_000);
    expect(amountIn(table, "预算会计.以前没见过的科目", "年末数")).toBe(850);
  });

  test("附05 是哪一张，看标题", () => {
    const spending = sheetOf("F05", [
      ["基本支出分项目收入支出情况表"],
      ["", "", "", "财决附05表"],
      ["编制单位：某局", "", "2023年度", "金额单位：元"],
      ["项目", "", "资金来源", "", "支出数"],
      ["科目编码", "科目名称", "合计", "财政拨款", ""],
      ["合计", "", 3, 3, 3],
      ["2010301", "行政运行", 3, 3, 3],
    ]);
    expect(amountIn(readOne(spending, "财决附05"), "2010301", "资金来源.财政拨款")).toBe(300);
    const procurement = sheetOf("F05", [
      ["政府采购情况表"],
      ["", "", "", "财决附05表"],
      ["编制单位：某局", "", "2021年度", "金额单位：元"],
      ["项目", "采购计划金额", "", "实际采购金额"],
      ["", "合计", "一般公共预算", "合计", "一般公共预算"],
      ["合计", 9, 9, 8, 8],
      ["货物", 9, 9, 8, 8],
      ["工程", "", "", "", ""],
      ["服务", "", "", "", ""],
    ]);
    expect(amountIn(readOne(procurement, "财决附05旧"), "采购.货物", "实际采购金额.合计")).toBe(
      800,
    );
  });
});

test("表样编号不重复，每张都写明依据", () => {
  expect(new Set(forms.map((form) => form.id)).size).toBe(forms.length);
  expect(forms.filter((form) => form.basis === "")).toEqual([]);
});
