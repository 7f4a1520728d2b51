import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextPosition } from "../../addin/workbench/sheet-view/grid-keys.ts";
import {
  areaOf,
  gridLayout,
  ROW_HEIGHT,
  shownAt,
  visibleColumns,
  visibleRows,
} from "../../addin/workbench/sheet-view/grid-layout.ts";
import type { Merge, Sheet } from "../../src/workbook/workbook.ts";

function sheet(rowCount: number, columnCount: number, merges: readonly Merge[] = []): Sheet {
  return { name: "表", hidden: false, rowCount, columnCount, rows: [], merges };
}

const size = { rowCount: 50, columnCount: 12, pageRows: 10 };
const at = (row: number, column: number): Merge => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

describe("键盘", () => {
  test.each([
    ["ArrowDown", false, { row: 6, column: 5 }],
    ["ArrowUp", false, { row: 4, column: 5 }],
    ["ArrowLeft", true, { row: 5, column: 0 }],
    ["ArrowRight", true, { row: 5, column: 11 }],
    ["PageDown", false, { row: 15, column: 5 }],
    ["PageUp", false, { row: 0, column: 5 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", true, { row: 49, column: 11 }],
    ["a", false, null],
  ])("%s（Ctrl：%s）", (key, ctrl, expected) => {
    expect(nextPosition(at(5, 5), key, ctrl, size)).toEqual(expected);
  });

  test("从合并区域的边上走出去", () => {
    const merged = { top: 2, left: 2, bottom: 4, right: 6 };
    expect(nextPosition(merged, "ArrowDown", false, size)).toEqual({ row: 5, column: 2 });
    expect(nextPosition(merged, "ArrowRight", false, size)).toEqual({ row: 2, column: 7 });
  });

  test("怎么按都不出表", () => {
    const key = fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "End");
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 40 }), (presses) => {
        let position = { row: 0, column: 0 };
        for (const [name, ctrl] of presses) {
          const next = nextPosition(at(position.row, position.column), name, ctrl, size);
          if (next !== null) position = next;
          expect(position.row).toBeGreaterThanOrEqual(0);
          expect(position.row).toBeLessThan(size.rowCount);
          expect(position.column).toBeGreaterThanOrEqual(0);
          expect(position.column).toBeLessThan(size.columnCount);
        }
      }),
    );
  });
});

describe("排布", () => {
  test("两万行的表只画看得见的几十行", () => {
    const layout = gridLayout(sheet(20_000, 600));
    const rows = visibleRows(layout, 9_000 * ROW_HEIGHT, 800);
    expect(rows.end - rows.start).toBeLessThan(60);
    expect(rows.start).toBeLessThanOrEqual(9_000);
    expect(rows.end).toBeGreaterThan(9_030);
    const columns = visibleColumns(layout, 10_000, 800);
    expect(columns.end - columns.start).toBeLessThan(24);
  });

  test("看得见的列一列不漏", () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.integer({ min: 50, max: 2000 }), (left, width) => {
        const layout = gridLayout(sheet(10, 80));
        const { start, end } = visibleColumns(layout, left, width);
        for (let column = 0; column < layout.columnCount; column++) {
          const from = layout.offsets[column] ?? 0;
          const to = layout.offsets[column + 1] ?? 0;
          if (to > left && from < left + width) {
            expect(column).toBeGreaterThanOrEqual(start);
            expect(column).toBeLessThan(end);
          }
        }
      }),
    );
  });

  test("合并区域里的每一格都显示在左上角", () => {
    const merge = { top: 1, left: 1, bottom: 3, right: 4 };
    const layout = gridLayout(sheet(10, 8, [merge]));
    for (let row = 1; row <= 3; row++) {
      for (let column = 1; column <= 4; column++) {
        expect(shownAt(layout, { row, column })).toEqual({ row: 1, column: 1 });
      }
    }
    expect(shownAt(layout, { row: 4, column: 1 })).toEqual({ row: 4, column: 1 });
    expect(areaOf(layout, { row: 1, column: 1 })).toEqual(merge);
  });
});
