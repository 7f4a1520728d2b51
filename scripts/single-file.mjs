// 把工作台写成一个自足的 HTML：脚本都在页面里，安全策略只认它们的摘要，不取任何别的东西。
import { createHash } from "node:crypto";
import { singleFilePolicy } from "./content-security-policy.mjs";

const sha256 = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;

/** 脚本放进 HTML 以前：`</script` 与 `<!--` 会被当成标签，改成等价的写法（只出现在字符串、正则里）。 */
function embeddable(script) {
  return script.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "\\x3c!--");
}

/**
 * @param {{ script: string, worker: string, licenses: string, oldBrowserCheck: string }} parts
 *   页面脚本、读文件的后台线程的脚本、所用库的许可声明、旧浏览器检查（ES5）
 * @returns {string} 完整的 HTML
 */
export function singleFileHtml({ script, worker, licenses, oldBrowserCheck }) {
  const check = embeddable(oldBrowserCheck);
  const main = embeddable(script);
  const policy = singleFilePolicy({ scripts: [sha256(check), sha256(main)], styles: [] });
  // 后台线程的代码是一段不执行的文字，用到时才从它起线程（见 addin/host/file/start-worker.ts）。
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>决算核对与说明 工作台</title>
<script>${check}</script>
</head>
<body>
<div id="root"></div>
<noscript>工作台需要 JavaScript。请允许本页运行脚本，或换用 Edge、Chrome、360 极速模式打开。</noscript>
<script type="text/plain" id="reading-worker">${embeddable(worker)}</script>
<script type="text/plain" id="licenses">
${embeddable(licenses)}
</script>
<script type="module">${main}</script>
</body>
</html>
`;
}
