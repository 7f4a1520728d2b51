import { expect, test } from "vitest";
import { mistakeFinding } from "../../src/checks/own-rules/own-rule.ts";
import { RULE_SHEET_HEADERS, readRuleSheet } from "../../src/checks/own-rules/rule-sheet.ts";
import { findListSheets } from "../../src/tables/list-sheets.ts";
import type { Cell, Workbook } from "../../src/workbook/workbook.ts";

const GOOD = "财决01[收入.总计, 决算数] = 财决01[支出.总计, 决算数]";

function workbookOf(name: string, lines: readonly (readonly string[])[]): Workbook {
  const rows = lines.map((line) =>
    line.map((text): Cell | undefined =>
      text === ""
        ? undefined
        : { kind: text.startsWith("#") ? "error" : "text", text, formula: false },
    ),
  );
  const sheet = { name, hidden: false, rowCount: rows.length, columnCount: 9, rows, merges: [] };
  return { fileName: "甲.xlsx", format: "xlsx", sheets: [sheet], damaged: [], notices: [] };
}

function readSheet(lines: readonly (readonly string[])[]) {
  const [list] = findListSheets(workbookOf("审核公式", lines), RULE_SHEET_HEADERS);
  if (list === undefined) throw new Error("没有认出");
  return readRuleSheet(list);
}

test("凭表头认，次序、位置、空格、空行都不限", () => {
  const { rules, mistakes } = readSheet([
    ["某县财政局审核公式"],
    [],
    ["", "说明", "年 度", "公式", "级别", "编号", "备注"],
    ["", "收支平衡", "2022-", GOOD, "错误", "县01", "随便写"],
    [],
    ["", "", "", GOOD, "", "县02"],
  ]);
  expect(mistakes).toEqual([]);
  expect(rules.map(({ rule }) => [rule.id, rule.title, rule.severity, rule.years])).toEqual([
    ["县01", "收支平衡", "error", "2022-"],
    ["县02", GOOD, "warning", "2000-"],
  ]);
  expect(rules[0]?.rule.basis).toBe("本地自定，见工作表“审核公式”D4");
});

test("写错的一行指出单元格，其余照用", () => {
  const { rules, mistakes } = readSheet([
    ["编号", "级别", "公式", "说名", "年度"],
    ["县01", "错误", "财决01[收入.总记, 决算数] = 1"],
    ["县02", "错误", "#NAME?"],
    ["", "警告", GOOD],
    ["县03", "警告"],
    ["县04", "警告", GOOD],
  ]);
  expect(rules.map(({ rule }) => rule.id)).toEqual(["县04"]);
  const findings = mistakes.map(mistakeFinding);
  expect(findings.map(({ cells }) => cells[0]?.address)).toEqual(["D1", "C2", "C3", "C4", "A5"]);
  expect(findings.map(({ severity }) => severity)).toEqual(["note", ...Array(4).fill("error")]);
  const [header, row, broken, unnamed, bare] = findings.map(({ message }) => message);
  expect(header).toContain("是不是“说明”？");
  expect(row).toContain("工作表“审核公式”C2（规则 县01）");
  expect(row).toContain("“收入.总记”是不是“收入.总计”？");
  expect(broken).toContain("公式开头不要写等号");
  expect(unnamed).toContain("没有写编号");
  expect(bare).toContain("没有写公式");
});

test("只写了别的栏的一行不是规则；没有编号的公式错误也指出", () => {
  const { rules, mistakes } = readSheet([
    ["编号", "公式", "备注"],
    ["", "", "小计"],
    ["", "#REF!"],
    ["县01", GOOD],
  ]);
  expect(rules.map(({ rule }) => [rule.id, rule.basis])).toEqual([
    ["县01", "本地自定，见工作表“审核公式”B4"],
  ]);
  expect(rules[0]?.cases).toEqual([]);
  expect(rules[0]?.place.cell).toMatchObject({ address: "B4", row: "县01", column: "公式" });
  expect(mistakes).toMatchObject([
    { id: null, fatal: true, place: { cell: { address: "B3", row: "", column: "公式" } } },
  ]);
});

test("没有编号、公式两栏的工作表不是", () => {
  const other = workbookOf("备注", [
    ["编号", "说明"],
    ["1", "公式"],
  ]);
  expect(findListSheets(other, RULE_SHEET_HEADERS)).toEqual([]);
});
