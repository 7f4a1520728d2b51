import type { CellRef } from "../../findings/finding.ts";
import {
  appropriationBudget,
  appropriationExpenditure,
  appropriationInitialBudget,
  functionalClasses,
} from "../../narrative/facts/appropriation.ts";
import { basicExpenditure } from "../../narrative/facts/basic-expenditure.ts";
import { type Book, currentBook, priorBook } from "../../narrative/facts/book.ts";
import type { BudgetKind } from "../../narrative/facts/budget-kind.ts";
import { expenditureKinds, expenditureOfYear } from "../../narrative/facts/expenditure.ts";
import { type FunctionalItem, functionalItems } from "../../narrative/facts/functional-items.ts";
import { incomeOfYear, incomeSources, mergedIncomeSources } from "../../narrative/facts/income.ts";
import { type Count, isMissing, type Money } from "../../narrative/facts/known.ts";
import { agencyOperatingExpense, procurement } from "../../narrative/facts/operations.ts";
import {
  hospitality,
  threePublicActual,
  threePublicBudget,
  threePublicInitialBudget,
} from "../../narrative/facts/three-public.ts";
import { appropriationTotals, totals } from "../../narrative/facts/totals.ts";
import type { TableSet } from "../../tables/table.ts";
import type { Quantity } from "../arithmetic/quantity.ts";
import type { FactKey } from "../claims/keys.ts";
import { bareName } from "../claims/subject-names.ts";

/** 表里得出的一个数：金额以分计。 */
export interface ExpectedValue {
  readonly value: Quantity;
  /** 事实名，如 `本年收入合计`。 */
  readonly name: string;
  readonly cells: readonly CellRef[];
}

/** 由工作簿得出的、说明里各数应有的值。取不到的没有。 */
export interface Expected {
  readonly year: number | null;
  readonly unit: string | null;
  readonly current: ReadonlyMap<FactKey, ExpectedValue>;
  readonly prior: ReadonlyMap<FactKey, ExpectedValue>;
  /** 全年预算数。 */
  readonly budget: ReadonlyMap<FactKey, ExpectedValue>;
  /** 年初预算数。 */
  readonly initial: ReadonlyMap<FactKey, ExpectedValue>;
  readonly items: readonly ExpectedItem[];
  /** 政府性基金、国有资本经营预算的各项，键为三级名称。 */
  readonly otherItems: ReadonlyMap<string, ExpectedItem>;
  /** 按三级名称（`namesKey`）、按编码找项；重复的取先列的。 */
  readonly itemByNames: ReadonlyMap<string, ExpectedItem>;
  readonly itemByCode: ReadonlyMap<string, ExpectedItem>;
  /** 各类的名称，键为编码。 */
  readonly classes: readonly { readonly key: FactKey; readonly label: string }[];
  readonly book: Book;
}

export interface ExpectedItem extends FunctionalItem {
  readonly expected: ExpectedValue;
}

/** 万元表的数印到两位小数：真值在半个末位（50 元）之内。 */
const HALF_LAST_PLACE = 5_000;

/** 已经算出的应有之数：表读好之后不再变，同两本表再审一次不必重算。 */
const known = new WeakMap<
  TableSet,
  { readonly prior: TableSet | null; readonly expected: Expected }
>();

/** 由两年的表得出应有之数；上年的用不用得上由调用者先看。同两本表只算一次。 */
export function expectedFrom(current: TableSet, prior: TableSet | null): Expected {
  const before = known.get(current);
  if (before !== undefined && before.prior === prior) return before.expected;
  const expected = readExpected(current, prior);
  known.set(current, { prior, expected });
  return expected;
}

function readExpected(current: TableSet, prior: TableSet | null): Expected {
  const book = currentBook(current);
  const items = itemsOf(book, "一般公共预算财政拨款");
  const otherItems = [
    ...itemsOf(book, "政府性基金预算财政拨款"),
    ...itemsOf(book, "国有资本经营预算财政拨款"),
  ];
  const before = priorBook(prior, prior?.year ?? null);
  return {
    year: current.year,
    unit: current.unit,
    current: valuesOf(actuals(book), book),
    prior: valuesOf(actuals(before), before),
    budget: valuesOf(budgets(book, appropriationBudget, threePublicBudget), book),
    initial: valuesOf(budgets(book, appropriationInitialBudget, threePublicInitialBudget), book),
    items,
    itemByNames: firstBy(items, titleKey),
    otherItems: firstBy(otherItems, titleKey),
    itemByCode: firstBy(items, ({ code }) => code),
    classes: functionalClasses(book).flatMap(({ code, label, amount }) =>
      isMissing(amount) || amount.cents === 0 ? [] : [{ key: `类.${code}`, label }],
    ),
    book,
  };
}

/** 类、款、项三级名称比对用的键：空白、括号、带不带“支出”都不计较。 */
export function namesKey(names: readonly string[]): string {
  return names.slice(0, 3).map(bareName).join("|");
}

const titleKey = ({ title }: ExpectedItem) => namesKey(title.split(/（[类款项]）/));

