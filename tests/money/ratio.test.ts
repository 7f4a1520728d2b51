import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRatio, ratio, ratioText, roundRatio } from "../../src/money/ratio.ts";

const nonZero = fc.maxSafeInteger().filter((n) => n !== 0);

describe("比", () => {
  test("分母为正，不约分", () => {
    expect(ratio(2, -4)).toEqual({ numerator: -2, denominator: 4 });
    expect(ratio(0, -4)).toEqual({ numerator: 0, denominator: 4 });
  });

  test("分母为零或不是整数时报错", () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(() => ratio(0.5, 1)).toThrow(RangeError);
    expect(() => ratio(1, 2 ** 53)).toThrow(RangeError);
    expect(() => ratioText({ numerator: 1, denominator: 0 })).toThrow(RangeError);
    expect(() => roundRatio({ numerator: 1, denominator: 3 }, 21)).toThrow(RangeError);
    expect(() => roundRatio({ numerator: 1, denominator: 3 }, 19, 2)).toThrow(RangeError);
    expect(roundRatio({ numerator: 1, denominator: 3 }, 18, 2)).toBe("33.333333333333333333");
  });

  test.each([
    [1, 3, 10, "0.3333333333"],
    [2, 3, 10, "0.6666666667"],
    [1, 2, 0, "1"],
    [-1, 2, 0, "-1"],
    [1, 1, 2, "1.00"],
    [100499999, 100000000, 2, "1.00"],
    [1005, 1000, 2, "1.01"],
  ])("%d / %d 取 %d 位为 %s", (numerator, denominator, places, text) => {
    expect(ratioText({ numerator, denominator }, places)).toBe(text);
  });

  test("舍入与大整数长除一致", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), nonZero, fc.integer({ min: 0, max: 20 }), (n, d, places) => {
        expect(ratioText(ratio(n, d), places)).toBe(longDivision(BigInt(n), BigInt(d), places));
      }),
      { numRuns: 1000 },
    );
  });

  test("紧挨着舍入界的商不会因二次舍入而错", () => {
    const odd = fc.nat(10 ** 6).map((n) => 2 * n + 1);
    fc.assert(
      fc.property(odd, fc.constantFrom(-1, 0, 1), (half, nudge) => {
        const d = 8_000_000_000_000_000;
        const n = half * 40_000_000 + nudge;
        expect(ratioText(ratio(n, d), 8)).toBe(longDivision(BigInt(n), BigInt(d), 8));
      }),
    );
  });

  test("比较与交叉相乘一致，且不受约分影响", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), nonZero, fc.maxSafeInteger(), nonZero, (a, b, c, d) => {
        const left = BigInt(a) * BigInt(d) * BigInt(Math.sign(b * d));
        const right = BigInt(c) * BigInt(b) * BigInt(Math.sign(b * d));
        const expected = left < right ? -1 : left > right ? 1 : 0;
        expect(compareRatio(ratio(a, b), ratio(c, d))).toBe(expected);
      }),
    );
    expect(compareRatio(ratio(1, 3), ratio(3, 9))).toBe(0);
  });
});

function longDivision(n: bigint, d: bigint, places: number): string {
  const magnitude = (n < 0n ? -n : n) * 10n ** BigInt(places);
  const divisor = d < 0n ? -d : d;
  const quotient = magnitude / divisor + ((magnitude % divisor) * 2n >= divisor ? 1n : 0n);
  const digits = String(quotient).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? "" : `.${digits.slice(-places)}`;
  return `${n < 0n !== d < 0n && quotient > 0n ? "-" : ""}${whole}${fraction}`;
}
