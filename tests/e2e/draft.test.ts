import { mkdirSync, readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  expectAccessible,
  type Look,
  openDraftPane,
  overflowOf,
  panel,
  paragraph,
  pickPrior,
  said,
  screenshots,
} from "./draft-pane.ts";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import type { GuardedPage } from "./harness/guarded-page.ts";
import { type Site, serve } from "./harness/site-server.ts";

let browser: Browser;
let site: Site;
let guarded: GuardedPage | undefined;
beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
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

/** 打开窗格的“起草说明”，等草稿出来。 */
async function openDraft(look: Look = {}): Promise<Page> {
  guarded = await openDraftPane(browser, site, look);
  return guarded.page;
}

/** 工作表“决算说明”里各段的文字，按段落编号。 */
function sheetTexts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const sheet = globalThis.testExcel?.sheet("决算说明");
    const area = sheet?.usedArea();
    const texts: Record<string, string> = {};
    for (let row = 0; row < (area?.rows ?? 0); row += 1) {
      const id = String(sheet?.valueAt(row, 1));
      texts[id] = (texts[id] ?? "") + String(sheet?.valueAt(row, 0)).replace(/^　+/, "");
    }
    return texts;
  });
}

/** 在工作表“决算说明”里把一段（没有拆开的）改成别的文字，像人在 Excel 里那样。 */
async function retype(page: Page, id: string, text: string): Promise<void> {
  await page.evaluate(
    ([wanted, typed]) => {
      const excel = globalThis.testExcel;
      const sheet = excel?.sheet("决算说明");
      const rows = sheet?.usedArea()?.rows ?? 0;
      for (let row = 0; row < rows; row += 1) {
        if (sheet?.valueAt(row, 1) === wanted) excel?.type("决算说明", `A${row + 1}`, typed);
      }
    },
    [id, text] as const,
  );
}

describe("起草 → 填 → 插入", () => {
  test("填一处待补充，插入：段落、格式、七张图都在工作表里", async () => {
    const page = await openDraft();
    await pickPrior(page);

    const status = panel(page).getByText(/^待补充 \d+ 处/);
    const before = Number(/\d+/.exec((await status.textContent()) ?? "")?.[0]);
    const guests = paragraph(page, "二.七.（二）/3/国内");
    await guests.getByRole("button", { name: "【待补充：国内接待主要用途】" }).click();
    await guests.getByLabel("公务接待 › 国内接待用途").fill("接待来访的交通费、用餐费");
    await said(page, `待补充 ${before - 1} 处`);
    await expectAccessible(page);
    expect(await guests.textContent()).toContain("主要用于接待来访的交通费、用餐费");

    await page.getByRole("button", { name: "插入工作表" }).click();
    await said(page, "已写入工作表“决算说明”和“数据来源”");
    const written = await page.evaluate(() => {
      const excel = globalThis.testExcel;
      const sheet = excel?.sheet("决算说明");
      return {
        names: excel?.sheetNames().slice(-2),
        charts: sheet?.charts.map(({ name, type, title }) => ({ name, type, title })),
        font: sheet?.format(1, 0),
        hidden: [...(sheet?.hiddenColumns ?? [])],
        refused: excel?.refused,
        kept: JSON.stringify(excel?.model, (_, value) => value).includes("接待来访的交通费"),
      };
    });
    expect(written.refused).toEqual([]);
    expect([...(written.names ?? [])].sort()).toEqual(["决算说明", "数据来源"]);
    expect(written.charts?.map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `图${number}`),
    );
    expect(written.charts?.map(({ type }) => (/pie/i.test(type) ? "饼" : "柱")).join("")).toBe(
      "柱饼饼柱柱饼饼",
    );
    expect(JSON.stringify(written.font)).toContain("黑体");
    expect(written.hidden).toEqual([1, 2]);
    const texts = await sheetTexts(page);
    expect(texts["二.七.（二）/3/国内"]).toContain("接待来访的交通费、用餐费");
    expect(texts["二.一/正文"]).toContain("下降9.85%");
    guarded?.expectClean();
  });

  test("表里改一段，改一个数，再插入：改的留着并问，其余更新", async () => {
    const page = await openDraft();
    await page.getByRole("button", { name: "插入工作表" }).click();
    await said(page, "已写入工作表");
    await retype(page, "二.三/正文", "支出情况是我自己写的。");

    const cell = await page.evaluate(() => {
      const excel = globalThis.testExcel;
      const sources = excel?.sheet("数据来源");
      for (let row = 1; row < 400; row += 1) {
        if (sources?.valueAt(row, 1) === "二.三/正文") return String(sources.valueAt(row, 5));
      }
      return "";
    });
    const [, sheet = "", address = ""] = /^本年：(.+)!([A-Z]+\d+)/.exec(cell) ?? [];
    await page.evaluate(([name, at]) => globalThis.testExcel?.type(name, at, 98765432.1), [
      sheet,
      address,
    ] as const);
    await said(page, /已过时 \d+ 段/);
    await expectAccessible(page);

    await page.getByRole("button", { name: "重新插入" }).click();
    await page.getByRole("heading", { name: "有 1 段要你决定" }).waitFor();
    expect((await sheetTexts(page))["二.三/正文"]).toBe("支出情况是我自己写的。");
    expect(await page.getByText("支出情况是我自己写的。").count()).toBeGreaterThan(0);
    await page.screenshot({ path: `${screenshots}draft-merge-350.png`, fullPage: true });
    await expectAccessible(page);
    await page.getByRole("radio", { name: "保留我的" }).check();
    await page.getByRole("button", { name: "写入工作表" }).click();
    await said(page, "保留你改过的 1 段");
    const texts = await sheetTexts(page);
    expect(texts["二.三/正文"]).toBe("支出情况是我自己写的。");
    expect(texts["二.五.（一）/正文"]).toContain("占本年支出合计的");
    await page.getByText("你改过").first().waitFor();
    guarded?.expectClean();
  });
});

