// 把一个文件夹当网站提供（只在本机回环地址上）：开发服务器和 npm run workbench 用。
import { createReadStream, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** 带内容摘要的文件名从不改内容，可以一直缓存；其余每次都问。 */
const HASHED = /^\/assets\/.*\.[0-9a-f]{12}\.js$/;

/**
 * @param {string} folder 网站的根
 * @returns {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void}
 */
export function staticSite(folder) {
  return (request, response) => {
    const path = requestedPath(request.url ?? "/");
    const file = path === null ? null : existingFile(join(folder, path));
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405).end();
      return;
    }
    if (path === null || file === null) {
      response.writeHead(404, { "content-type": TYPES[".txt"] }).end("没有这个文件。");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-length": file.size,
      "cache-control": HASHED.test(path) ? "max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(join(folder, path)).pipe(response);
  };
}

/** 地址里的路径；想跳出文件夹的、不成样子的为 null。 */
function requestedPath(url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const clean = normalize(path).split(sep).join("/");
    return clean.includes("..") || clean.includes("\0") ? null : clean;
  } catch {
    return null;
  }
}

function existingFile(path) {
  try {
    const stat = statSync(path);
    return stat.isFile() ? stat : null;
  } catch {
    return null;
  }
}
