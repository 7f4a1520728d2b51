import { cellAddress } from "./addresses.ts";
import type { BiffGlobals } from "./biff-globals.ts";
import { type BiffRecord, RECORD, RecordReader, readRecord } from "./biff-records.ts";
import { readText } from "./biff-strings.ts";
import { booleanCell, errorCell, numberCell, textCell } from "./cell-text.ts";
import { SheetBuilder, type SheetContent } from "./sheet-builder.ts";
import { SheetDamage } from "./sheet-damage.ts";
import type { Cell } from "./workbook.ts";

export interface ScannedSubstream {
  readonly content: SheetContent;
  /** 开始记录、有值的单元格记录与结束记录，供读取库复核。 */
  readonly cellRecords: readonly BiffRecord[];
}

/** BIFF 的错误代码（[MS-XLS] 2.5.10）。 */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

const VALUE_RECORDS: ReadonlySet<number> = new Set([
  RECORD.number,
  RECORD.rk,
  RECORD.multipleRk,
  RECORD.label,
  RECORD.labelShared,
  RECORD.richString,
  RECORD.booleanOrError,
  RECORD.formula,
  RECORD.string,
]);

/**
 * 严格读一张工作表：从 `start` 的开始记录读到结束记录，记录首尾相接，结束处必须是 `limit`
 * （下一张表的开头或流的末尾，其间只许有零字节）。残缺、错位、自称有内容却一格也没有时抛 SheetDamage。
 */
export function scanSubstream(
  stream: Uint8Array,
  start: number,
  limit: number,
  globals: BiffGlobals,
): ScannedSubstream {
  const builder = new SheetBuilder();
  const reader = new CellRecordReader(globals, builder);
  const cellRecords: BiffRecord[] = [];
  let position = start;
  // 工作表里嵌着的图表有自己的开始、结束记录，里面的数不是单元格。
  let depth = 0;
  do {
    const record = readRecord(stream, position, limit);
    position = record.end;
    if (record.type === RECORD.startOfSubstream) {
      if (depth++ === 0) cellRecords.push(record);
    } else if (depth === 0) {
      throw new SheetDamage("工作表内容的开头不对");
    } else if (record.type === RECORD.endOfSubstream) {
      if (--depth === 0) cellRecords.push(record);
    } else if (depth === 1) {
      reader.read(record);
      if (VALUE_RECORDS.has(record.type)) cellRecords.push(record);
    }
  } while (depth > 0);
  if (stream.subarray(position, limit).some((byte) => byte !== 0)) {
    throw new SheetDamage("内容提前结束，后面还有读不到的部分");
  }
  reader.finish();
  return { content: builder.build(), cellRecords };
}

class CellRecordReader {
  private readonly globals: BiffGlobals;
  private readonly builder: SheetBuilder;
  /** 等着下一条 STRING 记录给出文本结果的公式。 */
  private pending: { row: number; column: number } | null = null;
  private sawCells = false;
  private claimsContent = false;

  constructor(globals: BiffGlobals, builder: SheetBuilder) {
    this.globals = globals;
    this.builder = builder;
  }

  read(record: BiffRecord): void {
    const reader = new RecordReader(record);
    switch (record.type) {
      case RECORD.dimensions:
        this.readDimensions(reader);
        break;
      case RECORD.mergedCells:
        this.readMerges(reader);
        break;
      case RECORD.string:
        this.readFormulaText(reader);
        break;
      case RECORD.blank:
      case RECORD.multipleBlank:
        this.sawCells = true;
        break;
      default:
        if (VALUE_RECORDS.has(record.type)) this.readCells(record.type, reader);
    }
  }

  /** 全部记录读完之后的检查。 */
  finish(): void {
    if (this.pending !== null) throw this.missingText(this.pending);
    if (this.claimsContent && !this.sawCells) throw new SheetDamage("自称有内容，却一格也没有");
  }

