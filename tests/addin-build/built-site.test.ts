import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "acorn";
import { describe, expect, test } from "vitest";
import { builtSite } from "../e2e/harness/built-site.ts";

const site = builtSite();
const read = (path: string) => readFileSync(`${site}${path}`, "utf8");
const html = (name: string) => read(name);
const scripts = readdirSync(`${site}assets`).filter((name) => name.endsWith(".js"));

const POLICY =
  "default-src 'self'; script-src 'self'; " +
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
  "img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; " +
  "frame-src 'none'; object-src 'none'; base-uri 'none'";

function policyOf(page: string): string {
  const found = /<meta http-equiv="?Content-Security-Policy"? content="([^"]*)">/.exec(page)?.[1];
  if (found === undefined) throw new Error("页面没有安全策略");
  return found.replaceAll("&#39;", "'");
}

/** 页面里的脚本标签，按次序；`src` 没有时是内联的。 */
function scriptTags(page: string): { attributes: string; body: string }[] {
  return [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].map(
    ([, attributes = "", body = ""]) => ({ attributes, body }),
  );
}

// 构建会省去属性值的引号。
const sourceOf = (attributes: string) => /\bsrc="?([^"\s]*)/.exec(attributes)?.[1];

const EVAL = /\beval\(|\bnew Function\(|[^.\w]Function\(["'`]/;
const OUTSIDE = /\b(fetch|importScripts|open)\(["'`]https?:/;

/** 代码里第一处符合的地方及其前后；没有为 null。整段代码太长，不宜出现在出错信息里。 */
function firstMatch(code: string, pattern: RegExp): string | null {
  const found = pattern.exec(code);
  return found === null ? null : code.slice(Math.max(0, found.index - 60), found.index + 60);
}

describe("网站上的页面", () => {
  test.each(["taskpane.html", "workbench.html"])(
    "%s：安全策略在所有脚本之前，一字不差；先查浏览器，再装程序",
    (name) => {
      const page = html(name);
      expect(policyOf(page)).toBe(POLICY);
      expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<script"));
      const tags = scriptTags(page);
      expect(tags.every(({ body }) => body === "")).toBe(true);
      expect(sourceOf(tags[0]?.attributes ?? "")).toBe("old-browser-check.js");
      const own = tags.filter(({ attributes }) => sourceOf(attributes)?.startsWith("assets/"));
      expect(own.length).toBeGreaterThan(0);
      // 老浏览器不认 module，不会去解析看不懂的语法。
      for (const { attributes } of own) expect(attributes).toMatch(/type="?module\b/);
      for (const { attributes } of tags)
        expect(sourceOf(attributes)).not.toMatch(/^(https?:)?\/\//);
    },
  );

  test("只有窗格装 Office.js", () => {
    const office = (name: string) =>
      scriptTags(html(name)).filter(({ attributes }) => attributes.includes("office/"));
    expect(office("taskpane.html").map(({ attributes }) => sourceOf(attributes))).toEqual([
      "office/office.js",
    ]);
    expect(office("workbench.html")).toEqual([]);
    expect(firstMatch(html("workbench-single.html"), /office\/office\.js/)).toBeNull();
  });
});

test("Office.js 的文件原样复制，正好是这些", () => {
  const files = [
    "office.js",
    "excel-win32-16.01.js",
    "excel-win32-16.00.js",
    "excel-mac-16.00.js",
    "excel-web-16.00.js",
    "o15apptofilemappingtable.js",
    "es6-promise.js",
    "zh-cn/office_strings.js",
    "en-us/office_strings.js",
    "telemetry/oteljs_agave.js",
    "ariatelemetry/aria-web-telemetry.js",
  ];
  const copied = readdirSync(`${site}office`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(`${site}office/`.length));
  expect(copied.sort()).toEqual([...files, "LICENSE.md"].sort());
  const packageUrl = new URL("../../node_modules/@microsoft/office-js/", import.meta.url);
  for (const file of files) {
    const original = readFileSync(new URL(`dist/${file}`, packageUrl));
    expect(readFileSync(`${site}office/${file}`).equals(original), file).toBe(true);
  }
});

test("没有装冒名的 office-js 包", () => {
  const lock = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
  expect(lock).not.toContain('"node_modules/office-js"');
});

describe("自己的脚本", () => {
  test("每个都带内容摘要", () => {
    for (const name of scripts) expect(name).toMatch(/\.[0-9a-f]{12}\.js$/);
  });

  test("2020 年的语法，不含 eval，不从外站取东西", () => {
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) {
      // 这一处是取全局对象的最后一着，前面的 self 总是有的，从不执行。
      const code = read(`assets/${name}`).replaceAll('||Function("return this")()', "");
      const syntax = () => void parse(code, { ecmaVersion: 2021, sourceType: "script" });
      expect(syntax, name).not.toThrow();
      expect(firstMatch(code, EVAL), name).toBeNull();
      expect(firstMatch(code, OUTSIDE), name).toBeNull();
      expect(firstMatch(code, /sourceMappingURL/), name).toBeNull();
    }
  });
});

describe("单文件工作台", () => {
  const page = html("workbench-single.html");
  const tags = scriptTags(page);

  test("脚本都在页面里，安全策略认的正是它们的摘要，什么也不连", () => {
    expect(tags.map(({ attributes }) => attributes.trim())).toEqual([
      "",
      'type="text/plain" id="reading-worker"',
      'type="text/plain" id="licenses"',
      'type="module"',
    ]);
    const hash = (body: string) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`;
    const run = [tags[0], tags[3]].map((tag) => hash(tag?.body ?? ""));
    const policy = policyOf(page);
    expect(policy).toContain(`script-src ${run.join(" ")};`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    const markup = page.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
    expect(markup).not.toMatch(/<(link|img|iframe|style)\b/);
  });

  test("页面脚本与后台脚本都不再去取别的文件", () => {
    for (const tag of tags) {
      const body = tag.body.replaceAll('||Function("return this")()', "");
      expect(firstMatch(body, /sourceMappingURL/)).toBeNull();
      expect(firstMatch(body, EVAL)).toBeNull();
      expect(firstMatch(body, /\bimport\(/)).toBeNull();
    }
  });
});
