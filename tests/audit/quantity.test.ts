import { describe, expect, test } from "vitest";
import {
  countQuantity,
  documentStyle,
  moneyQuantity,
  printedUnit,
} from "../../src/audit/arithmetic/quantity.ts";
import { type Figure, readShape } from "../../src/audit/text/figures.ts";
import { moneyText } from "../../src/audit/wording.ts";

const figures = (text: string) => readShape(text).figures;
function figure(text: string): Figure {
  const [first] = figures(text);
  if (first === undefined) throw new Error(`“${text}” 里没有数`);
  return first;
}

test.each([
  ["1.00万元", "万元"],
  ["1.00万", "万元"],
  ["1.00亿元", "亿元"],
  ["1.00亿", "亿元"],
  ["1.00元", "元"],
  ["1.00", null],
  ["3辆", null],
])("%s 的单位是 %s", (text, unit) => expect(printedUnit(figure(text))).toBe(unit));

const STYLE = { moneyUnit: "万元", usualPlaces: { 元: 0, 万元: 2, 亿元: 2 } } as const;

describe("印出的金额，真值在哪个范围里（分）", () => {
  test.each([
    ["12.30万元", "万元", 12_295_000, 12_304_999, 12_300_000],
    // 省去了末尾的零：8 万元在两位小数的说明里是 8.00 万元。
    ["8万元", "万元", 7_995_000, 8_004_999, 8_000_000],
    ["8.123万元", "万元", 8_122_500, 8_123_499, 8_123_000],
    // 印到分的万元数没有舍入。
    ["8.123456万元", "万元", 8_123_456, 8_123_456, 8_123_456],
    // 负数四舍五入也是半个末位，只是方向相反。
    ["-12.30万元", "万元", -12_304_999, -12_295_000, -12_300_000],
    // 零可正可负。
    ["0.00万元", "万元", -4_999, 4_999, 0],
    ["1200元", "元", 119_950, 120_049, 120_000],
    ["1200.50元", "元", 120_050, 120_050, 120_050],
    ["0元", "元", -49, 49, 0],
    ["1.25亿元", "亿元", 12_450_000_000, 12_549_999_999, 12_500_000_000],
    // 同一个数按另一个单位看。
    ["12.30元", "万元", 12_295_000, 12_304_999, 12_300_000],
  ] as const)("%s", (text, unit, low, high, point) => {
    expect(moneyQuantity(figure(text), unit, STYLE)).toEqual({ low, high, point });
  });

  test("大得算不了", () => {
    expect(moneyQuantity(figure("99999999999999.00亿元"), "亿元", STYLE)).toBeNull();
  });
});

test("计数没有舍入", () => {
  expect(countQuantity(figure("12批次"))).toEqual({ low: 12, high: 12, point: 12 });
});

describe("这份说明的写法", () => {
  test.each([
    ["万元多", "1.00万元、2.00万元、3元", "万元", { 元: 0, 万元: 2, 亿元: 2 }],
    ["元多", "1.00万元、2.50元、3元、4.10元", "元", { 元: 2, 万元: 2, 亿元: 2 }],
    ["一样多的算万元", "1.00万元、3元", "万元", { 元: 0, 万元: 2, 亿元: 2 }],
    ["只写“万”的也是万元", "1.00万、2.00万、3元", "万元", { 元: 0, 万元: 2, 亿元: 2 }],
    ["小数位数取最常见的", "1.1万元、2.2万元、3.33万元", "万元", { 元: 0, 万元: 1, 亿元: 2 }],
    ["次数一样的取位数多的", "1.1万元、3.33万元", "万元", { 元: 0, 万元: 2, 亿元: 2 }],
    ["次数一样的取位数多的，不论先后", "3.33万元、1.1万元", "万元", { 元: 0, 万元: 2, 亿元: 2 }],
    ["整数是省去了零，不算", "1万元、2万元、3.333万元", "万元", { 元: 0, 万元: 3, 亿元: 2 }],
    ["亿元另算", "1.234亿元", "万元", { 元: 0, 万元: 2, 亿元: 3 }],
    [
      "百分数、个数、没有单位的不算",
      "5.125%、3辆、7.125、单价100.5元以上",
      "万元",
      STYLE.usualPlaces,
    ],
    ["没有金额", "收入增加", "万元", STYLE.usualPlaces],
  ] as const)("%s", (_, text, moneyUnit, usualPlaces) => {
    expect(documentStyle(figures(text))).toEqual({ moneyUnit, usualPlaces });
  });
});

test.each([
  [84_458_000, "万元", "84.46万元"],
  [80_000_000, "万元", "80.00万元"],
  [84_458_050, "元", "844580.50元"],
] as const)("%d 分在以%s计的说明里写作 %s", (cents, moneyUnit, text) => {
  expect(moneyText(cents, { ...STYLE, moneyUnit })).toBe(text);
});
