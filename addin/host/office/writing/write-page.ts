import type { PageSetup } from "../../../../src/publish/spreadsheet/model.ts";

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** 页面设置（ExcelApi 1.9）：A4、方向、边距、页脚、打印区域、重复的标题行、宽度缩到一页。 */
export function writePage(sheet: Excel.Worksheet, page: PageSetup): void {
  const layout = sheet.pageLayout;
  const { margins } = page;
  layout.paperSize = "A4";
  layout.orientation = page.orientation === "landscape" ? "Landscape" : "Portrait";
  layout.topMargin = points(margins.top);
  layout.bottomMargin = points(margins.bottom);
  layout.leftMargin = points(margins.left);
  layout.rightMargin = points(margins.right);
  layout.footerMargin = points(margins.footer);
  layout.headerMargin = 0;
  layout.zoom = { horizontalFitToPages: 1 };
  const { headersFooters } = layout;
  if (page.evenFooter === undefined) {
    writeFooter(headersFooters.defaultForAllPages, page.footer);
  } else {
    headersFooters.state = "OddAndEven";
    writeFooter(headersFooters.oddPages, page.footer);
    writeFooter(headersFooters.evenPages, page.evenFooter);
  }
  if (page.printArea !== undefined) layout.setPrintArea(page.printArea);
  if (page.titleRows !== undefined) layout.setPrintTitleRows(page.titleRows);
}

function writeFooter(target: Excel.HeaderFooter, code: string): void {
  const { left, center, right } = footerSections(code);
  if (left !== "") target.leftFooter = left;
  if (center !== "") target.centerFooter = center;
  if (right !== "") target.rightFooter = right;
}

/** 页脚代码按左、中、右分开：`&L…&C…&R…`；开头没有写的算中间。 */
export function footerSections(code: string): { left: string; center: string; right: string } {
  const sections = { left: "", center: "", right: "" };
  let target: keyof typeof sections = "center";
  for (const piece of code.split(/(&[LCR])/)) {
    if (piece === "&L") target = "left";
    else if (piece === "&C") target = "center";
    else if (piece === "&R") target = "right";
    else sections[target] += piece;
  }
  return sections;
}

function points(millimetres: number): number {
  return Math.round(millimetres * POINTS_PER_MILLIMETRE * 100) / 100;
}
