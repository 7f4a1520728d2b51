import { decodeText } from "./decode-text.ts";
import { fileKind, zipKind } from "./file-kind.ts";
import { LIMITS } from "./limits.ts";
import { readHtml } from "./read-html.ts";
import { readOds } from "./read-ods.ts";
import { readXls } from "./read-xls.ts";
import { readXlsx } from "./read-xlsx.ts";
import { readXml2003 } from "./read-xml2003.ts";
import type { Workbook } from "./workbook.ts";
import { damagedFile, notAWorkbook, oversizedFile, WorkbookRefused } from "./workbook-refused.ts";
import { openZip } from "./zip-archive.ts";

/**
 * 读一个工作簿文件：.xlsx、.xls、.et、.ods、XML 电子表格 2003、存成 .xls 的网页。格式看内容，不看扩展名。
 *
 * 整个文件不能用时抛 WorkbookRefused（中文说明错在哪里、为什么要紧、怎么办）；只坏了个别工作表时，
 * 其余照读，坏的记入 `damaged`。绝不悄悄少读：每张列出的工作表，要么完整地出现在 `sheets` 里，
 * 要么带着原因出现在 `damaged` 里，要么（没有单元格的图表工作表等）在 `notices` 里说明。
 *
 * 公式取文件里缓存的结果；没有缓存结果的公式是 error 单元格，`text` 为 `#无缓存值`，不当成空白或 0。
 *
 * @param fileName 只用于提示信息与结果里的 `fileName`。
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  if (bytes.byteLength === 0) {
    throw new WorkbookRefused("empty", {
      what: `文件「${fileName}」是空的（0 字节）。`,
      why: "里面没有可核对的表。",
      todo: "请重新导出或重新拷贝这个文件。",
    });
  }
  switch (fileKind(bytes, fileName)) {
    case "zip":
      return await readZip(bytes, fileName);
    case "compound":
      return await readXls(bytes, fileName);
    case "markup":
      return await readMarkup(bytes, fileName);
  }
}

async function readZip(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  const zip = openZip(bytes, fileName);
  const kind = zipKind(zip.names, fileName);
  if (kind instanceof WorkbookRefused) throw kind;
  return kind === "ods" ? await readOds(zip, fileName) : await readXlsx(zip, fileName);
}

async function readMarkup(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  if (bytes.byteLength > LIMITS.plainBytes) throw oversizedFile(fileName, "文件超过 100 MB");
  const text = decodeText(bytes);
  if (text === undefined) throw damagedFile(fileName, "文字编码已损坏");
  const start = text.slice(0, 4096);
  if (/<(\w+:)?Workbook\b/.test(start)) return await readXml2003(text, fileName);
  if (/<(html|table|head|meta|body|!doctype html)\b/i.test(start)) {
    return await readHtml(text, fileName);
  }
  throw notAWorkbook(fileName, "是 XML 或网页文件，但不是表格");
}
