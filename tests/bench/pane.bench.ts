import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { launchBrowser } from "../e2e/harness/browser.ts";
import { builtSite } from "../e2e/harness/built-site.ts";
import { firstView, firstViewScript } from "../e2e/harness/first-view.ts";
import { type GuardedPage, guardedPage } from "../e2e/harness/guarded-page.ts";
import { type Site, serve } from "../e2e/harness/site-server.ts";
import { workbookBytes } from "../fixtures/generator/write.ts";
import { HOST_INFO, testExcelScript } from "../host/browser/bundle.ts";
import type {} from "../host/browser/install.ts";
import { seedOf } from "../host/excel/model/seed.ts";
import { bareSite } from "./pane/bare-site.ts";
import { referencePair, referenceSize } from "./reference.ts";
import { milliseconds, printTable } from "./timing.ts";

/** 每种情形量几次，取中位数；两页轮流量，机器忙闲对两边一样。 */
const RUNS = 9;

const PAGES = {
  窗格: { path: "taskpane.html", ready: "#panel-check button" },
  对照页: { path: "bare.html", ready: "#ready" },
} as const;

let browser: Browser;
let site: Site;
let hostScript: string;
let broken: { sheet: string; address: string; value: number };

beforeAll(async () => {
  const pair = referencePair();
  console.log(`基准工作簿：${referenceSize(pair)}`);
  const workbook = await readWorkbook(workbookBytes(pair.current, "xlsx"), "基准.xlsx");
  broken = amountToBreak(recogniseTables(workbook, "current"));
  hostScript = await testExcelScript(seedOf(workbook));
  browser = await launchBrowser();
  site = await serve(
    builtSite(),
    await bareSite(readFileSync(`${builtSite()}taskpane.html`, "utf8")),
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

function amountToBreak(tables: ReturnType<typeof recogniseTables>) {
  const table = tables.byForm.get("财决01");
  const row = table?.rowIndex.get("收入.总计");
  const column = table?.columnIndex.get("决算数");
  if (table === undefined || row === undefined || column === undefined) {
    throw new Error("基准工作簿里没有财决01的收入总计");
  }
  const cell = row * table.columns.length + column;
  const value = Number(table.raw[cell]) + 1;
  return { sheet: table.sheet, address: table.address[cell] ?? "", value };
}

async function open(path: string, slowdown: number, ready: string): Promise<GuardedPage> {
  const guarded = await guardedPage(browser, {
    origin: site.origin,
    initScript: `${hostScript}\n${firstViewScript(ready)}`,
  });
  if (slowdown > 1) {
    const devtools = await guarded.page.context().newCDPSession(guarded.page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  }
  await guarded.page.goto(`${site.origin}/${path}?${HOST_INFO}`, { waitUntil: "commit" });
  return guarded;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

test.each([1, 4])("第一屏：从导航到能用，CPU 减慢到 1/%d", async (slowdown) => {
  const times: Record<keyof typeof PAGES, number[]> = { 窗格: [], 对照页: [] };
  for (let run = 0; run <= RUNS; run++) {
    for (const name of ["窗格", "对照页"] as const) {
      const guarded = await open(PAGES[name].path, slowdown, PAGES[name].ready);
      const view = await firstView(guarded.page);
      // 第一次是预热。
      if (run > 0) times[name].push(view.milliseconds);
      await guarded.close();
    }
  }
  const [pane, bare] = [median(times.窗格), median(times.对照页)];
  printTable(`第一屏，CPU 减慢到 1/${slowdown}（${RUNS} 次中位数）`, [
    ["窗格", milliseconds(pane)],
    ["对照页（React + Fluent 三十个组件）", milliseconds(bare)],
    ["窗格 ÷ 对照页", `${(pane / bare).toFixed(2)} 倍（目标不超过 1.50）`],
  ]);
});

test("核对：从点下去到问题上屏", async () => {
  const times: { click: number; sync: number }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const guarded = await open(PAGES.窗格.path, 1, PAGES.窗格.ready);
    await firstView(guarded.page);
    // 等后台把规则装好，与人看一眼再点的情形一样。
    await guarded.page.waitForTimeout(2500);
    const time = await checkTime(guarded.page);
    if (run > 0) times.push(time);
    await guarded.close();
  }
  printTable(`核对基准工作簿（${RUNS} 次中位数，测试宿主）`, [
    [
      "从点“核对”到问题上屏",
      `${milliseconds(median(times.map(({ click }) => click)))}（目标不超过 300）`,
    ],
    ["其中测试宿主自己（冒充 Excel 作答）", milliseconds(median(times.map(({ sync }) => sync)))],
  ]);
});

/** 弄错一格，点“核对”，等第一条问题画上屏幕。 */
async function checkTime(page: Page): Promise<{ click: number; sync: number }> {
  return await page.evaluate(async ({ sheet, address, value }) => {
    const excel = globalThis.testExcel;
    if (excel === undefined) throw new Error("没有装测试宿主");
    excel.type(sheet, address, value);
    let inHost = 0;
    const execute = excel.execute.bind(excel);
    excel.execute = (request) => {
      const start = performance.now();
      const reply = execute(request);
      inHost += performance.now() - start;
      return reply;
    };
    const button = [...document.querySelectorAll("button")].find(
      (each) => each.textContent === "核对" && each.closest("#panel-check") !== null,
    );
    if (button === undefined) throw new Error("没有“核对”按钮");
    const start = performance.now();
    button.click();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (document.querySelector('section[aria-label="问题清单"] li') === null) await frame();
    await frame();
    return { click: performance.now() - start, sync: inHost };
  }, broken);
}
