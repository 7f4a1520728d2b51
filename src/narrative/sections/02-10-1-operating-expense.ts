import type { DraftContext } from "../context.ts";
import { occurs } from "../facts/known.ts";
import { agencyOperatingExpense } from "../facts/operations.ts";
import { unitNature } from "../facts/unit-nature.ts";
import type { SectionBuilder } from "../section.ts";
import { changeWording } from "../wording/change.ts";
import { wan } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { plainText } from "../wording/plain-text.ts";
import { reasonRun } from "../wording/reason.ts";
import { gap, paragraph, type Run } from "../wording/run.ts";
import { lastYear, self, thisYear } from "../wording/years.ts";

const ID = "二.十.（一）";
const SUBJECT = "机关运行经费";

export const section: SectionBuilder = {
  id: ID,
  order: 216,
  build: (context) =>
    headed(ID, "（一）机关运行经费支出情况", "heading2", [
      paragraph(`${ID}/正文`, "body", body(context)),
    ]),
};

/** 只有行政单位和参照公务员法管理的事业单位有机关运行经费；表里却有数的照写，另列为疑点。 */
function body(context: DraftContext): Run[] {
  const amount = agencyOperatingExpense(context.current);
  if (occurs(amount)) return spent(context);
  const nature = unitNature(context.tables, context.inputs);
  if (nature === "未知") {
    const asks =
      "封面没有写明单位基本性质；行政单位、参公单位要写机关运行经费，其他事业单位写没有。";
    return [self(context), gap("单位性质", asks, ["单位性质"]), "。"];
  }
  return nature === "机关"
    ? spent(context)
    : [`${self(context)}不属于行政单位和参照公务员法管理的事业单位，没有机关运行经费支出。`];
}

function spent(context: DraftContext): Run[] {
  const amount = agencyOperatingExpense(context.current);
  const prior = agencyOperatingExpense(context.prior);
  const { direction, words } = changeWording(amount, prior, context.style);
  const head: Run[] = [
    thisYear(context),
    `，${self(context)}${SUBJECT}支出`,
    wan(amount, context.style),
  ];
  if (direction === "持平") return [...head, "，与", lastYear(context), "持平。"];
  const sentence: Run[] = [...head, "，比", lastYear(context), words, "。"];
  if (direction === "未知") return sentence;
  const asks = `${SUBJECT}比上年${plainText(words)}，主要原因是什么。`;
  return [
    ...sentence,
    "主要原因是",
    reasonRun(context, "机关运行经费增减", "增减原因", asks),
    "。",
  ];
}
