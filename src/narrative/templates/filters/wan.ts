import { wan } from "../../wording/figures.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "万元",
  meaning: "以万元印出，带单位，小数和末尾的零按写法。金额不写筛选时就是这样。",
  example: "{收入总计｜万元} → 1234.5万元",
  accepts: ["金额"],
  args: [],
  gives: "文字",
  apply: (value, _, style) => ({ kind: "文字", run: wan(moneyOf(value), style) }),
};
