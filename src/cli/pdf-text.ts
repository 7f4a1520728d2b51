import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readPdfText } from "../workbook/read-pdf-text.ts";
import type { CommandOutput } from "./console.ts";

/** 读 .pdf 的文字；字符对照表取自随程序装好的 pdfjs-dist。没有文字的页说出来。 */
export async function readPdf(
  bytes: Uint8Array,
  fileName: string,
  output: CommandOutput,
): Promise<string> {
  const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const { text, imagePages } = await readPdfText(bytes, fileName, `${join(library, "cmaps")}/`);
  if (imagePages.length > 0) {
    output.message(`第 ${imagePages.join("、")} 页没有文字（多半是图片），没有审。`);
  }
  return text;
}
