import { ExcelExternal, type ExternalOptions } from "../excel/external.ts";
import type { WorkbookSeed } from "../excel/model/seed.ts";
import { TestExcel } from "../excel/test-excel.ts";

declare global {
  /** 网页里的测试宿主，供端到端测试查看和操纵工作簿。 */
  var testExcel: TestExcel | undefined;
  /** 装入测试宿主；须在 office.js 之前调用。 */
  var installTestExcel: (seed: WorkbookSeed, options?: ExternalOptions) => TestExcel;
}

/**
 * 让这个网页以为自己开在 Windows 版 Excel 的任务窗格里。网址须带 `HOST_INFO`，
 * office.js 据此装入 excel-win32-16.01.js，`Office.onReady` 得到 Excel。
 */
globalThis.installTestExcel = (seed, options = { excelApi: "1.15" }) => {
  const excel = new TestExcel(seed);
  Object.defineProperty(globalThis, "external", {
    value: new ExcelExternal(excel, options),
    configurable: true,
    writable: true,
  });
  globalThis.testExcel = excel;
  return excel;
};
