import { LIMITS } from "./limits.ts";
import {
  encryptedFile,
  oversizedFile,
  suspiciousFile,
  truncatedFile,
  type WorkbookRefused,
} from "./workbook-refused.ts";

/** 压缩包目录里的一项。 */
export interface ZipEntry {
  readonly name: string;
  /** 0 不压缩，8 deflate；其他方法不支持。 */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** 本地文件头在压缩包里的位置。 */
  readonly offset: number;
  readonly flags: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const CENTRAL_HEADER = 0x02014b50;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 1 << 11;
const UNKNOWN_32 = 0xffffffff;

/**
 * 读压缩包的中央目录，并在解压任何内容之前查：个数、声明的总大小、压缩比、加密、重名。
 * 目录读不全或超限时抛 WorkbookRefused。某一项自己的毛病（大小说谎、校验不符）留给 `readZipEntry`。
 */
export function readZipDirectory(bytes: Uint8Array, fileName: string): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (detail: string): WorkbookRefused => truncatedFile(fileName, detail);
  const { count, start, end } = locateDirectory(view, broken);
  if (count > LIMITS.zipEntries) {
    throw oversizedFile(fileName, `内含 ${count} 个文件，上限 ${LIMITS.zipEntries} 个`);
  }

  const entries = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  let unpacked = 0;
  let position = start;
  for (let index = 0; index < count; index++) {
    if (position + 46 > end || view.getUint32(position, true) !== CENTRAL_HEADER) {
      throw broken(`压缩包目录应有 ${count} 项，只读到 ${index} 项`);
    }
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const commentLength = view.getUint16(position + 32, true);
    const next = position + 46 + nameLength + extraLength + commentLength;
    if (next > end) throw broken("压缩包目录被截断");
    const entry = readCentralHeader(view, bytes, position, nameLength, extraLength);
    position = next;

    if (entry.flags & ENCRYPTED_FLAG) throw encryptedFile(fileName);
    // 部件名不分大小写（OPC 第 6.2.2.3 节），所以大小写不同也算重名。
    const key = entry.name.toLowerCase();
    if (seen.has(key)) throw suspiciousFile(fileName, `压缩包内有两个「${entry.name}」`);
    seen.add(key);
    unpacked += entry.size;
    if (unpacked > LIMITS.unpackedBytes) {
      throw oversizedFile(fileName, `解压到「${entry.name}」时已超过 300 MB`);
    }
    if (
      entry.size > LIMITS.ratioCheckedAbove &&
      entry.size > entry.compressedSize * LIMITS.compressionRatio
    ) {
      throw oversizedFile(fileName, `「${entry.name}」的压缩比超过 ${LIMITS.compressionRatio} 倍`);
    }
    entries.set(entry.name, entry);
  }
  return entries;
}

interface DirectorySpan {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

function locateDirectory(
  view: DataView,
  broken: (detail: string) => WorkbookRefused,
): DirectorySpan {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let start = view.getUint32(at + 16, true);
    if (at >= 20 && view.getUint32(at - 20, true) === ZIP64_LOCATOR) {
      const record = Number(view.getBigUint64(at - 12, true));
      if (record + 56 > at || view.getUint32(record, true) !== ZIP64_END_OF_DIRECTORY) {
        throw broken("压缩包的 ZIP64 目录读不出来");
      }
      count = Number(view.getBigUint64(record + 32, true));
      size = Number(view.getBigUint64(record + 40, true));
      start = Number(view.getBigUint64(record + 48, true));
    }
    if (start + size > at) throw broken("压缩包目录的位置不对");
    return { count, start, end: start + size };
  }
  throw broken("找不到压缩包目录（文件尾部缺失）");
}

function readCentralHeader(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const sizes = {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const extra = at + 46 + nameLength;
  for (let field = extra; field + 4 <= extra + extraLength; ) {
    const length = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1 && field + 4 + length <= extra + extraLength) {
      // ZIP64 附加字段：只有在目录里写成 0xFFFFFFFF 的几项才依次出现。
      let value = field + 4;
      for (const key of ["size", "compressedSize", "offset"] as const) {
        if (sizes[key] !== UNKNOWN_32 || value + 8 > field + 4 + length) continue;
        sizes[key] = Number(view.getBigUint64(value, true));
        value += 8;
      }
    }
    field += 4 + length;
  }
  return {
    ...sizes,
    name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength), flags),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    flags,
  };
}

/**
 * 部件名都是 ASCII；没有标 UTF-8 的旧名字按单字节读，只求不同的名字读出来也不同。
 * 有的软件用反斜线分隔文件夹，一律看作斜线。
 */
export function decodeName(bytes: Uint8Array, flags: number): string {
  const name = new TextDecoder(flags & UTF8_FLAG ? "utf-8" : "latin1").decode(bytes);
  return name.replaceAll("\\", "/");
}
