import { beforeAll, describe, expect, test } from "vitest";
import { findCell } from "../../src/tables/access.ts";
import { tableFindings } from "../../src/tables/problems.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { Cell, Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";
import { relayout } from "../fixtures/relayout.ts";
import { sheetOf, UNKNOWN_SHEETS } from "../fixtures/unknown-sheets.ts";

let workbook: Workbook;

beforeAll(async () => {
  workbook = await readExample("2023-泸县人民政府办公室.xlsx");
});

const Z01 = "Z01 收入支出决算总表(财决01表)";
const Z03 = "Z03 收入决算表(财决03表)";

/** 换掉一张工作表。 */
function withSheet(
  name: string,
  change: (sheet: Sheet) => Sheet,
  book: Workbook = workbook,
): Workbook {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  };
}

/** 换掉一格；行列从 0 起。 */
function withCell(
  name: string,
  row: number,
  column: number,
  cell: Cell | undefined,
  book: Workbook = workbook,
): Workbook {
  const change = (sheet: Sheet): Sheet => ({
    ...sheet,
    rows: sheet.rows.map((cells, r) => {
      if (r !== row) return cells;
      const copy = [...(cells ?? [])];
      copy[column] = cell;
      return copy;
    }),
  });
  return withSheet(name, change, book);
}

const text = (value: string): Cell => ({ kind: "text", text: value, formula: false });

function findingsOf(book: Workbook): ReturnType<typeof tableFindings> {
  return tableFindings(recogniseTables(book, "current"));
}

function only(book: Workbook): ReturnType<typeof tableFindings>[number] {
  const findings = findingsOf(book);
  expect(findings).toHaveLength(1);
  const [first] = findings;
  if (first === undefined) throw new Error("没有问题");
  return first;
}

describe("格里不是数", () => {
  test("金额格里写文字：读不出，不按 0", () => {
    const book = withCell(Z01, 36, 4, text("见附件"));
    const table = recogniseTables(book, "current").byForm.get("财决01");
    expect(table === undefined ? undefined : findCell(table, "收入.总计", "决算数")?.state).toBe(
      "unreadable",
    );
    expect(only(book)).toMatchObject({
      rule: "读表/文字金额",
      severity: "error",
      cells: [{ sheet: Z01, address: "E37", row: "收入.总计", column: "决算数", value: "见附件" }],
    });
  });

  test("公式错误", () => {
    const error: Cell = { kind: "error", text: "#REF!", formula: true };
    expect(only(withCell(Z01, 36, 4, error))).toMatchObject({
      rule: "读表/公式错误",
      severity: "error",
      cells: [{ address: "E37", value: "#REF!" }],
    });
  });

  test("日期", () => {
    const date: Cell = { kind: "date", text: "2023-01-01", formula: false };
    expect(only(withCell(Z01, 36, 4, date)).rule).toBe("读表/文字金额");
  });

  test("元表写到分以下", () => {
    const cell: Cell = { kind: "number", text: "19706831.456", formula: false };
    expect(only(withCell(Z01, 36, 4, cell))).toMatchObject({
      rule: "读表/小数过多",
      severity: "warning",
    });
  });

  test.each(["—", "-", "－", "一", "/"])("“%s”不是错", (dash) => {
    const book = withCell(Z01, 14, 4, text(dash));
    expect(findingsOf(book)).toEqual([]);
  });
});

describe("行和栏", () => {
  test("科目重复", () => {
    const book = withCell(Z03, 12, 0, text("2010301"));
    const found = findingsOf(book).find((finding) => finding.rule === "读表/重复科目");
    expect(found?.severity).toBe("error");
    expect(found?.what).toContain("第 12、13 行");
    expect(found?.cells.map((cell) => cell.address)).toEqual(["E12", "E13"]);
  });

  test("编码位数不对", () => {
    expect(only(withCell(Z03, 12, 0, text("201030"))).rule).toBe("读表/科目编码");
  });

  test("没有编码也没有名称却有数的行", () => {
    const book = withCell(Z03, 12, 3, undefined, withCell(Z03, 12, 0, undefined));
    expect(only(book)).toMatchObject({ rule: "读表/未识别行", cells: [{ address: "E13" }] });
  });

  test("缺一栏：指出栏名，不拿别的栏顶替", () => {
    const set = recogniseTables(withCell(Z03, 3, 9, undefined), "current");
    const table = set.byForm.get("财决03");
    expect(table?.columnIndex.has("经营收入")).toBe(false);
    expect(tableFindings(set).map((finding) => finding.rule)).toEqual(["读表/缺少栏目"]);
  });

  test("多出一栏而且有数：列出，不混入别的栏", () => {
    const book = withCell(Z03, 3, 9, text("地方补充收入"));
    const found = findingsOf(book).map((finding) => finding.rule);
    expect(found).toEqual(["读表/缺少栏目"]);
    const set = recogniseTables(withCell(Z03, 3, 5, text("地方补充收入")), "current");
    expect(tableFindings(set).map((finding) => finding.rule)).toEqual([
      "读表/缺少栏目",
      "读表/未识别栏目",
    ]);
  });

  test("缺一行", () => {
    const found = findingsOf(withCell(Z01, 36, 0, text("总　　数"))).map((finding) => finding.rule);
    expect(found).toEqual(["读表/缺少行", "读表/未识别行"]);
  });
});

