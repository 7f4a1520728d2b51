import type { Correction, Culprit } from "../../findings/culprit.ts";
import { amountText } from "../amount-text.ts";
import type { Instance } from "./incidence.ts";
import type { Ledger } from "./ledger.ts";
import { isCount } from "./plausibility.ts";
import { type Change, corrected, isValue, positionOf } from "./slip.ts";

/** 一处笔误写成给人看的样子；`explained` 是改正后成立的各处。 */
export function culpritOf(
  changes: readonly Change[],
  clue: string,
  explained: readonly Instance[],
  ledger: Ledger,
): Culprit | null {
  const [first, ...others] = changes;
  if (first === undefined) return null;
  const rules = explained.map((each) => ledger.incidence.place(each).block.rule.id);
  const together = others.map(correctionOf);
  return {
    book: first.table.book,
    sheet: first.table.sheet,
    ...correctionOf(first),
    clue: `${clue}。`,
    explains: [...new Set(rules)].sort(),
    ...(together.length === 0 ? {} : { together }),
  };
}

function correctionOf(change: Change): Correction {
  const { table } = change;
  const { row, column } = positionOf(change);
  const cell = row * table.columns.length + column;
  const missing = change.missing;
  const measure = row >= 0 && isCount(table, cell) ? "count" : "money";
  return {
    address: row < 0 ? "" : (table.address[cell] ?? ""),
    row:
      missing === undefined
        ? (table.rows[row]?.label ?? "")
        : `缺少的一行 ${missing.key}（应在“${table.rows[missing.parent]?.label ?? "合计"}”之下）`,
    column: table.columns[column]?.label ?? "",
    is: missing === undefined ? isText(change, measure) : "",
    shouldBe: amountText(corrected(change), measure),
  };
}

function isText(change: Change, measure: "money" | "count"): string {
  if (change.missing !== undefined) return "";
  const { table, cell } = change;
  return table.state[cell] === "amount"
    ? amountText(isValue(change), measure)
    : (table.raw[cell] ?? "");
}
