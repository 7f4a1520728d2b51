import { read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { FactSource } from "../../../src/narrative/fact.ts";
import type { Files } from "./raw-cells.ts";

/** 一格左边的行名、上面的栏名，照文件里印的，去掉空白，括号归成全角。 */
export interface Labels {
  readonly row: string;
  readonly column: string;
}

/** 直接从文件里看一格的行名和栏名，与产品代码的认表不相干。 */
export class RawLabels {
  private readonly books: { readonly current: WorkBook; readonly prior: WorkBook | null };

  constructor({ current, prior }: Files) {
    this.books = {
      current: read(current, { cellFormula: false }),
      prior: prior === null ? null : read(prior, { cellFormula: false }),
    };
  }

  of({ book, sheet, address }: FactSource): Labels {
    const found = this.books[book]?.Sheets[sheet];
    if (found === undefined) throw new Error(`没有 ${book} 的工作表 ${sheet}`);
    const { r, c } = utils.decode_cell(address);
    const left = range(c).map((column) => textAt(found, r, column));
    const above = range(r).map((row) => textAt(found, row, c));
    return { row: plain(rowLabel(left)), column: plain(above.filter(isLabel).join(" ")) };
  }
}

/** 行名：左边最近的文字和它前面紧挨着的编码；浮动表的编码分在几栏里，全都连起来。 */
function rowLabel(left: readonly string[]): string {
  const last = left.findLastIndex((text) => isLabel(text));
  return left
    .slice(0, last + 1)
    .filter((text) => text !== "")
    .join(" ");
}

function isLabel(text: string): boolean {
  return text !== "" && !/^-?[\d,.]+$/.test(text);
}

/** 合并的格取左上角那一格的字。 */
function textAt(sheet: WorkSheet, r: number, c: number): string {
  const merge = (sheet["!merges"] ?? []).find(
    ({ s, e }) => s.r <= r && r <= e.r && s.c <= c && c <= e.c,
  );
  const address = utils.encode_cell(merge?.s ?? { r, c });
  const value: unknown = sheet[address]?.v;
  return value === undefined ? "" : String(value).trim();
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export function plain(text: string): string {
  return text
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replace(/[\s　]/g, "");
}
