import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { recogniseTables } from "../tables/recognise.ts";
import type { TableSet } from "../tables/table.ts";
import { readWorkbook } from "../workbook/read-workbook.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { WorkbookRefused } from "../workbook/workbook-refused.ts";
import { CommandFailure } from "./failure.ts";

/** 读一个文件；找不到、是文件夹、没有权限时说明白。 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      throw new CommandFailure(`“${path}”是文件夹，不是文件。`, "请给出具体的文件名。");
    }
    return await readFile(path);
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

/** 写结果文件：先写临时文件再改名，写到一半断掉也不会留下残缺的结果。 */
export async function writeOutputFile(path: string, content: Uint8Array | string): Promise<void> {
  const target = resolve(path);
  const temporary = `${target}.未写完`;
  try {
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
