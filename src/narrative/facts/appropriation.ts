import { type Book, tableOf } from "./book.ts";
import type { Money } from "./known.ts";
import { moneyAt } from "./read-cells.ts";

/** 财政拨款的三本预算；值是表里的栏名。 */
export type BudgetKind =
  | "一般公共预算财政拨款"
  | "政府性基金预算财政拨款"
  | "国有资本经营预算财政拨款";

/** 某本预算的本年支出合计（财决01-1）。 */
export function appropriationExpenditure(book: Book, kind: BudgetKind): Money {
  return moneyAt(book, `${kind}支出`, {
    form: "财决01-1",
    row: "支出.本年支出合计",
    column: `决算数.${kind}`,
  });
}

/** 某本预算的全年预算数（财决01-1 本年支出合计行）。 */
export function appropriationBudget(book: Book, kind: BudgetKind): Money {
  return moneyAt(book, `${kind}支出全年预算数`, {
    form: "财决01-1",
    row: "支出.本年支出合计",
    column: `全年预算数.${kind}`,
  });
}

/** 一个功能分类的类：编码、表中的名称、决算数、全年预算数。 */
export interface FunctionalClass {
  readonly code: string;
  readonly label: string;
  readonly amount: Money;
  readonly budget: Money;
}

/** 一般公共预算财政拨款支出各类（财决01-1），按表中次序，含为零的；没有这张表时为空。 */
export function functionalClasses(book: Book): FunctionalClass[] {
  const table = tableOf(book, "财决01-1");
  if (table === undefined) return [];
  const classes: FunctionalClass[] = [];
  for (const row of table.rows) {
    if (row.code === undefined || !row.key.startsWith("功能.")) continue;
    const label = row.key.slice("功能.".length);
    const at = (what: string, column: string) =>
      moneyAt(book, what, {
        form: "财决01-1",
        row: row.key,
        column: `${column}.一般公共预算财政拨款`,
      });
    classes.push({
      code: row.code,
      label,
      amount: at(label, "决算数"),
      budget: at(`${label}全年预算数`, "全年预算数"),
    });
  }
  return classes;
}
