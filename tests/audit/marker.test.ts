import { expect, test } from "vitest";
import { readMarker } from "../../src/audit/structure/marker.ts";

/** 段首 → 层次、序号、序号的写法、其后的文字。 */
const MARKED: Readonly<Record<string, readonly [string, string, string, string]>> = {
  "第二部分 2023年度部门决算情况说明": ["part", "二", "第二部分", "2023年度部门决算情况说明"],
  第十二部分: ["part", "十二", "第十二部分", ""],
  "一、收入支出决算总体情况说明": ["section", "一", "一、", "收入支出决算总体情况说明"],
  "十一、 其他": ["section", "十一", "十一、", "其他"],
  "（三）一般公共预算": ["topic", "三", "（三）", "一般公共预算"],
  "三）一般公共预算": ["topic", "三", "三）", "一般公共预算"],
  "（12）印刷费": ["detail", "12", "（12）", "印刷费"],
  "1.教育支出": ["item", "1", "1.", "教育支出"],
  "12、住房保障支出": ["item", "12", "12、", "住房保障支出"],
};

test.each(Object.entries(MARKED))("%s", (text, [level, number, printed, title]) => {
  expect(readMarker(text)).toEqual({ level, number, printed, title });
});

test.each([
  "",
  "本年收入合计",
  "1.5万元",
  "123.印刷费",
  "第二季度",
  "一是加强管理",
  "（境）外",
  "（123）",
  "共一、",
  "一般公共预算（一）",
])("“%s”没有序号", (text) => {
  expect(readMarker(text)).toBeNull();
});
