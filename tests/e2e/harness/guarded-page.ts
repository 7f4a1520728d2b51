import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** 一个看管着的页面：外面的请求一律拦下并记下，违反安全策略、脚本出错、长任务都记下。 */
export interface GuardedPage {
  readonly page: Page;
  /** 拦下的外站请求的地址。 */
  readonly outside: string[];
  /** 违反安全策略的事：`指令 被拦的东西 出处`。 */
  readonly violations: string[];
  /** 页面里没有接住的错误，以及控制台的错误。 */
  readonly errors: string[];
  /** 主线程上超过 50 毫秒的任务各用了多少毫秒。 */
  longTasks(): Promise<number[]>;
  /** 有任何外站请求、违反安全策略、脚本错误时抛错，逐条列出。 */
  expectClean(): void;
  close(): Promise<void>;
}

/** 页面一侧的记录脚本：在页面自己的脚本之前运行。 */
const RECORDER = `
globalThis.recordedLongTasks = [];
document.addEventListener("securitypolicyviolation", (event) => {
  const from = event.sourceFile + ":" + event.lineNumber + ":" + event.columnNumber;
  globalThis.recordViolation?.([event.effectiveDirective, event.blockedURI, event.sample, from].join(" "));
});
try {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.recordedLongTasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
} catch {}
`;

interface GuardOptions {
  /** 允许的来源，如 `http://localhost:1234`；不给时只许 file: 与页内的 data:、blob:。 */
  readonly origin?: string;
  /** 在页面的脚本之前运行的脚本（测试宿主）。 */
  readonly initScript?: string;
  readonly context?: BrowserContextOptions;
}

export async function guardedPage(browser: Browser, options: GuardOptions): Promise<GuardedPage> {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 350, height: 800 },
    acceptDownloads: true,
    ...options.context,
  });
  const outside: string[] = [];
  const violations: string[] = [];
  const errors: string[] = [];
  const allowed = (url: string) =>
    /^(data|blob|about):/.test(url) ||
    (options.origin === undefined ? url.startsWith("file:") : url.startsWith(`${options.origin}/`));
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (allowed(url)) return route.continue();
    outside.push(url);
    return route.abort("blockedbyclient");
  });
  await context.routeWebSocket(/.*/, (socket) => {
    outside.push(socket.url());
    socket.close();
  });
  await context.exposeFunction("recordViolation", (text: string) => violations.push(text));
  await context.addInitScript(RECORDER);
  if (options.initScript !== undefined) await context.addInitScript(options.initScript);
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return {
    page,
    outside,
    violations,
    errors,
    longTasks: () =>
      page.evaluate(
        () => (globalThis as unknown as { recordedLongTasks: number[] }).recordedLongTasks,
      ),
    expectClean() {
      const found = [
        ...outside.map((url) => `外站请求：${url}`),
        ...violations.map((text) => `违反安全策略：${text}`),
        ...errors.map((text) => `页面错误：${text}`),
      ];
      if (found.length > 0) throw new Error(found.join("\n"));
    },
    close: () => context.close(),
  };
}
