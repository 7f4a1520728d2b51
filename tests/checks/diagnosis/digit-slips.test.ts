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

  test.each<[number, number, number]>([
    [-123_456, 123_456, 3],
    [1_234_560_000, 123_456, 4],
    [12, 123_456, 4],
    [1_234_560, 123_456, 3],
    [12_346, 123_456, 3],
    [246_912, 123_456, 2],
    [124_356, 123_456, 3],
    [153_426, 123_456, 2],
    [123_856, 123_456, 1],
    [12_356, 123_456, 1.5],
    [1_233_456, 123_456, 1.5],
  ])("%i 应为 %i：说服力 %d", (is, shouldBe, weight) => {
    expect(digitSlip(is, shouldBe)?.weight).toBe(weight);
  });

  test("按万元填的只有两位小数：差到半个 0.01 万元以内都算，再多不算", () => {
    expect(digitSlip(7, 75_000)?.text).toContain("万分之一");
    expect(digitSlip(7, 65_000)?.text).toContain("万分之一");
    expect(digitSlip(7, 75_001)).toBeNull();
    expect(digitSlip(7, 64_999)).toBeNull();
  });

  test("除不尽时末位四舍五入：差到半个单位以内都算，再多不算", () => {
    expect(digitSlip(7_131, 71_305)?.text).toContain("10 分之一");
    expect(digitSlip(7_131, 71_315)?.text).toContain("10 分之一");
    expect(digitSlip(7_131, 71_304)).toBeNull();
    expect(digitSlip(713, 71_250)?.text).toContain("100 分之一");
    expect(digitSlip(713, 712_500)?.text).toContain("1000 分之一");
  });

  test("一正一负只认倍数，不认颠倒、多写漏写", () => {
    for (const is of [-124_356, -123_856, -12_356]) expect(digitSlip(is, 123_456)).toBeNull();
    expect(digitSlip(-124_356, -123_456)?.text).toContain("颠倒");
  });

  test("差三位、移动两位、长短差两位都看不出什么", () => {
    expect(digitSlip(132_465, 123_456)).toBeNull();
    expect(digitSlip(124_536, 123_456)).toBeNull();
    expect(digitSlip(1_256, 123_456)).toBeNull();
    expect(digitSlip(12_345_678, 123_456)).toBeNull();
    expect(digitSlip(13_256, 123_456)).toBeNull();
    expect(digitSlip(1_324_756, 123_456)).toBeNull();
    expect(digitSlip(192_456, 129_356)).toBeNull();
  });

  test("两位不同，只有一位换到了另一位的地方，不是颠倒", () => {
    expect(digitSlip(31, 12)).toBeNull();
    expect(digitSlip(23, 12)).toBeNull();
  });

  test("颠倒的两位、写错的一位都照应有的数说", () => {
    expect(digitSlip(213, 123)?.text).toBe("疑似相邻两位数字 1 和 2 颠倒");
    expect(digitSlip(132, 123)?.text).toBe("疑似相邻两位数字 2 和 3 颠倒");
    expect(digitSlip(321, 123)?.text).toBe("疑似两位数字 1 和 3 颠倒");
    expect(digitSlip(923, 123)?.text).toBe("只有一位数字不同：1 写成了 9");
    expect(digitSlip(129, 123)?.text).toBe("只有一位数字不同：3 写成了 9");
  });

  test("漏写、多写首尾一位", () => {
    expect(digitSlip(357, 1_357)?.text).toContain("漏写");
    expect(digitSlip(135, 1_357)?.text).toContain("漏写");
    expect(digitSlip(91_357, 1_357)?.text).toContain("多写");
    expect(digitSlip(13_579, 1_357)?.text).toContain("多写");
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
  expect([0, 7, 70, -70, 1_230_000, 1_000_000_000].map(trailingZeros)).toEqual([0, 0, 1, 1, 4, 6]);
});
