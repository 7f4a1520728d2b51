import { describe, expect, test } from "vitest";
import type { CheckReport } from "../../src/publish/check-report.ts";
import { writeCheckXlsx } from "../../src/publish/check-xlsx/check-xlsx.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import type { Sheet } from "../../src/workbook/workbook.ts";
import { descendants, openPackage, packageFaults, parseXml, partText } from "./open-package.ts";
import { SHEET, sampleReport } from "./sample-report.ts";

const LINKS = { current: "../2023 #1示范县.xlsx", prior: null };
const bytes = writeCheckXlsx(sampleReport, LINKS);
const parts = openPackage(bytes);
const textAt = (sheet: Sheet | undefined, row: number) =>
  [...(sheet?.rows[row] ?? [])].map((cell) => cell?.text ?? "");

async function sheetsOf(report: CheckReport): Promise<readonly Sheet[]> {
  return (await readWorkbook(writeCheckXlsx(report, LINKS), "核对结果.xlsx")).sheets;
}

describe("表格报告", () => {
  test("包没有毛病；同样的结果得同样的字节", () => {
    expect(packageFaults(parts)).toEqual([]);
    expect(writeCheckXlsx(structuredClone(sampleReport), { ...LINKS })).toEqual(bytes);
  });

  test("核对结果：结论在上，各栏齐全，一条问题一行，数是数", async () => {
    const [results] = await sheetsOf(sampleReport);
    expect(results?.name).toBe("核对结果");
    expect(textAt(results, 0)[0]).toBe("部门决算核对结果：有错误，须更正");
    expect(textAt(results, 3)).toEqual(
      "序号 级别 规则 表 单元格 问题 为什么 怎么办 左边 右边 差额".split(" "),
    );
    expect(textAt(results, 4)).toEqual([
      ...["1", "错误", "A09", "财决01", "E37、O37"],
      ...["收入总计 12345678.90 元 & 支出总计不等。", "收支必须平衡。", "请核对两边各行。"],
      ...["12345678.9", "12345668.9", "10"],
    ]);
    expect(results?.rows[4]?.[8]?.kind).toBe("number");
    expect(results?.rows[5]?.[5]).toMatchObject({ kind: "text", text: "=1+1 开头的话。" });
    expect(textAt(results, 5)[4]).toBe("E1、E2、E3 等 20 格");
    expect(textAt(results, 6)[3]).toBe("上年财决01");
    expect(results?.rowCount).toBe(4 + sampleReport.findings.length);
  });

  test("表头冻结、可筛选、打印时每页重复，横向一页宽", () => {
    const sheet = partText(parts, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<pane ySplit="4" topLeftCell="A5"');
    expect(sheet).toContain('<autoFilter ref="A4:K8"/>');
    expect(sheet).toContain('orientation="landscape"');
    expect(partText(parts, "xl/workbook.xml")).toContain("核对结果'!$4:$4");
  });

  test("单元格链接到被核对的工作簿的那一格；没有给的上年工作簿不链接", () => {
    const sheet = parseXml(partText(parts, "xl/worksheets/sheet1.xml"));
    const links = descendants(sheet, "hyperlink").map(({ attributes }) => attributes);
    expect(links.map(({ ref, location }) => [ref, location])).toEqual([
      ["E5", `'${SHEET}'!E37`],
      ["E6", `'${SHEET}'!E1`],
    ]);
    const relations = parseXml(partText(parts, "xl/worksheets/_rels/sheet1.xml.rels"));
    for (const { attributes } of descendants(relations, "Relationship")) {
      expect(attributes.TargetMode).toBe("External");
      expect(decodeURIComponent(attributes.Target ?? "")).toBe(LINKS.current);
      expect(attributes.Target).not.toMatch(/[# ]/);
    }
  });

  test("其余各表：笔误、涉及的单元格逐格列出、已接受的、没有执行的", async () => {
    const sheets = await sheetsOf(sampleReport);
    expect(sheets.map(({ name }) => name)).toEqual([
      "核对结果",
      "最可能填错的单元格",
      "涉及的单元格",
      "已接受的问题",
      "没有执行的规则",
    ]);
    expect(textAt(sheets[1], 1).slice(1, 7)).toEqual([
      ...[`${SHEET}!E37`, "收入.总计", "决算数", "12345678.9", "12345668.9", "数字颠倒。"],
    ]);
    expect(textAt(sheets[1], 2)[6]).toBe("另一种可能：总计没有更新。");
    const cells = sampleReport.findings.reduce((sum, each) => sum + each.cells.length, 0);
    expect(sheets[2]?.rowCount).toBe(1 + cells);
    expect(textAt(sheets[3], 1)[3]).toBe("新增项目，见批复");
    expect(textAt(sheets[4], 1)).toEqual(["没有执行", "缺少财决10", "E01、E02"]);
  });

  test("没有问题也写得出：只有表头", async () => {
    const clean = { ...sampleReport, findings: [], culprits: [], accepted: [] };
    const [results] = await sheetsOf(clean);
    expect(textAt(results, 0)[0]).toContain("已执行的规则都通过");
    expect(results?.rowCount).toBe(4);
  });
});
