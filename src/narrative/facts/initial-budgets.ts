import type { Inputs } from "../inputs/inputs.ts";
import { functionalClasses } from "./appropriation.ts";
import type { Book } from "./book.ts";
import type { FunctionalItem } from "./functional-items.ts";
import { listedItems } from "./item-budgets.ts";
import { isMissing, type Money } from "./known.ts";

/** 一项一般公共预算财政拨款支出和它的年初预算数。 */
export interface InitiallyBudgetedItem extends FunctionalItem {
  readonly initialBudget: Money;
}

/** 一个类：它的各项，以及各项与类级年初预算数是否相容。 */
export interface InitiallyBudgetedClass {
  readonly code: string;
  /** 类级年初预算数（财决01-1）；表上没有这一类时为 undefined。 */
  readonly initialBudget: Money | undefined;
  readonly items: readonly InitiallyBudgetedItem[];
  /** contradicted 填报的各项之和不等于类级；derived 只有一项，由类级推得；其余为 open。 */
  readonly verdict: "contradicted" | "derived" | "open";
}

/**
 * 各项的年初预算数。决算报表里只有类级的（财决01-1），因此依次取：填报文件里逐项填的；该类只列得出一项时即类级数；
 * 此外一律待补充。年初安排了而全年没有支出的项，表上看不出来，所以推得的要请人核对（见 doubts）。
 */
export function initiallyBudgetedClasses(book: Book, inputs: Inputs): InitiallyBudgetedClass[] {
  const typed = inputs.initialItemBudgets;
  const classes = new Map(functionalClasses(book).map((each) => [each.code, each.initialBudget]));
  const byClass = new Map<string, FunctionalItem[]>();
  for (const item of listedItems(book, typed)) {
    const code = item.code.slice(0, 3);
    byClass.set(code, [...(byClass.get(code) ?? []), item]);
  }
  return [...byClass].map(([code, items]) => ofClass(code, items, classes.get(code), typed));
}

function ofClass(
  code: string,
  items: readonly FunctionalItem[],
  initialBudget: Money | undefined,
  typed: ReadonlyMap<string, number>,
): InitiallyBudgetedClass {
  const [only] = items;
  const known = initialBudget !== undefined && !isMissing(initialBudget);
  if (known && only !== undefined && items.length === 1 && !typed.has(only.code)) {
    const derived: Money = {
      ...initialBudget,
      name: `${only.amount.name}年初预算数`,
      formula: `取${initialBudget.name}，该类只有这一项`,
    };
    const item = { ...only, initialBudget: derived };
    return { code, initialBudget, items: [item], verdict: "derived" };
  }
  const stated = items.map((item) => ({ ...item, initialBudget: typedOrMissing(item, typed) }));
  let total = 0;
  let complete = known;
  for (const item of stated) {
    if (isMissing(item.initialBudget)) complete = false;
    else total += item.initialBudget.cents;
  }
  const contradicted = complete && known && total !== initialBudget.cents;
  return { code, initialBudget, items: stated, verdict: contradicted ? "contradicted" : "open" };
}

function typedOrMissing(
  { code, title, amount }: FunctionalItem,
  typed: ReadonlyMap<string, number>,
): Money {
  const cents = typed.get(code);
  const name = `${amount.name}年初预算数`;
  if (cents === undefined) {
    return {
      kind: "missing",
      name,
      gap: "年初预算数",
      asks: `${title}的年初预算数（元）。决算报表只有类级的年初预算数，各项的请照预算批复填写。`,
      key: ["项级年初预算数", code],
    };
  }
  return { kind: "money", name, cents, formula: `填报：项级年初预算数.${code}`, from: [] };
}
