import type { Table } from "../../../tables/table.ts";
import { weightOf } from "../../comparison.ts";
import { groupItems } from "../../program.ts";
import { mostWanted, printedUnit, type Range, wishedRange } from "../demands.ts";
import { isEmptyGroup, matchesByKey, sumsProjects } from "../incidence.ts";
import type { Ledger } from "../ledger.ts";
import type { CellChange, MissingChange, MissingRow, Slip } from "../slip.ts";

/** 行多了、少了的可能：同一科目重复、漏了一行、科目编码写错。 */
export function proposeRows(ledger: Ledger): Slip[] {
  return [...duplicated(ledger), ...missing(ledger), ...missingProjects(ledger)];
}

function* duplicated(ledger: Ledger): Generator<Slip> {
  for (const table of ledger.incidence.tables()) {
    for (const rows of table.rowsByKey.values()) {
      for (const row of rows) {
        const [other] = rows.filter((each) => each !== row);
        if (other === undefined) continue;
        const where = `另一行是第 ${(table.rows[other]?.sheetRow ?? 0) + 1} 行`;
        const text = `“${table.rows[row]?.label}”重复了一行（${where}），疑似多出的一行`;
        // 多出的多半是后写的一行。
        const weight = row === rows[0] ? 3 : 4;
        yield { changes: clearRow(table, row), cost: 1, hint: { text, weight } };
      }
    }
  }
}

function clearRow(table: Table, row: number): CellChange[] {
  const width = table.columns.length;
  const changes: CellChange[] = [];
  for (let cell = row * width; cell < (row + 1) * width; cell++) {
    const is = table.value[cell] ?? 0;
    if (is !== 0) changes.push({ table, cell, delta: -is });
  }
  return changes;
}

/** 别的表有、这张表没有的行：各栏应有的数由用到它的关系推出。 */
function* missing(ledger: Ledger): Generator<Slip> {
  for (const { table, key, amounts } of missingAmounts(ledger).all()) {
    const row = placeOf(table, key);
    const changes = rowChanges(table, row, amounts);
    const text = `表上没有 ${key} 一行，别的表有这个科目（项目），疑似漏了一行`;
    // 连上级行也没有的，多半本来就不在这张表里。
    yield { changes, cost: 1, hint: { text, weight: row.parent < 0 ? 1 : 3 } };
    yield* renamed(table, row, changes);
  }
}

/**
 * 项不等于其下各项目之和：漏了一个项目。别的表若有这张表没有的项目，就是它，否则不知道是哪一个。
 */
function* missingProjects(ledger: Ledger): Generator<Slip> {
  const lacking = new LackingRows();
  for (const instance of ledger.broken) {
    const { block, row, column } = ledger.incidence.place(instance);
    if (!sumsProjects(block)) continue;
    // 两边是同一张表的同一栏，看一边就够。
    for (const { table, columns } of block.operands.slice(0, 1)) {
      for (const place of groupItems(columns, column)) {
        lacking.add(table, block.rowKeys[row] ?? "", place, ledger.difference(instance));
      }
    }
  }
  for (const { table, key: item, amounts } of lacking.all()) {
    for (const key of unlistedProjects(ledger, table, item)) {
      const changes = rowChanges(table, placeOf(table, key), amounts);
      if (changes.length < 2 || changes.some(({ delta }) => delta < 0)) continue;
      const text = `各栏的差额合起来正是一个项目，疑似漏了 ${key} 一行`;
      yield { changes, cost: 1, hint: { text, weight: 3 } };
    }
  }
}

/** 别的表在这个项下有、这张表没有的项目；都有的话，是一个不知名的项目。 */
function unlistedProjects(ledger: Ledger, table: Table, item: string): string[] {
  const keys = new Set<string>();
  for (const other of ledger.incidence.tables()) {
    if (other.book !== table.book) continue;
    for (const { key } of other.rows) {
      if (key.startsWith(`${item}/`) && !table.rowIndex.has(key)) keys.add(key);
    }
  }
  return keys.size === 0 ? [`${item}/？`] : [...keys];
}

