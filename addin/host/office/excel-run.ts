/// <reference types="office-js" />
import { failureOf } from "./failure-of.ts";

/**
 * 与 Excel 打交道的唯一入口：`Excel.run`，错误一律换成看得懂的 HostFailure。
 * `doing` 是在做的事，如“读工作簿”。宿主支持时，一次写入的各步合成一步撤销。
 */
export async function excelRun<T>(
  doing: string,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return canUndo() ? await Excel.run({ mergeUndoGroup: true }, work) : await Excel.run(work);
  } catch (error) {
    const failure = failureOf(error, doing);
    if (failure.code === "unknown") void logUnknown(error);
    throw failure;
  }
}

/** 没有料到的错误记到控制台；日志工具装不上也不要紧。 */
async function logUnknown(error: unknown): Promise<void> {
  try {
    const { logFailure } = await import("./office-helpers.ts");
    await logFailure(error);
  } catch {
    console.error(error);
  }
}

/** 宿主支不支持 ExcelApi 的这个版本。清单只要求 1.7，更高的一律先问。 */
export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** 写入的各步能不能合成一步撤销。 */
export function canUndo(): boolean {
  return supports("1.20");
}

/** 文件是不是只能看、不能改（网页版的“查看”）。 */
export function isViewOnly(): boolean {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}

/** 打开的文件名；还没有存过、或宿主不说时为 null。 */
export function documentName(): string | null {
  const name = Office.context.document.url?.split(/[\\/]/).at(-1)?.replace(/\?.*$/, "");
  if (!name) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Office 的平台：网页、Windows、Mac。 */
export function platform(): "web" | "windows" | "mac" | "other" {
  switch (Office.context.platform) {
    case Office.PlatformType.OfficeOnline:
      return "web";
    case Office.PlatformType.PC:
      return "windows";
    case Office.PlatformType.Mac:
      return "mac";
    default:
      return "other";
  }
}
