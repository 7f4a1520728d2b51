// 从 @microsoft/office-js 原样复制到 dist-addin/office/ 的文件：只要 Excel 用得到的几个宿主和两种语言。
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = join(
  dirname(fileURLToPath(import.meta.url)),
  "..",
  "node_modules",
  "@microsoft",
  "office-js",
);

const FROM_DIST = [
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

/** `to` 是 dist-addin 下的相对路径。 */
export const OFFICE_FILES = [
  ...FROM_DIST.map((path) => ({ from: join(packageFolder, "dist", path), to: `office/${path}` })),
  { from: join(packageFolder, "LICENSE.md"), to: "office/LICENSE.md" },
];
