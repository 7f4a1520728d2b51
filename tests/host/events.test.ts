import { beforeAll, expect, test, vi } from "vitest";
import type { HostChange, Place } from "../../addin/host/host.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import {
  draftExample,
  type Example,
  narratives,
  openExample,
} from "../narrative/example-drafts.ts";
import { PATIENCE } from "./contract.ts";
import { openExcel } from "./open-excel.ts";

let example: Example;
let workbook: Workbook;

beforeAll(async () => {
  const [narrative] = narratives;
  if (narrative === undefined) throw new Error("没有示例");
  example = await openExample(narrative);
  workbook = { ...example.currentWorkbook, sheets: example.currentWorkbook.sheets.slice(0, 4) };
});

test.each(["1.7", "1.15"])("选中哪一格（要求集 %s）", async (excelApi) => {
  const { excel, host, listening } = await openExcel(workbook, { excelApi });
  const places: Place[] = [];
  const stop = host.onSelection((place) => places.push(place));
  await listening(true);
  const sheet = workbook.sheets[3]?.name ?? "";
  excel.pick(sheet, "B2:C4");
  await expectNext(places, [{ sheet, address: "B2:C4" }]);
  stop();
  await listening(false);
  excel.pick(sheet, "D5");
  await quiet();
  expect(places).toEqual([]);
});

test.each(["1.7", "1.15"])("改动、增删、改名（要求集 %s）", async (excelApi) => {
  const { excel, host, type, listening } = await openExcel(workbook, { excelApi });
  const changes: HostChange[] = [];
  const stop = host.onChange((change) => changes.push(change));
  await listening(true);
  const [first, second] = workbook.sheets.map(({ name }) => name);
  if (first === undefined || second === undefined) throw new Error("示例工作簿太小");
  type({ sheet: first, address: "A1" }, "一");
  type({ sheet: first, address: "A1" }, "二");
  type({ sheet: second, address: "C3" }, "三");
  await expectNext(changes, [
    { sheet: first, address: "A1" },
    { sheet: second, address: "C3" },
  ]);
  const added = excel.model.add("新来的表");
  excel.events.fireAdded(added);
  await expectNext(changes, [{ sheet: "新来的表", address: null }]);
  type({ sheet: "新来的表", address: "B2" }, "四");
  await expectNext(changes, [{ sheet: "新来的表", address: "B2" }]);
  excel.model.rename(added, "改过名的表");
  type({ sheet: "改过名的表", address: "B3" }, "五");
  await expectNext(changes, [
    { sheet: "新来的表", address: null },
    { sheet: "改过名的表", address: null },
    { sheet: "改过名的表", address: "B3" },
  ]);
  excel.model.delete(added);
  excel.events.fireDeleted(added);
  await expectNext(changes, [{ sheet: "改过名的表", address: null }]);
  stop();
  await listening(false);
});

test("我们自己的插入不报改动，也不因此多同步", async () => {
  const { excel, host, listening } = await openExcel(workbook);
  const changes: HostChange[] = [];
  const stop = host.onChange((change) => changes.push(change));
  await listening(true);
  for (let time = 0; time < 2; time++) {
    excel.resetCount();
    await host.writeSheets(draftSheets(draftExample(example)));
    await quiet();
    expect(changes).toEqual([]);
    expect(excel.syncs).toBe(3);
  }
  stop();
  await listening(false);
});

/** 等到恰好收到这些，然后清空。 */
async function expectNext<T>(list: T[], expected: readonly T[]): Promise<void> {
  await vi.waitFor(() => expect(list).toEqual(expected), PATIENCE);
  list.length = 0;
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}
