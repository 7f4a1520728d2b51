import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";
import type { ExternalOptions } from "../excel/external.ts";
import type { WorkbookSeed } from "../excel/model/seed.ts";

/** 网页地址后面要带的宿主信息，office.js 据此认出 Excel。 */
export const HOST_INFO = "_host_Info=Excel$Win32$16.01$zh-CN$$$$0";

let bundled: Promise<string> | undefined;

/**
 * 一段脚本：在页面的任何脚本之前执行，装入测试宿主和这本工作簿（Playwright 的 `addInitScript`）。
 * 之后页面里有 `globalThis.testExcel`，即 `TestExcel`。
 */
export async function testExcelScript(
  seed: WorkbookSeed,
  options: ExternalOptions = { excelApi: "1.15" },
): Promise<string> {
  bundled ??= bundleModule(new URL("install.ts", import.meta.url));
  const data = [seed, options].map((each) => JSON.stringify(each)).join(",");
  return `${await bundled}\ninstallTestExcel(${data});`;
}

/** 把一个模块连同它引用的打成一段网页脚本；`library` 是它的导出放在哪个全局名下。 */
export async function bundleModule(entry: URL, library?: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "test-excel-"));
  try {
    await compile(fileURLToPath(entry), folder, library);
    return readFileSync(path.join(folder, "bundle.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(entry: string, folder: string, library: string | undefined): Promise<void> {
  const compiler = webpack({
    mode: "development",
    devtool: false,
    target: "web",
    entry,
    output: {
      path: folder,
      filename: "bundle.js",
      ...(library === undefined ? {} : { library: { name: library, type: "var" } }),
    },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      // 按需装入的也放进同一段脚本。
      parser: { javascript: { dynamicImportMode: "eager" } },
      rules: [
        {
          test: /\.ts$/,
          loader: "swc-loader",
          options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
        },
      ],
    },
  });
  return new Promise((resolve, reject) => {
    compiler?.run((error, stats) => {
      compiler.close(() => {});
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}
