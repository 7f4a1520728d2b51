import { forEachCell } from "../../comparison.ts";
import { digitSlip } from "../digit-slips.ts";
import type { Ledger } from "../ledger.ts";
import { type Books, negativePenalty, priorValue } from "../plausibility.ts";
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
    const cells = block.operands.flatMap((operand) => {
      const own: { table: typeof operand.table; cell: number }[] = [];
      forEachCell(operand, row, column, (cell) => {
        if (operand.table.state[cell] === "amount") own.push({ table: operand.table, cell });
      });
      return own;
    });
    if (cells.length > MOST_CELLS) continue;
    for (const { table, cell } of cells) {
      const is = table.value[cell] ?? 0;
      const before = priorValue(table, cell, books);
      for (const to of undone(is)) {
        const text = `${digitSlip(is, to)?.text}；只违反了大小关系，应有的数请再核对`;
        const weight = negativePenalty(table, cell, to) + (to === before ? 3 : 1);
        slips.push({ changes: [{ table, cell, delta: to - is }], cost: 1, hint: { text, weight } });
      }
    }
  }
  return slips;
}

/** 小数点、正负号写错的，原来可能是多少。 */
function undone(is: number): number[] {
  if (is < 0) return [-is];
  const larger = FACTORS.map((factor) => is * factor);
  const smaller = FACTORS.filter((factor) => is % factor === 0).map((factor) => is / factor);
  return [...smaller, ...larger].filter((to) => to !== is && Number.isSafeInteger(to));
}
