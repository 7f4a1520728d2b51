import { booleanCell, errorCell, numberCell, textCell } from "../../../src/workbook/cell-text.ts";
import type { Cell } from "../../../src/workbook/workbook.ts";

/** Excel 的错误值，在 `Range.values` 里就是这些文字。 */
const ERRORS: ReadonlySet<string> = new Set([
  ...["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"],
  ...["#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA", "#BLOCKED!", "#CONNECT!"],
  ...["#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!"],
]);

const PLAIN = { isDate: false, date1904: false } as const;

/**
 * `Range.values` 里的一个值成为单元格；空白为 undefined。
 *
 * 值是 Excel 现算的，是不是公式不影响核对，`formula` 一律为 false（要知道得把全部公式再读一遍，多一倍流量）。
 * 日期在 Excel 里是序列值，不读数字格式就与数字分不开；核对与起草都不用日期，也按数字给出。
 */
export function cellOf(value: unknown): Cell | undefined {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? numberCell(value, false, PLAIN) : undefined;
    case "boolean":
      return booleanCell(value, false);
    case "string":
      return ERRORS.has(value) ? errorCell(value, false) : textCell(value, false);
    default:
      return undefined;
  }
}
