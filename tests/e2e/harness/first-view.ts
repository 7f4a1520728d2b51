import type { Page } from "playwright-core";

/** 第一屏画出来的时刻，以及到那时为止取了哪些脚本。 */
export interface FirstView {
  /** 从开始导航算起，毫秒。 */
  readonly milliseconds: number;
  /** 那以前就开始下载的脚本的路径。 */
  readonly scripts: readonly string[];
}

/**
 * 在页面的脚本之前运行：等符合 `selector` 的元素出现并画上屏幕，记下时刻。
 * 画上屏幕取元素出现之后的第二帧（第一帧开始时还没有画）。
 */
export function firstViewScript(selector: string): string {
  return `
const firstViewLook = () => {
  if (document.querySelector(${JSON.stringify(selector)}) === null) return false;
  const scripts = performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith(".js"));
  const names = scripts.map((entry) => new URL(entry.name).pathname);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    globalThis.firstView = { milliseconds: performance.now(), scripts: names };
  }));
  return true;
};
const firstViewObserver = new MutationObserver(() => { if (firstViewLook()) firstViewObserver.disconnect(); });
firstViewObserver.observe(document, { childList: true, subtree: true });
`;
}

/** 等第一屏画出来，返回记下的时刻。页面须装过 `firstViewScript`。 */
export async function firstView(page: Page): Promise<FirstView> {
  const handle = await page.waitForFunction(
    () => (globalThis as { firstView?: FirstView }).firstView,
  );
  const view = await handle.jsonValue();
  if (view === undefined) throw new Error("第一屏没有画出来");
  return view;
}