  private readCells(type: number, reader: RecordReader): void {
    if (this.pending !== null) throw this.missingText(this.pending);
    this.sawCells = true;
    const row = reader.uint16();
    const column = reader.uint16();
    if (type === RECORD.multipleRk) {
      for (let at = column; reader.left() >= 8; at++) {
        this.put(row, at, this.number(reader.uint16(), rkNumber(reader.uint32()), false));
      }
      return;
    }
    const style = reader.uint16();
    if (type === RECORD.formula) this.readFormula(row, column, style, reader.bytes(8));
    else this.put(row, column, this.readCell(type, style, reader));
  }

  private readCell(type: number, style: number, reader: RecordReader): Cell | undefined {
    switch (type) {
      case RECORD.number:
        return this.number(style, reader.double(), false);
      case RECORD.rk:
        return this.number(style, rkNumber(reader.uint32()), false);
      case RECORD.labelShared:
        return textCell(this.sharedString(reader.uint32()), false);
      case RECORD.booleanOrError:
        return booleanOrError(reader.byte(), reader.byte() === 1, false);
      default:
        return textCell(readText(reader, this.globals.text, 2), false);
    }
  }

  /** 公式的缓存结果占 8 字节：末两字节不是 FFFF 时是一个双精度数，否则首字节说明种类。 */
  private readFormula(row: number, column: number, style: number, value: Uint8Array): void {
    const payload = value[2] ?? 0;
    if (value[6] !== 0xff || value[7] !== 0xff) {
      const number = new DataView(value.buffer).getFloat64(0, true);
      this.put(row, column, this.number(style, number, true));
    } else if (value[0] === 0) {
      this.pending = { row, column };
    } else if (value[0] === 1 || value[0] === 2) {
      this.put(row, column, booleanOrError(payload, value[0] === 2, true));
    } else if (value[0] !== 3) {
      // 3 是空文本，等于空白。
      throw new SheetDamage(`单元格 ${cellAddress(row, column)} 的公式结果读不懂`);
    }
  }

  private readFormulaText(reader: RecordReader): void {
    if (this.pending === null) throw new SheetDamage("有一个文本结果找不到它的公式");
    const { row, column } = this.pending;
    this.pending = null;
    this.put(row, column, textCell(readText(reader, this.globals.text, 2), true));
  }

  private readDimensions(reader: RecordReader): void {
    const next = (): number =>
      this.globals.text.version === 8 ? reader.uint32() : reader.uint16();
    const firstRow = next();
    const afterLastRow = next();
    const firstColumn = reader.uint16();
    const afterLastColumn = reader.uint16();
    this.claimsContent = afterLastRow > firstRow + 1 || afterLastColumn > firstColumn + 1;
  }

  private readMerges(reader: RecordReader): void {
    for (let left = reader.uint16(); left > 0; left--) {
      const top = reader.uint16();
      const bottom = reader.uint16();
      this.builder.merge({ top, bottom, left: reader.uint16(), right: reader.uint16() });
    }
  }

  private sharedString(index: number): string {
    const text = this.globals.sharedStrings[index];
    if (text === undefined) throw new SheetDamage(`用到了不存在的共享字符串（第 ${index} 个）`);
    return text;
  }

  private number(style: number, value: number, formula: boolean): Cell {
    if (!Number.isFinite(value)) throw new SheetDamage("有一个数读不懂");
    const isDate = this.globals.dateStyles[style] ?? false;
    return numberCell(value, formula, { isDate, date1904: this.globals.date1904 });
  }

  private put(row: number, column: number, cell: Cell | undefined): void {
    if (cell !== undefined) this.builder.put(row, column, cell);
  }

  private missingText(at: { row: number; column: number }): SheetDamage {
    return new SheetDamage(`单元格 ${cellAddress(at.row, at.column)} 的公式缺少文本结果`);
  }
}

function booleanOrError(value: number, isError: boolean, formula: boolean): Cell {
  if (!isError) return booleanCell(value !== 0, formula);
  return errorCell(ERRORS.get(value) ?? `#错误代码${value}`, formula);
}

/** RK：压缩成 4 字节的数。末位 1 表示再除以 100，次末位 1 表示是整数（[MS-XLS] 2.5.217）。 */
function rkNumber(rk: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, rk & 0xfffffffc, true);
  const value = rk & 2 ? (rk | 0) >> 2 : view.getFloat64(0, true);
  return rk & 1 ? value / 100 : value;
}
