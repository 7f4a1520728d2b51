import { totals } from "../facts/totals.ts";
import type { SectionBuilder } from "../section.ts";
import { changeChart } from "../wording/chart.ts";
import { headed } from "../wording/headed.ts";
import { totalsParagraph } from "../wording/totals-paragraph.ts";
import { yearBars } from "../wording/year-bars.ts";

const TITLE = "一、收入支出决算总体情况说明";

export const section: SectionBuilder = {
  id: "二.一",
  order: 201,
  build: (context) => {
    const current = totals(context.current);
    const prior = totals(context.prior);
    return headed("二.一", TITLE, "heading1", [
      totalsParagraph(context, "二.一/正文", current, prior, {
        subject: "",
        carryover: "年初结转和结余",
        reasonKey: "收支总计增减",
      }),
      changeChart(
        "二.一/图1",
        1,
        "收、支决算总计变动情况图",
        yearBars(context, current.income, prior.income),
      ),
    ]);
  },
};
