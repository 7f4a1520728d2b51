import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** 起在回环地址上的网站。 */
export interface Site {
  /** 形如 `http://localhost:12345`，末尾没有斜线。 */
  readonly origin: string;
  /** 送出过的路径（不带参数），按先后。 */
  readonly served: string[];
  close(): Promise<void>;
}

/** 把文件夹当网站提供；`pages` 是另外加的、不在文件夹里的文件（路径 → 内容）。 */
export async function serve(
  folder: string,
  pages: ReadonlyMap<string, string> = new Map(),
): Promise<Site> {
  const served: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const content = pages.get(path) ?? contentOf(folder, path);
    if (content === null) {
      response.writeHead(404).end();
      return;
    }
    served.push(path);
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    served,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function contentOf(folder: string, path: string): Buffer | null {
  if (path.includes("..")) return null;
  try {
    return readFileSync(join(folder, path));
  } catch {
    return null;
  }
}
