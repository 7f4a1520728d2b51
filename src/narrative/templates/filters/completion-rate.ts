import { isMissing, quotient } from "../../facts/known.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "完成率",
  meaning: "决算数是预算数的百分之几，只有数。预算数为零时算不出，留成待补充。",
  example: "{公务接待费｜完成率 公务接待费全年预算数} → 98.76%",
  accepts: ["金额"],
  args: [{ name: "预算数", kind: "金额", meaning: "全年预算数或年初预算数" }],
  gives: "比率",
  apply: (value, [of]) => {
    const actual = moneyOf(value);
    const budget = moneyOf(of);
    const name = `${actual.name}完成预算率`;
    if (!isMissing(actual) && !isMissing(budget) && budget.cents === 0) {
      const asks = `${budget.name}为零，算不出${name}，请改写这句话。`;
      return { kind: "比率", fact: { kind: "missing", name, gap: name, asks } };
    }
    return { kind: "比率", fact: quotient(name, actual, budget) };
  },
};
