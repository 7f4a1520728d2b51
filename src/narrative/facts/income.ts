import type { Book } from "./book.ts";
import { type Money, sum } from "./known.ts";
import { moneyAt } from "./read-cells.ts";

/** 有名称的一个组成部分。 */
export interface NamedMoney {
  readonly label: string;
  readonly amount: Money;
}

/** 收入来源，按财决01 的次序。 */
const SOURCES = [
  "一般公共预算财政拨款收入",
  "政府性基金预算财政拨款收入",
  "国有资本经营预算财政拨款收入",
  "上级补助收入",
  "事业收入",
  "经营收入",
  "附属单位上缴收入",
  "其他收入",
] as const;

export type IncomeSource = (typeof SOURCES)[number];

/** 本年收入合计（财决01）。 */
export function incomeOfYear(book: Book): Money {
  return moneyAt(book, "本年收入合计", {
    form: "财决01",
    row: "收入.本年收入合计",
    column: "决算数",
  });
}

/** 一项收入来源（财决01）。 */
export function incomeFrom(book: Book, source: IncomeSource): Money {
  return moneyAt(book, source, { form: "财决01", row: `收入.${source}`, column: "决算数" });
}

/** 全部收入来源，含为零的。 */
export function incomeSources(book: Book): NamedMoney[] {
  return SOURCES.map((label) => ({ label, amount: incomeFrom(book, label) }));
}

/** 全部收入来源，三本预算的财政拨款收入合成一个“财政拨款收入”。 */
export function mergedIncomeSources(book: Book): NamedMoney[] {
  const isFiscal = ({ label }: NamedMoney) => label.endsWith("财政拨款收入");
  const sources = incomeSources(book);
  const fiscal = sources.filter(isFiscal).map(({ amount }) => amount);
  const label = "财政拨款收入";
  return [
    { label, amount: sum(`${book.prefix}${label}`, fiscal) },
    ...sources.filter((source) => !isFiscal(source)),
  ];
}

/** 使用非财政拨款结余（含专用结余）（财决01）。 */
export function nonFiscalSurplusUsed(book: Book): Money {
  return moneyAt(book, "使用非财政拨款结余", {
    form: "财决01",
    row: "收入.使用非财政拨款结余",
    column: "决算数",
  });
}
