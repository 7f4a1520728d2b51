import { beforeAll, describe, expect, test } from "vitest";
import type { HostSheet } from "../../addin/host/host.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { draftExample, narratives, openExample } from "../narrative/example-drafts.ts";
import { openExcel } from "./open-excel.ts";

let workbook: Workbook;
let sheets: readonly HostSheet[];

beforeAll(async () => {
  const [narrative] = narratives;
  if (narrative === undefined) throw new Error("没有示例");
  const example = await openExample(narrative);
  workbook = { ...example.currentWorkbook, sheets: example.currentWorkbook.sheets.slice(0, 3) };
  sheets = draftSheets(draftExample(example));
});

describe("不能写的工作簿：说清楚，一点不动", () => {
  test("结构受保护", async () => {
    const { excel, host } = await openExcel(workbook, { seed: { structureProtected: true } });
    await expectUnchanged(host.writeSheets(sheets), "protected-workbook", /审阅/);
    expect(excel.sheetNames()).toHaveLength(3);
    expect((await host.readWorkbook()).sheets).toHaveLength(3);
  });

  test("我们的旧表被人保护了", async () => {
    const { excel, host } = await openExcel(workbook);
    await host.writeSheets(sheets);
    excel.sheet("数据来源").protected = true;
    const before = excel.model.sheets.map(({ id }) => id);
    await expectUnchanged(host.writeSheets(sheets), "protected-sheet", /撤销工作表保护/);
    expect(excel.model.sheets.map(({ id }) => id)).toEqual(before);
  });

  test("送来的表受保护不要紧，照样读、照样插入", async () => {
    const { excel, host } = await openExcel(workbook);
    for (const sheet of excel.model.sheets) sheet.protected = true;
    expect((await host.readWorkbook()).sheets).toHaveLength(3);
    expect(await host.writeSheets(sheets)).toMatchObject({ kind: "complete" });
  });

  test("只读打开", async () => {
    const { host } = await openExcel(workbook, { seed: { readOnly: true } });
    await expectUnchanged(host.writeSheets(sheets), "read-only", /另存/);
  });

  test("网页里只是查看", async () => {
    const { host } = await openExcel(workbook, { readOnlyView: true, excelApi: "1.7" });
    await expectUnchanged(host.writeSheets(sheets), "read-only", /编辑方式/);
  });
});

test("正在编辑单元格：读、写、选中都说明先结束编辑", async () => {
  const { excel, host } = await openExcel(workbook);
  const code = "InvalidOperationInCellEditMode";
  excel.failures.plan({ sync: 1, code, applied: "nothing", lasting: true });
  const failure = { code: "editing-cell", todo: expect.stringMatching(/回车或 Esc/) };
  await expect(host.readWorkbook()).rejects.toMatchObject(failure);
  await expect(host.reveal({ sheet: "任意", address: "A1" })).rejects.toMatchObject(failure);
  await expect(host.loadData()).rejects.toMatchObject(failure);
  expect(await host.writeSheets(sheets)).toMatchObject({ kind: "unchanged", failure });
});

test("隐藏的表读得到，但不能选中，告诉使用者", async () => {
  const { excel, host } = await openExcel(workbook);
  const name = workbook.sheets[1]?.name ?? "";
  excel.sheet(name).visibility = "Hidden";
  const read = await host.readWorkbook();
  expect(read.sheets.find((sheet) => sheet.name === name)?.hidden).toBe(true);
  await expect(host.reveal({ sheet: name, address: "E7" })).rejects.toMatchObject({
    what: expect.stringContaining("隐藏"),
    todo: expect.stringContaining("E7"),
  });
});

test("选中一格：激活那张表，选中那一块", async () => {
  const { excel, host } = await openExcel(workbook);
  const name = workbook.sheets[2]?.name ?? "";
  await host.reveal({ sheet: name, address: "$E$7:$F$9" });
  expect(excel.selection).toBe(`${name}!E7:F9`);
});

describe("读不出的表列为读不出，不当作没有", () => {
  test("Excel 不给值", async () => {
    const { excel, host } = await openExcel(workbook);
    const name = workbook.sheets[1]?.name ?? "";
    excel.sheet(name).readLimit = 10;
    const read = await host.readWorkbook();
    expect(read.damaged).toEqual([{ name, reason: expect.stringContaining("没有给出") }]);
    expect(read.sheets).toHaveLength(2);
    await expect(host.readSheets([name])).rejects.toMatchObject({ code: "too-large" });
  });

  test("行数、列数超过上限的不去读", async () => {
    const { excel, host } = await openExcel(workbook);
    excel.sheet(workbook.sheets[0]?.name ?? "").enter(1_048_575, 16_383, "角落里的一格");
    const read = await host.readWorkbook();
    expect(read.damaged).toEqual([{ name: workbook.sheets[0]?.name, reason: "内容超过 20000 行" }]);
    expect(excel.requests.every(({ responseBytes }) => responseBytes < 1_000_000)).toBe(true);
  });
});

test("要保存的数据太多时不存，原来的还在", async () => {
  const { host } = await openExcel(workbook);
  await host.saveData('{"旧":1}');
  const large = JSON.stringify({ 新: "字".repeat(2_000_000) });
  await expect(host.saveData(large)).rejects.toMatchObject({ code: "too-large" });
  expect(await host.loadData()).toBe('{"旧":1}');
});

test("合并工作簿带来两份数据：取后一份，保存时并成一份", async () => {
  const { excel, host } = await openExcel(workbook);
  await host.saveData('{"甲":1}');
  const [first] = excel.model.xmlParts;
  excel.model.addXmlPart((first?.xml ?? "").replace("甲", "乙"));
  excel.model.addXmlPart('<other xmlns="urn:别人的">不动</other>');
  expect(await host.loadData()).toBe('{"乙":1}');
  await host.saveData('{"丙":1}');
  expect(await host.loadData()).toBe('{"丙":1}');
  expect(excel.model.xmlParts.map(({ xml }) => xml.includes("juesuan"))).toEqual([true, false]);
});

test("使用者在说明中间、前面插的行，文字都接得回来", async () => {
  const { excel, host } = await openExcel(workbook);
  await host.writeSheets(sheets);
  const sheet = excel.sheet("决算说明");
  const rows = (sheet.usedArea()?.rows ?? 0) + 1;
  sheet.enter(rows - 1, 0, "　　末尾添的一段");
  const read = await host.readNarrativeSheet();
  expect(read?.at(-1)?.text).toMatch(/\n末尾添的一段$/);
});

test("没有隐藏名称的表（从我们写的 .xlsx 打开）按内容认出来", async () => {
  const { excel, host } = await openExcel(workbook);
  await host.writeSheets(sheets);
  for (const name of ["决算说明", "数据来源"]) excel.sheet(name).names.length = 0;
  expect((await host.readWorkbook()).sheets).toHaveLength(3);
  expect(await host.writeSheets(sheets)).toMatchObject({ kind: "complete" });
});

test("文件名取自 Excel", async () => {
  const { host } = await openExcel(workbook);
  expect(host.fileName).toBe(workbook.fileName);
  expect(host.capabilities).toEqual({ download: true, undo: false, changes: true, reveal: true });
});

async function expectUnchanged(
  writing: ReturnType<import("../../addin/host/host.ts").WorkbookHost["writeSheets"]>,
  code: string,
  todo: RegExp,
): Promise<void> {
  expect(await writing).toMatchObject({
    kind: "unchanged",
    failure: { code, todo: expect.stringMatching(todo) },
    leftovers: [],
  });
}
