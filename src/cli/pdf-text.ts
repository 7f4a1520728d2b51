import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readPdfText } from "../workbook/read-pdf-text.ts";

/** 读 .pdf 的文字；字符对照表取自随程序装好的 pdfjs-dist。 */
export async function readPdf(bytes: Uint8Array, fileName: string): Promise<string> {
  const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return await readPdfText(bytes, fileName, `${join(library, "cmaps")}/`);
}
