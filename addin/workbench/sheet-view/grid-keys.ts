import type { CellPosition } from "../../../src/workbook/addresses.ts";
import type { Merge } from "../../../src/workbook/workbook.ts";

/** 表格的大小与一屏的行数。 */
export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageRows: number;
}

/** 按下一个键后该到哪一格；`from` 是现在选中的区域（合并区域从边上走出去）。不是移动键时为 null。 */
export function nextPosition(
  from: Merge,
  key: string,
  ctrl: boolean,
  size: GridSize,
): CellPosition | null {
  const lastRow = size.rowCount - 1;
  const lastColumn = size.columnCount - 1;
  const to = (row: number, column: number): CellPosition => ({
    row: Math.min(lastRow, Math.max(0, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  });
  const { top, left, bottom, right } = from;
  switch (key) {
    case "ArrowUp":
      return to(ctrl ? 0 : top - 1, left);
    case "ArrowDown":
      return to(ctrl ? lastRow : bottom + 1, left);
    case "ArrowLeft":
      return to(top, ctrl ? 0 : left - 1);
    case "ArrowRight":
      return to(top, ctrl ? lastColumn : right + 1);
    case "PageUp":
      return to(top - size.pageRows, left);
    case "PageDown":
      return to(bottom + size.pageRows, left);
    case "Home":
      return to(ctrl ? 0 : top, 0);
    case "End":
      return to(ctrl ? lastRow : top, lastColumn);
    default:
      return null;
  }
}
