import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { EXAMPLE_NAMES } from "../fixtures/examples.ts";
import {
  type ExampleCell,
  exampleCell,
  failInExcel,
  filledCells,
  pickInExcel,
  protectInExcel,
  selectionInExcel,
  sheetNamesInExcel,
  shoot,
  typeInExcel,
} from "./check-book.ts";
import { seriousProblems } from "./harness/accessibility.ts";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import { openPane, type PaneOptions } from "./harness/excel-pane.ts";
import { type GuardedPage, guardedPage } from "./harness/guarded-page.ts";
import { type Site, serve } from "./harness/site-server.ts";

const SAMPLE = "2023-泸县人民政府办公室.xlsx";

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

type Look = Pick<PaneOptions, "context" | "theme">;

async function open(example: string, look: Look = {}): Promise<Page> {
  const workbook = new URL(`../../examples/${encodeURIComponent(example)}`, import.meta.url);
  guarded = await openPane(browser, site, { workbook, ...look });
  await button(guarded.page, "核对").waitFor();
  return guarded.page;
}

function button(page: Page, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

function items(page: Page): Locator {
  return page.locator("[data-finding]");
}

function item(page: Page, rule: string): Locator {
  return items(page).filter({ hasText: new RegExp(`(错误|警告|提示) ${rule} `) });
}

async function check(page: Page): Promise<void> {
  await button(page, "核对").click();
  await page.getByText(/执行了 \d+ 条规则/).waitFor();
}

/** 核对完，把收入总计改错，等问题出现。 */
async function openBroken(look: Look = {}): Promise<[Page, ExampleCell]> {
  const cell = await exampleCell(SAMPLE, "财决01", "收入.总计", "决算数");
  const page = await open(SAMPLE, look);
  await check(page);
  await typeInExcel(page, cell, 123);
  await item(page, "A09").waitFor();
  return [page, cell];
}

describe("在 Excel 里核对", () => {
  test.each(EXAMPLE_NAMES)("%s：改错一格问题出现，点了到那一格去，改回来消失", async (name) => {
    const cell = await exampleCell(name, "财决01", "收入.总计", "决算数");
    const page = await open(name);
    await check(page);
    expect(await items(page).filter({ hasText: "错误" }).count()).toBe(0);

    await typeInExcel(page, cell, cell.value + 100);
    await item(page, "A09").waitFor();
    await page.getByText("已重新核对：财决01。").first().waitFor();

    await item(page, "A09").click();
    await page.getByText("怎么办").waitFor();
    expect(await selectionInExcel(page)).toBe(`${cell.sheet}!${cell.address}`);

    await typeInExcel(page, cell, cell.value);
    await item(page, "A09").waitFor({ state: "detached" });
    expect(await items(page).filter({ hasText: "错误" }).count()).toBe(0);
    guarded?.expectClean();
  });

  test("在工作簿里选中单元格，清单选到涉及它的问题", async () => {
    const [page] = await openBroken();
    const spent = await exampleCell(SAMPLE, "财决01", "支出.总计", "决算数");
    await pickInExcel(page, spent);
    await expect.poll(() => item(page, "A09").getAttribute("aria-expanded")).toBe("true");
    expect(await selectionInExcel(page)).toBe(`${spent.sheet}!${spent.address}`);
  });

  test("筛选、搜索、分组", async () => {
    const [page] = await openBroken();
    const all = await items(page).count();
    await page.getByRole("button", { name: /^警告/ }).click();
    expect(await items(page).count()).toBe(0);
    await button(page, "全部显示").click();
    await page.getByLabel("在问题里搜索").fill("支出.总计");
    await expect.poll(() => items(page).count()).toBeLessThan(all);
    expect(await item(page, "A09").count()).toBe(1);
    await button(page, "全部显示").click();
    await page.getByLabel("分组").selectOption("group");
    await page.getByRole("heading", { name: "财决01", exact: true }).waitFor();
    await page.getByLabel("只看这张表").selectOption("财决01");
    expect(await items(page).count()).toBeGreaterThan(0);
  });

  test("不再计较要写理由，可以撤销", async () => {
    const [page] = await openBroken();
    await item(page, "A09").click();
    await button(page, "不再计较…").click();
    await button(page, "确定").click();
    await page.getByText("请写明理由").waitFor();
    await page.getByLabel("不再计较的理由").fill("财政部门已同意");
    await button(page, "确定").click();
    await item(page, "A09").waitFor({ state: "detached" });
    await page.getByText("不再计较的 1 条").waitFor();

    await button(page, "撤销").first().click();
    await item(page, "A09").waitFor();
    guarded?.expectClean();
  });

  test("写成工作表；受保护时说明白，取消保护后重试就好", async () => {
    const [page] = await openBroken();
    await protectInExcel(page, true);
    await button(page, "写成工作表").click();
    await page.getByText("工作簿受保护").waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await protectInExcel(page, false);
    await button(page, "重试").click();
    await page.getByText("已写入工作表“核对结果”").waitFor();
    const names = await sheetNamesInExcel(page);
    expect(names).toContain("核对结果");
    expect(names?.filter((name) => /写入中|待删/.test(name))).toEqual([]);
    guarded?.expectClean();
  });

  test("正在编辑单元格时点核对：说明怎么办，重试就好", async () => {
    const page = await open(SAMPLE);
    await page.waitForTimeout(500);
    await failInExcel(page, "InvalidOperationInCellEditMode");
    await button(page, "核对").click();
    await page.getByText("正在编辑单元格").first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await shoot(page, "350-editing-cell");
    await failInExcel(page, null);
    await button(page, "重试").click();
    await page.getByText(/执行了 \d+ 条规则/).waitFor();
  });
});

test("不在 Excel 里打开窗格：说明白，指到工作台", async () => {
  guarded = await guardedPage(browser, { origin: site.origin });
  const { page } = guarded;
  await page.goto(`${site.origin}/taskpane.html`);
  await page.getByRole("heading", { name: "这个窗格要在 Excel 里打开" }).waitFor();
  expect(await page.getByRole("link", { name: "打开工作台" }).getAttribute("href")).toBe(
    "workbench.html",
  );
  expect(await seriousProblems(page)).toEqual([]);
  expect(guarded.outside).toEqual([]);
  await shoot(page, "350-not-excel");
});

describe("几百条问题", () => {
  test("先显示一百条，可以再显示；搜索、走动都跟手", async () => {
    const page = await open(SAMPLE);
    await check(page);
    for (const cell of (await filledCells(SAMPLE, "财决08")).slice(0, 150)) {
      await typeInExcel(page, cell, cell.value + 1);
    }
    await page.getByText("已重新核对：财决08").first().waitFor();
    expect(await items(page).count()).toBe(100);
    const before = Date.now();
    await items(page).nth(0).focus();
    await page.keyboard.press("End");
    expect(await items(page).nth(99).evaluate(isFocused)).toBe(true);
    await page.getByLabel("在问题里搜索").fill("工资福利");
    await page.getByText(/筛选后 \d+ 条/).waitFor();
    await button(page, "全部显示").click();
    await page.getByRole("button", { name: /^再显示/ }).click();
    await expect.poll(() => items(page).count()).toBeGreaterThan(100);
    console.log(`走到末尾、搜索、再显示一百条：${Date.now() - before} 毫秒`);
    expect(await seriousProblems(page)).toEqual([]);
    guarded?.expectClean();
  });
});

describe("只用键盘", () => {
  test("核对、在清单里走、打开、说明理由、撤销", async () => {
    const cell = await exampleCell(SAMPLE, "财决01", "收入.总计", "决算数");
    const page = await open(SAMPLE);
    const { keyboard } = page;
    await keyboard.press("Tab");
    expect(await focusedName(page)).toBe("核对");
    await keyboard.press("Tab");
    expect(await focusedName(page)).toBe("核对");
    await keyboard.press("Enter");
    await page.getByText(/执行了 \d+ 条规则/).waitFor();
    await typeInExcel(page, cell, 123);
    await item(page, "A09").waitFor();

    await tabTo(page, "[data-finding]");
    await keyboard.press("End");
    const last = (await items(page).count()) - 1;
    expect(await items(page).nth(last).evaluate(isFocused)).toBe(true);
    await keyboard.press("Home");
    expect(await items(page).nth(0).evaluate(isFocused)).toBe(true);
    await keyboard.press("ArrowDown");
    expect(await items(page).nth(1).evaluate(isFocused)).toBe(true);
    await keyboard.press("Enter");
    expect(await items(page).nth(1).getAttribute("aria-expanded")).toBe("true");
    await expect.poll(() => selectionInExcel(page)).toBe(`${cell.sheet}!${cell.address}`);

    const before = await items(page).count();
    await tabTo(page, "button", "不再计较…");
    await keyboard.press("Enter");
    await keyboard.type("财政部门已同意");
    await tabTo(page, "button", "确定");
    await keyboard.press("Enter");
    await expect.poll(() => items(page).count()).toBe(before - 1);
    // 焦点没有丢：留在清单里。
    expect(
      await items(page).evaluateAll((all) => all.includes(document.activeElement as never)),
    ).toBe(true);
    await page.getByRole("tab", { name: "核对" }).focus();
    await keyboard.press("ArrowRight");
    await keyboard.press("ArrowRight");
    expect(await focusedName(page)).toBe("审稿");
    await page.getByLabel("把说明贴在这里").waitFor();
    guarded?.expectClean();
  });

  test("核对完、重新核对完，读屏软件听得到结果", async () => {
    const [page] = await openBroken();
    const said = page.locator('[role="status"][aria-live="polite"]').first();
    await expect.poll(() => said.textContent()).toMatch(/已重新核对：财决01。新出现 \d+ 条/);
  });
});

const NARROW = { width: 350, height: 800 };
const WIDE = { width: 1280, height: 800 };
const LOOKS: readonly (readonly [string, Look])[] = [
  ["350-light", { context: { viewport: NARROW } }],
  ["350-dark", { context: { viewport: NARROW }, theme: "dark" }],
  ["350-forced-colors", { context: { viewport: NARROW, forcedColors: "active" } }],
  // 放大到 200%：同样宽的窗格只剩一半的 CSS 像素。
  ["350-zoom-200", { context: { viewport: { width: 175, height: 400 }, deviceScaleFactor: 2 } }],
  ["1280-light", { context: { viewport: WIDE } }],
  ["1280-dark", { context: { viewport: WIDE }, theme: "dark" }],
];

describe.each(LOOKS)("样子（%s）", (name, look) => {
  test("每种状态都没有严重的无障碍问题，也不横向滚动", async () => {
    const cell = await exampleCell(SAMPLE, "财决01", "收入.总计", "决算数");
    const page = await open(SAMPLE, look);
    const state = async (state: string) => {
      // 过渡动画做完再拍。
      await page.waitForTimeout(300);
      await shoot(page, `${name}-${state}`);
      expect(await seriousProblems(page), state).toEqual([]);
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content, `${state} 横向滚动`).toBeLessThanOrEqual(window ?? 0);
    };
    await state("1-start");
    await check(page);
    await state("2-clean");
    await typeInExcel(page, cell, 123);
    await item(page, "A09").waitFor();
    await state("3-broken");
    await item(page, "A09").click();
    await page.getByText("怎么办").waitFor();
    await state("4-open");
    await button(page, "不再计较…").click();
    await page.getByLabel("不再计较的理由").fill("财政部门已同意");
    await state("5-reason");
    await button(page, "确定").click();
    await page.getByText("不再计较的 1 条").waitFor();
    for (const fold of await page.locator("#panel-check summary").all()) await fold.click();
    await state("6-folds");
    await page.getByRole("tab", { name: "审稿" }).click();
    await state("7-audit");
    guarded?.expectClean();
  });
});

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

/** 一直按 Tab，直到焦点落在所要的元素上。 */
async function tabTo(page: Page, selector: string, text = ""): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      ([wanted, words]) =>
        document.activeElement?.matches(wanted ?? "") === true &&
        (document.activeElement.textContent ?? "").includes(words ?? ""),
      [selector, text],
    );
    if (there) return;
  }
  throw new Error(`按 Tab 到不了 ${selector} ${text}`);
}
