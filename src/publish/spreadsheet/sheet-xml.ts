import { columnName } from "../../workbook/addresses.ts";
import { OFFICE_RELATIONSHIPS } from "../ooxml/package.ts";
import { escapeAttribute, escapeText, XML_DECLARATION } from "../ooxml/xml.ts";
import type { PageSetup, SheetCell, SheetModel } from "./model.ts";
import { MAIN_NS } from "./namespaces.ts";
import type { StringTable } from "./string-table.ts";
import type { StyleTable } from "./style-table.ts";

/** 软件会当成公式或指令的开头；这样的文字加上“前缀引号”样式，用户改动后仍是文字。 */
const FORMULA_START = /^[=+\-@\t\r]/;

const MILLIMETRES_PER_INCH = 25.4;

/** 一张工作表的 XML。`drawingId` 是图形部件的关系编号。 */
export function sheetXml(
  sheet: SheetModel,
  { styles, strings, selected }: { styles: StyleTable; strings: StringTable; selected: boolean },
  drawingId: string | null,
): string {
  const width = Math.max(1, ...sheet.rows.map((row) => row.cells.length));
  const lastCell = `${columnName(width - 1)}${Math.max(1, sheet.rows.length)}`;
  return [
    `${XML_DECLARATION}<worksheet xmlns="${MAIN_NS}" xmlns:r="${OFFICE_RELATIONSHIPS}">`,
    sheet.page ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "",
    `<dimension ref="A1:${lastCell}"/>`,
    viewXml(sheet, selected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    `<sheetData>${sheet.rows.map((_, index) => rowXml(sheet, index, styles, strings)).join("")}</sheetData>`,
    sheet.autoFilter ? `<autoFilter ref="${sheet.autoFilter}"/>` : "",
    linksXml(sheet),
    sheet.page ? pageXml(sheet.page) : "",
    drawingId === null ? "" : `<drawing r:id="${drawingId}"/>`,
    "</worksheet>",
  ].join("");
}

function viewXml({ gridLines, frozenRows }: SheetModel, selected: boolean): string {
  const attributes = `${gridLines ? "" : ' showGridLines="0"'}${selected ? ' tabSelected="1"' : ""}`;
  const pane = frozenRows
    ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
    : "";
  return `<sheetViews><sheetView${attributes} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

/** 第几个链接（从 0 起）的关系编号。 */
export function linkId(place: number): string {
  return `link${place + 1}`;
}

function linksXml({ links = [] }: SheetModel): string {
  if (links.length === 0) return "";
  const items = links.map(
    ({ cell, location, tooltip }, place) =>
      `<hyperlink ref="${cell}" r:id="${linkId(place)}" location="${escapeAttribute(location)}" tooltip="${escapeAttribute(tooltip)}"/>`,
  );
  return `<hyperlinks>${items.join("")}</hyperlinks>`;
}

function columnsXml({ columns }: SheetModel): string {
  if (columns.length === 0) return "";
  const items = columns.map(
    ({ width, hidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}"${hidden ? ' hidden="1"' : ""} customWidth="1"/>`,
  );
  return `<cols>${items.join("")}</cols>`;
}

function rowXml(
  { rows }: SheetModel,
  index: number,
  styles: StyleTable,
  strings: StringTable,
): string {
  const row = rows[index];
  const height = row?.height === undefined ? "" : ` ht="${row.height}" customHeight="1"`;
  const cells = (row?.cells ?? []).map((cell, column) =>
    cell === undefined ? "" : cellXml(cell, `${columnName(column)}${index + 1}`, styles, strings),
  );
  return `<row r="${index + 1}"${height}>${cells.join("")}</row>`;
}

function cellXml(
  cell: SheetCell,
  address: string,
  styles: StyleTable,
  strings: StringTable,
): string {
  if (cell.kind === "number") {
    return `<c r="${address}" s="${styles.indexOf(cell.style, false)}"><v>${cell.decimal}</v></c>`;
  }
  if (cell.kind === "formula") {
    return `<c r="${address}" s="${styles.indexOf(cell.style, false)}" t="str"><f>${escapeText(cell.formula)}</f><v>${escapeText(cell.result)}</v></c>`;
  }
  const text = cell.runs.map((run) => run.text).join("");
  const style = styles.indexOf(cell.style, FORMULA_START.test(text));
  if (text === "") return `<c r="${address}" s="${style}"/>`;
  return `<c r="${address}" s="${style}" t="s"><v>${strings.indexOf(cell.runs, cell.style.font)}</v></c>`;
}

function pageXml({ orientation, margins, footer, evenFooter }: PageSetup): string {
  const inch = (millimetres: number) => (millimetres / MILLIMETRES_PER_INCH).toFixed(4);
  const even = evenFooter === undefined ? "" : `<evenFooter>${escapeText(evenFooter)}</evenFooter>`;
  return [
    `<pageMargins left="${inch(margins.left)}" right="${inch(margins.right)}" top="${inch(margins.top)}" bottom="${inch(margins.bottom)}" header="0" footer="${inch(margins.footer)}"/>`,
    `<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="${orientation}"/>`,
    `<headerFooter${even === "" ? "" : ' differentOddEven="1"'}><oddFooter>${escapeText(footer)}</oddFooter>${even}</headerFooter>`,
  ].join("");
}