describe("认错表的危险", () => {
  test("财政总决算的表不当部门决算的表", () => {
    const foreign = UNKNOWN_SHEETS.find((sheet) => sheet.name.startsWith("J01"));
    const set = recogniseTables(
      { ...workbook, sheets: foreign === undefined ? [] : [foreign] },
      "current",
    );
    expect(set.tables).toEqual([]);
    expect(set.unrecognised[0]?.why).toContain("财政总决算");
    expect(tableFindings(set)[0]).toMatchObject({ rule: "读表/没有可读的表", severity: "error" });
  });

  test.each([
    "2023年度某县一般公共预算收入决算表",
    "2023年度某县政府性基金支出决算表",
    "某县2023年财政总决算",
  ])("“%s”不当财决表", (title) => {
    const book = withSheet(Z03, (sheet) => ({
      ...retitled(sheet, title, undefined),
      name: "Sheet3",
    }));
    const set = recogniseTables(book, "current");
    expect(set.byForm.has("财决03")).toBe(false);
    expect(set.unrecognised[0]?.why).toContain("财政总决算");
  });

  test("单位名称里有“基金”“预算”二字，标题照样认得", () => {
    const unit = "某市社会保险基金预算编审中心";
    const sheet = retitled(sheetNamed(Z03), `2023年度${unit}收入决算表`, text("财决03表"));
    const renamed = {
      ...sheet,
      name: "Sheet1",
      rows: sheet.rows.map((row, r) =>
        r === 2 ? row?.map((cell, c) => (c === 0 ? text(`编制单位：${unit}`) : cell)) : row,
      ),
    };
    const set = recogniseTables({ ...workbook, sheets: [renamed] }, "current");
    expect(set.tables.map((table) => table.form.id)).toEqual(["财决03"]);
  });

  function sheetNamed(name: string): Sheet {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new Error(`没有工作表 ${name}`);
    return sheet;
  }

  function retitled(sheet: Sheet, title: string, corner: Cell | undefined): Sheet {
    const rows = sheet.rows.map((row, r) => {
      if (r === 0) return [text(title)];
      return r === 1 ? row?.map((cell) => (cell === undefined ? cell : corner)) : row;
    });
    return { ...sheet, rows };
  }

  test("标题与表号打架，工作表名作证", () => {
    const book = withSheet(Z03, (sheet) => retitled(sheet, "收入决算表", text("财决04表")));
    expect(only(book)).toMatchObject({ rule: "读表/表号标题不符", severity: "warning" });
  });

  test("标题与表号打架又没有旁证：不认，作为错误列出", () => {
    const book = withSheet(Z03, (sheet) => ({
      ...retitled(sheet, "收入决算表", text("财决04表")),
      name: "Sheet1",
    }));
    const findings = findingsOf(book);
    expect(findings.map((finding) => [finding.rule, finding.severity])).toEqual([
      ["读表/表读不成", "error"],
      ["读表/缺少表", "warning"],
    ]);
    expect(findings[0]?.what).toContain("收入决算表");
  });

  test("2018 年度的资产负债简表占着财决12 的表号，不当财决12", () => {
    const sheet = sheetOf("Z12 资产负债简表(财决12表)", [
      ["资产负债简表"],
      ["", "", "", "财决12表"],
      ["编制单位：某局", "", "2018年度", "金额单位：元"],
      ["项目", "行次", "年初数", "年末数"],
      ["一、资产类", 1, 100, 200],
    ]);
    const set = recogniseTables({ ...workbook, sheets: [sheet] }, "current");
    expect(set.tables).toEqual([]);
    expect(set.unrecognised).toMatchObject([{ kind: "other" }]);
    expect(set.unrecognised[0]?.why).toContain("2018 年度及以前");
  });

  test("标题、表号俱全而表里不是那张表：不认", () => {
    const sheet = sheetOf("Z05 支出决算明细表(财决05表)", [
      ["支出决算明细表"],
      ["", "财决05表"],
      ["本表不公开"],
    ]);
    const set = recogniseTables({ ...workbook, sheets: [sheet] }, "current");
    expect(set.unrecognised).toMatchObject([{ kind: "misfit" }]);
  });

  test("同一张表有两份：只读一份，另一份列出", () => {
    const copy = { ...sheetNamed(Z03), name: "Z03 收入决算表(财决03表) (2)" };
    const book = { ...workbook, sheets: [...workbook.sheets, copy] };
    expect(only(book)).toMatchObject({ rule: "读表/重复工作表", severity: "warning" });
    expect(recogniseTables(book, "current").byForm.get("财决03")?.sheet).toBe(Z03);
  });

  test("标题、表号、工作表名都没有：行名固定的表凭行名认，其余不猜", () => {
    const bare = (name: string, sheetName: string): Sheet => {
      const sheet = sheetNamed(name);
      return {
        ...sheet,
        name: sheetName,
        rows: sheet.rows.map((row, r) => (r < 2 ? undefined : row)),
      };
    };
    const sheets = [bare(Z01, "Sheet1"), bare(Z03, "Sheet2")];
    const set = recogniseTables({ ...workbook, sheets }, "current");
    expect(set.tables.map((table) => table.form.id)).toEqual(["财决01"]);
    expect(set.unrecognised).toMatchObject([{ sheet: "Sheet2", kind: "other" }]);
  });

  test("缺一张必有的表", () => {
    const sheets = workbook.sheets.filter((sheet) => sheet.name !== Z03);
    expect(only({ ...workbook, sheets })).toMatchObject({
      rule: "读表/缺少表",
      severity: "warning",
    });
  });

  test("空白的工作表若自称是财决表，作为错误列出", () => {
    const book = withSheet(Z03, (sheet) => ({
      ...sheet,
      rows: [],
      rowCount: 0,
      columnCount: 0,
      merges: [],
    }));
    expect(findingsOf(book)[0]).toMatchObject({ rule: "读表/表读不成", severity: "error" });
  });
});

