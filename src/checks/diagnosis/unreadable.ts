import type { Table } from "../../tables/table.ts";
import { forEachCell, unreadableCells, weightOf } from "../comparison.ts";
import type { Unevaluated } from "../evaluate.ts";
import { mostWanted, printedUnit, type Range, wishedRange } from "./demands.ts";
import type { Instance } from "./incidence.ts";
import type { Ledger } from "./ledger.ts";
import type { CellChange } from "./slip.ts";

/** 读不出的一格，由关系推出应有的数。 */
export interface Filled {
  readonly change: CellChange;
  /** 填上后能够核对、并且成立的各处。 */
  readonly explained: readonly Instance[];
}

/**
 * 逐格推出读不出的格应有的数，填进 `ledger`；一处关系里只剩它一格读不出时才推得出。
 * 推不出的格仍读不出，涉及它的关系照旧不判断。
 */
export function fillUnreadable(ledger: Ledger, unevaluated: readonly Unevaluated[]): Filled[] {
  const waiting = new Map<Table, Set<number>>();
  for (const { block, row, column } of unevaluated) {
    for (const { table, cell } of unreadableCells(block, row, column)) {
      const cells = waiting.get(table) ?? new Set<number>();
      waiting.set(table, cells.add(cell));
    }
  }
  const filled: Filled[] = [];
  for (let progress = true; progress; ) {
    progress = false;
    for (const [table, cells] of waiting) {
      for (const cell of cells) {
        const change = deduce(ledger, table, cell);
        if (change === null) continue;
        ledger.fill(change);
        cells.delete(cell);
        filled.push({ change, explained: instancesOf(ledger, table, cell) });
        progress = true;
      }
    }
  }
  return filled.map(({ change, explained }) => ({
    change,
    explained: explained.filter(
      (each) => ledger.unreadable(each) === 0 && !ledger.broken.has(each),
    ),
  }));
}

function deduce(ledger: Ledger, table: Table, cell: number): CellChange | null {
  const ranges: Range[] = [];
  for (const instance of instancesOf(ledger, table, cell)) {
    const { block, row, column } = ledger.incidence.place(instance);
    if (block.operator !== "=") continue;
    let [coefficient, times] = [0, 0];
    for (const operand of block.operands) {
      if (operand.table !== table) continue;
      forEachCell(operand, row, column, (each) => {
        if (each !== cell) return;
        coefficient += weightOf(operand);
        times++;
      });
    }
    // 它在前提里、另有读不出的格，或者正负相抵，都推不出。
    if (coefficient === 0 || ledger.unreadable(instance) !== times) continue;
    const { low, high } = ledger.difference(instance);
    ranges.push(wishedRange(low, high, coefficient));
  }
  const [wish] = mostWanted(ranges, printedUnit(table));
  if (wish !== undefined) return { table, cell, delta: wish.delta };
  // 各处都只要求它为零。
  return ranges.some(({ low, high }) => low <= 0 && high >= 0) ? { table, cell, delta: 0 } : null;
}

function instancesOf(ledger: Ledger, table: Table, cell: number): Instance[] {
  const found = new Set<Instance>();
  ledger.incidence.visit(table, cell, (instance) => {
    if (ledger.isHard(instance)) found.add(instance);
  });
  return [...found];
}
