import { describe, expect, test } from "vitest";
import {
  type Change,
  corrected,
  hintOf,
  isValue,
  type Outcome,
  positionOf,
  type Slip,
} from "../../../src/checks/diagnosis/slip.ts";
import { buildTableSets } from "../case-tables.ts";
import { grid, tableOf } from "./proposals.ts";

const { table, books } = grid([
  [11, 2, 3, 5],
  [7, -13, 17, 19],
]);
const NOTHING: Outcome = { explained: 1, broken: 0, softExplained: 0, softBroken: 0 };
const missing = { key: "203", parent: 1, addsToParent: true };

const cell = (address: string, yuan: number): Change => ({
  table,
  cell: table.address.indexOf(address),
  delta: 100 * yuan,
});
const inMissing = (yuan: number): Change => ({ table, missing, column: 2, delta: 100 * yuan });

test("改正后的数、现在的数、在第几行第几栏；缺的一行现在为零，位置是它的上级行", () => {
  const describeChange = (change: Change) => [
    isValue(change),
    corrected(change),
    positionOf(change),
  ];
  expect(describeChange(cell("C2", -4))).toEqual([1_700, 1_300, { row: 1, column: 2 }]);
  expect(describeChange(inMissing(6))).toEqual([0, 600, { row: 1, column: 2 }]);
});

describe("有多可信", () => {
  const known = (changes: readonly Change[]): Slip => ({
    changes,
    cost: 1,
    hint: { text: "互换", weight: 3 },
  });
  const weight = (slip: Slip, outcome: Partial<Outcome> = {}) =>
    hintOf({ slip, outcome: { ...NOTHING, ...outcome } }, books).weight;

  test("只改一格的看数字", () => {
    const change = { table, cell: table.address.indexOf("B2"), delta: 2_600 };
    const slip: Slip = { changes: [change], cost: 1, hint: null };
    expect(hintOf({ slip, outcome: NOTHING }, books)).toEqual({
      text: "正负号写反了",
      weight: 3,
    });
  });

  test.each<[string, Change[], number]>([
    ["都改成正数、零", [cell("A1", -11), cell("B1", 9)], 3],
    ["有一格由正数改成负数", [cell("A1", -1), cell("B1", -3)], -1],
    ["几格都改成负数，只扣一次", [cell("A1", -12), cell("B1", -3)], -1],
    ["本来就是负数的", [cell("B2", -1)], 3],
    ["缺的一行里填正数", [inMissing(4)], 3],
    ["缺的一行里要填负数", [inMissing(4), inMissing(-4)], -1],
  ])("%s", (_, changes, expected) => {
    expect(weight(known(changes))).toBe(expected);
  });

  test("计数改成负数，更不可信", () => {
    const { current } = buildTableSets({ 数据: { "财决附03[统计.国内公务接待批次, 决算数]": 3 } });
    const counts = tableOf(current, "财决附03");
    const place = counts.value.indexOf(3);
    expect(weight(known([{ table: counts, cell: place, delta: -4 }, cell("A1", -12)]))).toBe(-5);
  });

  test("警告级的随之成立则更可信，随之不成立则更不可信，至多增减二", () => {
    const soft = (softExplained: number, softBroken: number) =>
      weight(known([cell("A1", 1)]), { softExplained, softBroken }) - 3;
    expect([soft(1, 0), soft(3, 0), soft(3, 2), soft(0, 1), soft(4, 0), soft(5, 0)]).toEqual([
      0.5, 1.5, 0.5, -0.5, 2, 2,
    ]);
    expect([soft(0, 4), soft(0, 5), soft(9, 0), soft(0, 9), soft(2, 2)]).toEqual([
      -2, -2, 2, -2, 0,
    ]);
  });
});