describe("单位、年度", () => {
  test("元、万元混用", () => {
    const wan = relayout(workbook, { wan: true });
    const sheets = workbook.sheets.map((sheet, i) =>
      sheet.name === Z03 ? (wan.sheets[i] ?? sheet) : sheet,
    );
    expect(only({ ...workbook, sheets })).toMatchObject({
      rule: "读表/单位混用",
      severity: "error",
    });
  });

  test("金额单位没有印：随其他表，并列出", () => {
    const book = withCell(Z03, 2, 11, undefined);
    expect(only(book)).toMatchObject({ rule: "读表/金额单位不明", severity: "warning" });
    expect(recogniseTables(book, "current").byForm.get("财决03")?.moneyUnit).toBe("元");
  });

  test("千元表不读", () => {
    const book = withCell(Z03, 2, 11, text("金额单位：千元"));
    expect(recogniseTables(book, "current").unrecognised[0]?.why).toContain("千元");
  });

  test("一张表的年度、单位与其他表不同", () => {
    const year = withCell(Z03, 2, 5, text("2022年度"));
    expect(only(year)).toMatchObject({ rule: "读表/年度不一致", severity: "warning" });
    const unit = withCell(Z03, 2, 0, text("编制单位：别的单位"));
    expect(only(unit)).toMatchObject({ rule: "读表/单位名称不一致", severity: "warning" });
  });
});

describe("万元表按印出的小数取区间", () => {
  test.each([
    ["1970.68", 1_970_675_000, 1_970_684_999],
    ["1970.6", 1_970_595_000, 1_970_604_999],
    ["1970.683145", 1_970_683_145, 1_970_683_145],
  ])("%s 万元", (printed, low, high) => {
    const wan = relayout(workbook, { wan: true });
    const cell: Cell = { kind: "number", text: printed, formula: false };
    const book = withCell(Z01, 36, 4, cell, wan);
    const table = recogniseTables(book, "current").byForm.get("财决01");
    expect(table === undefined ? null : findCell(table, "收入.总计", "决算数")).toMatchObject({
      low,
      high,
    });
  });
});
