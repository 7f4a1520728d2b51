import { measureOf } from "../tables/access.ts";
import type { Table } from "../tables/table.ts";
import { operandCells, unreadableCells } from "./comparison.ts";
import type { Program } from "./program.ts";

/**
 * 各表有哪些格至少参加了一处等式：参加的为 1，下标与 `Table.value` 相同。
 * 只有 ≤、≥、≠ 或带前提的等式管着的格不算；因读不出而没有核对的一处也不算。
 */
export function guardedCells(program: Program): Map<Table, Uint8Array> {
  const guarded = new Map<Table, Uint8Array>();
  for (const block of program.blocks) {
    if (block.operator !== "=" || block.guards !== undefined) continue;
    for (const operand of block.operands) {
      const { table } = operand;
      const cells = guarded.get(table) ?? new Uint8Array(table.value.length);
      guarded.set(table, cells);
      for (let row = 0; row < block.rowKeys.length; row++) {
        for (let column = 0; column < block.columnKeys.length; column++) {
          if (!block.readable && unreadableCells(block, row, column).length > 0) continue;
          for (const cell of operandCells(operand, row, column)) cells[cell] = 1;
        }
      }
    }
  }
  return guarded;
}

/** 表上应为数字的各格（不含读不出的和表上没有的）。 */
export function amountCells(table: Table): readonly number[] {
  const width = table.columns.length;
  return table.rows.flatMap((row, r) =>
    table.columns.flatMap((column, c) => {
      const cell = r * width + c;
      const state = table.state[cell];
      const numeric = state === "amount" || state === "blank" || state === "dash";
      return numeric && measureOf(row, column) !== "text" ? [cell] : [];
    }),
  );
}
