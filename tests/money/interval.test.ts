import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addIntervals,
  contains,
  intersects,
  intervalOf,
  intervalOfDecimal,
  negateInterval,
  pointInterval,
  subtractIntervals,
} from "../../src/money/interval.ts";
import { printWan } from "../../src/money/print.ts";
import { parsePrinted } from "../../src/money/printed-number.ts";
import { roundHalfAway } from "../../src/money/rounding.ts";

const intervals = fc
  .tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.nat(10 ** 6))
  .map(([low, width]) => ({ low, high: low + width }));

describe("印出的金额对应的区间", () => {
  test.each([
    ["12.30万元", 12_295_000, 12_304_999],
    ["12.3万元", 12_250_000, 12_349_999],
    ["0.00万元", -4999, 4999],
    ["-0.01万元", -14_999, -5000],
    ["12.30", 1230, 1230],
    ["12元", 1150, 1249],
    ["1.23亿元", 12_250_000_000, 12_349_999_999],
    ["12.300000万元", 12_300_000, 12_300_000],
  ])("%s 为 [%d, %d] 分", (text, low, high) => {
    const printed = parsePrinted(text);
    expect(printed && intervalOf(printed)).toEqual({ low, high });
  });

  test.each([
    ["12.3456780万元", 12_345_678, 12_345_678],
    ["12.3456785万元", 12_345_679, 12_345_678],
    ["0.001元", 1, 0],
    ["0.010元", 1, 1],
    ["-1.500元", -150, -150],
  ])("印到分以下的 %s 只含恰好相等的分：[%d, %d]", (text, low, high) => {
    const printed = parsePrinted(text);
    expect(printed && intervalOf(printed)).toEqual({ low, high });
  });

  test.each(["x12", "12x", "1-2", ""])("不是十进制数的“%s”抛错并说明", (text) => {
    expect(() => intervalOfDecimal(text, 2, "元")).toThrow("不是十进制数");
  });

  test("百分数不是金额", () => {
    expect(() => intervalOf({ decimal: "5", places: 0, unit: "%" })).toThrow("“5%” 不是金额");
  });

  test("没写单位的按给定单位", () => {
    expect(intervalOf({ decimal: "0.01", places: 2, unit: null }, "万元")).toEqual({
      low: 5000,
      high: 14_999,
    });
  });

  test("印到分以下而不成整分的是空区间", () => {
    const empty = intervalOfDecimal("1.234", 3, "元");
    expect(empty.low).toBeGreaterThan(empty.high);
    expect(intersects(empty, { low: 0, high: 1000 })).toBe(false);
    expect(intervalOfDecimal("1.230", 3, "元")).toEqual({ low: 123, high: 123 });
    expect(intervalOfDecimal("0.000", 3, "元")).toEqual({ low: 0, high: 0 });
  });

  test("百分数、非数字、位数不符、超出范围都报错", () => {
    expect(() => intervalOf({ decimal: "5", places: 0, unit: "%" })).toThrow(RangeError);
    expect(() => intervalOfDecimal("x", 2, "元")).toThrow(RangeError);
    expect(() => intervalOfDecimal("1.234", 2, "元")).toThrow(RangeError);
    expect(() => intervalOfDecimal("9".repeat(20), 0, "元")).toThrow(RangeError);
  });

  test("区间恰好含印成该样子的整数分，多一分少一分都不是", () => {
    const amounts = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
    const units = fc.constantFrom(
      { name: "元" as const, scale: 2 },
      { name: "万元" as const, scale: 6 },
      { name: "亿元" as const, scale: 10 },
    );
    fc.assert(
      fc.property(amounts, units, fc.integer({ min: 0, max: 10 }), (amount, unit, asked) => {
        const places = Math.min(asked, unit.scale);
        const print = (c: number) => roundHalfAway(`${c}e-${unit.scale}`, places);
        const lexeme = print(amount);
        const { low, high } = intervalOfDecimal(lexeme, places, unit.name);
        expect(contains({ low, high }, amount)).toBe(true);
        expect([print(low), print(high)]).toEqual([lexeme, lexeme]);
        expect(print(low - 1)).not.toBe(lexeme);
        expect(print(high + 1)).not.toBe(lexeme);
      }),
      { numRuns: 1000 },
    );
  });

  test("printWan 印出的读回来，区间含原值", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), fc.boolean(), (c, grouping) => {
        const printed = parsePrinted(printWan(c, { trimZeros: false, grouping }));
        expect(printed && contains(intervalOf(printed, "万元"), c)).toBe(true);
      }),
    );
  });
});

describe("区间运算", () => {
  const inside = fc.double({ min: 0, max: 1, noNaN: true });
  const pick = (i: { low: number; high: number }, at: number) =>
    i.low + Math.floor((i.high - i.low) * at);

  test("各取一值，和、差、相反数都在结果里", () => {
    fc.assert(
      fc.property(intervals, intervals, inside, inside, (a, b, s, t) => {
        const x = pick(a, s);
        const y = pick(b, t);
        expect(contains(addIntervals(a, b), x + y)).toBe(true);
        expect(contains(subtractIntervals(a, b), x - y)).toBe(true);
        expect(contains(negateInterval(a), -x)).toBe(true);
      }),
    );
  });

  test("相交当且仅当差的区间含零", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        expect(intersects(a, b)).toBe(contains(subtractIntervals(a, b), 0));
      }),
    );
  });

  test("只有一个公共端点也算相交", () => {
    expect(intersects({ low: 1, high: 5 }, { low: 5, high: 9 })).toBe(true);
    expect(intersects({ low: 1, high: 5 }, { low: 6, high: 9 })).toBe(false);
  });

  test("点", () => {
    expect(pointInterval(5)).toEqual({ low: 5, high: 5 });
    expect(() => pointInterval(0.5)).toThrow(RangeError);
    expect(() => addIntervals(pointInterval(2 ** 53 - 1), pointInterval(1))).toThrow(RangeError);
  });
});
