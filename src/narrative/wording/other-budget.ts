import type { DraftContext } from "../context.ts";
import type { Paragraph } from "../draft.ts";
import { appropriationBudget, appropriationExpenditure } from "../facts/appropriation.ts";
import type { BudgetKind } from "../facts/budget-kind.ts";
import { functionalItems, itemTable } from "../facts/functional-items.ts";
import { isMissing, isZero, occurs } from "../facts/known.ts";
import { missingTable } from "../facts/read-cells.ts";
import { completionWording } from "./completion.ts";
import { missingRun, wan } from "./figures.ts";
import { textRun } from "./reason.ts";
import { paragraph } from "./run.ts";
import { thisYear } from "./years.ts";

/** 八、九两节：为零时一句话；不为零时另逐项写出金额和用途。`useKey` 是填报文件里写用途的键。 */
export function otherBudgetParagraphs(
  context: DraftContext,
  id: string,
  kind: BudgetKind,
  useKey: string,
): Paragraph[] {
  const { style } = context;
  const total = appropriationExpenditure(context.current, kind);
  const budget = appropriationBudget(context.current, kind);
  const quiet = isMissing(total) || (isZero(total) && isZero(budget));
  const head = paragraph(`${id}/正文`, "body", [
    thisYear(context),
    `${kind}支出`,
    wan(total, style),
    quiet ? "" : ["，", completionWording(total, budget, style).words],
    !occurs(total) || isMissing(total) ? "。" : "。其中：",
  ]);
  if (!occurs(total) || isMissing(total)) return [head];
  if (itemTable(context.current, kind) === undefined) {
    const form = kind === "政府性基金预算财政拨款" ? "财决09" : "财决11";
    const absent = missingTable(context.current, `${kind}各项支出`, form);
    return [head, paragraph(`${id}/各项`, "body", [missingRun(absent)])];
  }
  const items = functionalItems(context.current, kind).filter(({ amount }) => occurs(amount));
  return [
    head,
    ...items.map(({ code, title, amount }, index) =>
      paragraph(`${id}/${code}`, "body", [
        `${index + 1}.${title}：支出决算为`,
        wan(amount, style),
        "，主要用于",
        textRun(context, [useKey, code], "主要用途", `${title}的支出主要用于什么。`),
        "。",
      ]),
    ),
  ];
}
