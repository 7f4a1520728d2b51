import { beforeAll, describe, expect, test } from "vitest";
import { checkTables } from "../../../src/checks/check.ts";
import { diagnose } from "../../../src/checks/diagnosis/diagnose.ts";
import { blameReadings } from "../../../src/checks/diagnosis/reading-findings.ts";
import type { Culprit } from "../../../src/findings/culprit.ts";
import type { Finding } from "../../../src/findings/finding.ts";
import { tableFindings } from "../../../src/tables/problems.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import { cellAddress } from "../../../src/workbook/addresses.ts";
import type { Cell, Sheet, Workbook } from "../../../src/workbook/workbook.ts";
import { readExample } from "../../fixtures/examples.ts";
import { EXAMPLE } from "./planted.ts";

type Row = Sheet["rows"][number];

let workbook: Workbook;

beforeAll(async () => {
  workbook = await readExample(EXAMPLE);
});

/** 改一张表的各行之后重新认表、核对、诊断。 */
function afterEdit(
  sheetCode: string,
  edit: (rows: readonly Row[]) => Row[],
): { readonly culprits: readonly Culprit[]; readonly readings: readonly Finding[] } {
  const sheets = workbook.sheets.map((sheet) => {
    if (!sheet.name.startsWith(`${sheetCode} `)) return sheet;
    const rows = edit(Array.from(sheet.rows));
    return { ...sheet, rows, rowCount: rows.length };
  });
  expect(sheets).not.toEqual(workbook.sheets);
  const current = recogniseTables({ ...workbook, sheets }, "current");
  const books = { current, prior: null };
  const { culprits, findings } = blameReadings(
    tableFindings(current),
    diagnose(checkTables({ current }), books).culprits,
    books,
  );
  return { culprits, readings: findings };
}

function has(row: Row, code: string): boolean {
  return row?.some((cell) => cell?.text === code) ?? false;
}

describe("多一行、少一行", () => {
  test("漏了一个科目：说出是哪一个、各栏应是多少", () => {
    const { culprits } = afterEdit("Z04", (rows) => rows.filter((row) => !has(row, "2080505")));
    expect(culprits.filter(({ alternative }) => alternative !== true)).toHaveLength(1);
    expect(culprits[0]).toMatchObject({
      sheet: expect.stringMatching(/^Z04/),
      row: expect.stringContaining("缺少的一行 2080505（应在“20805"),
      is: "",
    });
    expect(culprits[0]?.clue).toContain("疑似漏了一行");
    expect(Number(culprits[0]?.shouldBe)).toBeGreaterThan(0);
  });

  test("漏了一个类，它的款项还在：上级的合计不受影响", () => {
    const { culprits } = afterEdit("Z04", (rows) => rows.filter((row) => !has(row, "208")));
    expect(culprits[0]?.row).toContain("缺少的一行 208（");
  });

  test("漏了一个项目", () => {
    const projects = workbook.sheets
      .find(({ name }) => name.startsWith("Z05_2 "))
      ?.rows.filter((row) => row?.some((cell) => /^\d{10,}/.test(cell?.text ?? "")));
    const [first] = projects ?? [];
    const { culprits } = afterEdit("Z05_2", (rows) => rows.filter((row) => row !== first));
    expect(culprits[0]?.sheet).toMatch(/^Z05_2/);
    expect(culprits[0]?.row).toMatch(/^缺少的一行 \d{7}\/\d+（/);
  });

  test("同一个科目写了两遍：多出的一行各栏应为零，读表的问题也归到它", () => {
    const { culprits, readings } = afterEdit("Z04", (rows) =>
      rows.flatMap((row) => (has(row, "2080505") ? [row, row] : [row])),
    );
    expect(culprits[0]?.clue).toContain("重复了一行");
    expect(culprits[0]?.shouldBe).toBe("0.00");
    const blamed = readings.filter(({ culprit }) => culprit !== undefined);
    expect(blamed.map(({ rule }) => rule)).toEqual(["读表/重复科目"]);
    expect(blamed[0]?.culprit).toBe(`${culprits[0]?.sheet}!${culprits[0]?.address}`);
  });

  test("科目编码写错：指出应是哪个编码", () => {
    const { culprits } = afterEdit("Z04", (rows) =>
      rows.map((row) =>
        row?.map((cell): Cell | undefined =>
          cell?.text === "2080505" ? { ...cell, text: "2080507" } : cell,
        ),
      ),
    );
    expect(culprits[0]?.clue).toContain("的编码疑似应为 2080505");
  });
});

describe("没有别的关系可以推算的表（基本数字表）", () => {
  test("科目编码写错：指到编码那一格，应为哪个编码", () => {
    const { culprits, readings } = afterEdit("F02", (rows) =>
      rows.map((row) =>
        row?.map((cell): Cell | undefined =>
          cell?.text === "2010301" ? { ...cell, text: "2010309" } : cell,
        ),
      ),
    );
    const sheet = workbook.sheets.find(({ name }) => name.startsWith("F02 "));
    const row = sheet?.rows.findIndex((each) => has(each, "2010301")) ?? -1;
    const column = sheet?.rows[row]?.findIndex((cell) => cell?.text === "2010301") ?? -1;
    expect(culprits).toMatchObject([
      {
        address: cellAddress(row, column),
        row: "2010309 行政运行",
        column: "科目编码",
        is: "2010309",
        shouldBe: "2010301",
      },
    ]);
    expect(readings.map(({ rule, culprit }) => [rule, culprit])).toEqual([
      ["读表/编码名称不符", `${sheet?.name}!${cellAddress(row, column)}`],
    ]);
  });

  test("漏了一个款：各栏由下级相加", () => {
    const { culprits } = afterEdit("F02", (rows) => rows.filter((row) => !has(row, "20103")));
    expect(culprits[0]?.row).toMatch(/^缺少的一行 20103（应在“201 /);
    const sheet = workbook.sheets.find(({ name }) => name.startsWith("F02 "));
    const left = sheet?.rows.find((row) => has(row, "20103"))?.flatMap((cell) => cell?.text ?? []);
    for (const each of [...culprits, ...(culprits[0]?.together ?? [])]) {
      expect(left).toContain(each.shouldBe);
    }
  });
});

test("读不出的格：读表的问题上写明应有的数从哪里来", () => {
  const { culprits, readings } = afterEdit("Z04", (rows) =>
    rows.map((row) =>
      has(row, "2080505")
        ? row?.map((cell): Cell | undefined =>
            cell?.kind === "number" ? { kind: "text", text: "另附", formula: false } : cell,
          )
        : row,
    ),
  );
  expect(culprits.length).toBeGreaterThan(1);
  for (const { is, shouldBe } of culprits) {
    expect(is).toBe("另附");
    expect(Number(shouldBe)).toBeGreaterThan(0);
  }
  const unreadable = readings.filter(({ rule }) => rule === "读表/文字金额");
  expect(unreadable.length).toBeGreaterThan(0);
  for (const { culprit, clue } of unreadable) {
    expect(culprit).toMatch(/^Z04/);
    expect(clue).toContain("读不成数");
  }
});
