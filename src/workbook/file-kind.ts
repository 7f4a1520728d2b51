import { notAWorkbook, unsupportedFormat, type WorkbookRefused } from "./workbook-refused.ts";

/** 按开头几个字节认出的、我们会读的外壳。 */
export type FileKind = "zip" | "compound" | "markup";

/** 常见的非工作簿文件：开头字节与名称。 */
const OTHERS: readonly (readonly [signature: string, looksLike: string])[] = [
  ["%PDF", "这是 PDF 文件"],
  ["\x89PNG", "这是图片（PNG）"],
  ["\xff\xd8\xff", "这是图片（JPEG）"],
  ["GIF8", "这是图片（GIF）"],
  ["BM", "这是图片（BMP）"],
  ["II*\0", "这是图片（TIFF）"],
  ["MM\0*", "这是图片（TIFF）"],
  ["{\\rtf", "这是 RTF 文档"],
  ["Rar!", "这是 RAR 压缩包，请先解压"],
  ["7z\xbc\xaf", "这是 7z 压缩包，请先解压"],
  ["\x1f\x8b", "这是 gzip 压缩文件，请先解压"],
  ["MZ", "这是程序文件"],
];

/** 没有外壳的 BIFF 流以 09 开头，第二个字节随版本而变。 */
const OLD_BIFF: ReadonlySet<number> = new Set([0x00, 0x02, 0x04, 0x08]);

/**
 * 看内容（不看扩展名）认外壳。明显不是工作簿的抛 WorkbookRefused，说出它看起来是什么。
 */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  // 一个字节一个字符；TextDecoder 的 latin1 其实是 windows-1252，会改掉 0x80 以上的字节。
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith("PK")) return "zip";
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return "compound";
  const other = OTHERS.find(([signature]) => start.startsWith(signature));
  if (other !== undefined) throw notAWorkbook(fileName, other[1]);
  if (/^MIME-Version:/i.test(start)) throw unsupportedFormat(fileName, "单个文件网页（.mht）");
  if (bytes[0] === 0x09 && OLD_BIFF.has(bytes[1] ?? -1)) {
    throw unsupportedFormat(fileName, "没有外壳的旧格式表格（Excel 5.0 以前）");
  }
  // 字节顺序标记之后、空白之后以 < 开头，就按网页或 XML 看；UTF-16 隔一个字节是零。
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(start)) return "markup";
  const hasControls = bytes
    .subarray(0, 1024)
    .some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  throw notAWorkbook(fileName, hasControls ? "认不出文件格式" : "像是纯文本或 CSV");
}

/** 压缩包里装的是什么：会读的返回种类，其余返回拒绝的理由。 */
export function zipKind(
  names: readonly string[],
  fileName: string,
): "xlsx" | "ods" | WorkbookRefused {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return unsupportedFormat(fileName, "二进制工作簿（.xlsb）");
  if (has(/^xl\//i)) return "xlsx";
  if (has(/^word\//i)) return notAWorkbook(fileName, "这是 Word 文档");
  if (has(/^ppt\//i)) return notAWorkbook(fileName, "这是演示文稿");
  if (has(/^OFD\.xml$/i)) return notAWorkbook(fileName, "这是 OFD 版式文件");
  if (has(/^Index\/Document\.iwa$|^index\.xml/i))
    return unsupportedFormat(fileName, " Numbers 表格");
  if (has(/^content\.xml$/i)) return "ods";
  if (has(/^\[Content_Types\]\.xml$/i)) return "xlsx";
  return notAWorkbook(fileName, "这是普通压缩包，请先解压，再选择里面的工作簿");
}
