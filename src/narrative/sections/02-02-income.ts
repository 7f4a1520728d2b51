import { incomeOfYear, incomeSources } from "../facts/income.ts";
import { occurs } from "../facts/known.ts";
import type { SectionBuilder } from "../section.ts";
import { pieChart } from "../wording/chart.ts";
import { headed } from "../wording/headed.ts";
import { structureParagraph } from "../wording/structure-paragraph.ts";

export const section: SectionBuilder = {
  id: "二.二",
  order: 202,
  build: (context) => {
    const total = incomeOfYear(context.current);
    const sources = incomeSources(context.current);
    const occurring = sources.filter(({ amount }) => occurs(amount));
    const listed = context.style.zeroRows === "列出" ? sources : occurring;
    return headed("二.二", "二、收入决算情况说明", "heading1", [
      structureParagraph(context, "二.二/正文", "本年收入合计", total, listed),
      ...pieChart("二.二/图2", 2, "收入决算结构图", occurring),
    ]);
  },
};
