import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Quantity } from "../../src/audit/arithmetic/quantity.ts";
import {
  addQuantities,
  type Comparison,
  canBeAtMost,
  changeBetween,
  compareEqual,
  compareGrowth,
  compareRate,
  type PrintedRate,
  priorYear,
  roundedRate,
} from "../../src/audit/arithmetic/relations.ts";

const q = (low: number, high: number, point: number): Quantity => ({ low, high, point });
/** 印到 0.01 万元的金额，以分计：真值在半个末位之内。 */
const wan = (printed: number): Quantity => {
  const point = Math.round(printed * 1_000_000);
  return q(point - 5_000, point + 4_999, point);
};
const percent = (digits: string): PrintedRate => ({
  digits,
  places: digits.split(".")[1]?.length ?? 0,
});

/** 分数 [分子, 分母]，分母为正；分母不为正的，是无穷大。 */
type Fraction = readonly [bigint, bigint];

/** 各量取各自区间的两端，比值最小、最大的：比值对每个量都单调，最值只在端点上。 */
function extremes(corners: readonly (readonly [part: number, whole: number])[]) {
  const fractions = corners.map(([part, whole]): Fraction | null =>
    whole <= 0 ? null : [BigInt(part), BigInt(whole)],
  );
  const finite = fractions.filter((each) => each !== null);
  const below = (a: Fraction, b: Fraction) => a[0] * b[1] < b[0] * a[1];
  return {
    lowest: finite.reduce((a, b) => (below(b, a) ? b : a)),
    highest:
      finite.length < fractions.length ? null : finite.reduce((a, b) => (below(a, b) ? b : a)),
  };
}

/** 照定义：印出 `rate` 的真值在 [末位减半, 末位加半) 之内，比值的范围碰不碰得着它。 */
function byDefinition(
  corners: readonly (readonly [number, number])[],
  point: string | null,
  rate: PrintedRate,
): Comparison {
  if (point !== null && Number(point) === Number(rate.digits)) return "agree";
  const one = 200n * 10n ** BigInt(rate.places);
  const units = BigInt(rate.digits.replace(".", ""));
  const { lowest, highest } = extremes(corners);
  const reaches = highest === null || highest[0] * one >= (2n * units - 1n) * highest[1];
  return reaches && lowest[0] * one < (2n * units + 1n) * lowest[1] ? "rounding" : "disagree";
}

const quantity = (least: number) =>
  fc
    .tuple(fc.integer({ min: least, max: 3_000 }), fc.nat(60), fc.nat(60))
    .map(([point, below, above]) => q(point - below, point + above, point));
/** 离照印出的数算的率不远的百分数，不小于 `least`。 */
const rateNear = (part: number, whole: number, least = -Infinity) =>
  fc.tuple(fc.nat(2), fc.integer({ min: -40, max: 40 })).map(([places, off]): PrintedRate => {
    const units = Math.round((part * 100 * 10 ** places) / whole) + off;
    return { digits: (Math.max(least, units) / 10 ** places).toFixed(places), places };
  });

