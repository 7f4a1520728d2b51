// 命令行入口：先保证依赖和编译结果就绪，再运行；路径按调用者所在的文件夹理解。
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, installDependencies, root } from "./setup.mjs";

installDependencies();
build();
if (process.env.npm_lifecycle_event === "juesuan" && process.env.INIT_CWD) {
  process.chdir(process.env.INIT_CWD);
}
const { runCli } = await import(pathToFileURL(join(root, "dist/cli/main.js")).href);
process.exitCode = await runCli(process.argv.slice(2));
