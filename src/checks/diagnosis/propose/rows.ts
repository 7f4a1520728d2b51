import type { Table } from "../../../tables/table.ts";
import { weightOf } from "../../comparison.ts";
import { mostWanted, printedUnit, type Range, wishedRange } from "../demands.ts";
import { isEmptyGroup } from "../incidence.ts";
import type { Ledger } from "../ledger.ts";
import type { CellChange, MissingChange, MissingRow, Slip } from "../slip.ts";

/** 行多了、少了的可能：同一科目重复、漏了一行、科目编码写错。 */
export function proposeRows(ledger: Ledger): Slip[] {
  return [...duplicated(ledger), ...missing(ledger), ...missingProjects(ledger)];
}

function* duplicated(ledger: Ledger): Generator<Slip> {
  for (const table of ledger.incidence.tables()) {
    if (table.rowsByKey.size === table.rows.length) continue;
    for (const rows of table.rowsByKey.values()) {
      if (rows.length < 2) continue;
      const [first = 0] = rows;
      for (const row of rows) {
        const changes = clearRow(table, row);
        const same = table.rows[row === first ? (rows[1] ?? 0) : first];
        const text = `“${table.rows[row]?.label}”重复了一行（另一行是第 ${(same?.sheetRow ?? 0) + 1} 行），疑似多出的一行`;
        if (changes.length > 0) {
          yield { changes, cost: 1, hint: { text, weight: row === first ? 3 : 4 } };
        }
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
  for (const [table, rows] of missingAmounts(ledger)) {
    for (const [key, amounts] of rows) {
      const row = placeOf(table, key);
      const changes = rowChanges(table, row, amounts);
      const text = `表上没有 ${key} 一行，别的表有这个科目（项目），疑似漏了一行`;
      // 连上级行也没有的，多半本来就不在这张表里。
      yield { changes, cost: 1, hint: { text, weight: row.parent < 0 ? 1 : 3 } };
      yield* renamed(table, row, changes);
    }
  }
}

/**
 * 项不等于其下各项目之和：漏了一个项目。别的表若有这张表没有的项目，就是它，否则不知道是哪一个。
 */
function* missingProjects(ledger: Ledger): Generator<Slip> {
  const lacking = new Map<Table, Map<string, Map<number, Range[]>>>();
  for (const instance of ledger.broken) {
    const { block, row, column } = ledger.incidence.place(instance);
    const { statement, operands, rowKeys } = block;
    if (statement.kind !== "rollup" || statement.by !== "项目汇总") continue;
    const below = operands.find(({ side }) => side === "right");
    const place = below?.columns.items[below.columns.start[column] ?? 0];
    const key = rowKeys[row];
    if (below === undefined || place === undefined || key === undefined) continue;
    const rows = lacking.get(below.table) ?? new Map<string, Map<number, Range[]>>();
    lacking.set(below.table, rows);
    const amounts = rows.get(key) ?? new Map<number, Range[]>();
    rows.set(key, amounts.set(place, [...(amounts.get(place) ?? []), ledger.difference(instance)]));
  }
  for (const [table, rows] of lacking) {
    for (const [item, amounts] of rows) {
      for (const key of unlistedProjects(ledger, table, item)) {
        const parent = table.rowIndex.get(item) ?? -1;
        const changes = rowChanges(table, { key, parent, addsToParent: true }, amounts);
        if (changes.length < 2 || changes.some(({ delta }) => delta < 0)) continue;
        const text = `各栏的差额合起来正是一个项目，疑似漏了 ${key} 一行`;
        yield { changes, cost: 1, hint: { text, weight: 3 } };
      }
    }
  }
}

/** 别的表在这个项下有、这张表没有的项目；都有的话，是一个不知名的项目。 */
function unlistedProjects(ledger: Ledger, table: Table, item: string): string[] {
  const keys = new Set<string>();
  for (const other of ledger.incidence.tables()) {
    if (other === table || other.book !== table.book) continue;
    for (const { key } of other.rows) {
      if (key.startsWith(`${item}/`) && !table.rowIndex.has(key)) keys.add(key);
    }
  }
  return keys.size === 0 ? [`${item}/？`] : [...keys];
}

/** 第几栏 → 各处关系要它是多少。 */
type Amounts = ReadonlyMap<number, readonly Range[]>;

function rowChanges(table: Table, missing: MissingRow, amounts: Amounts): MissingChange[] {
  const unit = printedUnit(table);
  return [...amounts].flatMap(([column, ranges]): MissingChange[] => {
    const [wish] = mostWanted(ranges, unit);
    return wish === undefined ? [] : [{ table, missing, column, delta: wish.delta }];
  });
}

function missingAmounts(ledger: Ledger): Map<Table, Map<string, Amounts>> {
  const found = new Map<Table, Map<string, Map<number, Range[]>>>();
  for (const instance of ledger.broken) {
    const { block, row, column } = ledger.incidence.place(instance);
    const { low, high } = ledger.difference(instance);
    const key = block.rowKeys[row] ?? "";
    if (block.operator !== "=" || key === "") continue;
    const lacking = block.operands.filter(
      ({ table, rows }) => isEmptyGroup(rows, row) && !table.rowIndex.has(key),
    );
    for (const operand of lacking) {
      const { table, columns } = operand;
      // 同一缺行的几栏之和，分不清各是多少。
      if (lacking.some((other) => other !== operand && other.table === table)) continue;
      const start = columns.start[column] ?? 0;
      if (columns.start[column + 1] !== start + 1) continue;
      const rows = found.get(table) ?? new Map<string, Map<number, Range[]>>();
      found.set(table, rows);
      const amounts = rows.get(key) ?? new Map<number, Range[]>();
      rows.set(key, amounts);
      const place = columns.items[start] ?? 0;
      const range = wishedRange(low, high, weightOf(operand));
      amounts.set(place, [...(amounts.get(place) ?? []), range]);
    }
  }
  return found;
}

/** 缺的一行该在哪里：编码最长的上级；项目在它的项之下。 */
function placeOf(table: Table, key: string): MissingRow {
  const [code = ""] = key.split("/");
  const isProject = key.includes("/");
  const candidates = isProject
    ? [code]
    : [code.slice(0, 5), code.slice(0, 3), "合计"].filter((each) => each.length < code.length);
  const parentKey = candidates.find((each) => table.rowIndex.has(each));
  const below = table.rows.some(
    (row) => row.code !== undefined && row.code.length > code.length && row.code.startsWith(code),
  );
  return {
    key,
    parent: parentKey === undefined ? -1 : (table.rowIndex.get(parentKey) ?? -1),
    addsToParent: isProject || !below,
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
