import { expect, test } from "vitest";
import type { Correction } from "../../src/findings/culprit.ts";
import { writeCheckHtml } from "../../src/publish/check-html/check-html.ts";
import { writeCheckJson } from "../../src/publish/check-json.ts";
import type { CheckReport } from "../../src/publish/check-report.ts";
import { writeCheckXlsx } from "../../src/publish/check-xlsx/check-xlsx.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { sampleReport } from "./sample-report.ts";

const LINKS = { current: "决算.xlsx", prior: null };

/** 第一处笔误另牵连 `count` 格的报告。 */
function reportWith(count: number): CheckReport {
  const [culprit, ...others] = sampleReport.culprits;
  if (culprit === undefined) throw new Error("样例报告里没有笔误");
  const together = Array.from(
    { length: count },
    (_, index): Correction => ({
      address: `Q${index + 1}`,
      row: "2010301 行政运行",
      column: "基本支出",
      is: "1.00",
      shouldBe: "10000.00",
    }),
  );
  return { ...sampleReport, culprits: [{ ...culprit, together }, ...others] };
}

async function addressesInXlsx(report: CheckReport): Promise<string[]> {
  const { sheets } = await readWorkbook(writeCheckXlsx(report, LINKS), "核对结果.xlsx");
  const sheet = sheets.find(({ name }) => name === "最可能填错的单元格");
  return (sheet?.rows ?? []).flatMap((row = []) => row.map((cell) => cell?.text ?? ""));
}

test("牵连二十格以内全列", async () => {
  const report = reportWith(20);
  expect(writeCheckHtml(report).match(/!Q\d+/g)).toHaveLength(20);
  expect(writeCheckHtml(report)).not.toContain("其余见 JSON");
  const texts = await addressesInXlsx(report);
  expect(texts.filter((text) => /Q\d+$/.test(text))).toHaveLength(20);
});

test("整张表两千格：网页、表格只列前五格并计数，JSON 全列", async () => {
  const report = reportWith(2_000);
  const page = writeCheckHtml(report);
  expect(page.match(/!Q\d+/g)).toHaveLength(5);
  expect(page).toContain("共 2000 格，只列前 5 格");
  const texts = await addressesInXlsx(report);
  expect(texts.filter((text) => /Q\d+$/.test(text))).toHaveLength(5);
  expect(texts.filter((text) => text.includes("另有 1995 格"))).toHaveLength(1);
  expect(JSON.parse(writeCheckJson(report)).culprits[0].together).toHaveLength(2_000);
});

test("科目编码写错、只解释读表问题的：编码照原样，不说规则成立", async () => {
  const [culprit] = sampleReport.culprits;
  if (culprit === undefined) throw new Error("样例报告里没有笔误");
  const wrongCode = { column: "科目编码", is: "2010309", shouldBe: "2010301", explains: [] };
  const report = { ...sampleReport, culprits: [{ ...culprit, ...wrongCode }] };
  const page = writeCheckHtml(report);
  expect(page).toContain("现为 2010309，应为");
  expect(page).not.toContain("改正后，规则");
  expect(writeCheckHtml(sampleReport)).toContain("改正后，规则");
  const { sheets } = await readWorkbook(writeCheckXlsx(report, LINKS), "核对结果.xlsx");
  const sheet = sheets.find(({ name }) => name === "最可能填错的单元格");
  const codes = (sheet?.rows ?? []).flatMap((row = []) =>
    row.filter((cell) => /^20103/.test(cell?.text ?? "")),
  );
  expect(codes).toMatchObject([
    { kind: "text", text: "2010309" },
    { kind: "text", text: "2010301" },
  ]);
});
