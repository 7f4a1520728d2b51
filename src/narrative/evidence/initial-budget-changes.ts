import { appropriationExpenditure, appropriationInitialBudget } from "../facts/appropriation.ts";
import type { Book } from "../facts/book.ts";
import { initiallyBudgetedClasses } from "../facts/initial-budgets.ts";
import type { Money } from "../facts/known.ts";
import { threePublicActual, threePublicInitialBudget } from "../facts/three-public.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { ChangeKey } from "./evidence.ts";

const GENERAL = "一般公共预算财政拨款";
const ITEM = "各项完成年初预算.";

/**
 * 与年初预算比的变动的两头：三公经费、一般公共预算支出合计、各项。年中怎样调整预算报表上看不全，
 * 所以只量两头（看得出原因写反了没有），不拆成部分，也不推断原因。不是这几个变动的为 null。
 */
export function initialBudgetMeasured(
  change: ChangeKey,
  current: Book,
  inputs: Inputs,
): { subject: string; against: "预算"; now: Money; before: Money } | null {
  if (change === "三公经费完成年初预算") {
    return {
      subject: "“三公”经费支出",
      against: "预算",
      now: threePublicActual(current, "支出合计"),
      before: threePublicInitialBudget(current, "支出合计"),
    };
  }
  if (change === `${GENERAL}支出完成年初预算`) {
    return {
      subject: `${GENERAL}支出`,
      against: "预算",
      now: appropriationExpenditure(current, GENERAL),
      before: appropriationInitialBudget(current, GENERAL),
    };
  }
  if (!change.startsWith(ITEM)) return null;
  const code = change.slice(ITEM.length);
  const item = initiallyBudgetedClasses(current, inputs)
    .flatMap(({ items }) => items)
    .find((each) => each.code === code);
  return item === undefined
    ? null
    : { subject: item.title, against: "预算", now: item.amount, before: item.initialBudget };
}
