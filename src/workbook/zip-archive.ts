import { inflateSync } from "fflate";
import { crc32 } from "./crc32.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { decodeName, readZipDirectory, type ZipEntry } from "./zip-directory.ts";

const LOCAL_HEADER = 0x04034b50;
const SIZES_FOLLOW_FLAG = 1 << 3;
const UNKNOWN_32 = 0xffffffff;

/** 一个已通过目录检查的压缩包；内容逐个解压、逐个核对。 */
export interface ZipArchive {
  readonly names: readonly string[];
  /** 按部件名查（不分大小写）。 */
  has(name: string): boolean;
  /** 解压一项并核对大小与 CRC；缺失或不符时抛 SheetDamage。 */
  read(name: string): Uint8Array;
}

/** 打开压缩包。目录有问题时抛 WorkbookRefused（见 `readZipDirectory`）。 */
export function openZip(bytes: Uint8Array, fileName: string): ZipArchive {
  const entries = readZipDirectory(bytes, fileName);
  const byKey = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  const offsets = [...entries.values()].map((entry) => entry.offset).sort((a, b) => a - b);
  return {
    names: [...entries.keys()],
    has: (name) => byKey.has(name.toLowerCase()),
    read(name) {
      const entry = byKey.get(name.toLowerCase());
      if (entry === undefined) throw new SheetDamage(`压缩包里缺少「${name}」`);
      const limit = offsets.find((offset) => offset > entry.offset) ?? bytes.byteLength;
      return readZipEntry(bytes, entry, limit);
    },
  };
}

/** `limit` 是下一项的开头：内容越过它就是与别的文件重叠，大小在说谎。 */
function readZipEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array {
  const damaged = (detail: string): SheetDamage =>
    new SheetDamage(`压缩包里的「${entry.name}」${detail}`);
  const at = entry.offset;
  if (at + 30 > bytes.byteLength) throw damaged("不在文件之内");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== LOCAL_HEADER) throw damaged("开头不对");
  const flags = view.getUint16(at + 6, true);
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  const start = nameEnd + view.getUint16(at + 28, true);
  if (decodeName(bytes.subarray(at + 30, nameEnd), flags) !== entry.name) {
    throw damaged("在目录与内容处名字不一致");
  }
  if (view.getUint16(at + 8, true) !== entry.method) throw damaged("的压缩方法前后不一致");
  if (!(flags & SIZES_FOLLOW_FLAG)) {
    const differs = (position: number, value: number): boolean => {
      const local = view.getUint32(position, true);
      return local !== UNKNOWN_32 && local !== value;
    };
    if (differs(at + 14, entry.crc) || differs(at + 18, entry.compressedSize)) {
      throw damaged("的大小或校验码前后不一致");
    }
    if (differs(at + 22, entry.size)) throw damaged("的大小前后不一致");
  }
  const end = start + entry.compressedSize;
  if (end > limit) throw damaged("的大小与实际不符");

  const content = unpack(bytes.subarray(start, end), entry, damaged);
  if (content.byteLength !== entry.size) throw damaged("解压后的大小与声明不符");
  if (crc32(content) !== entry.crc) throw damaged("校验码（CRC）不符，内容已改变");
  return content;
}

function unpack(
  packed: Uint8Array,
  entry: ZipEntry,
  damaged: (detail: string) => SheetDamage,
): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(`用了不支持的压缩方法（${entry.method}）`);
  try {
    // 多给一个字节：实际内容比声明的长时，长出来的至多落进这一个字节，不会撑爆内存。
    return inflateSync(packed, { out: new Uint8Array(entry.size + 1) });
  } catch {
    throw damaged("解压失败，压缩数据已损坏");
  }
}
