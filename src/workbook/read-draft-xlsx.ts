import { paragraphsOf, type RowsParagraph } from "./read-draft-rows.ts";
import type { Sheet, Workbook } from "./workbook.ts";

/** 起草写成的 .xlsx 读回：各段，和带着的各行（见 `carriedCells`）；没有带着的为 null。 */
export interface DraftWorkbook {
  readonly paragraphs: readonly RowsParagraph[];
  readonly carried: readonly string[] | null;
}

/** 从读出的工作簿里取“决算说明”各段和隐藏的底稿表；没有“决算说明”为 null。 */
export function readDraftWorkbook(
  workbook: Workbook,
  textSheet: string,
  carriedSheet: string,
): DraftWorkbook | null {
  const text = workbook.sheets.find(({ name }) => name === textSheet);
  if (text === undefined) return null;
  const carried = workbook.sheets.find(({ name }) => name === carriedSheet);
  return {
    paragraphs: paragraphsOf(gridOf(text)),
    carried: carried === undefined ? null : gridOf(carried).map((row) => row.join("")),
  };
}

function gridOf({ rows, rowCount, columnCount }: Sheet): string[][] {
  const width = Math.max(3, columnCount);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: width }, (_, column) => rows[row]?.[column]?.text ?? ""),
  );
}
