import type { Table, TableColumn, TableRow, TableSet } from "../tables/table.ts";

/** 绑定规则时要看的一切：有哪些表、哪些行栏、哪些格表上没有、封面上的代码；不含各格的数。 */
export interface SetShape {
  readonly set: Pick<TableSet, "year" | "level" | "cover">;
  readonly tables: ReadonlyMap<string, TableShape>;
}

interface TableShape {
  readonly table: Table;
  /** 表上没有的格为 1，下标与 `Table.state` 相同。表格内容可能就地改动，所以另存一份。 */
  readonly absent: Uint8Array;
}

/** 绑定之后还随各格的内容变的两件事。 */
export interface TableTraits {
  readonly table: Table;
  /** 各格都是一个确定的数。 */
  readonly exact: boolean;
  /** 没有读不出的格。 */
  readonly readable: boolean;
}

export function shapeOf({ year, level, cover, byForm }: TableSet): SetShape {
  const tables = [...byForm].map(([form, table]): [string, TableShape] => [
    form,
    { table, absent: absentCells(table) },
  ]);
  return { set: { year, level, cover }, tables: new Map(tables) };
}

function absentCells({ state }: Table): Uint8Array {
  const absent = new Uint8Array(state.length);
  for (let cell = 0; cell < absent.length; cell++) if (state[cell] === "absent") absent[cell] = 1;
  return absent;
}

export function isExact({ low, high }: Table): boolean {
  for (let cell = 0; cell < low.length; cell++) if (low[cell] !== high[cell]) return false;
  return true;
}

export function isReadable({ state }: Table): boolean {
  return !state.includes("unreadable");
}

/** 样子相同时，逐张给出原来的表 → 现在的表；不同为 null。 */
export function sameShape(shape: SetShape, set: TableSet): Map<Table, TableTraits> | null {
  const { year, level, cover } = shape.set;
  if (set.year !== year || set.level !== level || !sameTexts(set.cover, cover)) return null;
  if (set.byForm.size !== shape.tables.size) return null;
  const matched = new Map<Table, TableTraits>();
  for (const [form, before] of shape.tables) {
    const table = set.byForm.get(form);
    if (table === undefined || !sameTable(before, table)) return null;
    matched.set(before.table, { table, exact: isExact(table), readable: isReadable(table) });
  }
  return matched;
}

/** `rowsByKey`、`columnIndex` 由各行、各栏的键定下，不必再比。 */
function sameTable({ table: before, absent }: TableShape, table: Table): boolean {
  return (
    before.form === table.form &&
    before.book === table.book &&
    sameList(before.columns, table.columns, sameColumn) &&
    sameList(before.rows, table.rows, sameRow) &&
    sameAbsence(absent, table)
  );
}

function sameAbsence(absent: Uint8Array, { state }: Table): boolean {
  if (absent.length !== state.length) return false;
  for (let cell = 0; cell < absent.length; cell++) {
    if ((state[cell] === "absent") !== (absent[cell] === 1)) return false;
  }
  return true;
}

function sameList<Item>(
  a: readonly Item[],
  b: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((each, place) => {
    const other = b[place];
    return other !== undefined && (each === other || same(each, other));
  });
}

function sameColumn(a: TableColumn, b: TableColumn): boolean {
  return a.key === b.key && a.code === b.code && a.parent === b.parent && a.measure === b.measure;
}

function sameRow(a: TableRow, b: TableRow): boolean {
  return (
    a.key === b.key &&
    a.name === b.name &&
    a.code === b.code &&
    a.group === b.group &&
    a.level === b.level &&
    a.parent === b.parent &&
    a.measure === b.measure &&
    sameTexts(a.texts, b.texts)
  );
}

function sameTexts(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, text] of a) if (b.get(key) !== text) return false;
  return true;
}
