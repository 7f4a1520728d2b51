import { changeBetween } from "../../facts/change.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "增减方向",
  meaning:
    "与另一年的数相比的方向：增加、减少、持平（恰好相等）、未知（取不到数）。多用在“如果”里。",
  example: "{如果 收入总计｜增减方向 上年收入总计 是 “持平”}",
  accepts: ["金额"],
  args: [{ name: "上年数", kind: "金额", meaning: "和谁比" }],
  gives: "文字",
  apply: (value, [prior]) => {
    const change = changeBetween(moneyOf(value), moneyOf(prior));
    const words = { missing: "未知", same: "持平" } as const;
    return { kind: "文字", run: change.kind === "changed" ? change.direction : words[change.kind] };
  },
};
