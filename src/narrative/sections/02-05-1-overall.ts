import type { DraftContext } from "../context.ts";
import { appropriationExpenditure } from "../facts/appropriation.ts";
import { expenditureOfYear } from "../facts/expenditure.ts";
import type { Money } from "../facts/known.ts";
import { isMissing } from "../facts/known.ts";
import type { SectionBuilder } from "../section.ts";
import { changeWording } from "../wording/change.ts";
import { changeChart } from "../wording/chart.ts";
import { wan } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { plainText } from "../wording/plain-text.ts";
import { reasonRun } from "../wording/reason.ts";
import { paragraph, type Run } from "../wording/run.ts";
import { shareRuns } from "../wording/share.ts";
import { yearBars } from "../wording/year-bars.ts";
import { lastYear, thisYear } from "../wording/years.ts";

const ID = "二.五.（一）";
const SUBJECT = "一般公共预算财政拨款支出";

export const section: SectionBuilder = {
  id: ID,
  order: 206,
  build: (context) => {
    const amount = appropriationExpenditure(context.current, "一般公共预算财政拨款");
    const prior = appropriationExpenditure(context.prior, "一般公共预算财政拨款");
    const share = shareRuns(
      amount,
      expenditureOfYear(context.current),
      context.style,
      "本年支出合计的",
    );
    return headed(ID, `（一）${SUBJECT}决算总体情况`, "heading2", [
      paragraph(`${ID}/正文`, "body", [
        thisYear(context),
        SUBJECT,
        wan(amount, context.style),
        share,
        "。",
        changeSentence(context, amount, prior),
      ]),
      changeChart(`${ID}/图5`, 5, `${SUBJECT}决算变动情况图`, yearBars(context, amount, prior)),
    ]);
  },
};

function changeSentence(context: DraftContext, amount: Money, prior: Money): Run {
  const { style } = context;
  const { direction, words } = changeWording(amount, prior, style);
  if (direction === "持平") return [SUBJECT, "与", lastYear(context), "持平。"];
  const base = style.showBase && !isMissing(prior) ? wan(prior, style) : "";
  const sentence: Run[] = ["与", lastYear(context), base, `相比，${SUBJECT}`, words, "。"];
  if (direction === "未知") return sentence;
  const asks = `${SUBJECT}${plainText(words)}，主要变动原因是什么。`;
  return [
    sentence,
    "主要变动原因是",
    reasonRun(context, "一般公共预算财政拨款支出增减", "增减原因", asks),
    "。",
  ];
}
