import { amountText } from "../../../src/checks/amount-text.ts";
import type { Culprit } from "../../../src/findings/culprit.ts";
import { measureOf } from "../../../src/tables/access.ts";
import type { Table, TableSet } from "../../../src/tables/table.ts";
import type { Random } from "../../fixtures/generator/random.ts";
import type { FaultBook } from "./books.ts";

/** 埋下的一处错。 */
export interface Planted {
  readonly current: TableSet;
  /** 改动了的格，在埋错之前的表里；用来看它们有没有规则管着。 */
  readonly cells: readonly PlantedCell[];
  /** 指出的这一处是不是埋错的地方。 */
  readonly isHere: (culprit: Culprit) => boolean;
  /** 指出的应有的数是不是原来的数；不是一格一格的错（行多了、少了）没有。 */
  readonly isRight?: (culprit: Culprit) => boolean;
  /** 恢复原样。 */
  readonly undo: () => void;
}

export interface PlantedCell {
  readonly table: Table;
  readonly cell: number;
}

/** 试着埋一处错；这一次挑的地方埋不成（没有变化、没有合适的格）时为 null。 */
export type Plant = (book: FaultBook, random: Random) => Planted | null;

/** 表上填了数的金额（计数）格。 */
export function filledCells(table: Table): number[] {
  const cells: number[] = [];
  for (let cell = 0; cell < table.value.length; cell++) {
    if (table.state[cell] === "amount" && table.value[cell] !== 0 && isNumber(table, cell)) {
      cells.push(cell);
    }
  }
  return cells;
}

/** 挑一张有数的表，再挑一个有数的格：每张表的机会相同。 */
export function pickCell(book: FaultBook, random: Random): PlantedCell | null {
  const tables = book.current.tables.filter((table) => filledCells(table).length > 0);
  if (tables.length === 0) return null;
  const table = random.pick(tables);
  return { table, cell: random.pick(filledCells(table)) };
}

/** 把几格改成新的数；一格也没有变时为 null。 */
export function changeCells(
  book: FaultBook,
  changes: readonly (PlantedCell & { readonly to: number })[],
): Planted | null {
  const real = changes.filter(({ table, cell, to }) => table.value[cell] !== to);
  if (real.length === 0) return null;
  const saved = real.map(({ table, cell }) => ({
    table,
    cell,
    value: table.value[cell] ?? 0,
    state: table.state[cell] ?? "blank",
    raw: table.raw[cell] ?? "",
  }));
  for (const { table, cell, to } of real) {
    put({
      table,
      cell,
      value: to,
      state: to === 0 ? "blank" : "amount",
      raw: to === 0 ? "" : `${to}`,
    });
  }
  return {
    current: book.current,
    cells: real,
    isHere: (culprit) => real.some(({ table, cell }) => isAt(culprit, table, cell)),
    isRight: (culprit) =>
      saved.some(
        ({ table, cell, value }) =>
          isAt(culprit, table, cell) &&
          culprit.shouldBe ===
            amountText(value, measureAt(table, cell) === "count" ? "count" : "money"),
      ),
    undo: () => {
      for (const each of saved) put(each);
    },
  };
}

function put(
  at: PlantedCell & { value: number; state: Table["state"][number]; raw: string },
): void {
  const { table, cell, value, state, raw } = at;
  for (const numbers of [table.value, table.low, table.high]) numbers[cell] = value;
  (table.state as Table["state"][number][])[cell] = state;
  (table.raw as string[])[cell] = raw;
}

export function isAt(culprit: Culprit, table: Table, cell: number): boolean {
  return (
    culprit.book === table.book &&
    culprit.sheet === table.sheet &&
    culprit.address === table.address[cell]
  );
}

export function isNumber(table: Table, cell: number): boolean {
  return measureAt(table, cell) !== "text";
}

export function measureAt(table: Table, cell: number): "money" | "count" | "text" {
  const width = table.columns.length;
  const row = table.rows[Math.floor(cell / width)];
  const column = table.columns[cell % width];
  return row === undefined || column === undefined ? "text" : measureOf(row, column);
}
