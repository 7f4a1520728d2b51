import { SheetDamage } from "./sheet-damage.ts";

/** 用到的 BIFF 记录编号（[MS-XLS] 2.3；BIFF5 相同）。 */
export const RECORD = {
  formula: 0x0006,
  endOfSubstream: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  multipleBlank: 0x00be,
  richString: 0x00d6,
  extendedFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelShared: 0x00fd,
  dimensions: 0x0200,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  startOfSubstream: 0x0809,
} as const;

/** 一条记录，连同跟在后面的 CONTINUE 记录。 */
export interface BiffRecord {
  readonly type: number;
  /** 记录开头、结尾（含 CONTINUE）在流里的位置。 */
  readonly start: number;
  readonly end: number;
  /** 记录内容；有 CONTINUE 时逐段分开。 */
  readonly segments: readonly Uint8Array[];
}

/** 读 `start` 处的一条记录，不越过 `limit`；残缺时抛 SheetDamage。 */
export function readRecord(stream: Uint8Array, start: number, limit: number): BiffRecord {
  let { type, content, end } = readPlainRecord(stream, start, limit);
  const segments = [content];
  while (end + 4 <= limit && uint16(stream, end) === RECORD.continued) {
    ({ content, end } = readPlainRecord(stream, end, limit));
    segments.push(content);
  }
  return { type, start, end, segments };
}

function readPlainRecord(
  stream: Uint8Array,
  start: number,
  limit: number,
): { type: number; content: Uint8Array; end: number } {
  if (start + 4 > limit) throw new SheetDamage("内容没有写完（缺少结束记录）");
  const end = start + 4 + uint16(stream, start + 2);
  if (end > limit) throw new SheetDamage("有一条记录的长度超出了工作表的范围");
  return { type: uint16(stream, start), content: stream.subarray(start + 4, end), end };
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** 按小端顺序读记录内容，可以跨 CONTINUE；读过头时抛 SheetDamage。 */
export class RecordReader {
  private readonly segments: readonly Uint8Array[];
  private segment = 0;
  private offset = 0;

  constructor(record: BiffRecord) {
    this.segments = record.segments;
  }

  byte(): number {
    while (this.leftInSegment() === 0 && this.segment < this.segments.length) this.nextSegment();
    const value = this.segments[this.segment]?.[this.offset++];
    if (value === undefined) throw new SheetDamage("有一条记录比规定的短");
    return value;
  }

  uint16(): number {
    return this.byte() | (this.byte() << 8);
  }

  uint32(): number {
    return (this.uint16() | (this.uint16() << 16)) >>> 0;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.byte());
  }

  double(): number {
    return new DataView(this.bytes(8).buffer).getFloat64(0, true);
  }

  skip(count: number): void {
    for (let index = 0; index < count; index++) this.byte();
  }

  /** 整条记录还剩多少字节。 */
  left(): number {
    let total = this.leftInSegment();
    for (let next = this.segment + 1; next < this.segments.length; next++) {
      total += this.segments[next]?.length ?? 0;
    }
    return total;
  }

  /** 本段还剩多少字节。 */
  leftInSegment(): number {
    return Math.max(0, (this.segments[this.segment]?.length ?? 0) - this.offset);
  }

  /** 转到下一段（CONTINUE）的开头。 */
  nextSegment(): void {
    this.segment++;
    this.offset = 0;
    if (this.segment >= this.segments.length) throw new SheetDamage("有一条记录比规定的短");
  }
}
