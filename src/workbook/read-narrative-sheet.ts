import { type Grid, paragraphsOf, partOf } from "./read-draft-rows.ts";
import type { Sheet, Workbook } from "./workbook.ts";

/** 工作簿里放说明的工作表。 */
export const NARRATIVE_SHEET = "决算说明";

/**
 * 工作表“决算说明”里的文字，一段一行：本程序写的（B、C 栏记着段落编号）把拆成几截的接回整段；
 * 别人写的一行一段，格与格之间用制表符。没有这张表为 null。
 */
export function narrativeSheetText({ sheets }: Pick<Workbook, "sheets">): string | null {
  const sheet = sheets.find(({ name }) => name.trim() === NARRATIVE_SHEET);
  if (sheet === undefined) return null;
  const grid = gridOf(sheet);
  if (grid.some((row) => partOf(row) !== null)) {
    return paragraphsOf(grid)
      .map(({ text }) => text)
      .join("\n");
  }
  return grid.map((row) => row.join("\t").replace(/\t+$/, "")).join("\n");
}

function gridOf({ rows, rowCount, columnCount }: Sheet): string[][] & Grid {
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_, column) => rows[row]?.[column]?.text ?? ""),
  );
}
