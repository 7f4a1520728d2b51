// 在本机打开工作台：构建（已是最新就很快），起一个只听本机的服务器，打印地址并打开示例。
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { SITE_OUTPUT } from "../webpack.config.js";
import { buildAddin } from "./build-addin.mjs";
import { installDependencies } from "./setup.mjs";
import { staticSite } from "./static-site.mjs";

installDependencies();
try {
  await buildAddin();
} catch (error) {
  console.error(`构建没有成功：\n${error.message}`);
  process.exit(1);
}

const server = createServer(staticSite(SITE_OUTPUT));
// 回环地址不需要证书；端口由系统给，不会与别的程序冲突。
server.listen(0, "127.0.0.1", () => {
  const address = `http://localhost:${server.address().port}/workbench.html?sample`;
  console.log(`工作台（已打开示例）：${address}\n按 Ctrl+C 停止。`);
  if (process.argv.includes("--no-open") || !process.stdout.isTTY) return;
  openBrowser(address);
});

function openBrowser(address) {
  const [command, ...args] = {
    darwin: ["open"],
    win32: ["cmd", "/c", "start", ""],
  }[process.platform] ?? ["xdg-open"];
  const opened = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  opened.on("error", () => console.log("没能自动打开浏览器，请把上面的地址复制到浏览器里。"));
  opened.unref();
}
