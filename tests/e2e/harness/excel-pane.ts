import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { readWorkbook } from "../../../src/workbook/read-workbook.ts";
import { HOST_INFO, testExcelScript } from "../../host/browser/bundle.ts";
import { seedOf } from "../../host/excel/model/seed.ts";
import { type GuardedPage, guardedPage } from "./guarded-page.ts";
import type { Site } from "./site-server.ts";

/** 开在测试 Excel 里的窗格。 */
export interface PaneOptions {
  /** 打开的工作簿文件的路径。 */
  readonly workbook: string | URL;
  readonly panel?: "check" | "draft" | "audit";
  /** 另外在页面的脚本之前运行的脚本。 */
  readonly initScript?: string;
  /** Office 的主题；缺省为亮色。 */
  readonly theme?: "light" | "dark";
  readonly context?: BrowserContextOptions;
}

/** 在测试 Excel 里打开一本工作簿，再打开窗格；返回时网页已载入，不等面板画完。 */
export async function openPane(
  browser: Browser,
  site: Site,
  { workbook, panel = "check", theme = "light", initScript = "", context = {} }: PaneOptions,
): Promise<GuardedPage> {
  const path = decodeURIComponent(String(workbook));
  const read = await readWorkbook(readFileSync(workbook), path.slice(path.lastIndexOf("/") + 1));
  const guarded = await guardedPage(browser, {
    origin: site.origin,
    initScript: `${await testExcelScript(seedOf(read), { excelApi: "1.15", theme })}\n${initScript}`,
    context,
  });
  await guarded.page.goto(`${site.origin}/taskpane.html?panel=${panel}&${HOST_INFO}`);
  return guarded;
}
