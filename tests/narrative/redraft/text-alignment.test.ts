import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type SharedRun,
  sharedRuns,
  sharedWords,
} from "../../../src/narrative/redraft/text-alignment.ts";

/** 最长公共子序列的长度，照定义逐格算。 */
function longest(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const next = [0];
    for (let j = 0; j < b.length; j += 1) {
      next.push(letter === b[j] ? (row[j] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** 各截在两边都是那几个字，次序不乱、不重叠，相连的已接成一截。 */
function inOrder(runs: readonly SharedRun[], before: string, after: string): boolean {
  return runs.every(({ from, to, length }, index) => {
    const { from: a, to: b } = runs[index + 1] ?? { from: before.length + 1, to: after.length };
    const [gapA, gapB] = [a - from - length, b - to - length];
    return (
      length > 0 &&
      before.slice(from, from + length) === after.slice(to, to + length) &&
      gapA >= 0 &&
      gapB >= 0 &&
      gapA + gapB > 0
    );
  });
}

const few = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "1"), maxLength: 12 });

describe("两段文字里不变的部分", () => {
  it("是最长的公共部分，次序不乱，不重叠", () => {
    fc.assert(
      fc.property(few, few, (before, after) => {
        const runs = sharedRuns(before, after);
        expect(inOrder(runs, before, after)).toBe(true);
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longest(before, after));
      }),
    );
  });

  it("中间改过的，首尾各一截；几处一样好的，取靠前的", () => {
    expect(sharedRuns("甲乙丙丁", "甲丑丁")).toEqual([
      { from: 0, to: 0, length: 1 },
      { from: 3, to: 2, length: 1 },
    ]);
    expect(sharedRuns("甲乙", "甲乙")).toEqual([{ from: 0, to: 0, length: 2 }]);
    expect(sharedRuns("", "甲")).toEqual([]);
  });

  it("太长的只认首尾；恰好四千字的还逐字比", () => {
    const middle = (count: number) => "甲".repeat(count - 2);
    const runs = (count: number, other: string) =>
      sharedRuns(`头丑${middle(count)}寅尾`, other).map(({ length }) => length);
    expect(runs(4000, "头卯甲辰尾")).toEqual([1, 1, 1]);
    expect(runs(4001, "头卯甲辰尾")).toEqual([1, 1]);
    const long = `头丑${middle(4001)}寅尾`;
    expect(sharedRuns("头卯甲辰尾", long).map(({ length }) => length)).toEqual([1, 1]);
  });

  it("按词比时，一个数要么整个相同，要么整个不同", () => {
    expect(sharedWords("收入1,100.5万元，支出", "总收入1,100.6万元，支出")).toEqual([
      { from: 0, to: 1, length: 2 },
      { from: 9, to: 10, length: 5 },
    ]);
    expect(sharedWords("收入100元", "收入100元")).toEqual([{ from: 0, to: 0, length: 6 }]);
    expect(sharedWords("", "甲")).toEqual([]);
    fc.assert(
      fc.property(few, few, (before, after) => {
        expect(inOrder(sharedWords(before, after), before, after)).toBe(true);
      }),
    );
  });
});
