// 浏览器测试要用的 Chromium：有就用，没有就从 Debian 软件源装。
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** 本机的 Chromium；没有则为 undefined。环境变量 CHROME_PATH 优先。 */
export function findChromium() {
  return [process.env.CHROME_PATH, ...PLACES].find((place) => place && existsSync(place));
}

export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform === "linux" && existsSync("/usr/bin/apt-get")) {
    console.log("没有找到 Chromium，正在用 apt-get 安装……");
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
      spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"] });
    }
  }
  const installed = findChromium();
  if (installed) return installed;
  console.error(
    "没有 Chromium。请装好 Chromium 或 Chrome，并把环境变量 CHROME_PATH 设为它的位置。",
  );
  process.exit(2);
}
