import type { Random } from "../../fixtures/generator/random.ts";
import {
  changeCells,
  filledCells,
  measureAt,
  type Plant,
  type PlantedCell,
  pickCell,
} from "./fault.ts";

/** 只改一格：由原来的数算出错的数。 */
function oneCell(wrong: (value: number, random: Random, at: PlantedCell) => number): Plant {
  return (book, random) => {
    const at = pickCell(book, random);
    if (at === null) return null;
    const to = wrong(at.table.value[at.cell] ?? 0, random, at);
    return Number.isSafeInteger(to) ? changeCells(book, [{ ...at, to }]) : null;
  };
}

export const randomAmount = oneCell((value, random) => {
  const size = Math.abs(value);
  return random.integer(1, Math.max(9, Math.min(2 * size, 2 ** 31)));
});

/** 相邻两位不同的数字对调；金额按以元计的数字，不动补足的两位零。 */
export const transposition = oneCell((value, random) => {
  const digits = [...String(Math.abs(value))];
  const places = digits.flatMap((digit, i) =>
    digits[i + 1] !== undefined && digits[i + 1] !== digit && (i > 0 || digits[i + 1] !== "0")
      ? [i]
      : [],
  );
  if (places.length === 0) return value;
  const place = random.pick(places);
  const [a = "", b = ""] = [digits[place], digits[place + 1]];
  digits[place] = b;
  digits[place + 1] = a;
  return Math.sign(value) * Number(digits.join(""));
});

export const timesTen = oneCell((value) => value * 10);
export const tenth = oneCell((value) => Math.round(value / 10));
export const wrongSign = oneCell((value) => -value);
/** 印成万元、已经四舍五入到分以上的格，差一分看不出来，不算。 */
export const oneCent = oneCell((value, random, { table, cell }) =>
  measureAt(table, cell) === "money" && table.low[cell] === table.high[cell]
    ? value + random.pick([-1, 1])
    : value,
);

/** 上年同一格的数。 */
export const lastYear: Plant = (book, random) => {
  const at = pickCell(book, random);
  if (at === null) return null;
  const { table, cell } = at;
  const before = book.prior?.byForm.get(table.form.id);
  const width = table.columns.length;
  const row = before?.rowIndex.get(table.rows[Math.floor(cell / width)]?.key ?? "");
  const column = before?.columnIndex.get(table.columns[cell % width]?.key ?? "");
  if (before === undefined || row === undefined || column === undefined) return null;
  const place = row * before.columns.length + column;
  if (before.state[place] !== "amount") return null;
  return changeCells(book, [{ ...at, to: before.value[place] ?? 0 }]);
};

/** 合计没有随明细更新：差一笔明细的改动。 */
export const staleTotal: Plant = (book, random) => {
  const at = pickCell(book, random);
  if (at === null || !isTotal(at)) return null;
  const value = at.table.value[at.cell] ?? 0;
  const change = random.integer(1, Math.max(1, Math.min(Math.floor(Math.abs(value) / 3), 2 ** 31)));
  return changeCells(book, [{ ...at, to: value + random.pick([-1, 1]) * change }]);
};

function isTotal({ table, cell }: PlantedCell): boolean {
  const width = table.columns.length;
  const row = table.rows[Math.floor(cell / width)];
  const column = table.columns[cell % width];
  return (
    row?.level === "total" ||
    row?.level === "class" ||
    row?.level === "section" ||
    /合计|总计|小计/.test(`${row?.name} ${column?.label}`)
  );
}

/** 同一行（或同一栏）里两个不同的数互换。 */
export const swap: Plant = (book, random) => {
  const at = pickCell(book, random);
  if (at === null) return null;
  const { table, cell } = at;
  const width = table.columns.length;
  const inRow = random.chance(0.5);
  const others = filledCells(table).filter((other) =>
    other !== cell && inRow
      ? Math.floor(other / width) === Math.floor(cell / width)
      : other % width === cell % width,
  );
  if (others.length === 0) return null;
  const other = random.pick(others);
  if (measureAt(table, other) !== measureAt(table, cell)) return null;
  return changeCells(book, [
    { ...at, to: table.value[other] ?? 0 },
    { table, cell: other, to: table.value[cell] ?? 0 },
  ]);
};

/** 填到了左边或右边的空格里。 */
export const neighbourColumn: Plant = (book, random) => {
  const at = pickCell(book, random);
  if (at === null) return null;
  const { table, cell } = at;
  const width = table.columns.length;
  const other = cell + random.pick([-1, 1]);
  const sameRow = other >= 0 && Math.floor(other / width) === Math.floor(cell / width);
  const empty = table.state[other] === "blank" || table.state[other] === "dash";
  if (!sameRow || !empty || measureAt(table, other) !== measureAt(table, cell)) return null;
  return changeCells(book, [
    { ...at, to: 0 },
    { table, cell: other, to: table.value[cell] ?? 0 },
  ]);
};

/** 整行的金额都写成了一万倍。 */
export const rowTimesWan: Plant = (book, random) => {
  const at = pickCell(book, random);
  if (at === null || measureAt(at.table, at.cell) !== "money") return null;
  const { table } = at;
  const width = table.columns.length;
  const row = Math.floor(at.cell / width);
  const cells = filledCells(table).filter(
    (cell) => Math.floor(cell / width) === row && measureAt(table, cell) === "money",
  );
  return changeCells(
    book,
    cells.map((cell) => ({ table, cell, to: (table.value[cell] ?? 0) * 10_000 })),
  );
};

/** 支出明细表里一格填错，同一张表的各级合计随它一起算错。 */
export const detailWithTotals: Plant = (book, random) => {
  const at = pickCell(book, random);
  if (at === null) return null;
  const { table, cell } = at;
  const width = table.columns.length;
  const [row, column] = [Math.floor(cell / width), cell % width];
  if (table.columns[column]?.code?.length !== 5) return null;
  const hasBelow = table.rows.some(({ parent }) => parent === row);
  if (hasBelow) return null;
  const value = table.value[cell] ?? 0;
  const to = random.integer(1, Math.max(9, Math.min(2 * value, 2 ** 31)));
  const rows = chain(row, (each) => table.rows[each]?.parent ?? -1);
  const group = table.columnIndex.get(table.columns[column]?.code?.slice(0, 3) ?? "");
  const columns = [column, group, table.columnIndex.get("合计")].filter((c) => c !== undefined);
  return changeCells(
    book,
    rows.flatMap((r) =>
      columns.map((c) => {
        const each = r * width + c;
        return { table, cell: each, to: (table.value[each] ?? 0) + to - value };
      }),
    ),
  );
};

function chain(first: number, next: (at: number) => number): number[] {
  const list: number[] = [];
  for (let at = first; at >= 0; at = next(at)) list.push(at);
  return list;
}