describe("说明全文", () => {
  test("点一个数：精确值、算式、格；点格到 Excel 里去", async () => {
    const page = await openDraft();
    const total = paragraph(page, "二.一/正文");
    await total.getByRole("button", { name: "1186.95万元" }).click();
    const details = page.getByRole("region", { name: "1186.95万元 的出处" });
    await details.waitFor();
    expect(await details.textContent()).toMatch(/精确值11,869,\d{3}\.\d{2} 元/);
    await details.getByRole("button").first().click();
    await expect
      .poll(() => page.evaluate(() => globalThis.testExcel?.selection))
      .toMatch(/![A-Z]+\d+$/);
    await page.keyboard.press("Escape");
    await expect.poll(() => details.count()).toBe(0);
    guarded?.expectClean();
  });

  test("只用键盘：F8 逐处走，回车点开，填好", async () => {
    const page = await openDraft();
    await page.getByRole("button", { name: "说明", exact: true }).focus();
    await page.keyboard.press("F8");
    const first = await page.evaluate(() => document.activeElement?.textContent);
    expect(first).toMatch(/^【(待补充|据表推断)/);
    await page.keyboard.press("F8");
    expect(await page.evaluate(() => document.activeElement?.textContent)).not.toBe(first);
    await page.keyboard.press("Shift+F8");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
    guarded?.expectClean();
  });

  test("改一段，恢复成原稿", async () => {
    const page = await openDraft();
    const body = paragraph(page, "二.二/正文");
    const original = (await body.locator("p").textContent()) ?? "";
    await body.getByRole("button", { name: /^改：/ }).click();
    await page.getByLabel("改这一段").fill(original.replace("万元", "万元整"));
    await page.getByRole("button", { name: "改好了" }).click();
    await body.getByText("你改过").waitFor();
    await body.getByText(/文中找不到原稿的/).waitFor();
    await body.getByRole("button", { name: "看原稿" }).click();
    await expectAccessible(page);
    await body.getByRole("button", { name: "恢复成原稿" }).click();
    await expect.poll(() => body.locator("p").textContent()).toBe(original);
    guarded?.expectClean();
  });

  test("复制全文：带格式的文字，标题、字体、图都在", async () => {
    const page = await openDraft();
    await pickPrior(page);
    await page.getByRole("button", { name: "复制全文" }).click();
    await said(page, "已复制全文");
    await page.evaluate(() => {
      document.addEventListener("paste", ({ clipboardData }) => {
        Object.assign(globalThis, {
          pasted: {
            html: clipboardData?.getData("text/html"),
            text: clipboardData?.getData("text/plain"),
          },
        });
      });
    });
    await page.keyboard.press("Control+V");
    const { html, text } = await page.evaluate(
      () => (globalThis as unknown as { pasted: { html: string; text: string } }).pasted,
    );
    expect(html).toMatch(/<h1[^>]*黑体/);
    expect(html).toContain("font-family:仿宋_GB2312");
    expect(html).toContain("mso-char-indent-count:2.0");
    expect(html.match(/<img/g)).toHaveLength(7);
    expect(text).toContain("一、收入支出决算总体情况说明");
    guarded?.expectClean();
  });

  test("下载 .docx", async () => {
    const page = await openDraft();
    await pickPrior(page);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 .docx" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(
      "乐山市金口河区人民政府办公室2023年度单位决算情况说明.docx",
    );
    const entries = Object.keys(unzipSync(new Uint8Array(readFileSync(await download.path()))));
    expect(entries.filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(7);
    guarded?.expectClean();
  });

  test("写不成：说明工作簿没有改动、怎么办，再试就成", async () => {
    const page = await openDraft();
    await page.evaluate(() => {
      globalThis.testExcel?.failures.plan({ sync: 2, code: "GeneralException", applied: 0.5 });
    });
    await page.getByRole("button", { name: "插入工作表" }).click();
    await said(page, "没有插入，工作簿没有改动。");
    expect(await page.evaluate(() => globalThis.testExcel?.sheetNames())).not.toContain("决算说明");
    await expectAccessible(page);
    await page.evaluate(() => globalThis.testExcel?.failures.plan(null));
    await page.getByRole("button", { name: "插入工作表" }).click();
    await said(page, "已写入工作表");
    // 注入的失败，客户端库会记到控制台，不算页面出错。
    expect(guarded?.violations).toEqual([]);
    expect(guarded?.outside).toEqual([]);
  });
});

