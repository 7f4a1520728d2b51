import { completionWording } from "../../wording/completion.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "预算关系",
  meaning:
    "决算数与预算数相比：大于、小于、等于、未安排（两边都为零）、未知（取不到数）。按分比较，不看印出的百分比。多用在“如果”里。",
  example: "{如果 公务接待费｜预算关系 公务接待费全年预算数 是 “小于”}",
  accepts: ["金额"],
  args: [{ name: "预算数", kind: "金额", meaning: "全年预算数或年初预算数" }],
  gives: "文字",
  apply: (value, [budget], style) => ({
    kind: "文字",
    run: completionWording(moneyOf(value), moneyOf(budget), style).outcome,
  }),
};
