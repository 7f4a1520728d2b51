import type { Correction, Culprit } from "../../findings/culprit.ts";
import { amountText } from "../amount-text.ts";
import { type CellChange, type Change, corrected, positionOf } from "./slip.ts";

/** 一处笔误写成给人看的样子；`explains` 是改正后成立的规则，可以重复、不论先后。 */
export function culpritOf(
  changes: readonly Change[],
  clue: string,
  explains: readonly string[],
): Culprit | null {
  const [first, ...others] = changes;
  if (first === undefined) return null;
  const together = others.map(correctionOf);
  return {
    book: first.table.book,
    sheet: first.table.sheet,
    ...correctionOf(first),
    clue: `${clue}。`,
    explains: [...new Set(explains)].sort(),
    ...(together.length === 0 ? {} : { together }),
  };
}

/** 缺行的疑点里 `row` 的开头。 */
export function absentRow(key: string): string {
  return `缺少的一行 ${key}（`;
}

function correctionOf(change: Change): Correction {
  const { table, missing } = change;
  const at = positionOf(change);
  const [row, column] = [table.rows[at.row], table.columns[at.column]];
  const isCount = row?.measure === "count" || column?.measure === "count";
  const measure = isCount ? "count" : "money";
  const cell = at.row * table.columns.length + at.column;
  const parent = `应在“${row?.label ?? "合计"}”之下）`;
  return {
    address: table.address[cell] ?? "",
    row: missing === undefined ? (row?.label ?? "") : `${absentRow(missing.key)}${parent}`,
    column: column?.label ?? "",
    is: missing === undefined ? cellText(change, measure) : "",
    shouldBe: amountText(corrected(change), measure),
  };
}

function cellText({ table, cell }: CellChange, measure: "money" | "count"): string {
  if (table.state[cell] !== "amount") return table.raw[cell] ?? "";
  return amountText(table.value[cell] ?? 0, measure);
}
