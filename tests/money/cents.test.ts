import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCents, cents, subtractCents, sumCents, yuanText } from "../../src/money/cents.ts";

describe("以分计的金额", () => {
  test.each([
    [0, "0.00"],
    [-0, "0.00"],
    [5, "0.05"],
    [-5, "-0.05"],
    [-123_450, "-1234.50"],
    [Number.MAX_SAFE_INTEGER, "90071992547409.91"],
  ])("%d 分为 %s 元", (amount, text) => {
    expect(yuanText(amount)).toBe(text);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%d 不是金额", (n) => {
    expect(() => cents(n)).toThrow(RangeError);
    expect(() => yuanText(n)).toThrow(RangeError);
  });

  test("负零即零", () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  test("加减求和与大整数一致，超出范围时报错而不丢精度", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        const sum = BigInt(a) + BigInt(b);
        const difference = BigInt(a) - BigInt(b);
        const safe = (n: bigint) => Number.isSafeInteger(Number(n)) && BigInt(Number(n)) === n;
        if (safe(sum)) expect(BigInt(addCents(a, b))).toBe(sum);
        else expect(() => addCents(a, b)).toThrow(RangeError);
        if (safe(difference)) expect(BigInt(subtractCents(a, b))).toBe(difference);
        else expect(() => subtractCents(a, b)).toThrow(RangeError);
      }),
    );
    expect(sumCents([1, 2, 3])).toBe(6);
    expect(sumCents([])).toBe(0);
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1, -1])).toThrow(RangeError);
  });
});
