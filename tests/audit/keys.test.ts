import { expect, test } from "vitest";
import { keyOf } from "../../src/audit/claims/keys.ts";
import { readDocument } from "../../src/audit/structure/document.ts";

/** 数前面的话 → 说的是哪个数；各地的写法多一个字、少一个字，说的都是它。写在“收支总体”一节。 */
const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  总计: ["收、支总计", "收入、支出总计", "收入支出决算总计", "收支", "2024年度收、支决算总计均为"],
  收入总计: ["收入总计", "收入决算总计", "总收入"],
  支出总计: ["支出总计", "支出决算总计为", "总支出"],
  本年收入: ["本年收入合计", "本年收入决算合计", "收入合计", "收入总额", "本年收入"],
  本年支出: ["本年支出合计", "本年支出决算合计", "支出合计", "支出决算总额", "本年支出"],
  财政拨款总计: ["财政拨款收、支总计", "财政拨款收入、支出决算总计"],
  财政拨款收入总计: ["财政拨款收入总计", "财政拨款收入决算总计"],
  财政拨款支出总计: ["财政拨款支出总计", "财政拨款支出决算总计"],
  一般公共预算支出: [
    "一般公共预算支出",
    "一般公共预算财政拨款支出决算总计",
    "一般公共预算拨款总支出",
  ],
  政府性基金支出: ["政府性基金支出", "政府性基金预算财政拨款支出", "政府性基金预算支出"],
  国有资本支出: ["国有资本经营支出", "国有资本经营预算财政拨款支出", "国有资本经营预算支出"],
  人员经费: ["人员经费", "其中：人员经费"],
  公用经费: ["公用经费", "日常公用经费"],
};
const [, paragraph] = readDocument(
  "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收、支总计100.00万元。\n",
).paragraphs.slice(1);

test.each(Object.entries(SAYINGS))("%s 的各种写法", (key, sayings) => {
  if (paragraph === undefined) throw new Error("没有读出正文一段");
  for (const saying of sayings) expect(keyOf(saying, paragraph), saying).toBe(key);
});

test.each(["", "会议室", "一般公共预算财政拨款收入总计"])("“%s”不是哪个数", (saying) => {
  if (paragraph === undefined) throw new Error("没有读出正文一段");
  expect(keyOf(saying, paragraph)).toBeNull();
});
