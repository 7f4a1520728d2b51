import { missingRun, wan } from "../../wording/figures.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "数",
  meaning: "金额以万元印出而不带单位，单位由模板写；不足 0.005 万元、只能以元印出的仍带“元”。",
  example: "{收入总计｜数} → 1234.5",
  accepts: ["金额"],
  args: [],
  gives: "文字",
  apply: (value, _, style) => {
    const fact = moneyOf(value);
    if (fact.kind === "missing") return { kind: "文字", run: missingRun(fact) };
    const run = wan(fact, style);
    if (run.kind === "gap" || run.moneyUnit === "元") return { kind: "文字", run };
    return { kind: "文字", run: { ...run, text: run.text.replace(/万元$/, "") } };
  },
};
