import { expect, test } from "vitest";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import { proposePairs } from "../../../src/checks/diagnosis/propose/pairs.ts";
import type { Table } from "../../../src/tables/table.ts";
import { buildTableSets } from "../case-tables.ts";

/** 财决04 前四栏（本年支出合计、基本支出、项目支出、上缴上级支出）的三行，按元写。 */
function tableOf(rows: readonly (readonly number[])[], absent: readonly string[] = []): Table {
  const columns = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出"];
  const cells = rows.flatMap((row, r) =>
    row.map((value, c): [string, number] => [`财决04[20${r + 1}, ${columns[c]}]`, value]),
  );
  const { current } = buildTableSets({ 数据: Object.fromEntries(cells) });
  const [table] = current.tables;
  if (table === undefined) throw new Error("没有表");
  const state = table.state.map((each, cell) =>
    absent.includes(table.address[cell] ?? "") ? "absent" : each,
  );
  return { ...table, state };
}

/** 只有一格要求改 `delta` 元时，试哪几对：两格的地址、算几次失误、多可信。 */
function pairs(table: Table, address: string, delta: number, more: Record<string, number> = {}) {
  const demands = Object.entries({ [address]: delta, ...more }).map(([at, yuan]) => ({
    table,
    cell: table.address.indexOf(at),
    wishes: [{ delta: 100 * yuan, votes: 1 }],
  }));
  const slips = [...proposePairs(demands, new Ledger({ blocks: [] }))];
  return slips.flatMap((slip) => {
    if (slip === null) return [];
    const cells = slip.changes.map((change) =>
      change.missing === undefined ? table.address[change.cell] : "",
    );
    return [`${cells.join(" ")} ${slip.cost} ${slip.hint?.weight} ${slip.hint?.text}`];
  });
}

const ROWS = [
  [11, 2, 3, 5],
  [7, 13, 17, 19],
  [23, 29, 31, 37],
];

test("同一行、同一栏换过来恰好相符的：互换；挨着的更可信", () => {
  const table = tableOf(ROWS);
  expect(pairs(table, "B1", 1)).toEqual(["B1 C1 1 4 B1与C1的数互换了"]);
  expect(pairs(table, "B1", 3)).toEqual(["B1 D1 1 3 B1与D1的数互换了"]);
  expect(pairs(table, "D1", -3)).toEqual(["D1 B1 1 3 D1与B1的数互换了"]);
  expect(pairs(table, "B1", 11)).toEqual(["B1 B2 1 4 B1与B2的数互换了"]);
  expect(pairs(table, "B3", -27)).toEqual(["B3 B1 1 3 B3与B1的数互换了"]);
  expect(pairs(table, "A1", -4)).toEqual(["A1 A2 1 4 A1与A2的数互换了"]);
});

test("既不同行也不同栏的、数对不上的不试", () => {
  const table = tableOf(ROWS);
  expect(pairs(table, "B1", 15)).toEqual([]);
  expect(pairs(table, "B1", 100)).toEqual([]);
  expect(pairs(table, "B1", 1, { C2: -1 })).toEqual(["B1 C1 1 4 B1与C1的数互换了"]);
});

test("两格都这样要求的只试一次", () => {
  expect(pairs(tableOf(ROWS), "B1", 1, { C1: -1 })).toEqual(["B1 C1 1 4 B1与C1的数互换了"]);
});

test("改一格就够的，不试此多彼少", () => {
  expect(pairs(tableOf(ROWS), "B1", 5, { C1: -5 })).toEqual([]);
});

test("下一行的第一格不是同一行", () => {
  const table = tableOf(ROWS);
  expect(pairs(table, "C1", 4)).toEqual([]);
  expect(pairs(table, "A2", 12)).toEqual(["A2 D2 1 3 A2与D2的数互换了"]);
});

test("左右的空格不越过行的两头，上下的须是表上有的格", () => {
  const rows = [
    [11, 2, 3, 0],
    [0, 13, 0, 5],
    [0, 29, 31, 37],
  ];
  const table = tableOf(rows);
  /** 第一行右边的各格，到头为止。 */
  const RIGHT = table.address.filter((each) => /^[D-Z]1$/.test(each));
  expect(pairs(table, "B1", -2)).toEqual([]);
  expect(pairs(table, "B2", -13)).toEqual([
    "B2 A2 1 4 应填在A2的数填到了B2",
    "B2 C2 1 4 应填在C2的数填到了B2",
  ]);
  expect(pairs(tableOf(rows, ["D1"]), "C1", -3)).toEqual([
    "C1 E1 1 4 应填在E1的数填到了C1",
    "C1 C2 1 4 应填在C2的数填到了C1",
  ]);
  expect(pairs(tableOf(rows, ["A2"]), "B2", -13)).toEqual(["B2 C2 1 4 应填在C2的数填到了B2"]);
  expect(pairs(tableOf(rows, [...RIGHT, "C2"]), "C1", -3)).toEqual([]);
  expect(pairs(table, "D2", -5)).toEqual([
    "D2 C2 1 4 应填在C2的数填到了D2",
    "D2 E2 1 4 应填在E2的数填到了D2",
    "D2 D1 1 4 应填在D1的数填到了D2",
  ]);
});

test("填到了空着的格：挨着的才试，略过表上没有的格", () => {
  const rows = [
    [11, 0, 3, 5],
    [7, 0, 0, 0],
    [23, 29, 31, 37],
  ];
  const table = tableOf(rows);
  expect(pairs(table, "B1", 3)).toEqual(["B1 C1 1 4 应填在B1的数填到了C1"]);
  expect(pairs(table, "A2", -7)).toEqual(["A2 B2 1 4 应填在B2的数填到了A2"]);
  expect(pairs(table, "C1", -3)).toEqual([
    "C1 B1 1 4 应填在B1的数填到了C1",
    "C1 C2 1 4 应填在C2的数填到了C1",
  ]);
  expect(pairs(table, "C3", -31)).toEqual(["C3 C2 1 4 应填在C2的数填到了C3"]);
  expect(pairs(tableOf(rows, ["B2"]), "A2", -7)).toEqual(["A2 C2 1 4 应填在C2的数填到了A2"]);
});
