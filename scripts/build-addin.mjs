// 构建任务窗格与工作台：网站一份（dist-addin/），双击打开的单文件工作台一份，最后量一量首屏的大小。
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import webpack from "webpack";
import configurations, { SINGLE_OUTPUT, SITE_OUTPUT } from "../webpack.config.js";
import { firstViewTable } from "./first-view-size.mjs";
import { generate, installDependencies, root } from "./setup.mjs";
import { singleFileHtml } from "./single-file.mjs";

/** 跑 webpack；有错时抛出，内容是各处错误。返回网站那份的统计。 */
function bundle() {
  return new Promise((resolve, reject) => {
    const compiler = webpack(configurations);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) return reject(error);
        const text = stats.toString({ preset: "errors-warnings", colors: false });
        if (stats.hasErrors()) return reject(new Error(text));
        if (stats.hasWarnings()) process.stderr.write(`${text}\n`);
        resolve(stats.stats.find(({ compilation }) => compilation.name === "site"));
      });
    });
  });
}

/** 单文件工作台：页面脚本、后台线程的脚本都嵌进去。 */
function writeSingleFile() {
  const files = readdirSync(SINGLE_OUTPUT);
  const worker = files.filter((name) => name.endsWith(".js") && name !== "workbench.js");
  if (worker.length !== 1) throw new Error(`单文件工作台应当只有一个后台脚本：${files.join("、")}`);
  const read = (name) => readFileSync(join(SINGLE_OUTPUT, name), "utf8");
  const html = singleFileHtml({
    script: read("workbench.js"),
    worker: read(worker[0]),
    licenses: files
      .filter((name) => name.endsWith(".LICENSE.txt"))
      .map(read)
      .join("\n"),
    oldBrowserCheck: readFileSync(join(root, "addin/old-browser/check.js"), "utf8"),
  });
  writeFileSync(join(SITE_OUTPUT, "workbench-single.html"), html);
  return Buffer.byteLength(html);
}

export async function buildAddin() {
  generate();
  process.stderr.write("正在构建任务窗格与工作台……\n");
  mkdirSync(join(root, ".cache"), { recursive: true });
  const site = await bundle();
  const size = writeSingleFile();
  const { text, withinLimit } = firstViewTable(site, SITE_OUTPUT);
  console.log(text);
  console.log(`单文件工作台 workbench-single.html：${(size / 1024 / 1024).toFixed(1)} MB`);
  if (!withinLimit) {
    throw new Error("窗格首屏的脚本超过 250 KB，请把首屏用不到的改为 import() 按需加载。");
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    installDependencies();
    await buildAddin();
  } catch (error) {
    process.stderr.write(`构建没有成功：\n${error.message}\n`);
    process.exitCode = 1;
  }
}
