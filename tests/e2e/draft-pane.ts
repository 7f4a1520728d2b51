import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { seriousProblems } from "./harness/accessibility.ts";
import { openPane } from "./harness/excel-pane.ts";
import type { GuardedPage } from "./harness/guarded-page.ts";
import type { Site } from "./harness/site-server.ts";

const example = (name: string) => new URL(`../../examples/${name}`, import.meta.url);
const CURRENT = example("2023-乐山市金口河区人民政府办公室.xlsx");
const PRIOR = fileURLToPath(example("2022-乐山市金口河区人民政府办公室.xlsx"));

/** 截图放在这里，以斜杠结尾。 */
export const screenshots = fileURLToPath(new URL("../../out/screenshots/", import.meta.url));

export interface Look {
  readonly width?: number;
  readonly dark?: boolean;
}

/** 打开窗格的“起草说明”，等草稿出来。用完由调用的一方关掉。 */
export async function openDraftPane(
  browser: Browser,
  site: Site,
  { width = 350, dark = false }: Look = {},
): Promise<GuardedPage> {
  mkdirSync(screenshots, { recursive: true });
  const guarded = await openPane(browser, site, {
    workbook: CURRENT,
    panel: "draft",
    theme: dark ? "dark" : "light",
    context: {
      viewport: { width, height: 800 },
      permissions: ["clipboard-read", "clipboard-write"],
    },
  });
  await guarded.page.getByRole("button", { name: "插入工作表" }).waitFor();
  return guarded;
}

/** 面板里的一个页面。 */
export async function turnTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole("group", { name: "起草的几个页面" })
    .getByRole("button", { name, exact: true })
    .click();
}

export async function pickPrior(page: Page): Promise<void> {
  await turnTo(page, "选项");
  await page.locator('input[type="file"][accept*="xlsx"]').setInputFiles(PRIOR);
  await said(page, "已用上年工作簿");
  await turnTo(page, "说明");
}

/** 面板本身；不含念给读屏软件听的那一块，那里有同样的话。 */
export const panel = (page: Page) => page.getByRole("region", { name: "起草说明" });

export async function said(page: Page, text: string | RegExp): Promise<void> {
  await panel(page).getByText(text).first().waitFor();
}

export const paragraph = (page: Page, id: string) => page.locator(`[data-paragraph="${id}"]`);

export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousProblems(page)).toEqual([]);
}

/** 页面比窗口宽出多少像素；为零才不必横向滚动。 */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
