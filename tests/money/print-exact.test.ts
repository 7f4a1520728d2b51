import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printPercent, printWan } from "../../src/money/print.ts";

describe("零和整百带小数", () => {
  test("只改恰为零的金额，别的照旧", () => {
    expect(printWan(0, { trimZeros: true, zeroDecimals: true })).toBe("0.00");
    expect(printWan(0, { trimZeros: true, zeroDecimals: true, decimals: 0 })).toBe("0");
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.boolean(), (amount, trimZeros) => {
        fc.pre(amount !== 0);
        expect(printWan(amount, { trimZeros, zeroDecimals: true })).toBe(
          printWan(amount, { trimZeros }),
        );
      }),
    );
  });

  test.each([
    [0, 7, 2, "0.00%"],
    [7, 7, 2, "100.00%"],
    [-7, 7, 1, "-100.0%"],
    [0, 7, 1, "0.0%"],
    [99_999, 100_000, 2, "100.00%"],
    [1, 100_000_000, 2, "0.00%"],
  ] as const)("%d / %d，%d 位，印成 %s", (numerator, denominator, decimals, text) => {
    const ratio = { numerator, denominator };
    expect(printPercent(ratio, { decimals, exactDecimals: true })).toBe(text);
    expect(printPercent(ratio, { decimals, exactDecimals: true, trimZeros: true })).toBe(text);
  });

  test("只改恰为 0%、100% 的百分数，别的照旧", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1 }),
        fc.constantFrom(1 as const, 2 as const),
        fc.boolean(),
        (numerator, denominator, decimals, trimZeros) => {
          fc.pre(numerator !== 0 && Math.abs(numerator) !== denominator);
          const ratio = { numerator, denominator };
          expect(printPercent(ratio, { decimals, trimZeros, exactDecimals: true })).toBe(
            printPercent(ratio, { decimals, trimZeros }),
          );
        },
      ),
    );
  });
});
