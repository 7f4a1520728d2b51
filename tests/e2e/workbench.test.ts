import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { seriousProblems } from "./harness/accessibility.ts";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import { type GuardedPage, guardedPage } from "./harness/guarded-page.ts";
import { type Site, serve } from "./harness/site-server.ts";

const EXAMPLE = fileURLToPath(
  new URL("../../examples/2023-泸县人民政府办公室.xlsx", import.meta.url),
);

let browser: Browser;
let site: Site;
let guarded: GuardedPage | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(builtSite());
});
afterEach(async () => {
  await guarded?.close();
  guarded = undefined;
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** 两种打开办法：网站上的、双击打开的单文件。 */
const WAYS = {
  网站: async () => {
    guarded = await guardedPage(browser, {
      origin: site.origin,
      context: { viewport: { width: 1280, height: 800 } },
    });
    return { guarded, address: `${site.origin}/workbench.html` };
  },
  单文件: async () => {
    guarded = await guardedPage(browser, { context: { viewport: { width: 1280, height: 800 } } });
    return { guarded, address: pathToFileURL(`${builtSite()}workbench-single.html`).href };
  },
};

describe.each(Object.entries(WAYS))("工作台（%s）", (_, open) => {
  test("打开示例，核对，没有外站请求，不违反安全策略", async () => {
    const { guarded, address } = await open();
    const { page } = guarded;
    await page.goto(address);
    await page.getByRole("button", { name: "用示例试试" }).click();
    await page.getByRole("grid").waitFor();
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await page.getByText(/执行了 \d+ 条规则/).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    guarded.expectClean();
  });

  test("打开自己的文件；表格里用键盘走到一格，试改，再放弃", async () => {
    const { guarded, address } = await open();
    const { page } = guarded;
    await page.goto(address);
    await page.getByLabel("选择决算工作簿").setInputFiles(EXAMPLE);
    const grid = page.getByRole("grid");
    await grid.waitFor();
    await page.getByLabel("工作表", { exact: true }).selectOption({ index: 1 });
    await grid.focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "End", "Home"]) {
      await page.keyboard.press(key);
    }
    const status = page.getByRole("status", { name: "选中的单元格" });
    const before = await status.textContent();
    expect(before).toMatch(/^A3：/);
    await page.keyboard.press("Enter");
    await page.keyboard.type("12,345.60");
    await page.keyboard.press("Enter");
    expect(await status.textContent()).toBe("A3：12345.6");
    await page.getByRole("button", { name: "放弃试改（1 处）" }).click();
    expect(await status.textContent()).toBe(before);
    guarded.expectClean();
  });

  test("不是工作簿的文件：说清楚为什么，可以再选", async () => {
    const { guarded, address } = await open();
    const { page } = guarded;
    await page.goto(address);
    await page.getByLabel("选择决算工作簿").setInputFiles({
      name: "说明.docx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("不是表格"),
    });
    await page.getByText("文件「说明.docx」不是电子表格").waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    expect(await page.getByRole("button", { name: "打开决算工作簿" }).isEnabled()).toBe(true);
    guarded.expectClean();
  });
});
