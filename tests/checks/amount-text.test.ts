import { expect, test } from "vitest";
import { amountText, cellText, quantityText } from "../../src/checks/amount-text.ts";
import { buildTableSets } from "./case-tables.ts";

test("分写成元，计数写整数；负数、不足一元、很大的数", () => {
  expect([0, 5, 50, 500, -5, -123_456].map((cents) => amountText(cents, "money"))).toEqual([
    "0.00",
    "0.05",
    "0.50",
    "5.00",
    "-0.05",
    "-1234.56",
  ]);
  expect([0, -0, 7, -1234].map((count) => amountText(count, "count"))).toEqual([
    "0",
    "0",
    "7",
    "-1234",
  ]);
  expect(amountText(1.6, "money")).toBe("0.02");
});

test("供人看的：千分位、元", () => {
  expect(quantityText(123_456_789_012, "money")).toBe("1,234,567,890.12 元");
  expect(quantityText(99_999, "money")).toBe("999.99 元");
  expect(quantityText(-100_000, "money")).toBe("-1,000.00 元");
  expect(quantityText(1_234_567, "count")).toBe("1,234,567");
});

test("一格的数：空白、破折号照说，印成万元的照印，计数不带元，表上没有的说没有", () => {
  const { current } = buildTableSets({
    数据: {
      "财决附03[统计.国内公务接待批次, 决算数]": 1234,
      "财决附03[三公.公务接待费, 决算数]": 1234,
      "财决附03[三公.国内接待费, 决算数]": "12.3万元",
      "财决附03[三公.公务用车购置费, 决算数]": "—",
    },
  });
  const table = current.byForm.get("财决附03");
  if (table === undefined) throw new Error("没有财决附03");
  const width = table.columns.length;
  const column = table.columnIndex.get("决算数") ?? -1;
  const at = (row: string) => (table.rowIndex.get(row) ?? -1) * width + column;
  expect(cellText(table, at("统计.国内公务接待批次"))).toBe("1,234");
  expect(cellText(table, at("三公.公务接待费"))).toBe("1,234.00 元");
  expect(cellText(table, at("三公.国内接待费"))).toBe("12.3万元");
  expect(cellText(table, at("三公.公务用车购置费"))).toBe("—");
  expect(cellText(table, at("三公.因公出国（境）费"))).toBe("空白");
  expect(cellText(table, table.state.indexOf("absent"))).toBe("没有这一格");
  (table.raw as string[])[at("三公.国内接待费")] = "万元：12.3";
  expect(cellText(table, at("三公.国内接待费"))).toBe("万元：12.3 万元");
  (table.raw as string[])[at("三公.国内接待费")] = "12.3";
  expect(cellText(table, at("三公.国内接待费"))).toBe("12.3 万元");
});
