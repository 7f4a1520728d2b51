import { findFunctional } from "../../subjects/lookup.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { type FunctionalClass, functionalClasses } from "./appropriation.ts";
import { type Book, tableOf } from "./book.ts";
import {
  type FunctionalItem,
  functionalItems,
  itemTable,
  subjectTitle,
} from "./functional-items.ts";
import { isMissing, type Money, occurs } from "./known.ts";

const KIND = "一般公共预算财政拨款";

/** 一项一般公共预算财政拨款支出和它的全年预算数。 */
export interface BudgetedItem extends FunctionalItem {
  readonly budget: Money;
}

/** 一个类：它的各项，以及各项与类级全年预算数是否相容。 */
export interface BudgetedClass {
  readonly code: string;
  /** 类级全年预算数（财决01-1）；表上没有这一类时为 undefined。 */
  readonly budget: Money | undefined;
  readonly items: readonly BudgetedItem[];
  /**
   * agree 各项预算数之和等于类级；contradicted 不等；unverified 有一边取不到，无从印证；
   * derived 只有一项，由类级推得。
   */
  readonly verdict: "agree" | "contradicted" | "unverified" | "derived";
}

/**
 * 各项的全年预算数。决算报表里只有类级的全年预算数（财决01-1），到项一级的没有一张表有，因此依次取：
 * 填报文件里逐项填的；该类只有一项时即类级数；由人声明“各项全年预算数等于决算数”且与类级数不矛盾时，等于决算数。
 * 类级相等并不证明各项相等（可以互相抵消），所以此外一律待补充。
 */
export function budgetedClasses(book: Book, inputs: Inputs): BudgetedClass[] {
  const classes = new Map(functionalClasses(book).map((each) => [each.code, each]));
  const byClass = new Map<string, FunctionalItem[]>();
  for (const item of listedItems(book, inputs.itemBudgets)) {
    const code = item.code.slice(0, 3);
    byClass.set(code, [...(byClass.get(code) ?? []), item]);
  }
  return [...byClass].map(([code, items]) => budgetedClass(code, items, classes.get(code), inputs));
}

/** 五（三）要列的项：决算数不为零的，加上只有预算数的（只能由填报得知，`typed` 为编码 → 分）。按编码次序。 */
export function listedItems(book: Book, typed: ReadonlyMap<string, number>): FunctionalItem[] {
  const items = functionalItems(book, KIND);
  const table = itemTable(book, KIND);
  const inTable = new Set(items.map((item) => item.code));
  const onlyBudgeted = [...typed].flatMap(([code, cents]): FunctionalItem[] => {
    if (table === undefined || cents === 0 || inTable.has(code)) return [];
    // 表里和科目表里都没有的编码，写错了；由 doubts 指出。
    if (code.length !== 7 || findFunctional(code, book.year) === null) return [];
    const amount: Money = {
      kind: "money",
      name: code,
      cents: 0,
      formula: `${table.form.id}没有这个科目，计为零`,
      from: [],
    };
    return [{ code, title: subjectTitle(table, code), amount }];
  });
  return [...items, ...onlyBudgeted]
    .filter((item) => occurs(item.amount) || (typed.get(item.code) ?? 0) !== 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function budgetedClass(
  code: string,
  items: readonly FunctionalItem[],
  functionalClass: FunctionalClass | undefined,
  inputs: Inputs,
): BudgetedClass {
  const budget = functionalClass?.budget;
  const [only] = items;
  if (items.length === 1 && only !== undefined && !inputs.itemBudgets.has(only.code)) {
    if (budget !== undefined && !isMissing(budget)) {
      const derived: Money = {
        ...budget,
        name: `${only.amount.name}全年预算数`,
        formula: `取${budget.name}，该类只有这一项`,
      };
      return { code, budget, items: [{ ...only, budget: derived }], verdict: "derived" };
    }
  }
  const stated = items.map((item) => ({ ...item, budget: statedBudget(item, inputs) }));
  const verdict = compare(stated, budget);
  const believed =
    verdict === "contradicted" && inputs.itemBudgetsEqualActuals
      ? stated.map((item) => ({ ...item, budget: typedOrMissing(item, inputs) }))
      : stated;
  return { code, budget, items: believed, verdict };
}

function statedBudget(item: FunctionalItem, inputs: Inputs): Money {
  if (inputs.itemBudgets.has(item.code) || !inputs.itemBudgetsEqualActuals) {
    return typedOrMissing(item, inputs);
  }
  if (isMissing(item.amount)) return item.amount;
  return {
    ...item.amount,
    name: `${item.amount.name}全年预算数`,
    formula: "填报：各项全年预算数等于决算数",
  };
}

function typedOrMissing(item: FunctionalItem, inputs: Inputs): Money {
  const typed = inputs.itemBudgets.get(item.code);
  const name = `${item.amount.name}全年预算数`;
  if (typed === undefined) {
    return {
      kind: "missing",
      name,
      gap: "全年预算数",
      asks: `${item.title}的全年预算数（元）。决算报表只有类级的全年预算数；各项都与决算数相等的，可改填“各项全年预算数等于决算数: 是”。`,
      key: ["项级全年预算数", item.code],
    };
  }
  return {
    kind: "money",
    name,
    cents: typed,
    formula: `填报：项级全年预算数.${item.code}`,
    from: [],
  };
}

function compare(
  items: readonly BudgetedItem[],
  budget: Money | undefined,
): "agree" | "contradicted" | "unverified" {
  if (budget === undefined || isMissing(budget)) return "unverified";
  let total = 0;
  for (const item of items) {
    if (isMissing(item.budget)) return "unverified";
    total += item.budget.cents;
  }
  return total === budget.cents ? "agree" : "contradicted";
}

/** 没有逐项列支出的表时，五（三）写不出来。 */
export function hasItemTable(book: Book): boolean {
  return tableOf(book, "财决08") !== undefined || tableOf(book, "财决07") !== undefined;
}
