import type { Draft } from "../../narrative/draft.ts";
import { baseLines } from "../../narrative/redraft/draft-base-text.ts";
import { type DraftExtras, plainExtras } from "../draft-extras.ts";
import { writeWorkbook } from "../spreadsheet/write-workbook.ts";
import { carriedSheet } from "./carried-sheet.ts";
import { chartCells } from "./chart-cells.ts";
import { CHART_COLUMN, SOURCES_SHEET, sourcesSheet } from "./sources-sheet.ts";
import { textSheet } from "./text-sheet.ts";

/**
 * 草稿写成 .xlsx：工作表“决算说明”一行一段，版式同公文，图在原处；“数据来源”列出每个数的出处和图表数据；
 * 隐藏的“起草底稿”供下次更新用。过时的数红字标出，右边一栏写明应为多少。
 * 同样的草稿得同样的字节。
 */
export async function writeDraftXlsx(
  draft: Draft,
  extras: DraftExtras = plainExtras(draft),
): Promise<Uint8Array> {
  const charts = chartCells(draft, SOURCES_SHEET, CHART_COLUMN);
  return writeWorkbook([
    textSheet(draft, charts, extras.stale),
    sourcesSheet(draft, charts),
    carriedSheet(baseLines(extras.base)),
  ]);
}
