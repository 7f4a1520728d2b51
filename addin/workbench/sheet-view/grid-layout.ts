import type { CellPosition } from "../../../src/workbook/addresses.ts";
import type { Merge, Sheet } from "../../../src/workbook/workbook.ts";

/** 行高、行号栏宽、列宽的上下限，像素。 */
export const ROW_HEIGHT = 26;
export const ROW_HEADER_WIDTH = 48;
const MIN_COLUMN_WIDTH = 64;
const MAX_COLUMN_WIDTH = 260;

/** 表格至少画这么多行列，看上去才像一张表。 */
const MIN_ROWS = 30;
const MIN_COLUMNS = 10;
/** 估列宽时只看开头这些行。 */
const SAMPLED_ROWS = 200;

/** 一张表的排布：各列左边沿的位置（比列数多一个，末尾为总宽），合并区域按左上角索引。 */
export interface GridLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly offsets: readonly number[];
  readonly merges: ReadonlyMap<string, Merge>;
  /** 被合并区域盖住、不单独画的格 → 盖住它的区域。 */
  readonly covered: ReadonlyMap<string, Merge>;
}

export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

export function gridLayout(sheet: Sheet): GridLayout {
  const columnCount = Math.max(MIN_COLUMNS, sheet.columnCount);
  const covered = new Map<string, Merge>();
  const merges = new Map<string, Merge>();
  for (const merge of sheet.merges) {
    merges.set(cellKey(merge.top, merge.left), merge);
    for (let row = merge.top; row <= Math.min(merge.bottom, sheet.rowCount); row++) {
      for (let column = merge.left; column <= Math.min(merge.right, columnCount); column++) {
        if (row !== merge.top || column !== merge.left) covered.set(cellKey(row, column), merge);
      }
    }
  }
  const offsets = [0];
  for (const width of columnWidths(sheet, columnCount, merges)) {
    offsets.push((offsets.at(-1) ?? 0) + width);
  }
  return {
    rowCount: Math.max(MIN_ROWS, sheet.rowCount),
    columnCount,
    offsets,
    merges,
    covered,
  };
}

/** 一个位置实际显示在哪一格：合并区域里的都在它的左上角。 */
export function shownAt(layout: GridLayout, { row, column }: CellPosition): CellPosition {
  const merge = layout.covered.get(cellKey(row, column));
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}

/** 一格的区域（没有合并时就是它自己）。 */
export function areaOf(layout: GridLayout, { row, column }: CellPosition): Merge {
  return (
    layout.merges.get(cellKey(row, column)) ?? {
      top: row,
      left: column,
      bottom: row,
      right: column,
    }
  );
}

function columnWidths(
  sheet: Sheet,
  columnCount: number,
  merges: ReadonlyMap<string, Merge>,
): number[] {
  const widths = new Array<number>(columnCount).fill(MIN_COLUMN_WIDTH);
  for (const [row, cells] of sheet.rows.slice(0, SAMPLED_ROWS).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (cell === undefined) continue;
      const merge = merges.get(cellKey(row, column));
      if (merge !== undefined && merge.right > merge.left) continue;
      const width = Math.min(MAX_COLUMN_WIDTH, textWidth(cell.text) + 16);
      widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  return widths;
}

/** 十三像素字的大致宽度：汉字一格，其他半格多一点。 */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e80 ? 13 : 7.5;
  return Math.ceil(width);
}

/** [start, end)：可见的一段，两头各多画几个。 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function visibleRows(layout: GridLayout, scrollTop: number, height: number): Span {
  const extra = 10;
  return {
    start: Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - extra),
    end: Math.min(layout.rowCount, Math.ceil((scrollTop + height) / ROW_HEIGHT) + extra),
  };
}

export function visibleColumns(layout: GridLayout, scrollLeft: number, width: number): Span {
  const right = scrollLeft + width;
  let start = 0;
  while (start < layout.columnCount - 1 && (layout.offsets[start + 1] ?? 0) < scrollLeft) start++;
  let end = start;
  while (end < layout.columnCount && (layout.offsets[end] ?? 0) < right) end++;
  return { start: Math.max(0, start - 2), end: Math.min(layout.columnCount, end + 2) };
}
