import { beforeAll, describe, expect, test } from "vitest";
import type { HostSheet } from "../../addin/host/host.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import type { CellStyle, SheetCell } from "../../src/publish/spreadsheet/model.ts";
import { numberText } from "../../src/workbook/cell-text.ts";
import { draftExample, narratives, openExample } from "../narrative/example-drafts.ts";
import { areaAt } from "./excel/model/area.ts";
import type { ModelSheet } from "./excel/model/sheet.ts";
import { type OpenedExcel, openExcel } from "./open-excel.ts";

let opened: OpenedExcel;
let sheets: readonly HostSheet[];

beforeAll(async () => {
  const narrative = narratives.find(({ workbook }) => workbook.includes("泸县")) ?? narratives[0];
  if (narrative === undefined) throw new Error("没有示例");
  const example = await openExample(narrative);
  sheets = draftSheets(draftExample(example));
  opened = await openExcel(example.currentWorkbook);
  expect(await opened.host.writeSheets(sheets)).toEqual({ kind: "complete", leftovers: [] });
});

describe("插入的表与草稿逐格相同", () => {
  test.each(["决算说明", "数据来源"])("%s 的值：文字是文字，数字是数字，公式是公式", (name) => {
    const model = modelOf(name);
    const sheet = opened.excel.sheet(name);
    model.rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        if (cell !== undefined) expect(contentOf(sheet, row, column)).toEqual(expected(cell));
      });
    });
    expect(sheet.usedArea()?.rows).toBe(model.rows.length);
  });

  test.each(["决算说明", "数据来源"])("%s 的字体、底色、对齐、边框", (name) => {
    const sheet = opened.excel.sheet(name);
    modelOf(name).rows.forEach(({ cells }, row) => {
      cells.forEach((cell, column) => {
        if (cell === undefined) return;
        expect(sheet.format(row, column)).toMatchObject(expectedFormat(cell.style));
      });
    });
  });

  test("行高、列宽、隐藏栏、网格线、冻结、筛选", () => {
    const [text, sources] = ["决算说明", "数据来源"].map((name) => opened.excel.sheet(name));
    modelOf("决算说明").rows.forEach(({ height }, row) => {
      expect(text?.rowHeights.get(row)).toBe(height);
    });
    expect(text?.columnWidths.get(0)).toBeCloseTo(441.75, 2);
    expect([...(text?.hiddenColumns ?? [])]).toEqual([1, 2]);
    expect(text?.gridlines).toBe(false);
    expect(sources?.gridlines).toBe(true);
    expect(sources?.frozenRows).toBe(1);
    expect(sources?.autoFilter).toMatch(/^0,0,\d+,7$/);
  });

  test("页面设置：公文用纸、单双页页脚、打印区域", () => {
    const { pageLayout } = opened.excel.sheet("决算说明");
    expect(pageLayout).toMatchObject({
      paperSize: "A4",
      orientation: "Portrait",
      topMargin: 104.88,
      leftMargin: 79.37,
      headerFooterState: "OddAndEven",
      "odd.rightFooter": expect.stringContaining("— &P —"),
      "even.leftFooter": expect.stringContaining("— &P —"),
      printArea: `$A$1:$A$${modelOf("决算说明").rows.length}`,
      zoom: { horizontalFitToPages: 1 },
    });
    expect(opened.excel.sheet("数据来源").pageLayout).toMatchObject({
      orientation: "Landscape",
      printTitleRows: "$1:$1",
      "default.centerFooter": "第 &P 页，共 &N 页",
    });
  });
});

