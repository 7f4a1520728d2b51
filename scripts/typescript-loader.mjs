// 让脚本直接引用 src 下的 TypeScript：读到 .ts 就去掉类型，不经过编译结果。
// 用法：import { register } from "node:module"; register("./typescript-loader.mjs", import.meta.url);
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";

/** Node 模块加载钩子。 */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, "utf8"), {
    filename,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "es6" },
    sourceMaps: "inline",
  });
  return { format: "module", source: code, shortCircuit: true };
}
