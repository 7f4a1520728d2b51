import type { SheetCell } from "../../../../src/publish/spreadsheet/model.ts";
import { numberText } from "../../../../src/workbook/cell-text.ts";

/** Excel 会当成公式的开头：前面加单引号，成为“以文字形式保存”的格。 */
const FORMULA_START = /^[=+\-@\t\r']/;

/** 录入一格要给 Excel 的值与数字格式；空位为空文本、常规格式。 */
export interface CellInput {
  readonly value: string | number;
  readonly numberFormat: string;
}

/**
 * 文字的格式是 `@`，须先设好格式再录入，否则 `1/2` 会变成日期、`=…` 会变成公式。
 * 十进制文本变成双精度数会走样的，宁可存成文字。
 */
export function cellInput(cell: SheetCell | undefined): CellInput {
  switch (cell?.kind) {
    case undefined:
      return { value: "", numberFormat: "General" };
    case "text": {
      const text = cell.runs.map((run) => run.text).join("");
      return { value: FORMULA_START.test(text) ? `'${text}` : text, numberFormat: "@" };
    }
    case "number": {
      const value = Number(cell.decimal);
      const numberFormat = cell.style.numberFormat ?? "General";
      return isExact(cell.decimal, value)
        ? { value, numberFormat }
        : { value: cell.decimal, numberFormat: "@" };
    }
    case "formula":
      return { value: `=${cell.formula}`, numberFormat: cell.style.numberFormat ?? "General" };
  }
}

function isExact(decimal: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  const plain = decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
  return numberText(value) === (plain === "-0" || plain === "" ? "0" : plain);
}