describe("原生图表", () => {
  test("图1 至图7 齐全，类型、标题、颜色、标签、位置与草稿一致", () => {
    const charts = sheets[0]?.charts ?? [];
    const sheet = opened.excel.sheet("决算说明");
    expect(charts.length).toBeGreaterThanOrEqual(6);
    expect(sheet.charts.map(({ name }) => name)).toEqual(charts.map(({ name }) => name));
    for (const [index, chart] of charts.entries()) {
      const drawn = sheet.charts[index];
      const [series] = drawn?.series ?? [];
      expect(drawn).toMatchObject({
        type: chart.kind === "pie" ? "Pie" : "ColumnClustered",
        title: chart.title,
        left: chart.left,
        width: chart.width,
        height: chart.height,
        legendVisible: chart.kind === "pie",
      });
      expect(drawn?.labels).toMatchObject(
        chart.kind === "pie" ? { showPercentage: true } : { showValue: true },
      );
      expect([...(series?.pointColours.values() ?? [])]).toEqual(
        chart.colours.map((colour) => `#${colour}`),
      );
      expect(drawn?.top).toBeCloseTo(heightAbove(sheet, chart.row), 5);
    }
  });

  test("图的数据在新的“数据来源”里，再插入一次也跟着换", async () => {
    for (let time = 0; time < 2; time++) {
      const sources = opened.excel.sheet("数据来源");
      for (const [index, chart] of (sheets[0]?.charts ?? []).entries()) {
        const [series] = opened.excel.sheet("决算说明").charts[index]?.series ?? [];
        expect(series?.values.sheet).toBe(sources);
        expect(series?.categories?.sheet).toBe(sources);
        expect(series?.values).toEqual(areaAt(sources, chart.values.address));
      }
      expect(await opened.host.writeSheets(sheets)).toMatchObject({ kind: "complete" });
    }
  });
});

test("再插入一次，表还在使用者挪到的位置，别的表不动", async () => {
  const { excel, host } = opened;
  excel.model.move(excel.sheet("数据来源"), 0);
  excel.model.move(excel.sheet("决算说明"), 3);
  const before = excel.sheetNames();
  const others = excel.model.sheets.filter(({ name }) => !["决算说明", "数据来源"].includes(name));
  expect(await host.writeSheets(sheets)).toMatchObject({ kind: "complete" });
  expect(excel.sheetNames()).toEqual(before);
  expect(excel.model.sheets.filter((sheet) => others.includes(sheet))).toEqual(others);
  expect(excel.refused).toEqual([]);
});

test("以 = + - @ 单引号开头的文字，像日期、像数字的文字，都一字不差", async () => {
  const texts = [
    ...["=1+1", "+增加", "-减少", "@某某", "'引号", "\t制表", "1/2", "2024-12-31", "12%", "TRUE"],
    ...["001", "1e5", "=", "", "　　正文"],
  ];
  const style: CellStyle = { font: { name: "宋体", size: 10 } };
  const rows = texts.map((text) => ({
    cells: [{ kind: "text", runs: [{ text }], style } as const],
  }));
  const model = { name: "核对结果", columns: [{ width: 20 }], rows, gridLines: true };
  await opened.host.writeSheets([{ model, charts: [] }]);
  const sheet = opened.excel.sheet("核对结果");
  expect(texts.map((_, row) => sheet.valueAt(row, 0))).toEqual(texts);
  expect(texts.every((_, row) => sheet.cell(row, 0)?.formula === undefined)).toBe(true);
});

function modelOf(name: string) {
  const sheet = sheets.find(({ model }) => model.name === name);
  if (sheet === undefined) throw new Error(`草稿里没有 ${name}`);
  return sheet.model;
}

function contentOf(sheet: ModelSheet, row: number, column: number) {
  const cell = sheet.cell(row, column);
  if (cell?.formula !== undefined) return { formula: cell.formula };
  const value = cell?.value ?? "";
  return { value: typeof value === "number" ? `数 ${numberText(value)}` : value };
}

function expected(cell: SheetCell) {
  if (cell.kind === "formula") return { formula: `=${cell.formula}` };
  if (cell.kind === "number") {
    const plain = cell.decimal.includes(".") ? cell.decimal.replace(/\.?0+$/, "") : cell.decimal;
    return { value: `数 ${plain}` };
  }
  return { value: cell.runs.map((run) => run.text).join("") };
}

function expectedFormat({ font, fill, horizontal, vertical, wrap, border }: CellStyle) {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    "font.name": font.name,
    "font.size": font.size,
    ...(font.bold ? { "font.bold": true } : {}),
    ...(font.color ? { "font.color": `#${font.color}` } : {}),
    ...(fill ? { "fill.color": `#${fill}` } : {}),
    ...(horizontal ? { horizontalAlignment: capital(horizontal) } : {}),
    verticalAlignment: capital(vertical ?? "center"),
    ...(wrap ? { wrapText: true } : {}),
    ...(border ? { "border.EdgeTop": "Continuous", "border.EdgeTop.color": "#A6A6A6" } : {}),
  };
}

function heightAbove(sheet: ModelSheet, row: number): number {
  let height = 0;
  for (let above = 0; above < row; above++) height += sheet.rowHeights.get(above) ?? 15;
  return height;
}
