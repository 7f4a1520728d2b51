// 把清单里的开发地址换成内网地址：
//   node scripts/manifest-address.mjs https://oa.example.gov.cn/juesuan [-o 输出文件]
// 省略 -o 时写到 dist-addin/manifest.xml。地址必须是 https，末尾的 / 可有可无。
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** manifest.xml 里写的地址。 */
export const DEVELOPMENT_ADDRESS = "https://localhost:3000";

/** 只为说明“怎么办”的错误，不带堆栈。 */
export class AddressError extends Error {}

/**
 * 把清单里所有开发地址换成 `address`。
 *
 * @param {string} manifest 清单的全文
 * @param {string} address 放 dist-addin 的网址
 * @returns {string} 新的清单
 * @throws {AddressError} 地址不是 https、带参数，或清单里没有开发地址
 */
export function withAddress(manifest, address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    throw new AddressError(`“${address}”不是网址，应当像 https://oa.example.gov.cn/juesuan。`);
  }
  if (url.protocol !== "https:") {
    throw new AddressError(`“${address}”不是 https。Office 只肯从 https 地址打开窗格。`);
  }
  if (url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "") {
    throw new AddressError(`“${address}”里不能带参数、锚点或口令，只写到文件夹为止。`);
  }
  const base = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  const parts = manifest.split(DEVELOPMENT_ADDRESS);
  if (parts.length === 1)
    throw new AddressError(`清单里没有 ${DEVELOPMENT_ADDRESS}，可能已经换过了。`);
  return parts.join(xmlText(base));
}

function xmlText(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function main(args) {
  const at = args.indexOf("-o");
  const out = at >= 0 ? args[at + 1] : join(root, "dist-addin", "manifest.xml");
  const [address] = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (address === undefined || out === undefined) {
    throw new AddressError(
      "用法：node scripts/manifest-address.mjs https://放置窗格的内网地址 [-o 输出文件]",
    );
  }
  const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
  const path = resolve(out);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, withAddress(manifest, address));
  console.log(`已写出 ${path}，地址为 ${address}。`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
