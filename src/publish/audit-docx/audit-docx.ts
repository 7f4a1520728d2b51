import type { AuditResult } from "../../audit/audit-result.ts";
import { narrativeRefused } from "../../workbook/narrative-refused.ts";
import { DOCUMENT_PART, type DocxText, readDocxText } from "../../workbook/read-docx-text.ts";
import { SheetDamage } from "../../workbook/sheet-damage.ts";
import { decodeXml } from "../../workbook/xml-scan.ts";
import { openZip, type ZipArchive } from "../../workbook/zip-archive.ts";
import { zipFiles } from "../ooxml/package.ts";
import { findingLines, summaryLines } from "./comment-lines.ts";
import { type CommentRange, markComments } from "./comment-marks.ts";
import {
  type Comment,
  extendCommentsXml,
  highestCommentId,
  newCommentsXml,
} from "./comments-part.ts";
import { linkComments } from "./link-comments.ts";
import { plainDocx } from "./plain-docx.ts";

/**
 * 审稿结果写成带批注的 .docx：每条问题一条批注，圈住写错的地方；文首一条小结。
 * `original` 为交来的 .docx，除正文里插入的批注标记、批注部件和指向它的两处登记，别的部件一个字节不动，
 * 原有的批注都留着；不是 .docx 的（文本、PDF、工作表）给 null，把文字写成一份新的。
 * 部件损坏的抛 WorkbookRefused；`original` 不是结果所审的那一份的抛 Error。
 */
export function writeAuditDocx(result: AuditResult, original: Uint8Array | null): Uint8Array {
  const zip = openZip(original ?? plainDocx(result.text), result.file);
  const document = readDocxText(zip, result.file);
  if (original !== null && document.text !== result.text) {
    throw new Error(`《${result.file}》的文字与所审的不同，批注不知道放在哪里。`);
  }
  try {
    return zipFiles(annotated(zip, document, result));
  } catch (error) {
    if (!(error instanceof SheetDamage)) throw error;
    throw narrativeRefused(result.file)(
      "damaged",
      `已损坏：${error.message}`,
      "请用 Word、WPS 打开（能修复的会提示修复），另存为 .docx 再试。",
    );
  }
}

function annotated(
  zip: ZipArchive,
  document: DocxText,
  result: AuditResult,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const name of zip.names) {
    if (!name.endsWith("/")) files.set(name, zip.read(name));
  }
  // 一个字也没有位置的（整篇都是自动编号）放不了标记，批注也就不写，免得悬空。
  if (document.pieces.length === 0) return files;
  const namespace = mainNamespace(document.xml);
  const commentsPath = linkComments(zip, files, namespace);
  const before = zip.has(commentsPath) ? zip.read(commentsPath) : null;
  const { comments, ranges } = commentsOf(
    result,
    1 + Math.max(before === null ? -1 : highestCommentId(before), highestMark(document.xml)),
  );
  files.set(
    actualName(zip, DOCUMENT_PART),
    sameEncoding(markComments(document, ranges), zip.read(DOCUMENT_PART)),
  );
  files.set(
    actualName(zip, commentsPath),
    before === null
      ? newCommentsXml(namespace, comments)
      : extendCommentsXml(decodeXml(before, "批注"), comments),
  );
  return files;
}

/** 第一条是小结，圈住文首第一段；其后一条问题一条。 */
function commentsOf(
  result: AuditResult,
  firstId: number,
): { readonly comments: readonly Comment[]; readonly ranges: readonly CommentRange[] } {
  const head = /\S[^\n]*/.exec(result.text);
  const start = head?.index ?? 0;
  const summary = { start, end: start + (head?.[0].length ?? 1), lines: summaryLines(result) };
  const all = [
    summary,
    ...result.findings.map((finding) => ({
      start: finding.start,
      end: finding.end,
      lines: findingLines(finding),
    })),
  ];
  return {
    comments: all.map(({ lines }, index) => ({ id: firstId + index, lines })),
    ranges: all.map(({ start: from, end }, index) => ({ id: firstId + index, start: from, end })),
  };
}

/** 正文里已用的批注编号（有的文件批注部件丢了，标记还在）。 */
function highestMark(xml: string): number {
  let highest = -1;
  for (const [, id] of xml.matchAll(
    /<[^\s>]*comment(?:RangeStart|Reference)\s[^>]*?id=["'](\d+)["']/g,
  )) {
    highest = Math.max(highest, Number(id));
  }
  return highest;
}

/** 正文根元素的命名空间：通行的一种，或 ISO 严格格式的一种。 */
function mainNamespace(xml: string): string {
  const root = /<([^\s:/>?!]+:)?document\s[^>]*>/.exec(xml);
  const declaration = root?.[1] === undefined ? "xmlns" : `xmlns:${root[1].slice(0, -1)}`;
  return new RegExp(`\\s${declaration}\\s*=\\s*["']([^"']*)["']`).exec(root?.[0] ?? "")?.[1] ?? "";
}

function actualName(zip: ZipArchive, path: string): string {
  return zip.names.find((name) => name.toLowerCase() === path.toLowerCase()) ?? path;
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** 按原来的编码写回：UTF-8（有没有标记照旧）或 UTF-16。 */
function sameEncoding(xml: string, original: Uint8Array): string | Uint8Array {
  const [first, second] = original;
  if (first === 0xff || first === 0xfe) {
    const bytes = new Uint8Array(2 + xml.length * 2);
    const view = new DataView(bytes.buffer);
    const little = first === 0xff && second === 0xfe;
    for (const [index, code] of [0xfeff, ...codeUnits(xml)].entries()) {
      view.setUint16(index * 2, code, little);
    }
    return bytes;
  }
  return UTF8_MARK.every((byte, index) => original[index] === byte) ? `\ufeff${xml}` : xml;
}

function* codeUnits(text: string): Generator<number> {
  for (let index = 0; index < text.length; index += 1) yield text.charCodeAt(index);
}
