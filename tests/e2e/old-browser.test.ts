import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parse } from "acorn";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import { guardedPage } from "./harness/guarded-page.ts";
import { type Site, serve } from "./harness/site-server.ts";

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

/** 装成 2020 年以前的浏览器：没有 replaceAll。 */
const PRETEND_OLD = "delete String.prototype.replaceAll;";

/** 装成 Chromium 87：有 replaceAll，没有 2021 年以后的方法。后台线程里仍是新的。 */
const WITHOUT_NEWER = `
for (const name of ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];
for (const name of ["at", "isWellFormed", "toWellFormed"]) delete String.prototype[name];
for (const name of ["hasOwn", "groupBy"]) delete Object[name];
delete Map.groupBy; delete Promise.withResolvers; delete Promise.try; delete Array.fromAsync;
delete globalThis.structuredClone; delete AbortSignal.any; delete AbortSignal.timeout;
delete AbortSignal.prototype.throwIfAborted; delete crypto.randomUUID;
for (const name of ["union", "intersection", "difference", "isSubsetOf"]) delete Set.prototype[name];
const Iterators = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
for (const name of ["map", "filter", "take", "drop", "toArray", "some", "every", "find", "flatMap", "reduce", "forEach"]) delete Iterators[name];
`;

describe("太旧的浏览器", () => {
  test.each(["taskpane.html", "workbench.html"])("%s 转到说明页，指出工作台", async (name) => {
    const guarded = await guardedPage(browser, { origin: site.origin, initScript: PRETEND_OLD });
    await guarded.page.goto(`${site.origin}/${name}`);
    await guarded.page.waitForURL(`${site.origin}/old-browser.html`);
    expect(await guarded.page.textContent("h1")).toContain("这里打不开");
    expect(await guarded.page.getByRole("link", { name: "workbench.html" }).count()).toBe(2);
    expect(guarded.outside).toEqual([]);
    await guarded.close();
  });

  test("单文件工作台直接说明", async () => {
    const guarded = await guardedPage(browser, { initScript: PRETEND_OLD });
    await guarded.page.goto(pathToFileURL(`${builtSite()}workbench-single.html`).href);
    await guarded.page.getByRole("heading", { name: "这个浏览器太旧，打不开工作台" }).waitFor();
    await guarded.close();
  });

  test("2020 年底的浏览器：缺后来的几个方法，工作台照样打得开、核对得完", async () => {
    const guarded = await guardedPage(browser, {
      origin: site.origin,
      initScript: WITHOUT_NEWER,
      context: { viewport: { width: 1280, height: 800 } },
    });
    const { page } = guarded;
    await page.goto(`${site.origin}/workbench.html?sample`);
    await page.getByRole("button", { name: "核对", exact: true }).click();
    await page.getByText(/执行了 \d+ 条规则/).waitFor();
    guarded.expectClean();
    await guarded.close();
  });

  test("检查脚本只用 ES5 语法", () => {
    const script = readFileSync(`${builtSite()}old-browser-check.js`, "utf8");
    expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
  });
});
