import { decodeText } from "./decode-text.ts";
import { fileKind } from "./file-kind.ts";
import { LIMITS } from "./limits.ts";
import { narrativeRefused } from "./narrative-refused.ts";
import { DOCUMENT_PART, readDocxText } from "./read-docx-text.ts";
import { NARRATIVE_SHEET, narrativeSheetText } from "./read-narrative-sheet.ts";
import { WorkbookRefused } from "./workbook-refused.ts";
import { openZip } from "./zip-archive.ts";

/** 读 PDF 的程序：较大，又要从磁盘取字符对照表，由用得上的一边给。 */
export type PdfReader = (bytes: Uint8Array, fileName: string) => Promise<string>;

/** 比这还长的多半不是一份决算情况说明；常见的一两万字。 */
const LONGEST = 500_000;

/**
 * 读一份说明的文字：.docx、.txt（UTF-8、UTF-16、GB18030）、工作簿里的工作表“决算说明”，
 * 给了 `readPdf` 的还有 .pdf。行尾一律为 `\n`。
 * 读不了的（空的、.doc、设有密码、没有文字层、别的压缩包、编码不明）抛 WorkbookRefused，说明怎么办。
 */
export async function readNarrativeText(
  bytes: Uint8Array,
  fileName: string,
  readPdf?: PdfReader,
): Promise<string> {
  const refused = narrativeRefused(fileName);
  if (bytes.byteLength === 0) throw refused("empty", "是空文件", "请给出有内容的说明。");
  const text = (await textOf(bytes, fileName, readPdf)).replace(/\r\n?/g, "\n");
  if (text.trim() === "") {
    throw refused("empty", "里没有文字", "请给出有文字的说明；图片、扫描件须先识别成文字。");
  }
  if (text.length > LONGEST) {
    throw refused(
      "too-large",
      `有 ${text.length} 个字，不像一份决算情况说明`,
      "请只给决算情况说明的正文。",
    );
  }
  return text;
}

/** 是不是 .docx：批注可以直接加在它里面。 */
export function isDocx(bytes: Uint8Array): boolean {
  return (
    String.fromCharCode(...bytes.subarray(0, 2)) === "PK" && openZip(bytes, "").has(DOCUMENT_PART)
  );
}

async function textOf(
  bytes: Uint8Array,
  fileName: string,
  readPdf: PdfReader | undefined,
): Promise<string> {
  const refused = narrativeRefused(fileName);
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.includes("%PDF-")) {
    if (readPdf !== undefined) return await readPdf(bytes, fileName);
    throw refused(
      "unsupported-format",
      "是 PDF，这里不能读",
      "请给 Word 原稿（.docx），或从 PDF 里复制文字粘贴；命令行 juesuan audit 能读有文字层的 PDF。",
    );
  }
  if (start.startsWith("PK")) return await zipText(bytes, fileName);
  if (start.startsWith("\xd0\xcf\x11\xe0")) return await compoundText(bytes, fileName);
  if (start.startsWith("{\\rtf")) {
    throw refused("unsupported-format", "是 RTF 文档", SAVE_AS_DOCX);
  }
  refusePictures(bytes, fileName);
  if (bytes.byteLength > LIMITS.plainBytes) throw refused("too-large", "太大", GIVE_TEXT);
  const text = decodeText(bytes);
  if (text === undefined) {
    throw refused("damaged", "的文字编码看不出来", "请用记事本打开，另存为 UTF-8 编码的 .txt。");
  }
  return text.replace(/^\ufeff/, "");
}

const SAVE_AS_DOCX = "请用 Word、WPS 打开，另存为 .docx 再试。";
const GIVE_TEXT =
  "请给 .docx、.txt，或带工作表“决算说明”的工作簿；PDF 须有文字层，并在命令行里审。";

async function zipText(bytes: Uint8Array, fileName: string): Promise<string> {
  const zip = openZip(bytes, fileName);
  if (zip.has(DOCUMENT_PART)) return readDocxText(zip, fileName).text;
  const refused = narrativeRefused(fileName);
  if (!zip.has("xl/workbook.xml") && !zip.has("content.xml")) {
    throw refused("not-a-workbook", "不是 Word 文件，也不是工作簿", GIVE_TEXT);
  }
  return await sheetText(bytes, fileName);
}

/** 旧格式的外壳里可能是 .xls，可能是 .doc，也可能是加了密的 .docx。 */
async function compoundText(bytes: Uint8Array, fileName: string): Promise<string> {
  const has = (stream: string) => includesUtf16(bytes, stream);
  const refused = narrativeRefused(fileName);
  if (has("EncryptedPackage")) {
    throw refused("encrypted", "设有打开密码", "请用 Word、WPS 打开，取消密码后另存，再试一次。");
  }
  if (!has("WordDocument") && (has("Workbook") || has("Book"))) {
    return await sheetText(bytes, fileName);
  }
  throw refused(
    "unsupported-format",
    "是旧格式的 Word 文件（.doc），或设有打开密码",
    "请用 Word、WPS 打开（去掉密码），另存为 .docx 再试。",
  );
}

async function sheetText(bytes: Uint8Array, fileName: string): Promise<string> {
  // 读工作簿的库较大，用到时才装入。
  const { readWorkbook } = await import("./read-workbook.ts");
  const workbook = await readWorkbook(bytes, fileName);
  const refused = narrativeRefused(fileName);
  const damage = workbook.damaged.find(({ name }) => name === NARRATIVE_SHEET);
  if (damage !== undefined) {
    throw refused(
      "damaged",
      `的工作表“${NARRATIVE_SHEET}”已损坏：${damage.reason}`,
      "请用 Excel、WPS 打开后另存，再试一次。",
    );
  }
  const text = narrativeSheetText(workbook);
  if (text === null) {
    throw refused(
      "not-a-workbook",
      `是工作簿，里面没有工作表“${NARRATIVE_SHEET}”`,
      "请给 .docx、.txt 的说明；决算工作簿是用来对照的：命令行里用 --workbook 给出，窗格里先打开它。",
    );
  }
  return text;
}

/** 图片、压缩包之类：借工作簿一边的认法说出它是什么；纯文本照常往下读。 */
function refusePictures(bytes: Uint8Array, fileName: string): void {
  try {
    fileKind(bytes, fileName);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const looksLike = /：这(是[^。]+)。$/.exec(error.what)?.[1];
    if (looksLike === undefined) return;
    throw narrativeRefused(fileName)("not-a-workbook", looksLike, GIVE_TEXT);
  }
}

function includesUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
