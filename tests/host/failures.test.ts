import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { HostSheet } from "../../addin/host/host.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { draftExample, narratives, openExample } from "../narrative/example-drafts.ts";
import type { Failure } from "./excel/failures.ts";
import type { TestExcel } from "./excel/test-excel.ts";
import { openExcel, reopen } from "./open-excel.ts";

let workbook: Workbook;
let sheets: readonly HostSheet[];

// 没有料到的错误会记到控制台；这里的错误都是故意的，不看。
const log = vi.spyOn(console, "error").mockImplementation(() => {});
afterAll(() => log.mockRestore());

beforeAll(async () => {
  const [narrative] = narratives;
  if (narrative === undefined) throw new Error("没有示例");
  const example = await openExample(narrative);
  // 每种失败都要重来一遍，只留开头几张表，写入的内容照旧。
  workbook = { ...example.currentWorkbook, sheets: example.currentWorkbook.sheets.slice(0, 3) };
  sheets = draftSheets(draftExample(example));
});

const CODES = ["GeneralException", "InvalidOperationInCellEditMode", "AccessDenied"];
const APPLIED: Failure["applied"][] = ["nothing", 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, "everything"];
const POINTS = [1, 2, 3].flatMap((sync) =>
  APPLIED.map((applied, index) => ({ sync, applied, code: CODES[index % 3] ?? "" })),
);

describe.each([
  { title: "第一次插入", existing: false },
  { title: "再插入一次", existing: true },
])("$title，失败在任何一次同步的任何一处", ({ existing }) => {
  test.each(POINTS)("第 $sync 次同步，做到 $applied，$code", async (failure) => {
    const { excel, host } = await openExcel(workbook);
    if (existing) {
      expect(await host.writeSheets(sheets)).toMatchObject({ kind: "complete" });
      excel.type("决算说明", "A2", "使用者改过的一段");
    }
    const before = snapshot(excel);
    excel.failures.plan(failure);
    const outcome = await host.writeSheets(sheets);
    if (outcome.kind === "unchanged") expect(snapshot(excel)).toEqual(before);
    else expectComplete(excel, before);
    expect(outcome.leftovers).toEqual([]);
    expectNoTemporaries(excel);
    expect(await host.writeSheets(sheets)).toEqual({ kind: "complete", leftovers: [] });
    expectComplete(excel, before);
  });
});

describe("换名断在中间的每一个动作，重新打开窗格后收拾干净", () => {
  test.each([false, true])("原来有没有旧表：%s", async (existing) => {
    let unchanged = 0;
    let complete = 0;
    for (let step = 0; step < 16; step++) {
      const { excel, host } = await openExcel(workbook);
      if (existing) await host.writeSheets(sheets);
      const before = snapshot(excel);
      // 这一次之后一直不通，像 Excel 崩溃、窗格被关掉：当场收拾不了。
      excel.failures.plan({ sync: 3, code: "GeneralException", applied: step / 16, lasting: true });
      const outcome = await host.writeSheets(sheets);
      expect(outcome.kind).toBe("unchanged");
      excel.failures.plan(null);
      const again = await reopen(excel);
      await again.cleanUp();
      expectNoTemporaries(excel);
      if (JSON.stringify(snapshot(excel)) === JSON.stringify(before)) unchanged++;
      else {
        expectComplete(excel, before);
        complete++;
      }
      expect(await again.writeSheets(sheets)).toEqual({ kind: "complete", leftovers: [] });
    }
    expect(unchanged).toBeGreaterThan(0);
    expect(complete).toBeGreaterThan(0);
  });

  test("写到一半断了，留下的临时表有名有姓，收拾时报告", async () => {
    const { excel, host } = await openExcel(workbook);
    const before = snapshot(excel);
    excel.failures.plan({ sync: 2, code: "GeneralException", applied: 0.5, lasting: true });
    const outcome = await host.writeSheets(sheets);
    expect(outcome).toMatchObject({
      kind: "unchanged",
      leftovers: ["决算说明（写入中）", "数据来源（写入中）"],
    });
    excel.failures.plan(null);
    expect((await host.readWorkbook()).sheets.map(({ name }) => name)).toEqual(
      workbook.sheets.map(({ name }) => name),
    );
    const again = await reopen(excel);
    expect(await again.cleanUp()).toEqual(["决算说明（写入中）", "数据来源（写入中）"]);
    expect(snapshot(excel)).toEqual(before);
  });

  test("别人的表恰好叫那样的名字，不动它", async () => {
    const { excel, host } = await openExcel(workbook);
    const sheet = excel.model.add("决算说明（写入中）");
    sheet.enter(0, 0, "我自己的草稿");
    expect(await host.cleanUp()).toEqual([]);
    expect(await host.writeSheets(sheets)).toMatchObject({ kind: "complete" });
    expect(excel.sheetNames()).toContain("决算说明（写入中）");
    expect(sheet.valueAt(0, 0)).toBe("我自己的草稿");
  });
});

