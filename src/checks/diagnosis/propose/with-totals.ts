import type { Table } from "../../../tables/table.ts";
import { forEachCell, operandCells, weightOf } from "../../comparison.ts";
import type { Block } from "../../program.ts";
import type { Demand } from "../demands.ts";
import type { Instance } from "../incidence.ts";
import type { Ledger } from "../ledger.ts";
import { type Books, judgeChange } from "../plausibility.ts";
import type { CellChange, Slip } from "../slip.ts";

/** 一格牵动的合计再多也有限；超过时不是这种情形。 */
const LONGEST = 60;
/** 从一组合计往下找明细，最多试这些格、往下这些级。 */
const MOST_DETAILS = 120;
const DEEPEST = 3;

/**
 * 明细填错、同一张表的合计又随它算错的可能：表内各式都成立，只有与别的表对不上。
 * 从与别的表对不上的一格起，逐式算出随之变动的合计，一起改。
 */
export function* proposeWithTotals(
  demands: readonly Demand[],
  ledger: Ledger,
  books: Books,
): Generator<Slip | null> {
  const totals = new Totals(ledger);
  for (const { table, cell, wishes } of demands) {
    for (const { delta } of wishes.slice(0, 1)) {
      yield withTotals({ table, cell, delta }, totals, books);
    }
  }
}

/**
 * 同上，但填错的明细自己不与别的表相比，只有它的几级合计差了同样的数：从这些合计往下找。
 */
export function* proposeDetails(
  demands: readonly Demand[],
  ledger: Ledger,
  books: Books,
): Generator<Slip | null> {
  const totals = new Totals(ledger);
  for (const { table, delta, cells } of sameDifference(demands)) {
    for (const cell of detailsBelow(table, cells, totals)) {
      yield withTotals({ table, cell, delta }, totals, books);
    }
  }
}

interface Group {
  readonly table: Table;
  readonly delta: number;
  readonly cells: ReadonlySet<number>;
}

/** 同一张表里要求改同样多的格，两格以上为一组。 */
function sameDifference(demands: readonly Demand[]): Group[] {
  const tables = new Map<Table, Map<number, Set<number>>>();
  for (const { table, cell, wishes } of demands) {
    const groups = tables.get(table) ?? new Map<number, Set<number>>();
    tables.set(table, groups);
    for (const { delta } of wishes) {
      groups.set(delta, (groups.get(delta) ?? new Set<number>()).add(cell));
    }
  }
  return [...tables].flatMap(([table, groups]) =>
    [...groups].flatMap(([delta, cells]) => (cells.size > 1 ? [{ table, delta, cells }] : [])),
  );
}

/** 这些合计的明细（有数的格），逐级往下；已在组里的格另有一处试过，只经过它往下。 */
function detailsBelow(table: Table, cells: ReadonlySet<number>, totals: Totals): Set<number> {
  const found = new Set<number>();
  let level: Iterable<number> = cells;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = new Set<number>();
    for (const total of level) {
      for (const addend of addendsOf(table, total, totals)) {
        if (cells.has(addend) || table.value[addend] === 0) continue;
        found.add(addend);
        next.add(addend);
        if (found.size >= MOST_DETAILS) return found;
      }
    }
    level = next;
  }
  return found;
}

function addendsOf(table: Table, cell: number, totals: Totals): number[] {
  const addends: number[] = [];
  const { incidence } = totals.ledger;
  incidence.visit(table, cell, (instance) => {
    if (totals.of(instance, table) !== cell) return;
    const { block, row, column } = incidence.place(instance);
    for (const operand of block.operands) {
      if (operand.side === "right") forEachCell(operand, row, column, (each) => addends.push(each));
    }
  });
  return addends;
}

function withTotals(detail: CellChange, totals: Totals, books: Books): Slip | null {
  const { table, cell, delta } = detail;
  const changes = affected(detail, totals);
  if (changes.length < 2) return null;
  const own = judgeChange(table, cell, (table.value[cell] ?? 0) + delta, books);
  const text = `${own.text}；同一张表里的合计随它一起错了`;
  return { changes, cost: 1, hint: { text, weight: own.weight - 0.5 } };
}

/** 一格改动，连同表内随之变动的各级合计；牵动太多时为空。 */
function affected({ table, cell, delta }: CellChange, totals: Totals): CellChange[] {
  const { incidence } = totals.ledger;
  const deltas = new Map<number, number>([[cell, delta]]);
  const queue = [cell];
  for (const from of queue) {
    if (queue.length > LONGEST) return [];
    incidence.visit(table, from, (instance) => {
      const total = totals.of(instance, table);
      if (total === null || total === cell || total === from) return;
      const { block, row, column } = incidence.place(instance);
      let sum = 0;
      for (const operand of block.operands) {
        if (operand.side === "left") continue;
        forEachCell(operand, row, column, (addend) => {
          sum -= weightOf(operand) * (deltas.get(addend) ?? 0);
        });
      }
      if (sum === (deltas.get(total) ?? 0)) return;
      deltas.set(total, sum);
      queue.push(total);
    });
  }
  // 加了又减的合计不变。
  const changed = [...deltas].filter(([, change]) => change !== 0);
  return changed.map(([each, change]) => ({ table, cell: each, delta: change }));
}

/** 各处关系的左边是不是合计；同一处只看一次。 */
class Totals {
  readonly ledger: Ledger;
  readonly #known = new Map<Instance, number | null>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** 只涉及这一张表、左边恰是一格的等式（合计 = 各项之和）：左边那一格；不是则为 null。 */
  of(instance: Instance, table: Table): number | null {
    const known = this.#known.get(instance);
    if (known !== undefined) return known;
    const { block, row, column } = this.ledger.incidence.place(instance);
    const total = isSum(block, table) ? onlyLeftCell(block, row, column) : null;
    this.#known.set(instance, total);
    return total;
  }
}

function isSum({ operator, rule, guards, operands }: Block, table: Table): boolean {
  return (
    operator === "=" &&
    rule.severity === "error" &&
    guards === undefined &&
    operands.every((operand) => operand.table === table)
  );
}

/** 左边只有一格、不带负号时，是哪一格。 */
function onlyLeftCell({ operands }: Block, row: number, column: number): number | null {
  const left = operands.filter(({ side }) => side === "left");
  const cells = left.flatMap((operand) => operandCells(operand, row, column));
  const [total = null, ...others] = cells;
  return others.length === 0 && left.every((operand) => weightOf(operand) === 1) ? total : null;
}
