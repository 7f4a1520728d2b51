import type { Book } from "./book.ts";
import type { Money } from "./known.ts";
import { moneyAt } from "./read-cells.ts";

/** 收入、支出两边的总计及年初结转。 */
export interface Totals {
  readonly income: Money;
  readonly expenditure: Money;
  readonly openingCarryover: Money;
}

/** 收支总计（财决01 决算数）。 */
export function totals(book: Book): Totals {
  const at = (name: string, row: string) =>
    moneyAt(book, name, { form: "财决01", row, column: "决算数" });
  return {
    income: at("收入总计", "收入.总计"),
    expenditure: at("支出总计", "支出.总计"),
    openingCarryover: at("年初结转和结余", "收入.年初结转和结余"),
  };
}

/** 财政拨款收支总计（财决01-1 决算数）。 */
export function appropriationTotals(book: Book): Totals {
  const income = (name: string, row: string) =>
    moneyAt(book, name, { form: "财决01-1", row, column: "决算数" });
  return {
    income: income("财政拨款收入总计", "收入.总计"),
    expenditure: moneyAt(book, "财政拨款支出总计", {
      form: "财决01-1",
      row: "支出.总计",
      column: "决算数.合计",
    }),
    openingCarryover: income("年初财政拨款结转和结余", "收入.年初财政拨款结转和结余"),
  };
}
