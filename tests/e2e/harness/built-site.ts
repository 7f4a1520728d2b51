import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../dist-addin/", import.meta.url));

/** 构建好的网站的文件夹；还没有构建时抛错，说明怎么办（npm test 会先构建）。 */
export function builtSite(): string {
  for (const name of ["taskpane.html", "workbench.html", "workbench-single.html"]) {
    if (!existsSync(`${FOLDER}${name}`)) {
      throw new Error(`dist-addin 里没有 ${name}。请先运行 npm run build:addin。`);
    }
  }
  return FOLDER;
}
