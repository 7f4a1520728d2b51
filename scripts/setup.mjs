// 准备运行所需的一切：依赖、生成的模块、编译结果。已经就绪的步骤不重做，做了什么都说一声（标准错误）。
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const say = (text) => process.stderr.write(`${text}\n`);

/** 运行一条命令；失败时说明哪一步没成，并以同样的状态结束。 */
export function run(command, args, what) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  say(`${what}没有成功（${result.error?.message ?? `状态 ${result.status}`}）。`);
  process.exit(2);
}

function newest(folder, accept) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const parent = entry.parentPath ?? entry.path;
    if (!entry.isFile() || !accept(join(parent, entry.name))) continue;
    latest = Math.max(latest, statSync(join(parent, entry.name)).mtimeMs);
  }
  return latest;
}

function stamp(name) {
  const path = join(root, name);
  return {
    read: () => (existsSync(path) ? readFileSync(path, "utf8") : ""),
    write: (text) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
  };
}

function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= 20) return;
  say(`需要 Node.js 20 或更新版本，现在是 ${process.versions.node}。请安装后重试。`);
  process.exit(2);
}

export function installDependencies() {
  requireNode();
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const installed = stamp("node_modules/.juesuan-installed");
  const digest = `${process.platform}-${process.arch}-${lock.length}-${hash(lock)}`;
  if (installed.read() === digest) return;
  say("正在安装依赖（只在第一次或依赖变动后需要）……");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "安装依赖");
  installed.write(digest);
}

function hash(text) {
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    value = (Math.imul(value, 31) + text.charCodeAt(index)) | 0;
  }
  return value >>> 0;
}

export function generate() {
  run(process.execPath, [join(root, "scripts/generate.mjs")], "生成模块");
}

export function build() {
  const handWritten = (path) => !/[\\/]generated[\\/]/.test(path);
  const sources = Math.max(
    newest(join(root, "src"), handWritten),
    statSync(join(root, "scripts/generate.mjs")).mtimeMs,
    statSync(join(root, "tsconfig.build.json")).mtimeMs,
  );
  const built = stamp(".cache/build");
  if (built.read() === String(sources) && existsSync(join(root, "dist/cli/main.js"))) return;
  say("正在编译……");
  generate();
  run(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"],
    "编译",
  );
  copyGeneratedParsers();
  built.write(String(sources));
}

/** 语法分析器是生成的 JavaScript，编译器不会搬它。 */
function copyGeneratedParsers() {
  const src = join(root, "src");
  cpSync(src, join(root, "dist"), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || path.endsWith("-parser.js"),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  installDependencies();
  build();
  say("已就绪。");
}