/** 第几栏 → 各处关系要它是多少。 */
type Amounts = ReadonlyMap<number, readonly Range[]>;

/** 各表缺的行，和各处关系要它各栏是多少。 */
class LackingRows {
  readonly #tables = new Map<Table, Map<string, Map<number, Range[]>>>();

  add(table: Table, key: string, column: number, range: Range): void {
    const rows = this.#tables.get(table) ?? new Map<string, Map<number, Range[]>>();
    this.#tables.set(table, rows);
    const amounts = rows.get(key) ?? new Map<number, Range[]>();
    rows.set(key, amounts);
    amounts.set(column, [...(amounts.get(column) ?? []), range]);
  }

  *all(): Generator<{ readonly table: Table; readonly key: string; readonly amounts: Amounts }> {
    for (const [table, rows] of this.#tables) {
      for (const [key, amounts] of rows) yield { table, key, amounts };
    }
  }
}

function rowChanges(table: Table, missing: MissingRow, amounts: Amounts): MissingChange[] {
  const unit = printedUnit(table);
  return [...amounts].flatMap(([column, ranges]) => {
    const wishes = mostWanted(ranges, unit).slice(0, 1);
    return wishes.map(({ delta }): MissingChange => ({ table, missing, column, delta }));
  });
}

function missingAmounts(ledger: Ledger): LackingRows {
  const found = new LackingRows();
  for (const instance of ledger.broken) {
    const { block, row, column } = ledger.incidence.place(instance);
    const key = block.rowKeys[row] ?? "";
    if (block.operator !== "=" || !matchesByKey(block)) continue;
    const lacking = block.operands.flatMap((operand) => {
      const { table, rows, columns } = operand;
      if (!isEmptyGroup(rows, row)) return [];
      return [...groupItems(columns, column)].map((place) => ({ operand, table, place }));
    });
    const { low, high } = ledger.difference(instance);
    for (const { operand, table, place } of lacking) {
      // 同一缺行的几栏之和，分不清各是多少。
      if (lacking.filter((each) => each.table === table).length > 1) continue;
      found.add(table, key, place, wishedRange(low, high, weightOf(operand)));
    }
  }
  return found;
}

/** 缺的一行该在哪里：编码最长的上级；项目在它的项之下。 */
function placeOf(table: Table, key: string): MissingRow {
  const [code = ""] = key.split("/");
  const isProject = key.includes("/");
  const above = isProject ? [code] : [code.slice(0, 5), code.slice(0, 3), "合计"];
  const places = above.map((each) => table.rowIndex.get(each));
  const hasRowsBelow = table.rows.some(
    (row) => row.level !== "project" && row.code?.startsWith(code),
  );
  return {
    key,
    parent: places.find((place) => place !== undefined) ?? -1,
    addsToParent: isProject || !hasRowsBelow,
  };
}

/** 缺的一行的各数，恰是同级另一行的数：不是漏行，是那一行的编码写错了。 */
function* renamed(
  table: Table,
  row: MissingRow,
  changes: readonly MissingChange[],
): Generator<Slip> {
  const width = table.columns.length;
  const columns = new Set(changes.map(({ column }) => column));
  const unit = printedUnit(table);
  for (const [r, other] of table.rows.entries()) {
    if (other.parent !== row.parent || other.key.length !== row.key.length) continue;
    const alike = changes.every(
      ({ column, delta }) => Math.abs((table.value[r * width + column] ?? 0) - delta) < unit,
    );
    if (!alike) continue;
    const moved = clearRow(table, r);
    // 推不出的栏也随行一起移。
    const rest = moved.filter(({ cell }) => !columns.has(cell % width));
    yield {
      changes: [
        ...moved,
        ...changes,
        ...rest.map(
          ({ cell, delta }): MissingChange => ({
            table,
            missing: row,
            column: cell % width,
            delta: -delta,
          }),
        ),
      ],
      cost: 1,
      hint: { text: `“${other.label}”的编码疑似应为 ${row.key}`, weight: 4 },
    };
  }
}
