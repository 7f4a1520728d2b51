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
  const tables = splitTables(html);
  if (tables === undefined || (/<html\b/i.test(html) && !/<\/html\s*>/i.test(html))) {
    throw truncatedFile(fileName, "网页没有写完，有表格没有闭合");
  }
  if (tables.length === 0) throw notAWorkbook(fileName, "是网页，里面没有表格");
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

/** 各个 `<table>` 的原文；没有闭合或互相嵌套时返回 `undefined`。只走一遍，不回头。 */
function splitTables(html: string): string[] | undefined {
  const tables: string[] = [];
  let start = -1;
  for (const { 0: tag, index } of html.matchAll(/<\/?table\b[^<>]*>?/gi)) {
    const closing = tag.startsWith("</");
    if (closing === start < 0) return undefined;
    if (closing) tables.push(html.slice(start, index + tag.length));
    start = closing ? -1 : index;
  }
  return start < 0 ? tables : undefined;
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
  const [first = "", ...afterComments] = html.split("<!--");
  const withoutComments = [
    first,
    ...afterComments.map((piece) => piece.slice(piece.indexOf("-->") + 3)),
  ].join("");
  return withoutComments
    .split(/<t[dh]\b[^<>]*>/i)
    .slice(1)
    .map((rest) => rest.split(/<\/?t[dhr]\b|<\/table/i, 1)[0] ?? "")
    .filter((inner) => inner.replace(/<[^<>]*>|&nbsp;|&#160;|\s/gi, "") !== "").length;
}
