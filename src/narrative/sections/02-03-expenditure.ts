import { expenditureKinds, expenditureOfYear } from "../facts/expenditure.ts";
import { occurs } from "../facts/known.ts";
import type { SectionBuilder } from "../section.ts";
import { pieChart } from "../wording/chart.ts";
import { headed } from "../wording/headed.ts";
import { structureParagraph } from "../wording/structure-paragraph.ts";

export const section: SectionBuilder = {
  id: "二.三",
  order: 203,
  build: (context) => {
    const total = expenditureOfYear(context.current);
    const kinds = expenditureKinds(context.current);
    const occurring = kinds.filter(({ amount }) => occurs(amount));
    const listed = context.style.zeroRows === "列出" ? kinds : occurring;
    return headed("二.三", "三、支出决算情况说明", "heading1", [
      structureParagraph(context, "二.三/正文", "本年支出合计", total, listed),
      ...pieChart("二.三/图3", 3, "支出决算结构图", occurring),
    ]);
  },
};
