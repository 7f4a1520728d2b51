import { type BiffRecord, RecordReader } from "./biff-records.ts";
import { SheetDamage } from "./sheet-damage.ts";

/** 文件的文字怎样编码：BIFF8 为 Unicode，BIFF5 为某个代码页。 */
export type BiffText = { readonly version: 8 } | { readonly version: 5; readonly codePage: number };

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

/**
 * 读一个文本，长度占 `lengthBytes` 个字节。BIFF8 的字符可以跨 CONTINUE，每到新的一段，
 * 开头重新给一个字节说明此后每字符是一个还是两个字节（[MS-XLS] 2.5.293）。
 */
export function readText(reader: RecordReader, text: BiffText, lengthBytes: 1 | 2): string {
  const length = lengthBytes === 1 ? reader.byte() : reader.uint16();
  if (text.version === 5) return decodeCodePage(reader.bytes(length), text.codePage);
  const flags = reader.byte();
  const runs = flags & RICH ? reader.uint16() : 0;
  const extended = flags & EXTENDED ? reader.uint32() : 0;
  const characters = readCharacters(reader, length, (flags & WIDE) !== 0);
  if (extended > reader.left()) throw new SheetDamage("有一段文字的附加信息比规定的短");
  reader.skip(runs * 4 + extended);
  return characters;
}

function readCharacters(reader: RecordReader, length: number, startsWide: boolean): string {
  let wide = startsWide;
  let characters = "";
  for (let index = 0; index < length; index++) {
    if (reader.leftInSegment() === 0) {
      reader.nextSegment();
      wide = (reader.byte() & WIDE) !== 0;
    }
    characters += String.fromCharCode(wide ? reader.uint16() : reader.byte());
  }
  return characters;
}

/** 读 SST 记录：全部共享字符串。 */
export function readSharedStringTable(record: BiffRecord): string[] {
  const reader = new RecordReader(record);
  reader.skip(4);
  const count = reader.uint32();
  const strings: string[] = [];
  while (strings.length < count) strings.push(readText(reader, { version: 8 }, 2));
  return strings;
}

/** 代码页编号到编码名。 */
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [1250, "windows-1250"],
  [1251, "windows-1251"],
  [1252, "windows-1252"],
]);

function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  // 纯 ASCII 在这些代码页里都一样，不必认得代码页。
  if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
  const encoding = ENCODINGS.get(codePage);
  if (encoding === undefined) throw new SheetDamage(`文字用了不认识的代码页 ${codePage}`);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SheetDamage(`有文字不合代码页 ${codePage}`);
  }
}
