import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate, numberText } from "../../src/workbook/cell-text.ts";

test("数字文本没有科学记数法，且还原同一个双精度数", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = numberText(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value === 0 ? 0 : value);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [17509241.45, "17509241.45"],
  [1e21, "1000000000000000000000"],
  [1.5e21, "1500000000000000000000"],
  [1e-7, "0.0000001"],
  [-1.25e-9, "-0.00000000125"],
  [-0, "0"],
  [0.1 + 0.2, "0.30000000000000004"],
])("%d 写成 %s", (value, text) => {
  expect(numberText(value)).toBe(text);
});

test.each([
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [61, false, "1900-03-01"],
  [45657, false, "2024-12-31"],
  [45657.5, false, "2024-12-31T12:00:00"],
  [45657.999999, false, "2025-01-01"],
  [0.25, false, "06:00:00"],
  [44195, true, "2024-12-31"],
  [2958465, false, "9999-12-31"],
])("序列值 %d（1904 制 %s）是 %s", (serial, date1904, text) => {
  expect(isoDate(serial, date1904)).toBe(text);
});

test.each([0, -1, 60, 2958466, 1e300])("序列值 %d 不是日期", (serial) => {
  expect(isoDate(serial, false)).toBeUndefined();
});
