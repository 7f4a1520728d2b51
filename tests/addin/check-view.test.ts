import { expect, test } from "vitest";
import {
  checkReport,
  groupedNumber,
  intentOf,
  shownContent,
} from "../../addin/taskpane/check/check-report.ts";
import { findingsSheet } from "../../addin/taskpane/check/findings-sheet.ts";
import {
  filterFindings,
  firstOf,
  groupFindings,
  groupNames,
  isFiltered,
  WHOLE_LIST,
} from "../../addin/taskpane/check/findings-view.ts";
import type { SheetCell } from "../../src/publish/spreadsheet/model.ts";
import { writeWorkbook } from "../../src/publish/spreadsheet/write-workbook.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { openExample, placeOf, settled } from "./workbook-session-fixture.ts";

/** 改错两张表各一格，再把一格写成读不出的文字。 */
async function brokenOutcome() {
  const { workbook, host, session } = await openExample();
  await session.check();
  host.edit(placeOf(workbook, "财决01", "收入.总计", "决算数"), "123");
  host.edit(placeOf(workbook, "财决04", "合计", "基本支出"), "不详");
  const { outcome } = await settled(session, 2);
  session.close();
  if (outcome === null) throw new Error("没有核对");
  return outcome;
}

test("筛选：按严重程度、表、文字；都不改变次序", async () => {
  const { open } = await brokenOutcome();
  expect(filterFindings(open, WHOLE_LIST)).toEqual(open);
  expect(isFiltered(WHOLE_LIST)).toBe(false);

  const errors = filterFindings(open, { ...WHOLE_LIST, severities: new Set(["error"]) });
  expect(errors).toEqual(open.filter((one) => one.finding.severity === "error"));
  expect(filterFindings(open, { ...WHOLE_LIST, severities: new Set(["note"]) })).toEqual(
    open.filter((one) => one.finding.severity === "note"),
  );

  const of04 = filterFindings(open, { ...WHOLE_LIST, group: "财决04" });
  expect(of04.length).toBeGreaterThan(0);
  expect(of04.every((one) => one.groups.includes("财决04"))).toBe(true);

  const found = filterFindings(open, { ...WHOLE_LIST, search: "a09  总计" });
  expect(found.map((one) => one.finding.rule)).toEqual(["A09"]);
  expect(filterFindings(open, { ...WHOLE_LIST, search: "没有这样的话" })).toEqual([]);
});

test("分组：每条恰好在一组；表的次序随表号", async () => {
  const { open, current } = await brokenOutcome();
  for (const by of ["severity", "group"] as const) {
    const groups = groupFindings(open, by, current);
    expect(groups.flatMap((group) => group.findings)).toHaveLength(open.length);
    expect(new Set(groups.flatMap((group) => group.findings))).toEqual(new Set(open));
    expect(groups.every((group) => group.findings.length > 0)).toBe(true);
  }
  const forms = current.tables.map((table) => table.form.id);
  const names = groupNames(open, current).filter((name) => forms.includes(name));
  expect(names).toEqual(forms.filter((form) => names.includes(form)));
});

test("只显示前几条：跨组数，空组不显示", async () => {
  const { open, current } = await brokenOutcome();
  const groups = groupFindings(open, "group", current);
  for (let limit = 0; limit <= open.length + 1; limit++) {
    const shown = firstOf(groups, limit);
    expect(shown.flatMap((group) => group.findings)).toEqual(
      groups.flatMap((group) => group.findings).slice(0, limit),
    );
    expect(shown.every((group) => group.findings.length > 0)).toBe(true);
  }
});

test("数加千分位，不是数的原样", () => {
  expect(groupedNumber("-19706708.45")).toBe("-19,706,708.45");
  expect(groupedNumber("123")).toBe("123");
  expect(groupedNumber("1000")).toBe("1,000");
  expect(groupedNumber("0.00")).toBe("0.00");
  expect(groupedNumber("不详")).toBe("不详");
});

test("应为的内容：数加千分位，科目编码照原样", () => {
  expect(shownContent("基本支出", "1234.50")).toBe("1,234.50");
  expect(shownContent("编制人数.合计", "1200")).toBe("1,200");
  expect(shownContent("科目编码", "2010301")).toBe("2010301");
});

test("写成工作表：每条问题一行，数是数，格是地址；写成文件再读回来一样", async () => {
  const outcome = await brokenOutcome();
  expect(intentOf(checkReport(outcome))).toBe("error");
  const model = findingsSheet(outcome);
  expect(model.name).toBe("核对结果");
  const rules = model.rows.slice(2).map((row) => textOf(row.cells[1]));
  expect(rules.slice(0, outcome.open.length)).toEqual(outcome.open.map((one) => one.finding.rule));
  const at = outcome.open.findIndex((one) => one.finding.rule === "A09");
  const row = model.rows[at + 2];
  expect(row?.cells[4]).toMatchObject({ kind: "number", decimal: "123.00" });
  expect(row?.cells[6]).toMatchObject({
    kind: "number",
    decimal: outcome.open[at]?.finding.difference,
  });
  expect(textOf(row?.cells[10])).toMatch(/^'Z01 [^']+'!E37\n'Z01 [^']+'!O37$/);
  for (const { height } of model.rows) expect(height ?? 0).toBeLessThanOrEqual(409);

  const bytes = await writeWorkbook([model]);
  const [sheet] = (await readWorkbook(bytes, "核对结果.xlsx")).sheets;
  expect(sheet?.rows[at + 2]?.[1]?.text).toBe("A09");
  expect(sheet?.rows[at + 2]?.[4]?.text).toBe("123");
});

function textOf(cell: SheetCell | undefined): string {
  return cell?.kind === "text" ? cell.runs.map((run) => run.text).join("") : "";
}
