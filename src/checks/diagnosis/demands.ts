import type { Table } from "../../tables/table.ts";
import { forEachCell, weightOf } from "../comparison.ts";
import type { Ledger } from "./ledger.ts";

/** 各处不成立的等式要一格改多少：`votes` 处要求改 `delta`。 */
export interface Wish {
  readonly delta: number;
  readonly votes: number;
}

export interface Demand {
  readonly table: Table;
  readonly cell: number;
  /** 按票数从多到少，最多 `WISHES` 个。 */
  readonly wishes: readonly Wish[];
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** 每格只试票数最多的几个改法。 */
const WISHES = 5;

/** 逐处看不成立的等式：假如只是其中某一格错了，它应当改多少。读不出、表上没有的格不算。 */
export function collectDemands(ledger: Ledger): Demand[] {
  const ranges = new Map<Table, Map<number, Range[]>>();
  for (const instance of ledger.broken) {
    const { block, row, column } = ledger.incidence.place(instance);
    if (block.operator !== "=") continue;
    const { low, high } = ledger.difference(instance);
    for (const operand of block.operands) {
      const { table } = operand;
      const own = ranges.get(table) ?? new Map<number, Range[]>();
      ranges.set(table, own);
      const range = wishedRange(low, high, weightOf(operand));
      forEachCell(operand, row, column, (cell) => {
        const state = table.state[cell];
        if (state === "absent" || state === "unreadable") return;
        const list = own.get(cell);
        if (list === undefined) own.set(cell, [range]);
        else list.push(range);
      });
    }
  }
  const demands: Demand[] = [];
  for (const [table, cells] of ranges) {
    const unit = printedUnit(table);
    for (const [cell, list] of cells) {
      const wishes = mostWanted(list, unit, table.value[cell]);
      if (wishes.length > 0) demands.push({ table, cell, wishes });
    }
  }
  return demands;
}

/** “左 − 右”在 [low, high]，加数带倍数 `coefficient`：这个加数改多少可使差为零。 */
export function wishedRange(low: number, high: number, coefficient: number): Range {
  const ends = [-low / coefficient, -high / coefficient];
  return { low: Math.ceil(Math.min(...ends)), high: Math.floor(Math.max(...ends)) };
}

/**
 * 使最多处成立的几个改法。区间里先取恰是现在的数 `is` 写错小数点、单位的，
 * 没有就取金额单位印得出的、最居中的一个。
 */
export function mostWanted(ranges: readonly Range[], unit: number, is = 0): Wish[] {
  const wishes = new Map<number, number>();
  for (const { low: point } of ranges) {
    let [low, high, votes] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
    for (const range of ranges) {
      if (range.low > point || range.high < point) continue;
      low = Math.max(low, range.low);
      high = Math.min(high, range.high);
      votes++;
    }
    const delta = low === high ? low : (misplaced(low, high, is) ?? printable(low, high, unit));
    if (votes > 0 && delta !== 0) wishes.set(delta, Math.max(votes, wishes.get(delta) ?? 0));
  }
  return [...wishes]
    .map(([delta, votes]) => ({ delta, votes }))
    .sort((a, b) => b.votes - a.votes || a.delta - b.delta)
    .slice(0, WISHES);
}

function misplaced(low: number, high: number, is: number): number | null {
  for (const factor of [10, 100, 1_000, 10_000]) {
    for (const delta of [is / factor - is, is * factor - is]) {
      if (delta !== 0 && Number.isInteger(delta) && delta >= low && delta <= high) return delta;
    }
  }
  return null;
}

function printable(low: number, high: number, unit: number): number {
  const middle = Math.round((low + high) / 2);
  const whole = Math.round(middle / unit) * unit;
  return whole >= low && whole <= high ? whole : middle;
}

/** 表上金额印到的最小单位，以分计；元表为 1。 */
export function printedUnit({ low, high }: Table): number {
  let unit = 1;
  for (let cell = 0; cell < low.length; cell++) {
    const width = (high[cell] ?? 0) - (low[cell] ?? 0) + 1;
    if (width > unit) unit = width;
  }
  return unit;
}
