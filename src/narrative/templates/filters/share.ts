import { isMissing, quotient } from "../../facts/known.ts";
import { beforePercent, missingRun, percent } from "../../wording/figures.ts";
import { gap } from "../../wording/run.ts";
import { moneyOf, type TemplateFilter, textOf } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "占",
  meaning:
    "占另一个金额的百分比，各占比独立舍入；不到全部而舍入为 100% 的写“不足100%”，有而舍入为零的写“不足0.01%”。给了“前文”的，写成前文加百分比，合计为零或取不到数时一起不写；没有给的，算不出时留成待补充。",
  example: "{一般公共预算财政拨款支出｜占 本年支出合计 “，占”} → ，占97.52%",
  accepts: ["金额"],
  args: [
    { name: "合计", kind: "金额", meaning: "占谁的" },
    { name: "前文", kind: "文字", meaning: "写在百分比前面的话", optional: true },
  ],
  gives: "文字",
  apply: (value, [of, lead], style) => {
    const part = moneyOf(value);
    const total = moneyOf(of);
    const quiet = lead !== undefined;
    if (isMissing(part)) return { kind: "文字", run: quiet ? "" : missingRun(part) };
    if (isMissing(total)) return { kind: "文字", run: quiet ? "" : missingRun(total) };
    if (total.cents === 0) {
      const asks = `${total.name}为零，算不出${part.name}占它的比重，请改写这句话。`;
      return { kind: "文字", run: quiet ? "" : gap(`${part.name}占${total.name}比重`, asks) };
    }
    const share = percent(quotient(`${part.name}占${total.name}比重`, part, total), style);
    return { kind: "文字", run: [beforePercent(textOf(lead, ""), share), share] };
  },
};
