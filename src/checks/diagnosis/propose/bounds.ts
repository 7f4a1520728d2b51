import type { Table } from "../../../tables/table.ts";
import { forEachCell } from "../../comparison.ts";
import { digitSlip } from "../digit-slips.ts";
import type { Ledger } from "../ledger.ts";
import { type Books, priorValue } from "../plausibility.ts";
import type { Slip } from "../slip.ts";

/** 加数再多，就看不出是哪一格了。 */
const MOST_CELLS = 12;
const FACTORS = [10, 100, 1_000, 10_000];

/**
 * 只违反大小关系（≤、≥）的格：关系定不下应有的数，只看把常见的笔误倒回去是否就成立了。
 */
export function proposeBounds(ledger: Ledger, books: Books): Slip[] {
  const slips: Slip[] = [];
  for (const instance of ledger.broken) {
    const { block, row, column } = ledger.incidence.place(instance);
    if (block.operator === "=") continue;
    const cells: { readonly table: Table; readonly cell: number; readonly is: number }[] = [];
    for (const operand of block.operands) {
      const { table } = operand;
      forEachCell(operand, row, column, (cell) => {
        const is = table.value[cell] ?? 0;
        if (is !== 0) cells.push({ table, cell, is });
      });
    }
    if (cells.length > MOST_CELLS) continue;
    for (const { table, cell, is } of cells) {
      const before = priorValue(table, cell, books);
      for (const to of undone(is)) {
        const text = `${digitSlip(is, to)?.text}；只违反了大小关系，应有的数请再核对`;
        const weight = to === before ? 3 : 1;
        slips.push({ changes: [{ table, cell, delta: to - is }], cost: 1, hint: { text, weight } });
      }
    }
  }
  return slips;
}

/** 小数点、正负号写错的，原来可能是多少（须是整数）；`is` 不为零。 */
function undone(is: number): number[] {
  if (is < 0) return [-is];
  const [smaller, larger] = [FACTORS.map((each) => is / each), FACTORS.map((each) => is * each)];
  return [...smaller, ...larger].filter(Number.isSafeInteger);
}
