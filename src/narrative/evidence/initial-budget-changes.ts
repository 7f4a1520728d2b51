import { appropriationExpenditure, appropriationInitialBudget } from "../facts/appropriation.ts";
import type { Book } from "../facts/book.ts";
import { initiallyBudgetedClasses } from "../facts/initial-budgets.ts";
import type { Money } from "../facts/known.ts";
import { threePublicActual, threePublicInitialBudget } from "../facts/three-public.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { ChangeKey } from "./evidence.ts";

const GENERAL = "一般公共预算财政拨款";
export const THREE_PUBLIC_INITIAL: ChangeKey = "三公经费完成年初预算";
export const GENERAL_INITIAL: ChangeKey = `${GENERAL}支出完成年初预算`;
const ITEM = "各项完成年初预算.";

/** `各项完成年初预算.2010301` 里的科目编码；不是的为 null。 */
export function initialBudgetItemCode(change: ChangeKey): string | null {
  return change.startsWith(ITEM) ? change.slice(ITEM.length) : null;
}

/**
 * 与年初预算比的变动的两头：三公经费、一般公共预算支出合计、各项。不是这几个变动的为 null。
 */
export function initialBudgetMeasured(
  change: ChangeKey,
  current: Book,
  inputs: Inputs,
): { subject: string; against: "预算"; now: Money; before: Money } | null {
  if (change === THREE_PUBLIC_INITIAL) {
    return {
      subject: "“三公”经费支出",
      against: "预算",
      now: threePublicActual(current, "支出合计"),
      before: threePublicInitialBudget(current, "支出合计"),
    };
  }
  if (change === GENERAL_INITIAL) {
    return {
      subject: `${GENERAL}支出`,
      against: "预算",
      now: appropriationExpenditure(current, GENERAL),
      before: appropriationInitialBudget(current, GENERAL),
    };
  }
  const code = initialBudgetItemCode(change);
  if (code === null) return null;
  const item = initiallyBudgetedClasses(current, inputs)
    .flatMap(({ items }) => items)
    .find((each) => each.code === code);
  return item === undefined
    ? null
    : { subject: item.title, against: "预算", now: item.amount, before: item.initialBudget };
}
