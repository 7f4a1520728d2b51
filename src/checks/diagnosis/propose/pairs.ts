import type { Table } from "../../../tables/table.ts";
import type { Demand } from "../demands.ts";
import type { Hint } from "../digit-slips.ts";
import type { Ledger } from "../ledger.ts";
import type { Slip } from "../slip.ts";

/**
 * 一次失误动了两格的可能：两格的数互换，填到了旁边的空格，或两格之间此多彼少。
 * 只看同一张表的同一行或同一栏。数字看不出互换、挪动的，改一格会弄坏别的关系时才试两格。
 * 每看完一种改法给出一个 null，好让调用的一方停一停。
 */
export function* proposePairs(demands: readonly Demand[], ledger: Ledger): Generator<Slip | null> {
  const lines = new Lines(demands);
  for (const { table, cell, wishes } of demands) {
    for (const { delta } of wishes) {
      const enough = ledger.trial([{ table, cell, delta }]).broken === 0;
      for (const other of lines.partners(table, cell, delta)) {
        if (other < cell && lines.wants(table, other, -delta)) continue;
        const pair = pairHint(table, cell, other, delta);
        if (enough && pair.cost > 1) continue;
        yield {
          changes: [
            { table, cell, delta },
            { table, cell: other, delta: -delta },
          ],
          ...pair,
        };
      }
      yield null;
    }
  }
}

function pairHint(
  table: Table,
  cell: number,
  other: number,
  delta: number,
): { readonly cost: number; readonly hint: Hint } {
  const [a, b] = [table.value[cell] ?? 0, table.value[other] ?? 0];
  const near = isNear(table, cell, other);
  if (a + delta === b) {
    const names = `${placeName(table, cell)}与${placeName(table, other)}`;
    if (a !== 0 && b !== 0) {
      return { cost: 1, hint: { text: `${names}的数互换了`, weight: near ? 4 : 3 } };
    }
    const [wrong, right] = a === 0 ? [other, cell] : [cell, other];
    const where = `应填在${placeName(table, right)}的数填到了${placeName(table, wrong)}`;
    return { cost: 1, hint: { text: where, weight: near ? 4 : 2 } };
  }
  const names = `${placeName(table, cell)}与${placeName(table, other)}`;
  return { cost: 1.5, hint: { text: `${names}之间此多彼少同样的数，疑似串了行或栏`, weight: 0 } };
}

function placeName(table: Table, cell: number): string {
  return table.address[cell] || "缺的一格";
}

/** 左右相邻（略过表上没有的格），或上下相邻。 */
function isNear(table: Table, cell: number, other: number): boolean {
  const width = table.columns.length;
  return (
    Math.abs(cell - other) === width || neighboursInRow(table, cell).some((each) => each === other)
  );
}

function neighboursInRow(table: Table, cell: number): number[] {
  const width = table.columns.length;
  const first = cell - (cell % width);
  const found: number[] = [];
  for (const step of [-1, 1]) {
    let next = cell + step;
    while (next >= first && next < first + width && table.state[next] === "absent") next += step;
    if (next >= first && next < first + width) found.push(next);
  }
  return found;
}

/** 各行、各栏里有要求的格，按要求的改动数查。 */
class Lines {
  readonly #wanted = new Map<Table, Map<number, number[]>>();

  constructor(demands: readonly Demand[]) {
    for (const { table, cell, wishes } of demands) {
      const own = this.#wanted.get(table) ?? new Map<number, number[]>();
      this.#wanted.set(table, own);
      for (const { delta } of wishes) {
        const list = own.get(delta);
        if (list === undefined) own.set(delta, [cell]);
        else list.push(cell);
      }
    }
  }

  wants(table: Table, cell: number, delta: number): boolean {
    return this.#wanted.get(table)?.get(delta)?.includes(cell) ?? false;
  }

  /** 与 `cell` 同行或同栏、该减去 `delta` 的格：自己也这样要求的，或换过来恰好相符的。 */
  partners(table: Table, cell: number, delta: number): number[] {
    const width = table.columns.length;
    const [row, column] = [Math.floor(cell / width), cell % width];
    const found = new Set<number>();
    for (const other of this.#wanted.get(table)?.get(-delta) ?? []) {
      const sameLine = Math.floor(other / width) === row || other % width === column;
      if (other !== cell && sameLine) found.add(other);
    }
    const target = (table.value[cell] ?? 0) + delta;
    const fits = (other: number): boolean => {
      const state = table.state[other];
      return state !== "absent" && state !== "unreadable" && table.value[other] === target;
    };
    if (target === 0) {
      for (const other of [...neighboursInRow(table, cell), cell - width, cell + width]) {
        if (fits(other)) found.add(other);
      }
      return [...found];
    }
    for (let other = row * width; other < (row + 1) * width; other++) {
      if (fits(other)) found.add(other);
    }
    for (let other = column; other < table.value.length; other += width) {
      if (fits(other)) found.add(other);
    }
    return [...found];
  }
}
