import { appropriationExpenditure, functionalClasses } from "../facts/appropriation.ts";
import { isMissing, occurs } from "../facts/known.ts";
import type { SectionBuilder } from "../section.ts";
import { pieChart } from "../wording/chart.ts";
import { wan } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { paragraph } from "../wording/run.ts";
import { sharedParts } from "../wording/share.ts";
import { thisYear } from "../wording/years.ts";

const ID = "二.五.（二）";
const SUBJECT = "一般公共预算财政拨款支出";

export const section: SectionBuilder = {
  id: ID,
  order: 207,
  build: (context) => {
    const total = appropriationExpenditure(context.current, "一般公共预算财政拨款");
    const classes = functionalClasses(context.current).filter(({ amount }) => occurs(amount));
    const listed =
      isMissing(total) && classes.every(({ amount }) => isMissing(amount)) ? [] : classes;
    return headed(ID, `（二）${SUBJECT}决算结构情况`, "heading2", [
      paragraph(`${ID}/正文`, "body", [
        thisYear(context),
        SUBJECT,
        wan(total, context.style),
        listed.length === 0
          ? ""
          : ["，主要用于以下方面：", sharedParts(listed, total, context.style)],
        "。",
      ]),
      ...pieChart(`${ID}/图6`, 6, `${SUBJECT}决算结构图`, classes),
    ]);
  },
};
