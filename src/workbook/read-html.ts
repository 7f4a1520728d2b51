import { textCell } from "./cell-text.ts";
import { SheetBuilder, type SheetContent } from "./sheet-builder.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { type LibrarySheet, loadSpreadsheetLibrary } from "./spreadsheet-library.ts";
import type { DamagedSheet, Sheet, Workbook } from "./workbook.ts";
import { notAWorkbook, truncatedFile } from "./workbook-refused.ts";

/**
 * 读存成 .xls 的网页：每个 `<table>` 一张表，按先后叫 Sheet1、Sheet2……。单元格一律是文本，
 * 数字由认表时从文本解析（不让读取库把 `001` 猜成 1）。
 *
 * 网页没有严格语法，做不到逐字复核；这里要求每个表格都闭合，且读取库给出的非空单元格个数与我们数出的一致。
 */
export async function readHtml(html: string, fileName: string): Promise<Workbook> {
  const library = await loadSpreadsheetLibrary();
  const tables = html.match(/<table\b[\s\S]*?<\/table\s*>/gi) ?? [];
  const opened = html.match(/<table\b/gi)?.length ?? 0;
  if (opened === 0) throw notAWorkbook(fileName, "是网页，里面没有表格");
  if (opened !== tables.length || (/<html\b/i.test(html) && !/<\/html\s*>/i.test(html))) {
    throw truncatedFile(fileName, "网页没有写完，有表格没有闭合");
  }
  const workbook = library.read(`<html><body>${tables.join("\n")}</body></html>`);
  const sheets: Sheet[] = [];
  const damaged: DamagedSheet[] = [];
  tables.forEach((table, index) => {
    const name = `Sheet${index + 1}`;
    try {
      const { cellCount: _, ...content } = readTable(table, workbook?.Sheets[name]);
      sheets.push({ name, hidden: false, ...content });
    } catch (error) {
      if (!(error instanceof SheetDamage)) throw error;
      damaged.push({ name, reason: error.message });
    }
  });
  return { fileName, format: "html", sheets, damaged, notices: [] };
}

function readTable(html: string, library: LibrarySheet | undefined): SheetContent {
  if (library === undefined) throw new SheetDamage("表格读不出来");
  const builder = new SheetBuilder();
  library["!data"]?.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      const text = String(cell?.v ?? "");
      const content = text.trim() === "" ? undefined : textCell(text, false);
      if (content !== undefined) builder.put(row, column, content);
    });
  });
  for (const { s, e } of library["!merges"] ?? []) {
    builder.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  }
  const content = builder.build();
  const counted = countCells(html);
  if (content.cellCount !== counted) {
    throw new SheetDamage(`应有 ${counted} 个有内容的单元格，只读出 ${content.cellCount} 个`);
  }
  return content;
}

/** 数 `<td>`、`<th>` 中有文字的。 */
function countCells(html: string): number {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .split(/<t[dh]\b[^>]*>/i)
    .slice(1)
    .map((rest) => rest.split(/<\/?t[dhr]\b|<\/table/i)[0] ?? "")
    .filter((inner) => inner.replace(/<[^>]*>|&nbsp;|&#160;|\s/gi, "") !== "").length;
}
