import { cellAddress } from "./addresses.ts";
import { LIMITS } from "./limits.ts";
import { SheetDamage } from "./sheet-damage.ts";
import type { Cell, Merge } from "./workbook.ts";

/** 一张工作表的内容，尚未带名字。 */
export interface SheetContent {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly merges: readonly Merge[];
  /** 有内容的单元格个数。 */
  readonly cellCount: number;
}

/**
 * 逐格收集一张工作表，查重复与上限。范围只由真正有内容的单元格决定，从不相信文件自称的范围，
 * 也从不逐格走完任何范围。
 */
export class SheetBuilder {
  private readonly rows: (Cell | undefined)[][] = [];
  private readonly merges: Merge[] = [];
  private columnCount = 0;
  private cellCount = 0;

  /** 放一格；重复的地址、越过上限的行列抛 SheetDamage。 */
  put(row: number, column: number, cell: Cell): void {
    if (row >= LIMITS.rows) throw new SheetDamage(`内容超过 ${LIMITS.rows} 行`);
    if (column >= LIMITS.columns) throw new SheetDamage(`内容超过 ${LIMITS.columns} 列`);
    let cells = this.rows[row];
    if (cells === undefined) {
      cells = [];
      this.rows[row] = cells;
    }
    if (cells[column] !== undefined) {
      throw new SheetDamage(`单元格 ${cellAddress(row, column)} 出现了两次`);
    }
    cells[column] = cell;
    this.cellCount++;
    this.columnCount = Math.max(this.columnCount, column + 1);
  }

  merge(merge: Merge): void {
    if (this.merges.length >= LIMITS.merges) {
      throw new SheetDamage(`合并区域超过 ${LIMITS.merges} 个`);
    }
    this.merges.push(merge);
  }

  build(): SheetContent {
    return {
      rowCount: this.rows.length,
      columnCount: this.columnCount,
      rows: this.rows,
      // 各种格式记合并区域的先后不同，一律按位置排。
      merges: this.merges.sort((a, b) => a.top - b.top || a.left - b.left),
      cellCount: this.cellCount,
    };
  }
}
