import { type BiffGlobals, type BoundSheet, readGlobals } from "./biff-globals.ts";
import { type BiffRecord, RECORD } from "./biff-records.ts";
import { type ScannedSubstream, scanSubstream } from "./biff-worksheet.ts";
import { LIMITS } from "./limits.ts";
import { macroNotice, noCellsNotice } from "./notices.ts";
import { SheetDamage } from "./sheet-damage.ts";
import {
  type CompoundEntry,
  loadSpreadsheetLibrary,
  type SpreadsheetLibrary,
} from "./spreadsheet-library.ts";
import { readTwice, type SecondReading, secondReadingName } from "./two-readings.ts";
import type { Workbook } from "./workbook.ts";
import {
  damagedFile,
  encryptedFile,
  notAWorkbook,
  oversizedFile,
  truncatedFile,
} from "./workbook-refused.ts";

/** BOUNDSHEET 里普通工作表的种类编号。 */
const WORKSHEET = 0;

/**
 * 读复合文档里的工作簿：.xls、存成旧格式的 .et（BIFF8；BIFF5 含 GBK）。每张表先由我们自己严格读一遍，
 * 再由读取库复核；全局部分坏了抛 WorkbookRefused，单张表坏了记入 `damaged`。
 */
export async function readXls(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  const library = await loadSpreadsheetLibrary();
  const { stream, hasMacros } = openWorkbookStream(bytes, library, fileName);
  const globals = globalsOf(stream, library, fileName);
  if (globals.text.version === 5) await library.loadCodePages();

  const hasCells = ({ type }: BoundSheet): boolean => type === WORKSHEET;
  const { sheets, damaged } = readTwice(
    fileName,
    globals.sheets.filter(hasCells),
    (sheet) => scanListed(sheet, globals, stream),
    (read) => secondReading(stream, globals, read, library),
  );
  const notices = [
    ...(hasMacros ? [macroNotice(fileName)] : []),
    ...globals.sheets.filter((sheet) => !hasCells(sheet)).map(({ name }) => noCellsNotice(name)),
  ];
  return { fileName, format: "xls", sheets, damaged, notices };
}

function globalsOf(stream: Uint8Array, library: SpreadsheetLibrary, fileName: string): BiffGlobals {
  let globals: BiffGlobals;
  try {
    globals = readGlobals(stream, library.isDateFormat, fileName);
  } catch (error) {
    if (error instanceof SheetDamage) throw damagedFile(fileName, `工作簿目录${error.message}`);
    throw error;
  }
  if (globals.sheets.length === 0) throw damagedFile(fileName, "工作簿目录里没有列出任何工作表");
  const first = Math.min(...globals.sheets.map(({ position }) => position));
  if (stream.subarray(globals.end, first).some((byte) => byte !== 0)) {
    throw damagedFile(fileName, "有工作表的内容没有列在工作簿目录里");
  }
  return globals;
}

function scanListed(sheet: BoundSheet, globals: BiffGlobals, stream: Uint8Array): ScannedSubstream {
  const { position } = sheet;
  if (globals.sheets.filter((other) => other.position === position).length > 1) {
    throw new SheetDamage("目录让它与另一张表指向同一处内容");
  }
  // 表的内容到下一张表的开头或流的末尾为止。
  const later = globals.sheets.map((other) => other.position).filter((start) => start > position);
  return scanSubstream(stream, position, Math.min(stream.length, ...later), globals);
}

function openWorkbookStream(
  bytes: Uint8Array,
  library: SpreadsheetLibrary,
  fileName: string,
): { stream: Uint8Array; hasMacros: boolean } {
  if (bytes.byteLength > LIMITS.plainBytes) throw oversizedFile(fileName, "文件超过 100 MB");
  let entries: readonly CompoundEntry[];
  try {
    entries = library.readCompoundFile(bytes).FileIndex;
  } catch {
    throw truncatedFile(fileName, "复合文档（.xls 的外壳）读不出来");
  }
  const find = (name: string): CompoundEntry | undefined =>
    entries.find((entry) => entry.name.toLowerCase() === name);
  if (find("encryptedpackage") !== undefined || find("encryptioninfo") !== undefined) {
    throw encryptedFile(fileName);
  }
  if (find("worddocument") !== undefined) throw notAWorkbook(fileName, "这是 Word 文档");
  if (find("powerpoint document") !== undefined) throw notAWorkbook(fileName, "这是演示文稿");
  const entry = find("workbook") ?? find("book");
  if (entry === undefined) throw notAWorkbook(fileName, "复合文档里没有工作簿");
  const content = Uint8Array.from(entry.content ?? []);
  if (content.length < entry.size) {
    throw truncatedFile(fileName, `工作簿内容应有 ${entry.size} 字节，只有 ${content.length} 字节`);
  }
  return { stream: content, hasMacros: find("_vba_project_cur") !== undefined };
}

/**
 * 让读取库再读一遍。只把已查过的单元格记录与共享字符串重新拼成一个最小的流给它，
 * 超链接、批注、图形等与核对无关、又最容易出错的记录都不给。
 */
function secondReading(
  stream: Uint8Array,
  globals: BiffGlobals,
  sheets: readonly ScannedSubstream[],
  library: SpreadsheetLibrary,
): SecondReading {
  const copy = (record: BiffRecord): Uint8Array => stream.subarray(record.start, record.end);
  const globalsStart = [stream.subarray(0, 4 + ((stream[2] ?? 0) | ((stream[3] ?? 0) << 8)))];
  for (const record of [globals.codePageRecord, globals.sharedStringsRecord]) {
    if (record !== undefined) globalsStart.push(copy(record));
  }
  const names = sheets.map((_, index) => secondReadingName(index));
  const endRecord = Uint8Array.of(RECORD.endOfSubstream, 0, 0, 0);
  const nameSizes = names.map((name) => boundSheetRecord(0, name, globals).length);
  let position = totalLength(globalsStart) + nameSizes.reduce((a, b) => a + b, 0) + 4;
  const bodies = sheets.map(({ cellRecords }) => cellRecords.map(copy));
  const directory = names.map((name, index) => {
    const record = boundSheetRecord(position, name, globals);
    position += totalLength(bodies[index] ?? []);
    return record;
  });
  const pieces = [...globalsStart, ...directory, endRecord, ...bodies.flat()];
  const whole = new Uint8Array(totalLength(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  const workbook = library.read(whole);
  return (index) => workbook?.Sheets[secondReadingName(index)];
}

function totalLength(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((total, piece) => total + piece.length, 0);
}

/** 写一条 BOUNDSHEET 记录，名字只用 ASCII。 */
function boundSheetRecord(position: number, name: string, globals: BiffGlobals): Uint8Array {
  const letters = [...name].map((letter) => letter.charCodeAt(0));
  const text =
    globals.text.version === 8 ? [letters.length, 0, ...letters] : [letters.length, ...letters];
  const record = new Uint8Array(4 + 6 + text.length);
  const view = new DataView(record.buffer);
  view.setUint16(0, RECORD.boundSheet, true);
  view.setUint16(2, 6 + text.length, true);
  view.setUint32(4, position, true);
  record.set(text, 10);
  return record;
}