describe("占比", () => {
  test("区间的四个角上算，能不能印成所写的百分数", () => {
    const drawn = fc
      .tuple(quantity(-1_000), quantity(61))
      .chain(([part, whole]) =>
        fc.tuple(fc.constant(part), fc.constant(whole), rateNear(part.point, whole.point)),
      );
    fc.assert(
      fc.property(drawn, ([part, whole, rate]) => {
        const corners = [part.low, part.high].flatMap((a) =>
          [whole.low, whole.high].map((b) => [a, b] as const),
        );
        const point = roundedRate(part.point, whole.point, rate.places);
        expect(compareRate(part, whole, rate)).toBe(byDefinition(corners, point, rate));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["除得尽", wan(50), wan(200), "25%", "agree"],
    ["末位四舍五入", wan(1), wan(3), "33.33%", "agree"],
    ["半个末位进上去", wan(0.125), wan(100), "0.13%", "agree"],
    ["照印出的数差一个末位，真值可以相等", wan(0.03), wan(0.7), "4.35%", "rounding"],
    ["真值也凑不出", wan(50), wan(200), "26%", "disagree"],
    ["整体是零，部分是零，写0%", wan(0), wan(0), "0%", "agree"],
    ["整体是零，写了占比", wan(0), wan(0), "100%", "disagree"],
    ["整体是零，部分不是", wan(1), wan(0), "0%", "disagree"],
    ["印成零的，也可以占一点点", wan(0), wan(0.5), "0.5%", "rounding"],
    ["负的部分", wan(-1), wan(4), "25%", "disagree"],
    ["负的部分，写成负的占比", wan(-1), wan(4), "-25%", "agree"],
    ["负的部分，分母大的占得少", q(-30, -10, -20), q(100, 200, 150), "-7%", "rounding"],
    ["负的部分，分母小的占得多", q(-30, -10, -20), q(100, 200, 150), "-20%", "rounding"],
    // 5 ÷ 1000 = 0.5%，进为 1%；15 ÷ 1000 = 1.5%，进为 2%，再小就没有了。
    ["半个末位进上去，恰好够得着", q(0, 5, 4), q(1_000, 1_000, 1_000), "1%", "rounding"],
    ["恰好进到下一位，够不着", q(15, 30, 20), q(1_000, 1_000, 1_000), "1%", "disagree"],
    ["整体可以小到零，没有占比可言", q(0, 5, 4), q(0, 900, 400), "1%", "disagree"],
  ] as const)("%s", (_, part, whole, rate, comparison) => {
    expect(compareRate(part, whole, percent(rate.slice(0, -1)))).toBe(comparison);
  });
});

describe("增减率", () => {
  test.each(["增加", "减少"] as const)(
    "%s：区间的四个角上算，能不能印成所写的百分数",
    (direction) => {
      const sign = direction === "增加" ? -1 : 1;
      const drawn = fc
        .tuple(quantity(70), quantity(0))
        .filter(([current, change]) => current.point + sign * change.point > 0)
        // 印成零的增减额可以略小于零；本年数总比它大。
        .filter(([current, change]) => current.low + change.low > 0)
        .chain(([current, change]) =>
          fc.tuple(
            fc.constant(current),
            fc.constant(change),
            rateNear(change.point, current.point + sign * change.point, 0),
          ),
        );
      fc.assert(
        fc.property(drawn, ([current, change, rate]) => {
          const corners = [current.low, current.high].flatMap((now) =>
            [change.low, change.high].map((by) => [by, now + sign * by] as const),
          );
          const prior = current.point + sign * change.point;
          const point = roundedRate(change.point, prior, rate.places);
          expect(compareGrowth(current, change, direction, rate)).toBe(
            byDefinition(corners, point, rate),
          );
        }),
        { numRuns: 1000 },
      );
    },
  );

  test.each([
    ["上年100，增20", wan(120), wan(20), "增加", "20%", "agree"],
    ["上年100，减20", wan(80), wan(20), "减少", "20%", "agree"],
    ["方向反了", wan(120), wan(20), "减少", "20%", "disagree"],
    ["基数用成本年", wan(120), wan(20), "增加", "16.67%", "disagree"],
    ["照印出的数差一个末位，真值可以相等", wan(1.07), wan(0.03), "增加", "2.7%", "rounding"],
    ["减到零，下降100%", wan(0), wan(20), "减少", "100%", "agree"],
    ["上年是零，没有增减率", wan(5), wan(5), "增加", "100%", "disagree"],
    ["上年是零，率写得再大也一样", wan(5), wan(5), "增加", "60000%", "disagree"],
    ["上年是负数", wan(5), wan(6), "增加", "600%", "disagree"],
    ["上年很小，率可以很大", wan(5), wan(4.99), "增加", "60000%", "rounding"],
    ["上年很小，率也不能只有这么一点", wan(5), wan(4.99), "增加", "100%", "disagree"],
  ] as const)("%s", (_, current, change, direction, rate, comparison) => {
    const printed = percent(rate.slice(0, -1));
    expect(compareGrowth(current, change, direction, printed)).toBe(comparison);
  });
});

test("增减率的界：半个末位进上去，恰好够得着的算，恰好进到下一位的不算", () => {
  // 5 ÷ 1000 = 0.5%，进为 1%；照印出的 4 ÷ 1001 是 0.4%。
  expect(compareGrowth(q(1_005, 1_005, 1_005), q(0, 5, 4), "增加", percent("1"))).toBe("rounding");
  // 15 ÷ 1000 = 1.5%，进为 2%；再小就没有了。
  expect(compareGrowth(q(1_015, 1_015, 1_015), q(15, 30, 20), "增加", percent("1"))).toBe(
    "disagree",
  );
});

test("上年数：增加的减去，减少的加上；区间取最宽", () => {
  const [current, change] = [q(90, 110, 100), q(15, 25, 20)];
  expect(priorYear(current, change, "增加")).toEqual(q(65, 95, 80));
  expect(priorYear(current, change, "减少")).toEqual(q(105, 135, 120));
});

test("两年之差：大减小，区间取最宽；相等的算增加零", () => {
  const [high, low] = [q(90, 110, 100), q(15, 25, 20)];
  expect(changeBetween(high, low)).toEqual({ direction: "增加", size: q(65, 95, 80) });
  expect(changeBetween(low, high)).toEqual({ direction: "减少", size: q(65, 95, 80) });
  expect(changeBetween(low, low)).toEqual({ direction: "增加", size: q(-10, 10, 0) });
});

test("几个量相加，区间也相加", () => {
  expect(addQuantities([q(1, 3, 2), q(-10, 10, 0), q(5, 5, 5)])).toEqual(q(-4, 18, 7));
  expect(addQuantities([])).toEqual(q(0, 0, 0));
});

test.each([
  [q(90, 110, 100), q(100, 100, 100), "agree"],
  [q(90, 110, 100), q(110, 130, 120), "rounding"],
  [q(110, 130, 120), q(90, 110, 100), "rounding"],
  [q(90, 110, 100), q(111, 131, 120), "disagree"],
  [q(111, 131, 120), q(90, 110, 100), "disagree"],
] as const)("两个量可不可以是同一个数：%j 与 %j", (a, b, comparison) => {
  expect(compareEqual(a, b)).toBe(comparison);
});

test.each([
  [q(90, 110, 100), q(80, 90, 85), true],
  [q(90, 110, 100), q(80, 89, 85), false],
])("%j 能不能不大于 %j", (a, b, can) => expect(canBeAtMost(a, b)).toBe(can));

test.each([
  [9_931, 10_000, 2, "99.31"],
  [5, 10_000, 2, "0.05"],
  [1, 4, 0, "25"],
  [-1, 3, 2, "-33.33"],
  [1, 0, 2, null],
  [0, 7, 1, "0.0"],
])("%d ÷ %d 印到 %d 位", (part, whole, places, rate) => {
  expect(roundedRate(part, whole, places)).toBe(rate);
});
