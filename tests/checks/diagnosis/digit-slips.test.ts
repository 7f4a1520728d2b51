import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitSlip, trailingZeros } from "../../../src/checks/diagnosis/digit-slips.ts";

describe("看数字像哪一种笔误", () => {
  test.each([
    [-123_456, 123_456, "正负号写反了"],
    [1_234_560_000, 123_456, "一万倍"],
    [12, 123_456, "按万元填列"],
    [1_235, 12_345_678, "按万元填列"],
    [1_234_560, 123_456, "10 倍，小数点错了一位"],
    [12_346, 123_456, "10 分之一"],
    [12_345_600, 123_456, "100 倍，小数点错了两位"],
    [123_456_000, 123_456, "1000 倍，小数点错了三位"],
    [246_912, 123_456, "两倍，疑似重复计算"],
    [124_356, 123_456, "相邻两位数字 3 和 4 颠倒"],
    [153_426, 123_456, "两位数字 2 和 5 颠倒"],
    [123_856, 123_456, "4 写成了 8"],
    [12_356, 123_456, "漏写一位数字"],
    [1_233_456, 123_456, "多写一位数字"],
  ])("%i 应为 %i：%s", (is, shouldBe, text) => {
    expect(digitSlip(is, shouldBe)?.text).toContain(text);
  });

  test.each([
    [0, 5],
    [5, 0],
    [5, 5],
    [987_654, 123_456],
    [-987_654, 123_456],
  ])("%i 与 %i 看不出什么", (is, shouldBe) => {
    expect(digitSlip(is, shouldBe)).toBeNull();
  });

  test("整数倍总认得出来，正负都一样", () => {
    const amounts = fc.integer({ min: 1, max: 10_000_000_000 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(10, 100, 1_000, 10_000), (amount, factor) => {
        const text = factor === 10_000 ? "一万倍" : `${factor} 倍`;
        expect(digitSlip(amount * factor, amount)?.text).toContain(text);
        expect(digitSlip(-amount * factor, -amount)?.text).toContain(text);
      }),
    );
  });
});

test("末尾的零", () => {
  expect([0, 7, 70, 1_230_000, 1_000_000_000].map(trailingZeros)).toEqual([0, 0, 1, 4, 6]);
});
