import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

/** 对照页的两个文件（路径 → 内容），与窗格放在同一个网站上，用同样的安全策略和 Office.js。 */
export async function bareSite(taskpaneHtml: string): Promise<ReadonlyMap<string, string>> {
  const policy = /content="(default-src[^"]*)"/.exec(taskpaneHtml)?.[1];
  if (policy === undefined) throw new Error("窗格没有安全策略");
  const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>对照</title>
    <script src="office/office.js"></script>
    <script type="module" src="bare.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>`;
  return new Map([
    ["/bare.html", page],
    ["/bare.js", await bundle()],
  ]);
}

/** 与窗格同样的编译目标和压缩。 */
async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bare-page-"));
  try {
    await compile(folder);
    return readFileSync(join(folder, "bare.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(folder: string): Promise<void> {
  const compiler = webpack({
    mode: "production",
    devtool: false,
    target: ["web", "es2020"],
    entry: fileURLToPath(new URL("bare-page.tsx", import.meta.url)),
    output: { path: folder, filename: "bare.js" },
    performance: { hints: false },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx$/,
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2020",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
            },
          },
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
