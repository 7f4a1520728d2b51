import { type Book, tableOf } from "./book.ts";
import type { BudgetKind } from "./budget-kind.ts";
import { itemTable, subjectName } from "./functional-items.ts";
import type { Money } from "./known.ts";
import { moneyAt } from "./read-cells.ts";

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

/** 某本预算的年初预算数（财决01-1 本年支出合计行）。 */
export function appropriationInitialBudget(book: Book, kind: BudgetKind): Money {
  return moneyAt(book, `${kind}支出年初预算数`, {
    form: "财决01-1",
    row: "支出.本年支出合计",
    column: `年初预算数.${kind}`,
  });
}

/** 某本预算一年的进出（财决01-1 决算数）：年初结转和结余、本年收入、年末结转和结余。 */
export interface AppropriationFlow {
  readonly opening: Money;
  readonly income: Money;
  readonly closing: Money;
}

export function appropriationFlow(book: Book, kind: BudgetKind): AppropriationFlow {
  const form = "财决01-1";
  const income = (name: string, row: string) =>
    moneyAt(book, name, { form, row: `${row}.${kind}`, column: "决算数" });
  return {
    opening: income(`${kind}年初结转和结余`, "年初"),
    income: income(`${kind}收入`, "收入"),
    closing: moneyAt(book, `${kind}年末结转和结余`, {
      form,
      row: "支出.年末财政拨款结转和结余",
      column: `决算数.${kind}`,
    }),
  };
}

/** 一个功能分类的类。名称与逐项列支出的那张表一致，那张表没有这一类时用官方行名。 */
export interface FunctionalClass {
  readonly code: string;
  readonly label: string;
  readonly amount: Money;
  readonly budget: Money;
  readonly initialBudget: Money;
}

/** 一般公共预算财政拨款支出各类（财决01-1），按表中次序，含为零的；没有这张表时为空。 */
export function functionalClasses(book: Book): FunctionalClass[] {
  const table = tableOf(book, "财决01-1");
  if (table === undefined) return [];
  const items = itemTable(book, "一般公共预算财政拨款");
  const own = (code: string) => (items?.rowIndex.has(code) ? subjectName(items, code) : null);
  const classes: FunctionalClass[] = [];
  for (const row of table.rows) {
    if (row.code === undefined || !row.key.startsWith("功能.")) continue;
    const label = own(row.code) ?? row.name;
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
      initialBudget: at(`${label}年初预算数`, "年初预算数"),
    });
  }
  return classes;
}
