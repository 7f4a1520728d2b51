import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { parseAddress } from "../../src/workbook/addresses.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { exampleCell } from "./check-book.ts";
import { seriousProblems } from "./harness/accessibility.ts";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import { type GuardedPage, guardedPage } from "./harness/guarded-page.ts";
import { type Site, serve } from "./harness/site-server.ts";

const EXAMPLE = fileURLToPath(
  new URL("../../examples/2023-泸县人民政府办公室.xlsx", import.meta.url),
);

/** 随程序附带的示例（本年）。 */
const SAMPLE = "2023-乐山市金口河区人民政府办公室.xlsx";

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

/** 表格的焦点从 A1 用方向键走到一格（合并区域里的空位会跳过，所以看着走）。 */
async function walkTo(page: Page, address: string): Promise<void> {
  const target = parseAddress(address);
  const status = page.getByRole("status", { name: "选中的单元格" });
  for (let steps = 0; steps < 200; steps++) {
    const at = parseAddress((await status.textContent())?.split("：")[0] ?? "");
    if (target === undefined || at === undefined) throw new Error(`走不到 ${address}`);
    if (at.row === target.row && at.column === target.column) return;
    await page.keyboard.press(at.row < target.row ? "ArrowDown" : "ArrowRight");
  }
  throw new Error(`走不到 ${address}`);
}

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
  test("打开示例（后台线程读），核对，没有外站请求，不违反安全策略", async () => {
    const { guarded, address } = await open();
    const { page } = guarded;
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await page.goto(address);
    await page.getByRole("button", { name: "用示例试试" }).click();
    await page.getByRole("grid").waitFor();
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await page.getByText(/执行了 \d+ 条规则/).waitFor();
    expect(workers).toHaveLength(1);
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

  test("试改弄错一格：问题自己出来，点它就到那一格；放弃试改：问题消失", async () => {
    const { guarded, address } = await open();
    const { page } = guarded;
    await page.goto(address);
    await page.getByRole("button", { name: "用示例试试" }).click();
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await page.getByText(/执行了 \d+ 条规则/).waitFor();

    const wrong = await exampleCell(SAMPLE, "财决01", "收入.总计", "决算数");
    await page.getByLabel("工作表", { exact: true }).selectOption(wrong.sheet);
    const grid = page.getByRole("grid");
    await grid.focus();
    await page.keyboard.press("Control+Home");
    await walkTo(page, wrong.address);
    await page.keyboard.press("Enter");
    await page.keyboard.type(String(wrong.value + 100));
    await page.keyboard.press("Enter");
    const found = page
      .getByRole("region", { name: "问题清单" })
      .getByRole("listitem")
      .filter({ hasText: "总计" })
      .first();
    await found.waitFor();

    await page.keyboard.press("Control+End");
    await found.getByRole("button").first().click();
    await page
      .getByRole("button", { name: new RegExp(wrong.address) })
      .first()
      .click();
    const status = page.getByRole("status", { name: "选中的单元格" });
    await page.waitForFunction(
      ([label, start]) =>
        document.querySelector(`[aria-label="${label}"]`)?.textContent?.startsWith(start ?? ""),
      ["选中的单元格", `${wrong.address}：`],
    );
    expect(await status.textContent()).toBe(`${wrong.address}：${wrong.value + 100}`);

    await page.getByRole("button", { name: "放弃试改（1 处）" }).click();
    await found.waitFor({ state: "detached" });
    guarded.expectClean();
  });

  test("起草并写入：下载的 .xlsx 只有决算说明和数据来源，带图", async () => {
    const { guarded, address } = await open();
    const { page } = guarded;
    await page.goto(address);
    await page.getByRole("button", { name: "用示例试试" }).click();
    await page.getByRole("tab", { name: "起草说明" }).click();
    await page.getByRole("button", { name: "插入工作表" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载写好的表（.xlsx）" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${SAMPLE.replace(".xlsx", "")}-决算说明.xlsx`);
    const bytes = new Uint8Array(readFileSync(await file.path()));
    const written = await readWorkbook(bytes, file.suggestedFilename());
    expect(written.sheets.map(({ name }) => name)).toEqual(["决算说明", "数据来源"]);
    const charts = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith("xl/charts/"));
    expect(charts.length).toBeGreaterThan(0);
    expect(await seriousProblems(page)).toEqual([]);
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
