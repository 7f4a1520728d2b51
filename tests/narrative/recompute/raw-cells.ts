import { read, type WorkBook } from "@e965/xlsx";
import type { FactSource } from "../../../src/narrative/fact.ts";

/** 本年、上年两个文件的字节；没有上年的为 null。 */
export interface Files {
  readonly current: Uint8Array;
  readonly prior: Uint8Array | null;
}

/** 直接读文件里的一格，与产品代码的读表、认表都不相干。 */
export class RawCells {
  private readonly books: { readonly current: WorkBook; readonly prior: WorkBook | null };

  constructor({ current, prior }: Files) {
    this.books = {
      current: read(current, { cellFormula: false, cellStyles: false }),
      prior: prior === null ? null : read(prior, { cellFormula: false, cellStyles: false }),
    };
  }

  /** 一格里的数，精确到 10⁻⁴：金额以元计，乘 10000 后的整数。空白、破折号为零；不是数的抛错。 */
  at({ book, sheet, address }: FactSource): bigint {
    const workbook = this.books[book];
    const found = workbook?.Sheets[sheet];
    if (found === undefined) throw new Error(`没有 ${book} 的工作表 ${sheet}`);
    const value: unknown = found[address]?.v;
    return scaled(value === undefined ? "" : String(value));
  }
}

const SCALE = 4;

/** `-1234.5` → -12345000n。 */
export function scaled(text: string): bigint {
  const plain = text.replace(/[,\s]/g, "");
  if (/^[—\-–]*$/.test(plain)) return 0n;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (match === null || fraction.length > SCALE) throw new Error(`“${text}”读不成数`);
  const digits = BigInt(whole + fraction.padEnd(SCALE, "0"));
  return sign === "-" ? -digits : digits;
}
