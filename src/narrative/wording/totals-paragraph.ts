import type { DraftContext } from "../context.ts";
import type { Paragraph } from "../draft.ts";
import { isMissing } from "../facts/known.ts";
import type { Totals } from "../facts/totals.ts";
import { type ChangeWording, changeWording } from "./change.ts";
import { wan } from "./figures.ts";
import { plainText } from "./plain-text.ts";
import { reasonRun } from "./reason.ts";
import { paragraph, type Run } from "./run.ts";
import { lastYear, thisYear } from "./years.ts";

export interface TotalsSubject {
  /** `` 或 `财政拨款`。 */
  readonly subject: string;
  /** 年初结转的叫法。 */
  readonly carryover: string;
  readonly reasonKey: string;
}

/** 一、四两节的正文：收支总计、与上年相比的增减、原因。收支总计两边不等时不能合写。 */
export function totalsParagraph(
  context: DraftContext,
  id: string,
  current: Totals,
  prior: Totals,
  subject: TotalsSubject,
): Paragraph {
  const together = context.style.totals === "合写" && sameBothSides(current);
  const runs = together
    ? combined(context, current, prior, subject)
    : separate(context, current, prior, subject);
  return paragraph(id, "body", runs);
}

function sameBothSides({ income, expenditure }: Totals): boolean {
  if (isMissing(income) || isMissing(expenditure)) return true;
  return income.cents === expenditure.cents;
}

function combined(
  context: DraftContext,
  current: Totals,
  prior: Totals,
  { subject, reasonKey }: TotalsSubject,
): Run[] {
  const { style } = context;
  const name = `${subject}收、支总计`;
  const change = changeWording(current.income, prior.income, style, {
    each: "各",
    nothing: "此项收支",
  });
  return [
    thisYear(context),
    `${name}均为`,
    wan(current.income, style),
    "。",
    ...changeSentence(context, [{ name, change }], prior, reasonKey),
  ];
}

function separate(
  context: DraftContext,
  current: Totals,
  prior: Totals,
  { subject, carryover, reasonKey }: TotalsSubject,
): Run[] {
  const { style } = context;
  return [
    thisYear(context),
    `${subject}收入总计`,
    wan(current.income, style),
    `，其中${carryover}`,
    wan(current.openingCarryover, style),
    `；${subject}支出总计`,
    wan(current.expenditure, style),
    "。",
    ...changeSentence(
      context,
      [
        {
          name: `${subject}收入总计`,
          change: changeWording(current.income, prior.income, style, { nothing: "此项收入" }),
        },
        {
          name: `${subject}支出总计`,
          change: changeWording(current.expenditure, prior.expenditure, style),
        },
      ],
      prior,
      reasonKey,
    ),
  ];
}

function changeSentence(
  context: DraftContext,
  parts: readonly { readonly name: string; readonly change: ChangeWording }[],
  prior: Totals,
  reasonKey: string,
): Run[] {
  if (parts.every(({ change }) => change.direction === "持平")) {
    return [parts.map(({ name }) => name).join("、"), "与", lastYear(context), "持平。"];
  }
  const base: Run =
    context.style.showBase && !isMissing(prior.income) ? wan(prior.income, context.style) : "";
  const words = parts.map(
    ({ name, change }, index): Run => [
      index === 0 ? "" : "；",
      name,
      change.direction === "持平" ? "持平" : change.words,
    ],
  );
  const sentence: Run[] = ["与", lastYear(context), base, "相比，", ...words, "。"];
  // 没有上年数就不知道方向，不问原因。
  if (parts.some(({ change }) => change.direction === "未知")) return sentence;
  const asks = `${plainText(words)}，主要变动原因是什么。`;
  return [...sentence, "主要变动原因是", reasonRun(context, reasonKey, "增减原因", asks), "。"];
}
