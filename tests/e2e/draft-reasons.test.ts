import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { copyOfShipped } from "../../src/narrative/templates/copy-profile.ts";
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
  turnTo,
} from "./draft-pane.ts";
import { launchBrowser } from "./harness/browser.ts";
import { builtSite } from "./harness/built-site.ts";
import type { GuardedPage } from "./harness/guarded-page.ts";
import { type Site, serve } from "./harness/site-server.ts";

let browser: Browser;
let site: Site;
let guarded: GuardedPage | undefined;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "写法-"));
  browser = await launchBrowser();
  site = await serve(builtSite());
});
afterEach(async () => {
  await guarded?.close();
  guarded = undefined;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
  await site.close();
});

async function openWithPrior(look: Look = {}): Promise<Page> {
  guarded = await openDraftPane(browser, site, look);
  await pickPrior(guarded.page);
  return guarded.page;
}

/** 抄一份“四川单位”，改一处，写在磁盘上；返回文件夹。 */
function ownProfile(name: string, from: string, to: string): string {
  const source = copyOfShipped("四川单位", name);
  if (source === null) throw new Error("应有四川单位");
  const path = join(folder, name);
  mkdirSync(path);
  for (const file of source.files)
    writeFileSync(join(path, file.name), file.text.replace(from, to));
  return path;
}

const REASON = "二.一/正文";

describe("没有确认的推断", () => {
  test("只用键盘：走到、点开、看依据到格里去、接受、撤销", async () => {
    const page = await openWithPrior();
    const body = paragraph(page, REASON);
    const before = await body.locator("p").first().textContent();
    expect(before).toContain("【据表推断：");
    const counts = async () =>
      /待补充 (\d+) 处 · 未确认 (\d+) 处/.exec((await panel(page).textContent()) ?? "")?.slice(1);
    const [gaps, proposals] = (await counts()) ?? [];
    const mark = body.getByRole("button", { name: /^【据表推断：/ });
    await mark.focus();
    await page.keyboard.press("Enter");
    const details = page.getByRole("region", { name: "确认" });
    await details.getByRole("button", { name: "看依据" }).focus();
    await page.keyboard.press("Enter");
    const evidence = details.getByRole("region", { name: "依据" });
    expect(await evidence.textContent()).toMatch(/上年 [\d,.]+本年 [\d,.]+(增加|减少) [\d,.]+ 元/);
    await expectAccessible(page);
    await evidence.getByRole("button").filter({ hasNotText: "上年" }).first().click();
    await expect
      .poll(() => page.evaluate(() => globalThis.testExcel?.selection))
      .toMatch(/![A-Z]+\d+$/);
    await details.getByRole("button", { name: "接受" }).focus();
    await page.keyboard.press("Enter");
    await said(page, "已接受：");
    await expect.poll(() => body.locator("p").first().textContent()).not.toContain("据表推断");
    expect(await counts()).toEqual([gaps, String(Number(proposals) - 1)]);
    await expectAccessible(page);
    await panel(page).getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => body.locator("p").first().textContent()).toBe(before);
    guarded?.expectClean();
  });

  test("改写：带着这句话打开，快快地打字一个不丢", async () => {
    const page = await openWithPrior();
    const body = paragraph(page, REASON);
    await body.getByRole("button", { name: /^【据表推断：/ }).click();
    const details = page.getByRole("region", { name: "确认" });
    await details.getByRole("button", { name: "改写" }).click();
    const box = details.getByLabel("收支总计增减");
    expect(await box.inputValue()).not.toBe("");
    await box.press("Control+End");
    await page.keyboard.type("；具体项目见附件一二三四五六七八九十", { delay: 15 });
    expect(await box.inputValue()).toContain("；具体项目见附件一二三四五六七八九十");
    await expect
      .poll(() => body.locator("p").first().textContent())
      .toContain("；具体项目见附件一二三四五六七八九十");
    expect(await body.locator("p").first().textContent()).not.toContain("据表推断");
    guarded?.expectClean();
  });

  test("挑一条现成的原因，写进说明；撤销", async () => {
    const page = await openWithPrior();
    const body = paragraph(page, REASON);
    await body.getByRole("button", { name: /^【据表推断：/ }).click();
    const details = page.getByRole("region", { name: "确认" });
    await details.getByRole("button", { name: "挑一条原因" }).click();
    const first = details.getByRole("button", { name: /^选用：/ }).first();
    const words = ((await first.getAttribute("aria-label")) ?? "").replace("选用：", "");
    await expectAccessible(page);
    await first.click();
    await expect.poll(() => body.locator("p").first().textContent()).toContain(words);
    await panel(page).getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => body.locator("p").first().textContent()).not.toContain(words);
    guarded?.expectClean();
  });
});