test("写到一半取消：退回原样", async () => {
  const { excel, host } = await openExcel(workbook);
  const before = snapshot(excel);
  const stop = new AbortController();
  const outcome = await host.writeSheets(sheets, {
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (done === 1) stop.abort();
    },
  });
  expect(outcome).toMatchObject({
    kind: "unchanged",
    failure: { code: "cancelled" },
    leftovers: [],
  });
  expect(snapshot(excel)).toEqual(before);
});

test.each(["nothing", 0.5, "everything"] as const)(
  "保存数据失败在 %s，原来的数据还在",
  async (at) => {
    const { excel, host } = await openExcel(workbook);
    await host.saveData('{"第":1}');
    for (const sync of [1, 2]) {
      excel.failures.plan({ sync, code: "GeneralException", applied: at });
      await expect(host.saveData('{"第":2}')).rejects.toMatchObject({ code: "unknown" });
      excel.failures.plan(null);
      expect(['{"第":1}', '{"第":2}']).toContain(await host.loadData());
    }
    await host.saveData('{"第":3}');
    expect(await host.loadData()).toBe('{"第":3}');
  },
);

/** 工作簿现在的样子：表的先后、名称、可见与否、每格的值与公式、图。 */
function snapshot({ model }: TestExcel) {
  return model.sheets.map((sheet) => {
    const used = sheet.usedArea();
    const cells: unknown[] = [];
    if (used !== null) {
      for (let row = 0; row < used.row + used.rows; row++) {
        for (let column = 0; column < used.column + used.columns; column++) {
          const cell = sheet.cell(row, column);
          if (cell !== undefined) cells.push([row, column, cell.formula ?? cell.value]);
        }
      }
    }
    return {
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      cells,
      charts: sheet.charts.map(({ name, title, series }) => ({
        name,
        title,
        data: series.map(({ values }) => values.sheet.id),
      })),
    };
  });
}

/** 新表整套就位，送来的表一格未动。 */
function expectComplete(excel: TestExcel, before: ReturnType<typeof snapshot>): void {
  const after = snapshot(excel);
  const own = new Set(sheets.map(({ model }) => model.name));
  const others = (list: typeof after) => list.filter(({ name }) => !own.has(name));
  expect(others(after)).toEqual(others(before));
  expectNoTemporaries(excel);
  for (const { model, charts } of sheets) {
    const written = excel.sheet(model.name);
    expect(written.usedArea()?.rows).toBe(model.rows.length);
    expect(before.map(({ id }) => id)).not.toContain(written.id);
    expect(written.charts.map(({ name }) => name)).toEqual(charts.map(({ name }) => name));
    for (const { series } of written.charts) {
      expect(series[0]?.values.sheet.name).toBe("数据来源");
    }
  }
}

function expectNoTemporaries(excel: TestExcel): void {
  expect(excel.sheetNames().filter((name) => /（(写入中|待删)\d*）$/.test(name))).toEqual([]);
}
