import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const KNOWN = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** 起一个没有界面的 Chromium，不许它自己联网。找不到时抛错，说明怎么装。 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = KNOWN.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      "没有找到 Chromium。Debian、Ubuntu 上运行 apt-get install chromium；别的系统用环境变量 CHROME_PATH 指出 Chrome 或 Edge 的位置。",
    );
  }
  return await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...args,
    ],
  });
}
