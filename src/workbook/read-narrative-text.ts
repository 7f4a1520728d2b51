import { decodeText } from "./decode-text.ts";
import { readDocxText } from "./read-docx-text.ts";
import { WorkbookRefused } from "./workbook-refused.ts";
import { openZip } from "./zip-archive.ts";

const WHY = "读不到文字就审不了，不能当作没有问题。";

/**
 * 读一份说明的文字：.docx，或 .txt（UTF-8、UTF-16、GB18030）。行尾一律为 `\n`。
 * 读不了的（空文件、.doc、.pdf、别的压缩包、编码不明）抛 WorkbookRefused，说明怎么办。
 */
export function readNarrativeText(bytes: Uint8Array, fileName: string): string {
  if (bytes.byteLength === 0) throw refused("empty", fileName, "是空文件", "请给出有内容的说明。");
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith("%PDF")) {
    throw refused(
      "unsupported-format",
      fileName,
      "是 PDF",
      "请给 Word 原稿（.docx），或从 PDF 里复制文字存成 .txt；扫描件须先识别成文字。",
    );
  }
  if (start.startsWith("\xd0\xcf\x11\xe0")) {
    throw refused(
      "unsupported-format",
      fileName,
      "是旧格式的 Word 文件（.doc），或设有打开密码",
      "请用 Word、WPS 打开（去掉密码），另存为 .docx 再试。",
    );
  }
  if (start.startsWith("PK")) {
    const zip = openZip(bytes, fileName);
    if (!zip.has("word/document.xml")) {
      throw refused(
        "not-a-workbook",
        fileName,
        "不是 Word 文件",
        "请给 .docx 或 .txt；工作簿用 --workbook 给出。",
      );
    }
    return withLineFeeds(readDocxText(zip, fileName));
  }
  const text = decodeText(bytes);
  if (text === undefined) {
    throw refused(
      "damaged",
      fileName,
      "的文字编码看不出来",
      "请用记事本打开，另存为 UTF-8 编码的 .txt。",
    );
  }
  return withLineFeeds(text.replace(/^\ufeff/, ""));
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function refused(
  code: ConstructorParameters<typeof WorkbookRefused>[0],
  fileName: string,
  what: string,
  todo: string,
): WorkbookRefused {
  return new WorkbookRefused(code, { what: `文件「${fileName}」${what}。`, why: WHY, todo });
}
