import { appropriationTotals } from "../facts/totals.ts";
import type { SectionBuilder } from "../section.ts";
import { changeChart } from "../wording/chart.ts";
import { headed } from "../wording/headed.ts";
import { totalsParagraph } from "../wording/totals-paragraph.ts";
import { yearBars } from "../wording/year-bars.ts";

const TITLE = "四、财政拨款收入支出决算总体情况说明";

export const section: SectionBuilder = {
  id: "二.四",
  order: 204,
  build: (context) => {
    const current = appropriationTotals(context.current);
    const prior = appropriationTotals(context.prior);
    return headed("二.四", TITLE, "heading1", [
      totalsParagraph(context, "二.四/正文", current, prior, {
        subject: "财政拨款",
        carryover: "年初财政拨款结转和结余",
        reasonKey: "财政拨款收支总计增减",
      }),
      changeChart(
        "二.四/图4",
        4,
        "财政拨款收、支决算总计变动情况图",
        yearBars(context, current.income, prior.income),
      ),
    ]);
  },
};
