// 首屏脚本的大小：入口一打开就要下载的全部脚本（含启动时立即取的块），gzip 之后，不算 Office.js。
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** 窗格首屏的上限，字节。 */
export const FIRST_VIEW_LIMIT = 250 * 1024;

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

function gzipSize(path) {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

/** 入口模块自己 import() 的块：页面一启动就取，也算首屏。 */
function startChunks(entrypoint, entryModule) {
  return entrypoint
    .getChildren()
    .filter((group) =>
      group.origins.some(({ module }) => module?.nameForCondition?.() === entryModule),
    )
    .flatMap((group) => group.chunks);
}

/**
 * 按入口列出首屏的脚本。
 *
 * @param site webpack 对 site 配置的统计
 * @param folder 输出文件夹
 * @returns `{ text, withinLimit }`：可以直接打印的表，以及窗格是否不超过上限
 */
export function firstViewTable(site, folder) {
  const { compilation } = site;
  const lines = ["", "首屏脚本（gzip，不含 Office.js）"];
  let withinLimit = true;
  for (const [name, entrypoint] of compilation.entrypoints) {
    const entryModule = compilation.options.entry[name].import[0];
    const chunks = new Set([...entrypoint.chunks, ...startChunks(entrypoint, entryModule)]);
    const scripts = [...chunks]
      .flatMap((chunk) => [...chunk.files])
      .filter((file) => file.endsWith(".js"));
    const sizes = scripts.map((file) => gzipSize(join(folder, file)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    lines.push(`  ${name}.html`);
    for (const [index, file] of scripts.entries()) {
      lines.push(`    ${kilobytes(sizes[index]).padStart(10)}  ${file}`);
    }
    const limited = name === "taskpane";
    if (limited && total > FIRST_VIEW_LIMIT) withinLimit = false;
    const verdict = total > FIRST_VIEW_LIMIT ? "超过" : "不超过";
    const limit = limited ? `（上限 ${kilobytes(FIRST_VIEW_LIMIT)}，${verdict}）` : "";
    lines.push(`    ${kilobytes(total).padStart(10)}  合计${limit}`);
  }
  return { text: lines.join("\n"), withinLimit };
}
