import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { FileHost } from "../host/file/file-host.ts";
import { browserStorage, keptData } from "../host/file/kept-data.ts";
import { readPickedFile } from "../host/file/read-file.ts";
import { HostFailure } from "../host/host.ts";

/** 打不开一个文件：错在哪里，为什么要紧，怎么办。 */
export interface OpenFailure {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** 打开使用者选的文件。 */
export async function openPickedFile(file: File, signal: AbortSignal): Promise<FileHost> {
  const workbook = await readPickedFile(file, { signal });
  return new FileHost(workbook, keptData(workbook.fileName, browserStorage()));
}

/** 打开示例。 */
export async function openSampleWorkbook(signal: AbortSignal): Promise<FileHost> {
  const { openSample } = await import("../host/file/sample.ts");
  return await openSample({ signal });
}

/** 打不开时的说法；使用者自己取消的为 null。 */
export function openFailure(error: unknown): OpenFailure | null {
  if (error instanceof WorkbookRefused) return error;
  if (error instanceof HostFailure) {
    return error.code === "cancelled" ? null : { what: error.what, why: "", todo: error.todo };
  }
  return {
    what: "文件没有打开。",
    why: error instanceof Error ? error.message : String(error),
    todo: "请刷新页面再试；还不行，请把这句话告诉管理员。",
  };
}
