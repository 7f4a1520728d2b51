import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundHalfAway, roundQuotient } from "../../src/money/rounding.ts";

describe("四舍五入", () => {
  test.each([
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["1.004999999999999999999999999", 2, "1.00"],
    ["2.675", 2, "2.68"],
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["1.5", 0, "2"],
    ["2.5", 0, "3"],
    ["-0.004", 2, "0.00"],
    ["12", 2, "12.00"],
    [".55", 1, "0.6"],
    [".0449", 2, "0.04"],
    ["1.5e2", 0, "150"],
    ["155e-1", 0, "16"],
    ["12345678901234567890.125", 2, "12345678901234567890.13"],
  ])("%s 到 %d 位为 %s", (decimal, places, rounded) => {
    expect(roundHalfAway(decimal, places)).toBe(rounded);
    expect(roundHalfAway(new Decimal(decimal), places)).toBe(rounded);
  });

  test.each(["", "abc", "0x10", "1.2.3", "NaN", "Infinity"])("%j 不是十进制数", (text) => {
    expect(() => roundHalfAway(text, 2)).toThrow(RangeError);
  });

  test("位数须为非负整数，数须有限", () => {
    expect(() => roundHalfAway("1", -1)).toThrow(RangeError);
    expect(() => roundHalfAway("1", 1.5)).toThrow(RangeError);
    expect(() => roundHalfAway(new Decimal(Number.NaN), 2)).toThrow(RangeError);
  });

  test("与另行用大整数实现的一致", () => {
    const digits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    const places = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(digits, places, places, (units, from, to) => {
        const expected = decimalText(rounded(units, from, to), to);
        expect(roundHalfAway(decimalText(units, from), to)).toBe(expected);
        expect(roundQuotient(units, 10n ** BigInt(from), to)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

/** `units` 个 10^-from 舍入成多少个 10^-to。 */
function rounded(units: bigint, from: number, to: number): bigint {
  if (to >= from) return units * 10n ** BigInt(to - from);
  const step = 10n ** BigInt(from - to);
  const magnitude = units < 0n ? -units : units;
  const quotient = magnitude / step;
  const up = (magnitude % step) * 2n >= step ? quotient + 1n : quotient;
  return units < 0n ? -up : up;
}

function decimalText(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? "" : `.${digits.slice(-places)}`;
  return `${units < 0n ? "-" : ""}${whole}${fraction}`;
}
