/**
 * 程序用到的、高于最低要求集 1.7 的成员，以及它们要 1.几（与官方类型说明核对，见 requirement-sets.test.ts）。
 * 宿主支持的版本不够时，测试宿主像 Excel 一样拒绝。
 */
export const NEWER_MEMBERS: Readonly<Record<string, number>> = {
  "Application.suspendScreenUpdatingUntilNextSync": 9,
  "AutoFilter.apply": 9,
  "ChartDataLabels.numberFormat": 8,
  "HeaderFooter.centerFooter": 9,
  "HeaderFooter.leftFooter": 9,
  "HeaderFooter.rightFooter": 9,
  "HeaderFooterGroup.defaultForAllPages": 9,
  "HeaderFooterGroup.evenPages": 9,
  "HeaderFooterGroup.oddPages": 9,
  "HeaderFooterGroup.state": 9,
  "PageLayout.bottomMargin": 9,
  "PageLayout.footerMargin": 9,
  "PageLayout.headerMargin": 9,
  "PageLayout.headersFooters": 9,
  "PageLayout.leftMargin": 9,
  "PageLayout.orientation": 9,
  "PageLayout.paperSize": 9,
  "PageLayout.rightMargin": 9,
  "PageLayout.setPrintArea": 9,
  "PageLayout.setPrintTitleRows": 9,
  "PageLayout.topMargin": 9,
  "PageLayout.zoom": 9,
  "Workbook.readOnly": 8,
  "Worksheet.autoFilter": 9,
  "Worksheet.pageLayout": 9,
  "Worksheet.showGridlines": 8,
  "WorksheetCollection._RegisterDataChangedEvent": 9,
  "WorksheetCollection._RegisterSelectionChangedEvent": 9,
};