describe("看得见的样子", () => {
  const looks = [
    { width: 350, dark: false },
    { width: 350, dark: true },
    { width: 1280, dark: false },
    { width: 1280, dark: true },
  ];
  test.each(looks)("宽 $width，暗色 $dark", async (look) => {
    const page = await openDraft(look);
    const shot = async (state: string) => {
      // 等按钮的过渡动画走完。
      await page.waitForTimeout(400);
      await page.screenshot({
        path: `${screenshots}draft-${state}-${look.width}-${look.dark ? "dark" : "light"}.png`,
      });
    };
    await pickPrior(page);
    await shot("text");
    await paragraph(page, "二.一/正文").getByRole("button", { name: "9.85%" }).click();
    await shot("figure");
    await page.keyboard.press("Escape");
    await page.keyboard.press("F8");
    await page.keyboard.press("Enter");
    await shot("gap");
    await expectAccessible(page);
    await page.getByRole("button", { name: "填报" }).click();
    await shot("fill");
    await expectAccessible(page);
    await page.getByRole("button", { name: "选项" }).click();
    await shot("options");
    await expectAccessible(page);
    expect(await overflowOf(page)).toBe(0);
    guarded?.expectClean();
  });

  test("320 像素宽不横向滚动；强制颜色下照样能用", async () => {
    const page = await openDraft({ width: 320 });
    await page.emulateMedia({ forcedColors: "active" });
    for (const name of ["填报", "公开", "版本", "选项", "说明"]) {
      await page.getByRole("button", { name, exact: true }).click();
      expect(await overflowOf(page)).toBe(0);
      await expectAccessible(page);
    }
    await page.screenshot({ path: `${screenshots}draft-forced-colors-320.png` });
    await expectAccessible(page);
    guarded?.expectClean();
  });
});
