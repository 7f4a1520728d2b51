import { OFFICE_RELATIONSHIPS, type Part, packParts, type Relationship } from "../ooxml/package.ts";
import { escapeAttribute, escapeText, XML_DECLARATION } from "../ooxml/xml.ts";
import { drawingXml } from "./drawing-xml.ts";
import type { SheetModel } from "./model.ts";
import { MAIN_NS } from "./namespaces.ts";
import { linkId, sheetXml } from "./sheet-xml.ts";
import { StringTable } from "./string-table.ts";
import { StyleTable } from "./style-table.ts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
export const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** 把几张工作表写成 .xlsx。同样的内容得同样的字节。 */
export function writeWorkbook(sheets: readonly SheetModel[]): Uint8Array {
  const styles = new StyleTable();
  const strings = new StringTable();
  const drawings: Part[] = [];
  const charts: Part[] = [];
  const sheetParts = sheets.map((sheet, index): Part => {
    const relationships: Relationship[] = [];
    if (sheet.charts !== undefined && sheet.charts.length > 0) {
      const path = `xl/drawings/drawing${drawings.length + 1}.xml`;
      relationships.push({ id: "rId1", type: `${OFFICE_RELATIONSHIPS}/drawing`, target: path });
      const chartPaths = sheet.charts.map((chart) => {
        const chartPath = `xl/charts/chart${charts.length + 1}.xml`;
        charts.push({ path: chartPath, contentType: CHART_TYPE, content: chart.xml });
        return chartPath;
      });
      drawings.push({
        path,
        contentType: DRAWING_TYPE,
        content: drawingXml(sheet.charts),
        relationships: chartPaths.map((target, chartIndex) => ({
          id: `rId${chartIndex + 1}`,
          type: `${OFFICE_RELATIONSHIPS}/chart`,
          target,
        })),
      });
    }
    const drawingId = relationships.length > 0 ? "rId1" : null;
    for (const [place, { target }] of (sheet.links ?? []).entries()) {
      const type = `${OFFICE_RELATIONSHIPS}/hyperlink`;
      relationships.push({ id: linkId(place), type, target, external: true });
    }
    return {
      path: `xl/worksheets/sheet${index + 1}.xml`,
      contentType: `${SPREADSHEET}.worksheet+xml`,
      content: sheetXml(sheet, { styles, strings, selected: index === 0 }, drawingId),
      relationships,
    };
  });
  return packParts(
    [
      workbookPart(sheets, sheetParts),
      ...sheetParts,
      { path: "xl/styles.xml", contentType: `${SPREADSHEET}.styles+xml`, content: styles.toXml() },
      {
        path: "xl/sharedStrings.xml",
        contentType: `${SPREADSHEET}.sharedStrings+xml`,
        content: strings.toXml(),
      },
      ...drawings,
      ...charts,
    ],
    "xl/workbook.xml",
  );
}

function workbookPart(sheets: readonly SheetModel[], sheetParts: readonly Part[]): Part {
  const items = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  const count = sheets.length;
  return {
    path: "xl/workbook.xml",
    contentType: `${SPREADSHEET}.sheet.main+xml`,
    content: [
      `${XML_DECLARATION}<workbook xmlns="${MAIN_NS}" xmlns:r="${OFFICE_RELATIONSHIPS}">`,
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000"/></bookViews>',
      `<sheets>${items.join("")}</sheets>`,
      names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`,
      "</workbook>",
    ].join(""),
    relationships: [
      ...sheetParts.map((part, index) => ({
        id: `rId${index + 1}`,
        type: `${OFFICE_RELATIONSHIPS}/worksheet`,
        target: part.path,
      })),
      { id: `rId${count + 1}`, type: `${OFFICE_RELATIONSHIPS}/styles`, target: "xl/styles.xml" },
      {
        id: `rId${count + 2}`,
        type: `${OFFICE_RELATIONSHIPS}/sharedStrings`,
        target: "xl/sharedStrings.xml",
      },
    ],
  };
}

function definedNames({ name, page, autoFilter }: SheetModel, index: number): string[] {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const defined = (builtIn: string, range: string, hidden = "") =>
    `<definedName name="_xlnm.${builtIn}" localSheetId="${index}"${hidden}>${escapeText(`${sheet}!${range}`)}</definedName>`;
  const absolute = autoFilter?.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return [
    absolute ? defined("_FilterDatabase", absolute, ' hidden="1"') : "",
    page?.printArea ? defined("Print_Area", page.printArea) : "",
    page?.titleRows ? defined("Print_Titles", page.titleRows) : "",
  ].filter((item) => item !== "");
}
