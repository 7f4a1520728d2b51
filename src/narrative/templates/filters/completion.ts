import { completionWording } from "../../wording/completion.ts";
import { moneyOf, type TemplateFilter, textOf } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "完成",
  meaning:
    "决算数完成预算的说法。预算数为零时写“年初未安排预算”；给了年初预算数而它不为零的，写“全年预算数为零”。不等而舍入为 100% 的写“不足100%”“超过100%”。取不到数时留成待补充。",
  example: "{公务接待费｜完成 公务接待费全年预算数} → 完成预算98.76%",
  accepts: ["金额"],
  args: [
    { name: "预算数", kind: "金额", meaning: "全年预算数" },
    { name: "说法", kind: "文字", meaning: "缺省“完成预算”", optional: true },
    { name: "年初预算数", kind: "金额", meaning: "用来分清年初有没有安排", optional: true },
  ],
  gives: "文字",
  apply: (value, [budget, verb, initial], style) => ({
    kind: "文字",
    run: completionWording(moneyOf(value), moneyOf(budget), style, {
      verb: textOf(verb, "完成预算"),
      ...(initial === undefined ? {} : { initial: moneyOf(initial) }),
    }).words,
  }),
};
