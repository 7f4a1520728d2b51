import { appropriationExpenditure } from "../facts/appropriation.ts";
import type { Book } from "../facts/book.ts";
import { type BudgetedItem, budgetedClasses } from "../facts/item-budgets.ts";
import type { MissingFact, Money } from "../facts/known.ts";
import { agencyOperatingExpense } from "../facts/operations.ts";
import { threePublicActual, threePublicBudget } from "../facts/three-public.ts";
import { appropriationTotals, totals } from "../facts/totals.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { ChangeKey } from "./evidence.ts";
import { initialBudgetMeasured } from "./initial-budget-changes.ts";

/** 一年的表，和填报内容（各项的预算数要从里面取）。 */
export interface Books {
  readonly current: Book;
  readonly prior: Book;
  readonly inputs: Inputs;
}

/** 一个变动的两头。 */
export interface Measured {
  readonly subject: string;
  readonly against: "上年" | "预算";
  readonly now: Money;
  readonly before: Money;
}

interface YearOnYear {
  readonly subject: string;
  readonly of: (book: Book) => Money;
}

const YEAR_ON_YEAR: Readonly<Record<ChangeKey, YearOnYear>> = {
  收支总计增减: { subject: "收、支总计", of: (book) => totals(book).income },
  支出总计增减: { subject: "支出总计", of: (book) => totals(book).expenditure },
  财政拨款收支总计增减: {
    subject: "财政拨款收、支总计",
    of: (book) => appropriationTotals(book).income,
  },
  财政拨款支出总计增减: {
    subject: "财政拨款支出总计",
    of: (book) => appropriationTotals(book).expenditure,
  },
  一般公共预算财政拨款支出增减: {
    subject: "一般公共预算财政拨款支出",
    of: (book) => appropriationExpenditure(book, "一般公共预算财政拨款"),
  },
  三公经费增减: {
    subject: "“三公”经费支出",
    of: (book) => threePublicActual(book, "支出合计"),
  },
  "因公出国（境）费增减": {
    subject: "因公出国（境）费",
    of: (book) => threePublicActual(book, "因公出国（境）费"),
  },
  公务用车购置及运行维护费增减: {
    subject: "公务用车购置及运行维护费",
    of: (book) => threePublicActual(book, "公务用车购置及运行维护费"),
  },
  公务接待费增减: {
    subject: "公务接待费",
    of: (book) => threePublicActual(book, "公务接待费"),
  },
  机关运行经费增减: { subject: "机关运行经费", of: agencyOperatingExpense },
};

const ITEM_BUDGET = "各项完成预算.";

/** 与上年比的各变动。 */
export const YEAR_ON_YEAR_KEYS: readonly ChangeKey[] = Object.keys(YEAR_ON_YEAR);

export const THREE_PUBLIC_BUDGET: ChangeKey = "三公经费完成预算";

/** 填报文件里的键（`原因` 以下）写成变动的键。 */
export function changeKeyOf(path: readonly string[]): ChangeKey {
  return path.join(".");
}

/** `各项完成预算.2010301` 里的科目编码；不是各项完成预算的为 null。 */
export function budgetItemCode(change: ChangeKey): string | null {
  return change.startsWith(ITEM_BUDGET) ? change.slice(ITEM_BUDGET.length) : null;
}

/** 变动的今数和基数；不认识这个变动、本年没有这一项时为 null。 */
export function measured(change: ChangeKey, { current, prior, inputs }: Books): Measured | null {
  const yearly = YEAR_ON_YEAR[change];
  if (yearly !== undefined) {
    const { subject, of } = yearly;
    return { subject, against: "上年", now: of(current), before: of(prior) };
  }
  if (change === THREE_PUBLIC_BUDGET) {
    return {
      subject: "“三公”经费支出",
      against: "预算",
      now: threePublicActual(current, "支出合计"),
      before: threePublicBudget(current, "支出合计"),
    };
  }
  const code = budgetItemCode(change);
  if (code === null) return initialBudgetMeasured(change, current, inputs);
  const item = budgetedItems(current, inputs).get(code);
  return item === undefined
    ? null
    : { subject: item.title, against: "预算", now: item.amount, before: item.budget };
}

/** 两头都取得到时的差，以分计；取不到的为那个取不到的数。 */
export function movement({ now, before }: Measured): number | MissingFact {
  if (now.kind === "missing") return now;
  if (before.kind === "missing") return before;
  return now.cents - before.cents;
}

/** 一份草稿要逐项问到，各项的预算数只算一遍。 */
const budgetedOf = new WeakMap<Book, WeakMap<Inputs, ReadonlyMap<string, BudgetedItem>>>();

function budgetedItems(book: Book, inputs: Inputs): ReadonlyMap<string, BudgetedItem> {
  const known = budgetedOf.get(book)?.get(inputs);
  if (known !== undefined) return known;
  const items = new Map(
    budgetedClasses(book, inputs).flatMap((each) => each.items.map((item) => [item.code, item])),
  );
  const ofBook = budgetedOf.get(book) ?? new WeakMap();
  budgetedOf.set(book, ofBook.set(inputs, items));
  return items;
}
