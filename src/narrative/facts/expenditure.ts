import { type Book, firstForm } from "./book.ts";
import type { NamedMoney } from "./income.ts";
import type { Money } from "./known.ts";
import { moneyAt } from "./read-cells.ts";

/** 支出性质，按财决04 的次序。 */
const KINDS = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"] as const;

export type ExpenditureKind = (typeof KINDS)[number];

/** 本年支出合计（财决04 合计行；没有财决04 时取财决01）。 */
export function expenditureOfYear(book: Book): Money {
  const form = firstForm(book, "财决04", "财决01");
  return form === "财决04"
    ? moneyAt(book, "本年支出合计", { form, row: "合计", column: "本年支出合计" })
    : moneyAt(book, "本年支出合计", { form, row: "支出.本年支出合计", column: "决算数" });
}

/** 一种性质的支出（财决04 合计行；没有财决04 时取财决01）。 */
export function expenditureOf(book: Book, kind: ExpenditureKind): Money {
  const form = firstForm(book, "财决04", "财决01");
  return form === "财决04"
    ? moneyAt(book, kind, { form, row: "合计", column: kind })
    : moneyAt(book, kind, { form, row: `性质.${kind}`, column: "决算数" });
}

/** 全部支出性质，含为零的。 */
export function expenditureKinds(book: Book): NamedMoney[] {
  return KINDS.map((label) => ({ label, amount: expenditureOf(book, label) }));
}

/** 结余分配、年末结转和结余（财决01）。 */
export function surplusDistributed(book: Book): Money {
  return moneyAt(book, "结余分配", { form: "财决01", row: "支出.结余分配", column: "决算数" });
}

export function closingCarryover(book: Book): Money {
  return moneyAt(book, "年末结转和结余", {
    form: "财决01",
    row: "支出.年末结转和结余",
    column: "决算数",
  });
}
