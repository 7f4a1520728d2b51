import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yuanText } from "../../src/money/cents.ts";
import { parseAmountText, parseCountText } from "../../src/money/parse.ts";

const amount = (value: number, low = value, high = value, tooPrecise = false) => ({
  kind: "amount",
  value,
  low,
  high,
  tooPrecise,
});

describe("元表的金额", () => {
  test.each([
    ["0", 0],
    ["-0", 0],
    ["-0.00", 0],
    ["12", 1200],
    ["12.3", 1230],
    ["12.34", 1234],
    ["-12.34", -1234],
    ["0.29", 29],
    ["1.15", 115],
    ["8445807.81", 844580781],
    ["8445807.810000001", 844580781],
    ["8445807.809999999", 844580781],
    ["0.30000000000000004", 30],
    ["1,234,567.80", 123456780],
    ["１，２３４．５０", 123450],
    ["－１２．３", -1230],
    ["−12.30", -1230],
    ["+12.30", 1230],
    ["（1.00）", -100],
    ["(1,234.50)", -123450],
    ["△1.5", -150],
    ["▲1.5", -150],
    ["￥1,000", 100000],
    ["　　12.50　", 1250],
    ["\u00a012.50\u00a0", 1250],
    ["12 345.60", 1234560],
    ["1,234,\n567.80", 123456780],
    ["12.50元", 1250],
    ["12.3400", 1234],
    ["90071992547409.91", Number.MAX_SAFE_INTEGER],
  ])("%j 为 %d 分", (text, value) => {
    expect(parseAmountText(text, "元")).toEqual(amount(value));
  });

  test.each([
    ["123.456", 12346],
    ["1.005", 101],
    ["-1.005", -101],
    ["33.333333333333336", 3333],
    ["0.001", 0],
  ])("%j 写到了分以下，四舍五入为 %d 分并标出", (text, value) => {
    expect(parseAmountText(text, "元")).toEqual(amount(value, value, value, true));
  });

  test.each(["", " ", "　", "\u00a0\n"])("%j 为空白", (text) => {
    expect(parseAmountText(text, "元")).toEqual({ kind: "blank" });
  });

  test.each(["—", "——", "－", "-", "―", "–", "一", " — ", "“——”", "──"])("%j 为不适用", (text) => {
    expect(parseAmountText(text, "元")).toEqual({ kind: "dash" });
    expect(parseCountText(text)).toEqual({ kind: "dash" });
  });

  test.each([
    "1.2.3",
    "12元3角",
    "约5万",
    "5万余元",
    "1,23",
    "12,34.5",
    "1234,567",
    "--5",
    "5-",
    "—12.30",
    "(-1.00)",
    "(1.00",
    "(1%)%",
    "12.",
    "1e5",
    "abc",
    "#REF!",
    "一二",
    "二〇二三",
    "50%",
    "NaN",
    "Infinity",
    "0x10",
  ])("%j 读不出，不当作数", (text) => {
    expect(parseAmountText(text, "元").kind).toBe("unreadable");
    expect(parseCountText(text).kind).toBe("unreadable");
  });

  test("超出可精确表示的范围时读不出，并说明原因", () => {
    expect(parseAmountText("90071992547409.92", "元")).toEqual({
      kind: "unreadable",
      why: "金额超出可精确表示的范围",
    });
    expect(parseAmountText("9".repeat(400), "元").kind).toBe("unreadable");
    expect(parseAmountText("99999999999999", "万元").kind).toBe("unreadable");
  });

  test("任何整数分写成元再读回来不变", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (c) => {
        expect(parseAmountText(yuanText(c), "元")).toEqual(amount(c + 0));
      }),
    );
  });

  test("存成双精度数再取最短文本，读回来仍是原来的分", () => {
    const upToTenBillionYuan = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(upToTenBillionYuan, (c) => {
        expect(parseAmountText(shortest(Number(yuanText(c))), "元")).toEqual(amount(c + 0));
      }),
    );
  });

  test("双精度求和带来的噪声不算写到了分以下", () => {
    const terms = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(terms, (list) => {
        const sum = list.reduce((a, b) => a + b, 0);
        const floatSum = list.reduce((a, b) => a + b / 100, 0);
        expect(parseAmountText(shortest(floatSum), "元")).toEqual(amount(sum));
      }),
    );
  });

  test("任何文本都不抛错，读出的都是整数", () => {
    const piece = fc.constantFrom(..."0123456789０９.,，．-－—一()（）%元万亿 　\n△¥e".split(""));
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((p) => p.join("")),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom("元", "万元"), (text, unit) => {
        for (const reading of [parseAmountText(text, unit as "元"), parseCountText(text)]) {
          if (reading.kind !== "amount") continue;
          expect(Number.isSafeInteger(reading.value)).toBe(true);
          expect(reading.low).toBeLessThanOrEqual(reading.value);
          expect(reading.value).toBeLessThanOrEqual(reading.high);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("万元表的金额", () => {
  test.each([
    ["12.30", 12_300_000, 12_295_000, 12_304_999],
    ["12.3", 12_300_000, 12_295_000, 12_304_999],
    ["12", 12_000_000, 11_995_000, 12_004_999],
    ["-12.30", -12_300_000, -12_304_999, -12_295_000],
    ["0.00", 0, -4999, 4999],
    ["0", 0, -4999, 4999],
    ["12.3456", 12_345_600, 12_345_550, 12_345_649],
    ["844.580781", 844_580_781, 844_580_781, 844_580_781],
    ["844.5807810000001", 844_580_781, 844_580_781, 844_580_781],
    ["12.299999999999999", 12_300_000, 12_295_000, 12_304_999],
    ["123000.00元", 12_300_000, 12_300_000, 12_300_000],
    ["1.5亿元", 15_000_000_000, 14_500_000_000, 15_499_999_999],
  ])("%j 为 %d 分，区间 [%d, %d]", (text, value, low, high) => {
    expect(parseAmountText(text, "万元")).toEqual(amount(value, low, high));
  });

  test("元表里写明万元的按印出的位数，不补零", () => {
    expect(parseAmountText("12.3万元", "元")).toEqual(amount(12_300_000, 12_250_000, 12_349_999));
    expect(parseAmountText("12万", "元")).toEqual(amount(12_000_000, 11_500_000, 12_499_999));
  });

  test("百分数读不出并说明", () => {
    expect(parseAmountText("12%", "万元")).toEqual({
      kind: "unreadable",
      why: "是百分数，不是金额",
    });
  });

  test.each([
    ["123456789012.5000001", 12_345_678_901_250],
    ["0.0100000001", 1],
  ])("元表里 %j 的尾巴是浮点噪声", (text, value) => {
    expect(parseAmountText(text, "元")).toEqual(amount(value));
  });

  test.each([
    ["12.345", 1235],
    ["12.3400011", 1234],
    ["123456789012.51", 12_345_678_901_251],
  ])("元表里 %j 写到分以下的才标出", (text, value) => {
    const tooPrecise = text.split(".")[1]?.length !== 2;
    expect(parseAmountText(text, "元")).toEqual(amount(value, value, value, tooPrecise));
  });

  test("写到了分以下的四舍五入并标出", () => {
    expect(parseAmountText("33.3333333", "万元")).toEqual(
      amount(33_333_333, 33_333_333, 33_333_333, true),
    );
  });

  test("通行小数位数可以另给", () => {
    expect(parseAmountText("12.3", "万元", 1)).toEqual(amount(12_300_000, 12_250_000, 12_349_999));
  });
});

describe("计数", () => {
  test.each([
    ["0", 0],
    ["12", 12],
    ["1,234", 1234],
    ["１２", 12],
    ["12.00", 12],
    ["-3", -3],
  ])("%j 为 %d", (text, value) => {
    expect(parseCountText(text)).toEqual(amount(value));
  });

  test("超出范围的个数读不出并说明", () => {
    expect(parseCountText("99999999999999999999")).toEqual({
      kind: "unreadable",
      why: "个数超出范围",
    });
  });

  test("有小数的标出，带单位的读不出", () => {
    expect(parseCountText("2.5")).toEqual(amount(3, 3, 3, true));
    expect(parseCountText("3万").kind).toBe("unreadable");
    expect(parseCountText("3辆").kind).toBe("unreadable");
  });
});

/** 双精度数的最短十进制文本，不用科学记数法，与工作簿读出的一致。 */
function shortest(n: number): string {
  const text = String(n);
  return text.includes("e") ? n.toFixed(20).replace(/\.?0+$/, "") : text;
}