describe("说明模板", () => {
  test("选自己的文件夹，立即照它写；写错的一套列出哪个文件哪一行，不用", async () => {
    const page = await openWithPrior();
    await turnTo(page, "选项");
    const right = ownProfile("本县模板", "收、支总计均为", "收入支出都是");
    const wrong = ownProfile("错的模板", "{收入总计}", "{收入总记}");
    const picker = page.locator('input[aria-label="选自己的模板文件夹"]');
    await picker.setInputFiles(right);
    await said(page, "已换成“本县模板”的写法");
    await picker.setInputFiles(wrong);
    await said(page, /没有用“错的模板”：有 \d+ 处写错/);
    await said(page, /^二\.一 收入支出决算总体情况\.txt:\d+:\d+/);
    await said(page, "收入总计");
    await expectAccessible(page);
    await page.screenshot({ path: `${screenshots}draft-profile-mistakes-350.png` });
    await page.getByRole("button", { name: "知道了" }).click();
    await turnTo(page, "说明");
    expect(await paragraph(page, REASON).locator("p").textContent()).toContain("收入支出都是");
    await turnTo(page, "选项");
    await page.getByLabel("用哪一套").selectOption("四川部门");
    await said(page, "已换成“四川部门”的写法");
    await turnTo(page, "说明");
    expect(await paragraph(page, REASON).locator("p").textContent()).toContain("收、支总计均为");
    guarded?.expectClean();
  });

  test("复制成自己的写法文件：一个压缩包，里面是各节", async () => {
    guarded = await openDraftPane(browser, site);
    const { page } = guarded;
    await turnTo(page, "选项");
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "复制成自己的写法文件" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("自己的四川单位.zip");
    const names = Object.keys(unzipSync(new Uint8Array(readFileSync(await download.path()))));
    expect(names).toContain("自己的四川单位/写法.yaml");
    guarded.expectClean();
  });
});

describe("能不能公开", () => {
  test("分类计数；点一件到那一处，光标也在那里", async () => {
    const page = await openWithPrior();
    await turnTo(page, "公开");
    await page.getByText(/^还不能：有 \d+ 件事没有了结/).waitFor();
    await expectAccessible(page);
    await panel(page).locator("summary").filter({ hasText: "没有人确认的原因" }).click();
    await expectAccessible(page);
    await panel(page)
      .getByRole("button", { name: /有一处原因还没有人确认/ })
      .first()
      .click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^【据表推断：/);
    guarded?.expectClean();
  });

  test("把表改错：列出数所在的格，点了到 Excel 里那一格去", async () => {
    const page = await openWithPrior();
    await paragraph(page, REASON).getByRole("button", { name: "1186.95万元" }).click();
    const cell = page
      .getByRole("region", { name: "1186.95万元 的出处" })
      .getByRole("button")
      .first();
    const [, sheet = "", address = ""] =
      /^(.+) (\S+)$/.exec((await cell.textContent()) ?? "") ?? [];
    await page.evaluate(([name, at]) => globalThis.testExcel?.type(name, at, 98765432.1), [
      sheet,
      address,
    ] as const);
    await said(page, "9876.54万元");
    await turnTo(page, "公开");
    const group = panel(page).locator("details").filter({ hasText: "数所在的单元格核对有错误" });
    await group.locator("summary").click();
    await group
      .getByRole("button", { name: `${sheet} ${address}` })
      .first()
      .click();
    await expect
      .poll(() => page.evaluate(() => globalThis.testExcel?.selection))
      .toContain(`!${address}`);
    guarded?.expectClean();
  });
});

describe("看得见的样子", () => {
  test.each([{ width: 320 }, { width: 350 }, { width: 1280, dark: true }])(
    "宽 $width",
    async (look) => {
      const page = await openWithPrior(look);
      const shot = async (state: string) => {
        // 等按钮的过渡动画走完。
        await page.waitForTimeout(400);
        await page.screenshot({ path: `${screenshots}draft-${state}-${look.width}.png` });
        expect(await overflowOf(page)).toBe(0);
        await expectAccessible(page);
      };
      await page.getByRole("button", { name: "插入工作表" }).click();
      await said(page, "已写入工作表");
      await page.getByRole("button", { name: "关闭这条消息" }).click();
      const body = paragraph(page, REASON);
      await body.getByRole("button", { name: /^【据表推断：/ }).click();
      await shot("proposal");
      const details = page.getByRole("region", { name: "确认" });
      await details.getByRole("button", { name: "看依据" }).click();
      await details.scrollIntoViewIfNeeded();
      await shot("evidence");
      await details.getByRole("button", { name: "挑一条原因" }).click();
      await shot("causes");
      await turnTo(page, "公开");
      await page.getByText(/^还不能：有/).waitFor();
      await panel(page).locator("summary").first().click();
      await shot("ready");
      await turnTo(page, "版本");
      await panel(page).locator("summary").first().click();
      await panel(page).locator("summary").filter({ hasText: "随表变的" }).click();
      await shot("history");
      await turnTo(page, "选项");
      await shot("profile");
      guarded?.expectClean();
    },
  );
});
