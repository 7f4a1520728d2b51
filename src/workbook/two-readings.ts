import { LIMITS } from "./limits.ts";
import { confirmReading } from "./second-reading.ts";
import type { SheetContent } from "./sheet-builder.ts";
import { SheetDamage } from "./sheet-damage.ts";
import type { LibrarySheet } from "./spreadsheet-library.ts";
import type { DamagedSheet, Sheet } from "./workbook.ts";
import { oversizedFile } from "./workbook-refused.ts";

/** 文件目录里列出的一张工作表。 */
export interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** 读取库按顺序给出的工作表；读取库整个失败时每张都是 `undefined`。 */
export type SecondReading = (index: number) => LibrarySheet | undefined;

/**
 * 把列出的每张表读两遍：`readFirst` 是我们自己的严格读法，`readSecond` 把第一遍读成的那些表交给读取库
 * 再读一遍。两遍一致的进 `sheets`，其余带着原因进 `damaged`，一张不少。
 */
export function readTwice<L extends NamedSheet, T extends { readonly content: SheetContent }>(
  fileName: string,
  listed: readonly L[],
  readFirst: (sheet: L) => T,
  readSecond: (read: readonly T[]) => SecondReading,
): { sheets: Sheet[]; damaged: DamagedSheet[] } {
  const damaged: DamagedSheet[] = [];
  const attempt = (name: string, action: () => void): void => {
    try {
      action();
    } catch (error) {
      if (!(error instanceof SheetDamage)) throw error;
      damaged.push({ name, reason: error.message });
    }
  };

  const read: { sheet: L; first: T }[] = [];
  let cells = 0;
  for (const sheet of listed) {
    attempt(sheet.name, () => {
      const first = readFirst(sheet);
      cells += first.content.cellCount;
      read.push({ sheet, first });
    });
    if (cells > LIMITS.cells) {
      throw oversizedFile(fileName, `单元格超过 ${LIMITS.cells / 10_000} 万个`);
    }
  }

  const sheets: Sheet[] = [];
  const second = read.length === 0 ? () => undefined : readSecond(read.map(({ first }) => first));
  read.forEach(({ sheet, first: { content } }, index) => {
    attempt(sheet.name, () => {
      confirmReading(content, second(index));
      sheets.push({
        name: sheet.name,
        hidden: sheet.hidden,
        rowCount: content.rowCount,
        columnCount: content.columnCount,
        rows: content.rows,
        merges: content.merges,
      });
    });
  });
  return { sheets, damaged };
}

/** 交给读取库时各表一律改名 S1、S2……，按这个名字取回。 */
export function secondReadingName(index: number): string {
  return `S${index + 1}`;
}
