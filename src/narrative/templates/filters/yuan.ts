import { yuanText } from "../../../money/cents.ts";
import { missingRun } from "../../wording/figures.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "元",
  meaning: "以元印出，两位小数，带单位。",
  example: "{收入总计｜元} → 12345000.00元",
  accepts: ["金额"],
  args: [],
  gives: "文字",
  apply: (value) => {
    const fact = moneyOf(value);
    if (fact.kind === "missing") return { kind: "文字", run: missingRun(fact) };
    const exact = yuanText(fact.cents);
    const { from, formula } = fact;
    const figure = { kind: "figure", text: `${exact}元`, value: exact, moneyUnit: "元" } as const;
    return { kind: "文字", run: { ...figure, from, formula } };
  },
};
