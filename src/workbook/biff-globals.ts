import { type BiffRecord, RECORD, RecordReader, readRecord } from "./biff-records.ts";
import { type BiffText, readSharedStringTable, readText } from "./biff-strings.ts";
import { type IsDateFormat, isDateFormatId } from "./number-formats.ts";
import { damagedFile, encryptedFile, unsupportedFormat } from "./workbook-refused.ts";

/** 工作簿全局部分列出的一张工作表。 */
export interface BoundSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** 0 工作表，1 宏表，2 图表，6 VBA 模块。 */
  readonly type: number;
  /** 工作表内容在流里的位置。 */
  readonly position: number;
}

export interface BiffGlobals {
  readonly text: BiffText;
  readonly sheets: readonly BoundSheet[];
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
  /** 每个单元格样式（按序号）的数字格式是不是日期。 */
  readonly dateStyles: readonly boolean[];
  /** 复核时要原样交给读取库的记录。 */
  readonly codePageRecord: BiffRecord | undefined;
  readonly sharedStringsRecord: BiffRecord | undefined;
  /** 全局部分结束的位置，第一张表从这里开始。 */
  readonly end: number;
}

const GLOBALS = 0x0005;
const WINDOWS_LATIN = 1252;

/** 读全局部分。版本太旧、加密抛 WorkbookRefused；残缺抛 SheetDamage，由调用者转成整份拒绝。 */
export function readGlobals(
  stream: Uint8Array,
  isDateFormat: IsDateFormat,
  fileName: string,
): BiffGlobals {
  const { records, end } = readGlobalRecords(stream, fileName);
  const only = (type: number): BiffRecord | undefined =>
    records.find((record) => record.type === type);
  const version = versionOf(records[0], fileName);
  const codePageRecord = only(RECORD.codePage);
  const text: BiffText =
    version === 8
      ? { version }
      : { version, codePage: codePageRecord ? uint16At(codePageRecord, 0) : WINDOWS_LATIN };

  const formats = new Map<number, string>();
  for (const record of records.filter(({ type }) => type === RECORD.format)) {
    const reader = new RecordReader(record);
    formats.set(reader.uint16(), readText(reader, text, version === 8 ? 2 : 1));
  }
  const sharedStringsRecord = only(RECORD.sharedStrings);
  const date1904 = only(RECORD.date1904);
  return {
    text,
    sheets: records
      .filter(({ type }) => type === RECORD.boundSheet)
      .map((record) => readBoundSheet(record, text)),
    sharedStrings: sharedStringsRecord ? readSharedStringTable(sharedStringsRecord) : [],
    date1904: date1904 !== undefined && uint16At(date1904, 0) === 1,
    dateStyles: records
      .filter(({ type }) => type === RECORD.extendedFormat)
      .map((record) => isDateFormatId(uint16At(record, 2), formats, isDateFormat)),
    codePageRecord,
    sharedStringsRecord,
    end,
  };
}

function readGlobalRecords(
  stream: Uint8Array,
  fileName: string,
): { records: BiffRecord[]; end: number } {
  const records: BiffRecord[] = [];
  let position = 0;
  for (;;) {
    const record = readRecord(stream, position, stream.length);
    if (records.length === 0 && record.type !== RECORD.startOfSubstream) {
      throw damagedFile(fileName, "工作簿内容的开头不对");
    }
    if (record.type === RECORD.filePass) throw encryptedFile(fileName);
    if (record.type === RECORD.endOfSubstream) return { records, end: record.end };
    records.push(record);
    position = record.end;
  }
}

function versionOf(start: BiffRecord | undefined, fileName: string): 5 | 8 {
  const version = start === undefined ? 0 : uint16At(start, 0);
  if (start === undefined || uint16At(start, 2) !== GLOBALS) {
    throw unsupportedFormat(fileName, "没有工作簿目录的旧格式表格");
  }
  if (version === 0x0600) return 8;
  if (version === 0x0500) return 5;
  throw unsupportedFormat(fileName, "Excel 5.0 以前的旧格式");
}

function readBoundSheet(record: BiffRecord, text: BiffText): BoundSheet {
  const reader = new RecordReader(record);
  const position = reader.uint32();
  const visibility = reader.byte() & 3;
  const type = reader.byte();
  return { position, hidden: visibility !== 0, type, name: readText(reader, text, 1) };
}

function uint16At(record: BiffRecord, offset: number): number {
  const reader = new RecordReader(record);
  reader.skip(offset);
  return reader.uint16();
}
