// 开发用的 https 服务器：改了源代码就重新构建，刷新窗格即可。只听本机的 3000 端口（清单里写的就是它）。
import { createServer } from "node:https";
import { join } from "node:path";
import webpack from "webpack";
import configurations from "../webpack.config.js";
import { developmentCertificate } from "./self-signed.mjs";
import { generate, installDependencies, root } from "./setup.mjs";
import { staticSite } from "./static-site.mjs";

const PORT = 3000;
/** 与交付用的 dist-addin 分开，免得互相覆盖。 */
const OUTPUT = join(root, ".cache", "dev-addin");

installDependencies();
generate();
const [site] = configurations;
const { key, cert, certPath } = developmentCertificate(join(root, ".cache", "certificate"));

const server = createServer({ key, cert }, staticSite(OUTPUT));
server.on("error", (error) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `端口 ${PORT} 已被占用，可能另一个开发服务器还开着。请先关掉它。`
      : `服务器没有起来：${error.message}`,
  );
  process.exit(1);
});
server.listen(PORT, "127.0.0.1", () => {
  console.log(`窗格    https://localhost:${PORT}/taskpane.html
工作台  https://localhost:${PORT}/workbench.html?sample
证书    ${certPath}
        第一次要让系统信任它（只对 localhost 有效），各系统的办法见 npm run sideload。
按 Ctrl+C 停止。`);
});

webpack({
  ...site,
  mode: "development",
  devtool: "source-map",
  output: { ...site.output, path: OUTPUT },
}).watch({}, (error, stats) => {
  if (error) console.error(error.message);
  else console.log(stats.toString({ preset: "errors-warnings" }) || "已构建。");
});
