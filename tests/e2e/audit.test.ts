import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { draftText, exampleBooks } from "../audit/drafts.ts";
import { selectionInExcel, typeInExcel } from "./check-book.ts";
import { seriousProblems } from "./harness/accessibility.ts";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import { openPane } from "./harness/excel-pane.ts";
import type { GuardedPage } from "./harness/guarded-page.ts";
import { type Site, serve } from "./harness/site-server.ts";

const NAME = "2023-泸县人民政府办公室";
const CURRENT = new URL(`../../examples/${encodeURIComponent(NAME)}.xlsx`, import.meta.url);
const PRIOR = fileURLToPath(new URL(`../../examples/2022${NAME.slice(4)}.xlsx`, import.meta.url));
const screenshots = fileURLToPath(new URL("../../out/screenshots/", import.meta.url));

let browser: Browser;
let site: Site;
let guarded: GuardedPage | undefined;
/** 由示例起草的说明，种了几处错。 */
let wrong: string;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await launchBrowser();
  site = await serve(builtSite());
  const books = (await exampleBooks()).find(({ name }) => name === NAME);
  if (books === undefined) throw new Error(`没有示例 ${NAME}`);
  wrong = draftText(books)
    .replace("占65.46%", "占56.46%")
    .replace("支出总计1970.68万元。", "支出总计1907.68万元。")
    .replace("一般公共服务支出1680.85万元", "一般公共服务支出1608.85万元")
    .replace("结余0万元；支", "结余0万元，，支");
});
afterEach(async () => {
  await guarded?.close();
  guarded = undefined;
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Look {
  readonly theme?: "light" | "dark";
  readonly context?: BrowserContextOptions;
}

async function openAudit({ theme = "light", context = {} }: Look = {}): Promise<Page> {
  guarded = await openPane(browser, site, {
    workbook: CURRENT,
    panel: "audit",
    theme,
    context: { permissions: ["clipboard-read", "clipboard-write"], ...context },
  });
  await button(guarded.page, "审这份文字").waitFor();
  return guarded.page;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel("把说明贴在这里").fill(text);
  await button(page, "审这份文字").click();
  await panel(page)
    .getByText(/决算情况说明共有 \d+ 个数/)
    .waitFor();
}

const panel = (page: Page) => page.getByRole("region", { name: "审稿" });
const button = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
const marks = (page: Page): Locator => page.locator("[data-numbers]");
const items = (page: Page): Locator => page.locator("#panel-audit [data-finding]");
const errorMark = (page: Page): Locator => marks(page).filter({ hasText: "支出总计1907.68万元" });

async function expectAccessible(page: Page, state: string): Promise<void> {
  expect(await seriousProblems(page), state).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${state} 横向滚动`).toBe(0);
}

describe("审一份贴进来的说明", () => {
  test("贴上 → 有标记 → 点一处：详情展开，Excel 里选中那一格", async () => {
    const page = await openAudit();
    await paste(page, wrong);
    await panel(page).getByText("有错误，须更正").waitFor();
    await errorMark(page).click();
    const detail = page.locator("[data-detail]");
    await detail.getByText("支出总计表里是1970.68万元，文中写1907.68万元。").waitFor();
    await expect.poll(() => selectionInExcel(page)).toMatch(/财决01表\)!O37$/);
    expect(await detail.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await detail.waitFor({ state: "detached" });
    expect(await errorMark(page).evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    guarded?.expectClean();
  });

  test("宽的时候并排：点标记，清单里那一条展开、得到焦点；点清单，原文滚过去", async () => {
    const page = await openAudit({ context: { viewport: { width: 1280, height: 800 } } });
    await paste(page, wrong);
    await errorMark(page).click();
    const item = items(page).filter({ hasText: "与表不符 · 第二部分 一" });
    await expect.poll(() => item.getAttribute("aria-expanded")).toBe("true");
    await expect
      .poll(() => item.evaluate((element) => element === document.activeElement))
      .toBe(true);
    const last = items(page).last();
    await last.click();
    const number = /\d+/.exec((await last.textContent()) ?? "")?.[0];
    const mark = page.locator(`[data-numbers~="${number}"]`).first();
    await expect.poll(() => mark.getAttribute("aria-current")).toBe("true");
    await expect
      .poll(() =>
        mark.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= window.innerHeight;
        }),
      )
      .toBe(true);
    guarded?.expectClean();
  });

  test("只用键盘：F8 走到下一处，Enter 到单元格，Shift+F8 回来", async () => {
    const page = await openAudit();
    await paste(page, wrong);
    const { keyboard } = page;
    await marks(page).first().focus();
    await keyboard.press("F8");
    const current = () => page.locator('[data-numbers][aria-current="true"]').first();
    const numberOf = async () => (await current().getAttribute("data-numbers")) ?? "";
    expect(await numberOf()).toContain("1");
    await keyboard.press("F8");
    await expect.poll(numberOf).toContain("2");
    expect(await errorMark(page).evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    await keyboard.press("Enter");
    await expect.poll(() => selectionInExcel(page)).toMatch(/财决01表\)!O37$/);
    await keyboard.press("Shift+F8");
    await expect.poll(numberOf).toContain("1");
    await button(page, "整改意见").click();
    await keyboard.press("F8");
    await expect
      .poll(() => errorMark(page).evaluate((element) => element === document.activeElement))
      .toBe(true);
    guarded?.expectClean();
  });

  test("表改了：说结果过时；重新审就对照现在的表", async () => {
    const page = await openAudit();
    await paste(page, wrong);
    await typeInExcel(page, { sheet: "Z01 收入支出决算总表(财决01表)", address: "O37" }, 1);
    await panel(page).getByText("审完以后表有改动").waitFor();
    await button(page, "对照现在的表重新审").click();
    await panel(page).getByText("审完以后表有改动").waitFor({ state: "detached" });
    await errorMark(page).click();
    await page.getByText("支出总计表里是0.00万元").waitFor();
    guarded?.expectClean();
  });

  test("上年工作簿在“起草说明”里选过，回来重新审就用它", async () => {
    const page = await openAudit();
    await paste(page, wrong);
    await panel(page).getByText("没有上年的表").waitFor();
    await page.getByRole("tab", { name: "起草说明" }).click();
    await button(page, "选项").click();
    await page.locator('input[type="file"][accept*=".ods"]').setInputFiles(PRIOR);
    await page.getByText("已用上年工作簿").first().waitFor();
    await page.getByRole("tab", { name: "审稿" }).click();
    await button(page, "重新审").click();
    await panel(page).getByText("没有上年的表").waitFor({ state: "detached" });
    await panel(page)
      .getByText(/对照：《2023.*》、《2022.*》/)
      .waitFor();
    guarded?.expectClean();
  });

  test("筛选：标记和清单一起变", async () => {
    const page = await openAudit();
    await paste(page, wrong);
    const before = await marks(page).count();
    await button(page, "问题").click();
    await page.getByLabel("只看这一种").selectOption("punctuation");
    await page.getByText("筛选后 1 条").waitFor();
    expect(await items(page).count()).toBe(1);
    await button(page, "原文").click();
    expect(await marks(page).count()).toBeLessThan(before);
    guarded?.expectClean();
  });

  test("从清单到原文：这一条、与之矛盾的另一处、还没有填的一处", async () => {
    const page = await openAudit();
    await paste(page, wrong);
    await button(page, "问题").click();
    const share = items(page).filter({ hasText: "与表不符 · 第二部分 三" });
    await share.click();
    await button(page, "到原文去").click();
    const mark = marks(page).filter({ hasText: "占56.46%" });
    await expect
      .poll(() => mark.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.getByRole("button", { name: /^另一处：第二部分 三/ }).click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await expect.poll(focused).toContain("本年支出合计1970.68万元");
    expect(await page.locator("[data-lit]").first().textContent()).toBe("1970.68万元");

    await button(page, "问题").click();
    await page.getByText(/^还没有填的 \d+ 处/).click();
    await page.getByRole("button", { name: /^【待补充：公务用车主要用途】/ }).click();
    await expect.poll(focused).toContain("【待补充：公务用车主要用途】");
    guarded?.expectClean();
  });

  test("整改意见：去掉一条，复制出来的就没有它；也可以下载", async () => {
    const page = await openAudit();
    await paste(page, wrong);
    await button(page, "整改意见").click();
    const boxes = page.getByRole("checkbox");
    expect(await boxes.first().isChecked()).toBe(true);
    await page.getByRole("checkbox", { name: /标点/ }).uncheck();
    await button(page, "复制整改意见").click();
    await panel(page).getByText("已复制整改意见").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("关于泸县人民政府办公室2023年度决算情况说明的整改意见");
    expect(copied).toContain("支出总计表里是1970.68万元");
    expect(copied).not.toContain("标点重复");
    const downloading = page.waitForEvent("download");
    await button(page, "下载整改意见").click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("泸县人民政府办公室2023年度决算情况说明整改意见.txt");
    expect(readFileSync(await download.path(), "utf8")).toBe(`\ufeff${copied}`);
    guarded?.expectClean();
  });

  test("选文件、拖进来、审工作表；不是说明的说明白", async () => {
    const page = await openAudit();
    await button(page, "审工作表“决算说明”").click();
    await panel(page)
      .getByText(/没有工作表“决算说明”/)
      .waitFor();
    await page.locator('#panel-audit input[type="file"]').setInputFiles({
      name: "通知.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("关于召开会议的通知"),
    });
    await panel(page).getByText("没有找到决算情况说明的内容").waitFor();
    await expectAccessible(page, "不是说明");
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "说明.txt", { type: "text/plain" }));
      return data;
    }, wrong);
    await panel(page).dispatchEvent("drop", { dataTransfer: dropped });
    await panel(page).getByText("说明.txt").waitFor();
    expect(await marks(page).count()).toBeGreaterThan(3);
    guarded?.expectClean();
  });

  test("三份连着的长文（约一万八千字）照样跟手：走到最后一处；印出长任务", async () => {
    const page = await openAudit();
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      [wrong, wrong, wrong].join("\n"),
    );
    await page.getByLabel("把说明贴在这里").focus();
    await page.keyboard.press("Control+V");
    await panel(page)
      .getByText(/决算情况说明共有 \d+ 个数/)
      .waitFor();
    const before = Date.now();
    await page.keyboard.press("Shift+F8");
    await button(page, "上一条").click();
    await expect
      .poll(() => page.locator('[data-numbers][aria-current="true"]').count())
      .toBeGreaterThan(0);
    const long = (await guarded?.longTasks()) ?? [];
    console.log(
      `${wrong.length * 3} 字，走到最后一处 ${Date.now() - before} 毫秒；长任务（毫秒）：${long.map(Math.round).join("、") || "无"}`,
    );
    guarded?.expectClean();
  });
});

const LOOKS: readonly (readonly [string, Look])[] = [
  ["350-light", { context: { viewport: { width: 350, height: 800 } } }],
  ["350-dark", { context: { viewport: { width: 350, height: 800 } }, theme: "dark" }],
  [
    "320-forced-colors",
    { context: { viewport: { width: 320, height: 800 }, forcedColors: "active" } },
  ],
  // 放大到 200%：同样宽的窗格只剩一半的 CSS 像素。
  ["350-zoom-200", { context: { viewport: { width: 175, height: 400 }, deviceScaleFactor: 2 } }],
  ["1280-light", { context: { viewport: { width: 1280, height: 800 } } }],
  ["1280-dark", { context: { viewport: { width: 1280, height: 800 } }, theme: "dark" }],
];

describe.each(LOOKS)("样子（%s）", (name, look) => {
  test("每种状态都没有严重的无障碍问题，也不横向滚动", async () => {
    const page = await openAudit(look);
    const state = async (shown: string) => {
      // 过渡动画做完再拍。
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${screenshots}audit-${name}-${shown}.png` });
      await expectAccessible(page, shown);
    };
    await state("1-start");
    await paste(page, wrong);
    await state("2-text");
    await errorMark(page).click();
    await page.getByText("支出总计表里是1970.68万元").first().waitFor();
    await state("3-open");
    await button(page, "问题").click();
    for (const fold of await page.locator("#panel-audit summary").all()) await fold.click();
    await state("4-list");
    await button(page, "整改意见").click();
    await page.getByText("看一遍全文").click();
    await state("5-letter");
    guarded?.expectClean();
  });
});
