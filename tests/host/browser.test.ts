import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../e2e/harness/browser.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";
import { bundleModule, HOST_INFO, testExcelScript } from "./browser/bundle.ts";
import { seedOf } from "./excel/model/seed.ts";

declare const officeHelpersWrapper: typeof import("../../addin/host/office/office-helpers.ts");

const DIST = new URL("../../node_modules/@microsoft/office-js/dist/", import.meta.url);
const ORIGIN = "https://localhost";

let browser: Browser;
let page: Page;
const outside: string[] = [];
const violations: string[] = [];

/** 与发布时一样严：不许求值字符串，不许别的来源。 */
const POLICY = "default-src 'self'; script-src 'self'; frame-src 'none'; object-src 'none'";
const HELPERS = new URL("../../addin/host/office/office-helpers.ts", import.meta.url);

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  const example = await readExample(EXAMPLE_NAMES[0] ?? "");
  await page.addInitScript({ content: await testExcelScript(seedOf(example)) });
  const helpers = await bundleModule(HELPERS, "officeHelpersWrapper");
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      outside.push(url.href);
      await route.abort();
    } else if (url.pathname === "/pane.html") {
      const scripts = ["/office/office.js", "/helpers.js"];
      const tags = scripts.map((source) => `<script src="${source}"></script>`);
      await route.fulfill({
        body: `<!doctype html>${tags.join("")}`,
        contentType: "text/html",
        headers: { "content-security-policy": POLICY },
      });
    } else if (url.pathname === "/helpers.js") {
      await route.fulfill({ body: helpers, contentType: "text/javascript" });
    } else {
      const body = readFileSync(new URL(url.pathname.replace("/office/", ""), DIST));
      await route.fulfill({ body, contentType: "text/javascript" });
    }
  });
  await page.goto(`${ORIGIN}/pane.html?${HOST_INFO}`);
});

afterAll(() => browser.close());

test("网页里的客户端库以为自己在 Excel 里，读写都到测试宿主", async () => {
  const result = await page.evaluate(async () => {
    const { host } = await Office.onReady();
    const values = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      const range = worksheets.getItem(worksheets.items[1]?.name ?? "").getRange("A1");
      range.load("values");
      worksheets.add("新表").getRange("A1").values = [["'=1"]];
      await context.sync();
      return [worksheets.items.length, range.values[0]?.[0]];
    });
    return { host, values, names: testExcel?.sheetNames(), syncs: testExcel?.syncs };
  });
  expect(result.host).toBe("Excel");
  expect(result.values).toEqual([23, "收入支出决算总表"]);
  expect(result.names?.at(-1)).toBe("新表");
  expect(result.syncs).toBe(2);
  expect(outside).toEqual([]);
});

test("使用者在表里改一格，网页收到事件", async () => {
  const address = await page.evaluate(async () => {
    const name = testExcel?.sheetNames()[1] ?? "";
    return await new Promise<string>((resolve) => {
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.onChanged.add(async (event) => resolve(event.address));
        await context.sync();
      }).then(() => testExcel?.type(name, "E7", "123"));
    });
  });
  expect(address).toBe("E7");
});

test("office-js-helpers 的包装：认得宿主，本机设置存得住，不违反内容安全策略", async () => {
  const result = await page.evaluate(async () => {
    const wrapper = officeHelpersWrapper;
    const settings = await wrapper.machineSettings();
    settings?.set("面板", "起草说明");
    await wrapper.logFailure(new Error("试一试"));
    return {
      host: await wrapper.hostDescription(),
      kept: (await wrapper.machineSettings())?.get("面板"),
      missing: settings?.get("没有"),
    };
  });
  expect(result).toEqual({ host: "EXCEL PC", kept: "起草说明", missing: null });
  expect(violations).toEqual([]);
  expect(outside).toEqual([]);
});
