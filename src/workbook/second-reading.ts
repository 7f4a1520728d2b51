import { cellAddress } from "./addresses.ts";
import { NO_CACHED_VALUE } from "./cell-text.ts";
import type { SheetContent } from "./sheet-builder.ts";
import { SheetDamage } from "./sheet-damage.ts";
import type { LibraryCell, LibrarySheet } from "./spreadsheet-library.ts";
import type { Cell } from "./workbook.ts";

/**
 * 用读取库的结果复核我们自己读出的一张表：有内容的单元格必须一一对应，值也要一致。
 * 两套读法互不相干；对不上就说明至少有一套读错了，这张表不可信，抛 SheetDamage。
 */
export function confirmReading(content: SheetContent, library: LibrarySheet | undefined): void {
  if (library === undefined) throw new SheetDamage("复核时没有读出这张表");
  const data = library["!data"] ?? [];
  let confirmed = 0;
  content.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell === undefined) return;
      if (!agrees(cell, data[row]?.[column])) {
        throw new SheetDamage(`单元格 ${cellAddress(row, column)} 两次读出的内容不一致`);
      }
      confirmed++;
    });
  });
  const found = countCells(library);
  if (found > confirmed) {
    throw new SheetDamage(`两次读出的单元格个数不一致（${confirmed} 个与 ${found} 个）`);
  }
}

/** 读取库给出的有内容的单元格个数（空文本不算）。 */
function countCells(library: LibrarySheet): number {
  let count = 0;
  library["!data"]?.forEach((cells) => {
    cells?.forEach((cell) => {
      if (cell !== undefined && hasContent(cell)) count++;
    });
  });
  return count;
}

/** 空文本、占位格、没有值的格都算空白。 */
function hasContent(cell: LibraryCell): boolean {
  return cell.t !== "z" && cell.v !== undefined && cell.v !== null && cell.v !== "";
}

function agrees(cell: Cell, other: LibraryCell | undefined): boolean {
  // 读取库对没有缓存结果的公式给 0 或干脆不给，这正是我们不采信它的地方。
  if (cell.text === NO_CACHED_VALUE) return other === undefined || !other.v;
  if (other === undefined) return false;
  switch (cell.kind) {
    case "number":
      return other.t === "n" && other.v === Number(cell.text);
    case "date":
      return other.t === "n";
    case "text":
      return other.t === "s" && comparable(String(other.v)) === comparable(cell.text);
    case "boolean":
      return other.t === "b" && other.v === (cell.text === "TRUE");
    case "error":
      return other.t === "e" || (other.t === "s" && other.v === cell.text);
  }
}

/** 读取库对某些格式会去掉首尾空白，换行的写法也随格式而变；这两样不算不一致。 */
function comparable(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
