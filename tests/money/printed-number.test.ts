import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePrinted } from "../../src/money/printed-number.ts";

describe("印出的数", () => {
  test.each([
    ["12.30万元", "12.30", "12.30", 2, "万元"],
    ["12.30 万元", "12.30", "12.30", 2, "万元"],
    ["12.30万", "12.30", "12.30", 2, "万元"],
    ["1.2亿元", "1.2", "1.2", 1, "亿元"],
    ["1.2亿", "1.2", "1.2", 1, "亿元"],
    ["863.44 元", "863.44", "863.44", 2, "元"],
    ["34.54％", "34.54", "34.54", 2, "%"],
    ["100%", "100", "100", 0, "%"],
    ["1,177.29", "1,177.29", "1177.29", 2, null],
    ["１，１７７．２９", "１，１７７．２９", "1177.29", 2, null],
    ["（1.50）万元", "（1.50）", "-1.50", 2, "万元"],
    ["（1.50万元）", "（1.50万元）", "-1.50", 2, "万元"],
    ["-0.00", "-0.00", "0.00", 2, null],
    ["007.10", "007.10", "7.10", 2, null],
    [".5", ".5", "0.5", 1, null],
    ["＋1.5", "＋1.5", "1.5", 1, null],
    ["–1.5", "–1.5", "-1.5", 1, null],
    ["﹣1.5", "﹣1.5", "-1.5", 1, null],
    ["０１２３４５６７８９", "０１２３４５６７８９", "123456789", 0, null],
    ["  8 63.44\n万元 ", "8 63.44", "863.44", 2, "万元"],
  ])("%j", (text, lexeme, decimal, places, unit) => {
    const printed = parsePrinted(text);
    expect(printed).toMatchObject({ lexeme, decimal, places, unit });
    expect(text.slice(printed?.start, printed?.end)).toBe(lexeme);
  });

  test.each([
    "",
    "—",
    "一",
    "1.2.3",
    "约5万",
    "12元3角",
    "5万5",
    "2023年",
    "3-5",
    "%",
    "万元",
    "（1万）元",
  ])("%j 不是一个数", (text) => {
    expect(parsePrinted(text)).toBeNull();
  });

  test("怎么排版都读成同一个数", () => {
    const numbers = fc.tuple(fc.boolean(), fc.nat(10 ** 12), fc.integer({ min: 0, max: 4 }));
    const looks = fc.record({
      grouped: fc.boolean(),
      wide: fc.boolean(),
      brackets: fc.boolean(),
      before: fc.constantFrom("", " ", "　", "\u00a0"),
      gap: fc.constantFrom("", " ", "\n"),
      unit: fc.constantFrom("", "元", "万元", "亿元", "%"),
    });
    fc.assert(
      fc.property(numbers, looks, ([negative, digits, places], look) => {
        const padded = String(digits).padStart(places + 1, "0");
        const whole = padded.slice(0, padded.length - places);
        const fraction = places === 0 ? "" : `.${padded.slice(-places)}`;
        const decimal = `${negative && digits > 0 ? "-" : ""}${whole}${fraction}`;
        const magnitude = `${look.grouped ? grouped(whole) : whole}${fraction}`;
        const ascii = !negative ? magnitude : look.brackets ? `(${magnitude})` : `-${magnitude}`;
        const shown = look.wide ? fullWidth(ascii) : ascii;
        const text = `${look.before}${shown}${look.gap}${look.unit}`;
        expect(parsePrinted(text)).toEqual({
          lexeme: shown,
          decimal,
          places,
          unit: look.unit === "" ? null : look.unit,
          start: look.before.length,
          end: look.before.length + shown.length,
        });
      }),
    );
  });
});

function grouped(whole: string): string {
  return whole.length <= 3 ? whole : `${grouped(whole.slice(0, -3))},${whole.slice(-3)}`;
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}
