import type { CellPosition } from "../../../src/workbook/addresses.ts";
import { areaOf, type GridLayout, ROW_HEADER_WIDTH, ROW_HEIGHT } from "./grid-layout.ts";

/** 几列的左边沿与总宽，像素（从行号栏的左边算起）。 */
export function columnPlace(layout: GridLayout, from: number, to: number) {
  const left = layout.offsets[from] ?? 0;
  const right = layout.offsets[Math.min(to + 1, layout.columnCount)] ?? left;
  return { left: ROW_HEADER_WIDTH + left, width: right - left };
}

/** 一格（连同它的合并区域）在所在行里的位置，像素。 */
export function cellPlace(layout: GridLayout, row: number, column: number) {
  const area = areaOf(layout, { row, column });
  return {
    ...columnPlace(layout, column, area.right),
    height: ROW_HEIGHT * (area.bottom - area.top + 1),
  };
}

/** 把一格滚进视野，不动焦点。 */
export function scrollToCell(
  element: HTMLElement | null,
  layout: GridLayout,
  { row, column }: CellPosition,
): void {
  if (element === null) return;
  const top = ROW_HEIGHT * row;
  const room = element.clientHeight - 2 * ROW_HEIGHT;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top > element.scrollTop + room) element.scrollTop = top - Math.floor(room / 2);

  const { left, width } = columnPlace(layout, column, column);
  const start = left - ROW_HEADER_WIDTH;
  const visible = element.clientWidth - ROW_HEADER_WIDTH;
  if (start < element.scrollLeft) element.scrollLeft = start;
  else if (start + width > element.scrollLeft + visible) {
    element.scrollLeft = start - Math.floor((visible - width) / 2);
  }
}
