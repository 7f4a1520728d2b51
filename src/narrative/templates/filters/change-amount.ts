import { changeBetween } from "../../facts/change.ts";
import { difference } from "../../facts/known.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "增减额",
  meaning: "与另一年的数相差多少，总为正，方向另写。",
  example: "{收入总计｜增减额 上年收入总计} → 129.66万元",
  accepts: ["金额"],
  args: [{ name: "上年数", kind: "金额", meaning: "和谁比" }],
  gives: "金额",
  apply: (value, [other]) => {
    const current = moneyOf(value);
    const prior = moneyOf(other);
    const change = changeBetween(current, prior);
    const fact =
      change.kind === "changed"
        ? change.amount
        : change.kind === "missing"
          ? change.missing
          : difference(`${current.name}增减额`, current, prior);
    return { kind: "金额", fact };
  },
};
