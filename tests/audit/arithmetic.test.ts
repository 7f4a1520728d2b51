import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type DocumentStyle,
  moneyQuantity,
  type PrintedUnit,
} from "../../src/audit/arithmetic/quantity.ts";
import { roundedRate } from "../../src/audit/arithmetic/relations.ts";
import { type Figure, readShape } from "../../src/audit/text/figures.ts";
import { intervalOfDecimal } from "../../src/money/interval.ts";
import { parsePrinted } from "../../src/money/printed-number.ts";
import { ratio, roundRatio } from "../../src/money/ratio.ts";

const UNITS: readonly PrintedUnit[] = ["元", "万元", "亿元"];
const ONE = { 元: 2, 万元: 6, 亿元: 10 };
const cents = fc.integer({ min: -(10 ** 14), max: 10 ** 14 });

function figureOf(text: string): Figure {
  const figure = readShape(text).figures[0];
  if (figure === undefined) throw new Error(`“${text}” 里没有数`);
  return figure;
}

/** 印出的金额，位数、负号、前导零都任意。 */
const printed = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.oneof(fc.nat(99_999_999), fc.nat(10 ** 15), fc.constant(0)),
    fc.nat({ max: 7 }),
    fc.nat(9_999_999),
  )
  .map(([sign, whole, places, fraction]) => {
    const tail = places === 0 ? "" : `.${String(fraction).padStart(7, "0").slice(0, places)}`;
    return `${sign}${whole}${tail}`;
  });

/** 不走捷径：照区间的定义，用大整数算。 */
function byDefinition(figure: Figure, unit: PrintedUnit, usual: number) {
  const decimal = parsePrinted(figure.digits)?.decimal;
  if (decimal === undefined) return null;
  try {
    const { low, high } = intervalOfDecimal(decimal, Math.max(figure.places, usual), unit);
    const exact = intervalOfDecimal(decimal, Math.max(figure.places, ONE[unit]), unit);
    return { low: Math.min(low, high), high: Math.max(low, high), point: exact.low };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

test("金额的区间与定义相同，大得算不了的两边都算不了", () => {
  fc.assert(
    fc.property(printed, fc.constantFrom(...UNITS), fc.nat({ max: 7 }), (digits, unit, usual) => {
      const style: DocumentStyle = {
        moneyUnit: "万元",
        usualPlaces: { 元: usual, 万元: usual, 亿元: usual },
      };
      const figure = figureOf(`${digits}${unit}`);
      expect(moneyQuantity(figure, unit, style)).toEqual(byDefinition(figure, unit, usual));
    }),
    { numRuns: 2000 },
  );
});

test("百分数的四舍五入与十进制除法相同", () => {
  fc.assert(
    fc.property(cents, cents, fc.nat({ max: 6 }), (part, whole, places) => {
      const expected = whole === 0 ? null : roundRatio(ratio(part, whole), places, 2);
      expect(roundedRate(part, whole, places)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test("恰好一半的进位", () => {
  expect(roundedRate(12_345, 1_000_000, 2)).toBe("1.23");
  expect(roundedRate(12_350, 10_000_000, 2)).toBe("0.12");
  expect(roundedRate(12_500, 100_000_000, 2)).toBe("0.01");
  expect(roundedRate(1, 8, 1)).toBe("12.5");
  expect(roundedRate(1, 8, 0)).toBe("13");
  expect(roundedRate(1, 200, 0)).toBe("1");
});
