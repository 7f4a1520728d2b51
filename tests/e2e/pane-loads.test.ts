import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seriousProblems } from "./harness/accessibility.ts";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import { openPane } from "./harness/excel-pane.ts";
import { firstView, firstViewScript } from "./harness/first-view.ts";
import { type Site, serve } from "./harness/site-server.ts";

const EXAMPLE = new URL("../../examples/2023-乐山市金口河区人民政府办公室.xlsx", import.meta.url);

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(builtSite());
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("构建好的窗格", () => {
  test("外面的请求全拦下，第一屏照样能用，不违反安全策略，首屏脚本不超过 250 KB", async () => {
    const guarded = await openPane(browser, site, {
      workbook: EXAMPLE,
      initScript: firstViewScript("#panel-check button"),
    });
    const { page } = guarded;
    const { scripts } = await firstView(page);
    const check = page.getByRole("button", { name: "核对", exact: true });
    await check.waitFor();
    expect(await check.isEnabled()).toBe(true);
    const bytes = scripts
      .filter((path) => path.startsWith("/assets/"))
      .map((path) => gzipSync(readFileSync(`${builtSite()}${path.slice(1)}`), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
    console.log(`首屏实际下载的脚本：${(bytes / 1024).toFixed(1)} KB（gzip，不含 Office.js）`);
    expect(bytes).toBeLessThanOrEqual(250 * 1024);
    expect(await seriousProblems(page)).toEqual([]);
    guarded.expectClean();
    await guarded.close();
  });

  test("核对示例：结果出来；印出主线程的长任务", async () => {
    const guarded = await openPane(browser, site, { workbook: EXAMPLE });
    const { page } = guarded;
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await page.getByText(/执行了 \d+ 条规则/).waitFor();
    console.log(
      `长任务（毫秒）：${(await guarded.longTasks()).map(Math.round).join("、") || "无"}`,
    );
    expect(await seriousProblems(page)).toEqual([]);
    guarded.expectClean();
    await guarded.close();
  });

  test.each(["draft", "audit"] as const)("功能区按钮直达面板 %s", async (panel) => {
    const guarded = await openPane(browser, site, { workbook: EXAMPLE, panel });
    const tab = guarded.page.getByRole("tab", { name: panel === "draft" ? "起草说明" : "审稿" });
    await tab.waitFor();
    expect(await tab.getAttribute("aria-selected")).toBe("true");
    guarded.expectClean();
    await guarded.close();
  });
});