function firstBy<T>(list: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const each of list) {
    const key = keyOf(each);
    if (!first.has(key)) first.set(key, each);
  }
  return first;
}

/** 有发生额的各项。 */
function itemsOf(book: Book, kind: BudgetKind): ExpectedItem[] {
  return functionalItems(book, kind).flatMap((item) => {
    const expected = expectedValue(item.amount, book);
    return expected === null || expected.value.point === 0 ? [] : [{ ...item, expected }];
  });
}

function valuesOf(
  facts: readonly (readonly [FactKey, Money])[],
  book: Book,
): ReadonlyMap<FactKey, ExpectedValue> {
  const values = new Map<FactKey, ExpectedValue>();
  for (const [key, money] of facts) {
    const value = expectedValue(money, book);
    if (value !== null) values.set(key, value);
  }
  return values;
}

export function expectedValue(fact: Money | Count, book: Book): ExpectedValue | null {
  if (isMissing(fact)) return null;
  const point = fact.kind === "money" ? fact.cents : fact.count;
  const wan = fact.from.some(({ sheet }) =>
    book.tables?.tables.some((table) => table.sheet === sheet && table.moneyUnit === "万元"),
  );
  const half = wan && fact.kind === "money" ? HALF_LAST_PLACE : 0;
  const name = fact.name.replace(/^上年\./, "上年");
  return {
    value: { low: point - half, high: point + half, point },
    name,
    cells: fact.from.map(({ book: which, sheet, address }) => ({
      book: which,
      sheet,
      address,
      row: name,
      column: "",
      value: fact.kind === "money" ? (point / 100).toFixed(2) : String(point),
    })),
  };
}

function actuals(book: Book): (readonly [FactKey, Money])[] {
  const all = totals(book);
  const fiscal = appropriationTotals(book);
  const basic = basicExpenditure(book);
  const guests = hospitality(book);
  const bought = procurement(book);
  return [
    ["总计", all.income],
    ["收入总计", all.income],
    ["支出总计", all.expenditure],
    ["财政拨款总计", fiscal.income],
    ["财政拨款收入总计", fiscal.income],
    ["财政拨款支出总计", fiscal.expenditure],
    ["本年收入", incomeOfYear(book)],
    ...mergedIncomeSources(book).map(({ label, amount }) => [`收入.${label}`, amount] as const),
    ...incomeSources(book).map(({ label, amount }) => [`收入.${label}`, amount] as const),
    ["本年支出", expenditureOfYear(book)],
    ...expenditureKinds(book).map(({ label, amount }) => [`支出.${label}`, amount] as const),
    ["一般公共预算支出", appropriationExpenditure(book, "一般公共预算财政拨款")],
    ["政府性基金支出", appropriationExpenditure(book, "政府性基金预算财政拨款")],
    ["国有资本支出", appropriationExpenditure(book, "国有资本经营预算财政拨款")],
    ...functionalClasses(book).map(({ code, amount }) => [`类.${code}`, amount] as const),
    ["基本", basic.total],
    ["人员经费", basic.personnel],
    ["公用经费", basic.public],
    ["三公", threePublicActual(book, "支出合计")],
    ["三公.出国", threePublicActual(book, "因公出国（境）费")],
    ["三公.公车", threePublicActual(book, "公务用车购置及运行维护费")],
    ["三公.购置", threePublicActual(book, "公务用车购置费")],
    ["三公.运行", threePublicActual(book, "公务用车运行维护费")],
    ["三公.接待", threePublicActual(book, "公务接待费")],
    ["三公.国内接待", guests.domestic],
    ["三公.外事接待", guests.foreign],
    ["三公.国内接待含外事", threePublicActual(book, "国内接待费")],
    ["三公.国内外事接待", threePublicActual(book, "外事接待费")],
    ["三公.国外接待", threePublicActual(book, "国（境）外接待费")],
    ["机关运行经费", agencyOperatingExpense(book)],
    ["采购.总额", bought.total],
    ["采购.货物", bought.goods],
    ["采购.工程", bought.works],
    ["采购.服务", bought.services],
    ["采购.中小企业", bought.smallAndMedium],
    ["采购.小微企业", bought.smallAndMicro],
  ];
}

/** 全年预算、年初预算的取法相同，只是栏不同。 */
function budgets(
  book: Book,
  appropriation: typeof appropriationBudget,
  threePublic: typeof threePublicBudget,
): (readonly [FactKey, Money])[] {
  return [
    ["一般公共预算支出", appropriation(book, "一般公共预算财政拨款")],
    ["政府性基金支出", appropriation(book, "政府性基金预算财政拨款")],
    ["国有资本支出", appropriation(book, "国有资本经营预算财政拨款")],
    ["三公", threePublic(book, "支出合计")],
    ["三公.出国", threePublic(book, "因公出国（境）费")],
    ["三公.公车", threePublic(book, "公务用车购置及运行维护费")],
    ["三公.购置", threePublic(book, "公务用车购置费")],
    ["三公.运行", threePublic(book, "公务用车运行维护费")],
    ["三公.接待", threePublic(book, "公务接待费")],
  ];
}
