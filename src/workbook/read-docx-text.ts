import { type Chunk, joinChunks } from "./docx-chunks.ts";
import { readDocxNumbering } from "./docx-numbering.ts";
import { scanDocxPart } from "./docx-scan.ts";
import type { DocxPiece } from "./docx-source.ts";
import { narrativeRefused } from "./narrative-refused.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { decodeXml } from "./xml-scan.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** .docx 的正文部件。 */
export const DOCUMENT_PART = "word/document.xml";

/** 文字，和每一截在 document.xml 里的位置（`xml` 为其原文）；程序补的编号、制表符没有位置。 */
export interface DocxText {
  readonly text: string;
  readonly xml: string;
  readonly pieces: readonly DocxPiece[];
}

/**
 * .docx → 文本：一段一行，表格一行一行、格与格之间用制表符；修订按已接受；自动编号照印出来；脚注附在文末。
 * 行尾只有换行符。包里没有正文、部件损坏时抛 WorkbookRefused。
 */
export function readDocxText(zip: ZipArchive, fileName: string): DocxText {
  try {
    const numbering = readDocxNumbering(
      zip.has("word/numbering.xml") ? zip.read("word/numbering.xml") : null,
    );
    const xml = decodeXml(zip.read(DOCUMENT_PART), "正文");
    const body = scanDocxPart(xml, "正文", numbering);
    const footnotes = zip.has("word/footnotes.xml")
      ? decodeXml(zip.read("word/footnotes.xml"), "脚注")
      : null;
    const notes =
      footnotes === null ? [] : scanDocxPart(footnotes, "脚注", numbering, body.notes).lines;
    return { ...flatten(joinChunks([...body.lines, ...notes], "\n")), xml };
  } catch (error) {
    if (!(error instanceof SheetDamage)) throw error;
    throw narrativeRefused(fileName)(
      "damaged",
      `已损坏：${error.message}`,
      "请用 Word、WPS 打开（能修复的会提示修复），另存为 .docx 再试。",
    );
  }
}

function flatten(chunks: readonly Chunk[]): Omit<DocxText, "xml"> {
  const pieces: DocxPiece[] = [];
  let at = 0;
  for (const { text, source, from } of chunks) {
    if (source !== null) pieces.push({ start: at, end: at + text.length, source, from });
    at += text.length;
  }
  return { text: chunks.map(({ text }) => text).join(""), pieces };
}
