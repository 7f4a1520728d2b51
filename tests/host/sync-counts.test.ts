import { beforeAll, describe, expect, test } from "vitest";
import type { HostSheet } from "../../addin/host/host.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { referencePair } from "../bench/reference.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";
import { draftExample, narratives, openExample } from "../narrative/example-drafts.ts";
import { PAYLOAD_LIMIT, type TestExcel } from "./excel/test-excel.ts";
import { openExcel } from "./open-excel.ts";

let draft: { workbook: Workbook; sheets: readonly HostSheet[] };

beforeAll(async () => {
  const [narrative] = narratives;
  if (narrative === undefined) throw new Error("没有示例");
  const example = await openExample(narrative);
  draft = { workbook: example.currentWorkbook, sheets: draftSheets(draftExample(example)) };
});

describe("读", () => {
  test.each(["1.7", "1.15"])("基准工作簿 25 张表：至多 3 次同步（要求集 %s）", async (excelApi) => {
    const workbook = asWorkbook(referencePair().current);
    const { excel, host } = await openExcel(workbook, { excelApi });
    const started = performance.now();
    const read = await host.readWorkbook();
    const milliseconds = Math.round(performance.now() - started);
    report(`基准工作簿（${workbook.sheets.length} 张表，${milliseconds} 毫秒）`, excel);
    expect(read.sheets).toHaveLength(25);
    expect(excel.syncs).toBeLessThanOrEqual(3);
  });

  test.each(EXAMPLE_NAMES)("%s：至多 3 次同步", async (name) => {
    const { excel, host } = await openExcel(await readExample(name));
    await host.readWorkbook();
    expect(excel.syncs).toBeLessThanOrEqual(3);
  });

  test("已有我们写的表也不多读", async () => {
    const { excel, host } = await openExcel(draft.workbook);
    await host.writeSheets(draft.sheets);
    excel.resetCount();
    await host.readWorkbook();
    expect(excel.syncs).toBeLessThanOrEqual(3);
  });

  test("大工作簿每 4 MB 左右多一次同步，每次都不超过 5 MB", async () => {
    const cells = 1_500_000;
    const { excel, host } = await openExcel(draft.workbook, {
      seed: { sheets: Array.from({ length: 10 }, (_, index) => numbers(`表${index}`, cells / 10)) },
    });
    const read = await host.readWorkbook();
    report(`${cells} 格`, excel);
    expect(read.damaged).toEqual([]);
    expect(read.sheets.map((sheet) => sheet.rowCount)).toEqual(Array(10).fill(cells / 10 / 100));
    const bytes = excel.requests.reduce((sum, each) => sum + each.responseBytes, 0);
    expect(excel.syncs).toBeLessThanOrEqual(3 + Math.ceil(bytes / 3_000_000));
    expect(excel.requests.every((each) => each.responseBytes < PAYLOAD_LIMIT)).toBe(true);
  });

  test("文字特别多，一次传不完：对半拆开再读，一格不少", async () => {
    const long = "字".repeat(30_000);
    const rows = Array.from({ length: 80 }, (_, row) => [`第${row}行`, long]);
    const { excel, host } = await openExcel(draft.workbook, {
      seed: { sheets: [{ name: "长文", rows }] },
    });
    const read = await host.readWorkbook();
    report("7 MB 文字", excel);
    expect(read.damaged).toEqual([]);
    expect(read.sheets[0]?.rows.map((row) => row?.[0]?.text)).toEqual(rows.map(([name]) => name));
  });
});

describe("写", () => {
  test.each(["1.7", "1.15"])("插入说明与图：至多 3 次同步（要求集 %s）", async (excelApi) => {
    const { excel, host } = await openExcel(draft.workbook, { excelApi });
    for (const time of ["第一次插入", "再插入一次"]) {
      excel.resetCount();
      const started = performance.now();
      expect(await host.writeSheets(draft.sheets)).toMatchObject({ kind: "complete" });
      const milliseconds = Math.round(performance.now() - started);
      report(`${time}（要求集 ${excelApi}，${milliseconds} 毫秒）`, excel);
      expect(excel.syncs).toBeLessThanOrEqual(3);
    }
    expect(excel.refused).toEqual([]);
  });

  test("用完的区域都放掉了", async () => {
    const { excel, host } = await openExcel(draft.workbook);
    await host.readWorkbook();
    await host.writeSheets(draft.sheets);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(excel.references.size).toBe(0);
  });
});

function numbers(name: string, cells: number) {
  const rows = Array.from({ length: cells / 100 }, (_, row) =>
    Array.from({ length: 100 }, (_, column) => row * 100 + column + 0.25),
  );
  return { name, rows };
}

function report(what: string, { requests, syncs }: TestExcel): void {
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
  const each = requests
    .filter(({ kind }) => kind === "sync")
    .map(
      ({ actions, requestBytes, responseBytes }) =>
        `${actions} 个动作，发 ${kilobytes(requestBytes)}，收 ${kilobytes(responseBytes)}`,
    );
  console.log(`${what}：${syncs} 次同步\n  ${each.join("\n  ")}`);
}
