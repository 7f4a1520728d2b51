import { type NumberReading, parseAmountText, parseCountText } from "../../money/parse.ts";
import { columnName } from "../../workbook/addresses.ts";
import type { Cell, Sheet } from "../../workbook/workbook.ts";
import { measureOf } from "../access.ts";
import type { Measure } from "../form.ts";
import type { CellState, Table, TableProblem } from "../table.ts";
import type { Placement } from "./placement.ts";

/** 一张表各格的读数，排列同 `Table`。 */
export type CellGrid = Pick<Table, "value" | "low" | "high" | "state" | "address" | "raw"> & {
  readonly problems: readonly TableProblem[];
};

/** 按落位读出每一格。应为数字而读不出的格为 unreadable，并各记一条问题。 */
export function readCells(sheet: Sheet, placement: Placement, moneyUnit: "元" | "万元"): CellGrid {
  const { rows, columns } = placement;
  const size = rows.length * columns.length;
  const value = new Float64Array(size);
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const state: CellState[] = new Array(size).fill("absent");
  const address: string[] = new Array(size).fill("");
  const raw: string[] = new Array(size).fill("");
  const problems: TableProblem[] = [];
  const names: string[] = [];
  for (const [r, row] of rows.entries()) {
    const cells = sheet.rows[row.sheetRow];
    const places = placement.sheetColumns[r] ?? [];
    const rowNumber = row.sheetRow + 1;
    for (let c = 0; c < columns.length; c++) {
      const place = places[c] ?? -1;
      const column = columns[c];
      if (place < 0 || column === undefined) continue;
      const index = r * columns.length + c;
      let name = names[place];
      if (name === undefined) {
        name = columnName(place);
        names[place] = name;
      }
      const at = `${name}${rowNumber}`;
      address[index] = at;
      const cell = cells?.[place];
      if (cell === undefined) {
        state[index] = "blank";
        continue;
      }
      const text = cell.text.trim();
      raw[index] = text;
      const reading = readCell(cell, text, measureOf(row, column), moneyUnit);
      state[index] = reading.kind;
      if (reading.kind === "amount") {
        value[index] = reading.value;
        low[index] = reading.low;
        high[index] = reading.high;
        if (reading.tooPrecise) {
          problems.push({
            kind: "too-precise",
            address: at,
            row: row.label,
            column: column.label,
            text,
            message: `${at}（${row.label}，${column.label}）写作“${text}”，超出应有的小数位数，已四舍五入`,
          });
        }
      } else if (reading.kind === "unreadable") {
        problems.push({
          kind: cell.kind === "error" ? "formula-error" : "text-in-amount",
          address: at,
          row: row.label,
          column: column.label,
          text,
          message: `${at}（${row.label}，${column.label}）写作“${text}”，${reading.why}`,
        });
      }
    }
  }
  return { value, low, high, state, address, raw, problems };
}

const BLANK: NumberReading = { kind: "blank" };

function readCell(
  cell: Cell,
  text: string,
  measure: Measure,
  moneyUnit: "元" | "万元",
): NumberReading {
  if (measure === "text") return BLANK;
  if (cell.kind === "error") return { kind: "unreadable", why: "是公式错误，不是数字" };
  if (cell.kind === "date") return { kind: "unreadable", why: "是日期，不是数字" };
  if (cell.kind === "boolean") return { kind: "unreadable", why: "是逻辑值，不是数字" };
  return measure === "count" ? parseCountText(text) : parseAmountText(text, moneyUnit);
}
