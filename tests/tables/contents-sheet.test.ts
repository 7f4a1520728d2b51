import { beforeAll, expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import { tableFindings } from "../../src/tables/problems.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";
import { sheetOf } from "../fixtures/unknown-sheets.ts";

let workbook: Workbook;

beforeAll(async () => {
  workbook = await readExample("2023-泸县人民政府办公室.xlsx");
});

/** 示例工作簿前面加一张工作表以后，读表时发现的问题。 */
function findingsWith(sheet: Sheet): readonly Finding[] {
  return tableFindings(
    recogniseTables({ ...workbook, sheets: [sheet, ...workbook.sheets] }, "current"),
  );
}

test.each([
  [[["部门决算报表目录"], ["1", "收入支出决算总表"], ["2", "支出决算表"]]],
  [[["目录"], ["表号", "表名"], ["财决01表", "收入支出决算总表"], ["财决03表", "收入决算表"]]],
])("目录列着表名，不当作没有读成的表：%j", (lines) => {
  const findings = findingsWith(sheetOf("Sheet99", lines));
  expect(findings).toMatchObject([{ rule: "读表/未识别", severity: "note" }]);
  expect(findings[0]?.what).toContain("目录");
});

test("几张表叠在一张工作表里：不认，仍作为错误列出", () => {
  const stacked = sheetOf("合在一起", [
    ["收入支出决算总表"],
    ["", "", "金额单位：元"],
    ["甲", "乙"],
    ["一", 1],
    ["支出决算表"],
    ["", "", "金额单位：元"],
    ["二", 2],
  ]);
  expect(findingsWith(stacked).map(({ severity }) => severity)).toContain("error");
});
