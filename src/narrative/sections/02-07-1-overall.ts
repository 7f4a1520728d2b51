import type { DraftContext } from "../context.ts";
import { isZero, type Money } from "../facts/known.ts";
import {
  threePublicActual,
  threePublicBudget,
  threePublicInitialBudget,
} from "../facts/three-public.ts";
import type { SectionBuilder } from "../section.ts";
import { changeWording } from "../wording/change.ts";
import { type BudgetOutcome, completionWording } from "../wording/completion.ts";
import { wan } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { reasonRun } from "../wording/reason.ts";
import { paragraph, type Run } from "../wording/run.ts";
import { thisYear, yearBefore } from "../wording/years.ts";

const ID = "二.七.（一）";
const SUBJECT = "“三公”经费财政拨款支出";

export const section: SectionBuilder = {
  id: ID,
  order: 211,
  build: (context) => {
    const { style } = context;
    const actual = threePublicActual(context.current, "支出合计");
    const budget = threePublicBudget(context.current, "支出合计");
    const completion = completionWording(actual, budget, style, {
      initial: threePublicInitialBudget(context.current, "支出合计"),
    });
    return headed(ID, `（一）${SUBJECT}决算总体情况说明`, "heading2", [
      paragraph(`${ID}/正文`, "body", [
        thisYear(context),
        style.itemBudget && !isZero(budget)
          ? [SUBJECT, "全年预算数为", wan(budget, style), "，决算为"]
          : [SUBJECT, "决算为"],
        wan(actual, style),
        "，",
        completion.words,
        "，",
        comparison(context, actual),
        "。",
        outcomeSentence(context, completion.outcome),
      ]),
    ]);
  },
};

function comparison(context: DraftContext, actual: Money): Run {
  const prior = threePublicActual(context.prior, "支出合计");
  const { direction, words } = changeWording(actual, prior, context.style);
  return direction === "持平"
    ? ["与", yearBefore(context), "持平"]
    : ["较", yearBefore(context), words];
}

function outcomeSentence(context: DraftContext, outcome: BudgetOutcome): Run {
  if (outcome === "未知" || outcome === "未安排") return "";
  if (outcome === "等于") {
    if (context.style.onBudget === "不写") return "";
    if (context.style.onBudget === "写明") return "决算数等于预算数。";
  }
  const words = `决算数${outcome}预算数的主要原因是`;
  const asks = `“三公”经费${words}什么。`;
  return [words, reasonRun(context, "三公经费完成预算", "原因", asks), "。"];
}
