/// <reference types="office-js" />
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { ExcelExternal, type ExternalOptions } from "../excel/external.ts";
import type { TestExcel } from "../excel/test-excel.ts";

const DIST = new URL("../../../node_modules/@microsoft/office-js/dist/", import.meta.url);
const BASE = "https://localhost/office/";
const HOST_INFO = "?_host_Info=Excel$Win32$16.01$zh-CN$$$$0";

/** 客户端库的两个入口。 */
export interface OfficeGlobals {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
}

/**
 * 在 Node 里装入微软的客户端库（office.js 与它自己按宿主挑的文件，一字不改），连到测试宿主，等它就绪。
 * 装好的 `Office`、`Excel` 同时放到全局，与网页里一样。
 */
export async function loadOffice(
  excel: TestExcel,
  options: ExternalOptions = { excelApi: "1.15" },
): Promise<OfficeGlobals> {
  const page = bareWindow(new ExcelExternal(excel, options));
  const context = vm.createContext(page);
  page.document = bareDocument((url) => {
    script(url.slice(BASE.length)).runInContext(context);
  });
  script("office.js").runInContext(context);
  const globals = page as unknown as OfficeGlobals;
  await globals.Office.onReady();
  Object.assign(globalThis, { Office: globals.Office, Excel: globals.Excel });
  return globals;
}

const compiled = new Map<string, vm.Script>();

function script(name: string): vm.Script {
  let found = compiled.get(name);
  if (found === undefined) {
    found = new vm.Script(readFileSync(new URL(name, DIST), "utf8"), { filename: name });
    compiled.set(name, found);
  }
  return found;
}

/** 客户端库装入时要用到的浏览器对象，只有空壳。 */
function bareWindow(external: object): Record<string, unknown> {
  const page: Record<string, unknown> = {
    console,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    external,
    location: {
      href: `https://localhost/taskpane.html${HOST_INFO}`,
      search: HOST_INFO,
      hash: "",
      protocol: "https:",
      host: "localhost",
      origin: "https://localhost",
      pathname: "/taskpane.html",
    },
    navigator: { userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/120", platform: "Win32" },
    addEventListener: nothing,
    removeEventListener: nothing,
    sessionStorage: bareStorage(),
    localStorage: bareStorage(),
    screen: {},
    XMLHttpRequest: nothing,
    history: { pushState: nothing, replaceState: nothing },
  };
  for (const name of ["window", "self", "top", "parent"]) page[name] = page;
  return page;
}

/** 文档的空壳；往里插入的 `<script>` 会被装入并执行。 */
function bareDocument(load: (url: string) => void): object {
  const insert = (element: Record<string, unknown>) => {
    if (element.tagName !== "script" || typeof element.src !== "string") return element;
    const { src, onload } = element;
    setTimeout(() => {
      load(src);
      const { onload: late } = element;
      const done = late ?? onload;
      if (typeof done === "function") done();
    }, 0);
    return element;
  };
  const element = (tagName: string): Record<string, unknown> => {
    const made: Record<string, unknown> = {
      tagName,
      style: {},
      setAttribute: (name: string, value: string) => {
        made[name] = value;
      },
      getAttribute: (name: string) => made[name] ?? null,
      appendChild: insert,
      insertBefore: insert,
      removeChild: nothing,
      addEventListener: nothing,
      getElementsByTagName: () => [],
    };
    return made;
  };
  const office = { ...element("script"), src: `${BASE}office.js` };
  return {
    createElement: element,
    getElementsByTagName: (name: string) => (name === "script" ? [office] : [element(name)]),
    head: element("head"),
    body: element("body"),
    documentElement: element("html"),
    addEventListener: nothing,
    removeEventListener: nothing,
    hasFocus: () => true,
    readyState: "complete",
    cookie: "",
    URL: `https://localhost/taskpane.html${HOST_INFO}`,
  };
}

function bareStorage(): object {
  return { getItem: () => null, setItem: nothing, removeItem: nothing };
}

function nothing(): void {}
