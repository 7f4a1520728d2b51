import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, resolve } from "node:path";
import { recogniseTables } from "../tables/recognise.ts";
import type { TableSet } from "../tables/table.ts";
import { readWorkbook } from "../workbook/read-workbook.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { WorkbookRefused } from "../workbook/workbook-refused.ts";
import { CommandFailure } from "./failure.ts";

/** 这一次命令读过的文件：都是使用者的原件，结果不能写在上面。 */
const sources = new Set<string>();

/** 开始一次新的命令。 */
export function forgetSources(): void {
  sources.clear();
}

/** 读一个文件；找不到、是文件夹、没有权限时说明白。 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      throw new CommandFailure(`“${path}”是文件夹，不是文件。`, "请给出具体的文件名。");
    }
    const bytes = await readFile(path);
    sources.add(await realpath(path));
    return bytes;
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(
      `打不开“${path}”：${systemReason(error)}。`,
      "请核对文件名和所在文件夹后重试。",
    );
  }
}

/** 读一个文本文件。记事本存成的 UTF-8、GBK（“ANSI”）、UTF-16（“Unicode”）都认。 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readInputFile(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** 写结果文件；这一次命令读过的文件只读不写，要写在上面的不写，说明白。 */
export async function writeOutputFile(path: string, content: Uint8Array | string): Promise<void> {
  if (existsSync(path) && sources.has(await realpath(path))) {
    throw new CommandFailure(
      `不能写在“${path}”上：它是这次读的原件，写了就没有了。`,
      "请用 -o 另给一个文件名。",
    );
  }
  await replaceFile(path, content);
}

/**
 * 写人还会接着改的文件（说明、填报文件）：已有一份而内容不同的，先改名留着，返回要告诉使用者的话；没有这样的为 null。
 */
export async function writeKeepingOld(
  path: string,
  content: Uint8Array | string,
): Promise<string | null> {
  const kept = await keptName(path, content);
  if (kept !== null && !sources.has(await realpath(path))) await rename(path, kept);
  await writeOutputFile(path, content);
  return kept === null ? null : `原来的 ${path} 没有覆盖，改名为 ${kept}。`;
}

async function keptName(path: string, content: Uint8Array | string): Promise<string | null> {
  if (!existsSync(path) || (await stat(path)).isDirectory()) return null;
  if (Buffer.from(content).equals(await readFile(path))) return null;
  const ending = extname(path);
  const stem = path.slice(0, path.length - ending.length);
  for (let place = 1; ; place += 1) {
    const name = `${stem}（原来的${place}）${ending}`;
    if (!existsSync(name)) return name;
  }
}

/** 换掉文件的内容：先写临时文件再改名，写到一半断掉也不会留下残缺的结果。 */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const target = resolve(path);
  const temporary = `${target}.未写完`;
  try {
    if (existsSync(target) && (await stat(target)).isDirectory()) {
      throw Object.assign(new Error("文件夹"), { code: "EISDIR" });
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, target);
  } catch (error) {
    throw new CommandFailure(
      `写不了“${path}”：${systemReason(error)}。`,
      "请确认文件没有在 Word、Excel 里打开，文件夹可以写入，再重试。",
    );
  }
}

function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons = new Map([
    ["ENOENT", "没有这个文件"],
    ["EACCES", "没有权限"],
    ["EPERM", "没有权限，或文件正被占用"],
    ["EBUSY", "文件正被占用"],
    ["ENOSPC", "磁盘满了"],
    ["ENAMETOOLONG", "文件名太长"],
    ["EISDIR", "它是文件夹"],
    ["ENOTDIR", "上级路径不是文件夹"],
  ]);
  return reasons.get(code) ?? `系统返回 ${code || String(error)}`;
}

export interface OpenedWorkbook {
  readonly workbook: Workbook;
  readonly tables: TableSet;
}

/** 读工作簿并认表；整本不能用时抛 CommandFailure。 */
export async function openWorkbook(
  path: string,
  book: "current" | "prior",
): Promise<OpenedWorkbook> {
  const bytes = await readInputFile(path);
  try {
    const workbook = await readWorkbook(bytes, basename(path));
    return { workbook, tables: recogniseTables(workbook, book) };
  } catch (error) {
    if (error instanceof WorkbookRefused) {
      throw new CommandFailure(`${error.what}${error.why}`, error.todo);
    }
    throw error;
  }
}
