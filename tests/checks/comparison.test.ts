import { describe, expect, test } from "vitest";
import { fails, holds } from "../../src/checks/comparison.ts";
import type { Operator } from "../../src/checks/language/syntax.ts";

const TRUE: Readonly<Record<Operator, (difference: number) => boolean>> = {
  "=": (d) => d === 0,
  "≠": (d) => d !== 0,
  "≤": (d) => d <= 0,
  "≥": (d) => d >= 0,
  "<": (d) => d < 0,
  ">": (d) => d > 0,
};

const ENDS = [-2, -1, 0, 1, 2];

describe.each(Object.keys(TRUE) as Operator[])("“左 − 右”的区间与 %s", (operator) => {
  const intervals = ENDS.flatMap((low) =>
    ENDS.filter((high) => high >= low).map((high): [number, number] => [low, high]),
  );
  const within = ([low, high]: [number, number]) =>
    Array.from({ length: high - low + 1 }, (_, step) => low + step);

  test.each(intervals)(
    "[%i, %i]：没有一个值成立才算肯定不成立，每个值都成立才算肯定成立",
    (...ends) => {
      const values = within(ends);
      expect(fails(operator, ...ends)).toBe(!values.some(TRUE[operator]));
      expect(holds(operator, ...ends)).toBe(values.every(TRUE[operator]));
    },
  );
});
