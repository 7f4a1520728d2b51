import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellAddress,
  columnIndex,
  columnName,
  parseAddress,
} from "../../src/workbook/addresses.ts";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("第 %i 列是 %s", (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(columnIndex(name)).toBe(index);
});

test("行列与地址互相还原", () => {
  fc.assert(
    fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
      expect(parseAddress(cellAddress(row, column))).toEqual({ row, column });
    }),
  );
});

test("带 $ 与小写的地址", () => {
  expect(parseAddress("$E$7")).toEqual({ row: 6, column: 4 });
  expect(parseAddress("e7")).toEqual({ row: 6, column: 4 });
});

test.each(["", "E", "7", "E0", "E07", "XFE1", "A1048577", "AAAA1", "A1:B2", "A-1", "Ａ1"])(
  "「%s」不是地址",
  (text) => {
    expect(parseAddress(text)).toBeUndefined();
  },
);

test("无效的行列号抛 RangeError", () => {
  expect(() => columnName(-1)).toThrow(RangeError);
  expect(() => columnName(1.5)).toThrow(RangeError);
  expect(() => cellAddress(-1, 0)).toThrow(RangeError);
});
