import { changeWording } from "../../wording/change.ts";
import { moneyOf, type TemplateFilter, textOf } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "增减",
  meaning:
    "与另一年的数相比的说法：方向、额、率，用词按写法。恰好相等时写“持平”；那一年为零时写增减额，说明增长率不可比；率舍入为零时写“不足0.01%”；取不到数时留成待补充。",
  example: "{收入总计｜增减 上年收入总计 “此项收入”} → 减少129.66万元，下降9.85%",
  accepts: ["金额"],
  args: [
    { name: "上年数", kind: "金额", meaning: "和谁比" },
    {
      name: "主语",
      kind: "文字",
      meaning: "上年为零时说“上年无……”，缺省“此项支出”",
      optional: true,
    },
    { name: "领字", kind: "文字", meaning: "写在方向前面，如“各”", optional: true },
  ],
  gives: "文字",
  apply: (value, [prior, nothing, each], style) => {
    const { direction, words } = changeWording(moneyOf(value), moneyOf(prior), style, {
      nothing: textOf(nothing, "此项支出"),
      each: textOf(each, ""),
    });
    return { kind: "文字", run: direction === "持平" ? direction : words };
  },
};
