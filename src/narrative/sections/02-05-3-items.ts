import type { DraftContext } from "../context.ts";
import type { Paragraph } from "../draft.ts";
import { appropriationBudget, appropriationExpenditure } from "../facts/appropriation.ts";
import { type BudgetedItem, budgetedClasses, hasItemTable } from "../facts/item-budgets.ts";
import { isZero } from "../facts/known.ts";
import { missingTable } from "../facts/read-cells.ts";
import type { SectionBuilder } from "../section.ts";
import { type BudgetOutcome, completionWording } from "../wording/completion.ts";
import { missingRun, wan } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { itemReasonRun } from "../wording/reason.ts";
import { paragraph, type Run } from "../wording/run.ts";
import { thisYear } from "../wording/years.ts";

const ID = "二.五.（三）";
const KIND = "一般公共预算财政拨款";

export const section: SectionBuilder = {
  id: ID,
  order: 208,
  build: (context) => {
    const items = budgetedClasses(context.current, context.inputs).flatMap(({ items }) => items);
    const lines = hasItemTable(context.current)
      ? items.map((item, index) => itemLine(context, item, index + 1))
      : [
          paragraph(`${ID}/各项`, "body", [
            missingRun(missingTable(context.current, "各项支出决算数", "财决08")),
          ]),
        ];
    return headed(ID, `（三）${KIND}支出决算具体情况`, "heading2", [
      head(context, items.length > 0),
      ...lines,
    ]);
  },
};

function head(context: DraftContext, hasLines: boolean): Paragraph {
  const { style } = context;
  const actual = appropriationExpenditure(context.current, KIND);
  const budget = appropriationBudget(context.current, KIND);
  const completion = completionWording(actual, budget, style, { verb: completionVerb(context) });
  return paragraph(`${ID}/合计`, "body", [
    thisYear(context),
    "一般公共预算支出",
    style.itemBudget ? ["全年预算数为", wan(budget, style), "，"] : "",
    "决算数为",
    wan(actual, style),
    isZero(actual) && isZero(budget) ? "" : ["，", completion.words],
    hasLines ? "。其中：" : "。",
  ]);
}

function itemLine(context: DraftContext, item: BudgetedItem, number: number): Paragraph {
  const { style } = context;
  const completion = completionWording(item.amount, item.budget, style, {
    verb: completionVerb(context),
  });
  return paragraph(`${ID}/${item.code}`, "body", [
    `${number}.${item.title}：`,
    style.itemBudget ? ["全年预算数为", wan(item.budget, style), "，"] : "",
    "支出决算为",
    wan(item.amount, style),
    "，",
    completion.words,
    outcomeRuns(context, item, completion.outcome),
    "。",
  ]);
}

function completionVerb(context: DraftContext): string {
  return context.style.itemBudget ? "完成全年预算的" : "完成预算";
}

/** `，决算数大于预算数的主要原因是…`；相等时按写法。 */
function outcomeRuns(context: DraftContext, item: BudgetedItem, outcome: BudgetOutcome): Run {
  const { code, title } = item;
  if (outcome === "大于" || outcome === "小于") {
    const asks = `${title}决算数${outcome}全年预算数的主要原因是什么。`;
    return [`，决算数${outcome}预算数的主要原因是`, itemReasonRun(context, code, asks)];
  }
  if (outcome !== "等于" || context.style.onBudget === "不写") return "";
  if (context.style.onBudget === "写明") return "，决算数等于预算数";
  const asks =
    "各项决算数等于预算数的主要原因是什么（各项共用；个别项不同的，在“各项完成预算”下按科目编码填）。";
  return ["，决算数等于预算数的主要原因是", itemReasonRun(context, code, asks, "各项与预算持平")];
}
