// 打印怎样在本机的 Excel 里试用窗格（旁加载）。只打印，不改系统。
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const manifest = join(root, "manifest.xml");
const certificate = join(root, ".cache", "certificate", "localhost.crt");

const NOTES = {
  win32: `Windows（Excel 2021、2024、Microsoft 365）
  1. 信任证书（一次）：双击 ${certificate}
     → 安装证书 → 当前用户 → 将所有证书放入“受信任的根证书颁发机构”。
  2. 建一个共享文件夹（例如 \\\\本机名\\juesuan），把 ${manifest} 放进去。
  3. Excel：文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录，
     填 \\\\本机名\\juesuan，添加目录，勾选“在菜单中显示”，确定后重启 Excel。
  4. 开始（或插入）→ 加载项 → 共享文件夹 → 决算核对与说明。
  不再用时：在同一处删掉目录，并在证书管理里删掉“juesuan localhost”。`,
  darwin: `Mac（Excel 16.x）
  1. 信任证书（一次）：双击 ${certificate}，加入“登录”钥匙串，
     再双击它，“信任”里选“始终信任”。
  2. 把 ${manifest} 复制到
     ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/（没有 wef 就新建）。
  3. 重启 Excel：插入 → 加载项 → 开发人员加载项 → 决算核对与说明。
  不再用时：从 wef 里删掉 manifest.xml。`,
  web: `Excel 网页版
  1. 在浏览器里先打开 https://localhost:3000/taskpane.html 一次，同意自签证书。
  2. 打开一个工作簿：开始 → 加载项 → 更多加载项 → 我的加载项 → 上传我的加载项，
     选 ${manifest}。`,
  linux: `Linux 上没有 Excel，WPS 也不认这种加载项：请用工作台（npm run workbench）。`,
};

const asked = process.argv[2] ?? process.platform;
const order = [asked, ...Object.keys(NOTES)].filter(
  (name, index, list) => name in NOTES && list.indexOf(name) === index,
);

console.log(`先在另一个窗口运行 npm run dev（开着不关），再按下面的办法装到 Excel 里。

${order.map((name) => NOTES[name]).join("\n\n")}

部署到单位的内网见 docs/deployment.md。`);
