import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printPercent, printWan } from "../../src/money/print.ts";

describe("印成万元", () => {
  test.each([
    [0, false, "0"],
    [123_456_700, false, "123.46"],
    [123_000_000, false, "123.00"],
    [123_000_000, true, "123"],
    [123_500_000, true, "123.5"],
    [100_000_000_000, true, "100000"],
    [5000, false, "0.01"],
    [-5000, false, "-0.01"],
    [4999, false, "0.00"],
    [-4999, true, "0.00"],
    [-123_456_700, true, "-123.46"],
    [1005000, true, "1.01"],
  ])("%d 分，去零 %s，印成 %s", (cents, trimZeros, text) => {
    expect(printWan(cents, { trimZeros })).toBe(text);
  });

  test("千分位与小数位数", () => {
    expect(printWan(123_456_789_012, { trimZeros: false, grouping: true })).toBe("123,456.79");
    expect(printWan(-99_900_000_000, { trimZeros: true, grouping: true })).toBe("-99,900");
    expect(printWan(12_345, { trimZeros: false, decimals: 6 })).toBe("0.012345");
    expect(printWan(1_500_000, { trimZeros: false, decimals: 0 })).toBe("2");
  });

  test("不是整数分时报错", () => {
    expect(() => printWan(0.5, { trimZeros: false })).toThrow(RangeError);
  });

  test("印出的与原值相差不到半个末位", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (c) => {
        const text = printWan(c, { trimZeros: false });
        const printed = BigInt(text.includes(".") ? text.replace(".", "") : `${text}00`);
        const gap = printed * 10_000n - BigInt(c);
        expect(gap >= -5000n && gap <= 5000n).toBe(true);
      }),
    );
  });
});

describe("印成百分数", () => {
  test.each([
    [0, 5, 2, "0%"],
    [5, 5, 2, "100%"],
    [-5, 5, 1, "-100%"],
    [1, 3, 2, "33.33%"],
    [1, 3, 1, "33.3%"],
    [1, 2, 2, "50.00%"],
    [99_999, 100_000, 2, "100.00%"],
    [100_001, 100_000, 1, "100.0%"],
    [1, 1_000_000, 2, "0.00%"],
    [-1, 1_000_000, 2, "0.00%"],
    [12_345, 100_000, 2, "12.35%"],
    [201, 200, 1, "100.5%"],
    [3, 1, 2, "300.00%"],
  ] as const)("%d / %d 取 %d 位印成 %s", (numerator, denominator, decimals, text) => {
    expect(printPercent({ numerator, denominator }, { decimals })).toBe(text);
  });

  test.each([
    [1, 2, "50%"],
    [1, 8, "12.5%"],
    [99_999, 100_000, "100.00%"],
    [1, 1_000_000, "0.00%"],
    [10, 1, "1000%"],
    [-10, 1, "-1000%"],
    [11_000, 1000, "1100%"],
    [1005, 10, "10050%"],
    [1_100_00, 100_000, "110%"],
    [1_000_50, 100_000, "100.05%"],
    [-99_999, 100_000, "-100.00%"],
  ])("去零：%d / %d 印成 %s", (numerator, denominator, text) => {
    expect(printPercent({ numerator, denominator }, { decimals: 2, trimZeros: true })).toBe(text);
  });

  test("分母为零时报错", () => {
    expect(() => printPercent({ numerator: 0, denominator: 0 }, { decimals: 2 })).toThrow(
      RangeError,
    );
  });

  test("只有恰好相等才印 100%，只有恰好为零才印 0%", () => {
    const amounts = fc.nat(10 ** 9);
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.boolean(),
        (n, d, trimZeros) => {
          const text = printPercent({ numerator: n, denominator: d }, { decimals: 2, trimZeros });
          expect(text === "100%").toBe(n === d);
          expect(text === "0%").toBe(n === 0);
        },
      ),
    );
  });
});
