import type { Finding } from "../../findings/finding.ts";
import { yuanText } from "../../money/cents.ts";
import type { DraftContext } from "../context.ts";
import { appropriationExpenditure, functionalClasses } from "../facts/appropriation.ts";
import type { Book } from "../facts/book.ts";
import type { BudgetKind } from "../facts/budget-kind.ts";
import { expenditureKinds, expenditureOfYear } from "../facts/expenditure.ts";
import { functionalItems, itemTable } from "../facts/functional-items.ts";
import { incomeOfYear, incomeSources } from "../facts/income.ts";
import { isMissing, type Money, sum } from "../facts/known.ts";
import { threePublicActual } from "../facts/three-public.ts";
import { doubt } from "./doubt.ts";

const KINDS: readonly BudgetKind[] = [
  "一般公共预算财政拨款",
  "政府性基金预算财政拨款",
  "国有资本经营预算财政拨款",
];

/** 说明里“其中”各部分加起来不等于合计的：读者一加就发现，多半是表里漏了行。 */
export function sumDoubts({ current }: DraftContext): Finding[] {
  return [
    ...compare(
      "二、收入各来源",
      incomeSources(current).map(({ amount }) => amount),
      incomeOfYear(current),
    ),
    ...compare(
      "三、支出各性质",
      expenditureKinds(current).map(({ amount }) => amount),
      expenditureOfYear(current),
    ),
    ...compare(
      "五（二）各类支出",
      functionalClasses(current).map(({ amount }) => amount),
      appropriationExpenditure(current, "一般公共预算财政拨款"),
    ),
    ...KINDS.flatMap((kind) => itemsOf(current, kind)),
    ...compare(
      "七（二）“三公”经费三个部分",
      (["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"] as const).map((line) =>
        threePublicActual(current, line),
      ),
      threePublicActual(current, "支出合计"),
    ),
  ];
}

function itemsOf(book: Book, kind: BudgetKind): Finding[] {
  if (itemTable(book, kind) === undefined) return [];
  return compare(
    `${kind}各项支出`,
    functionalItems(book, kind).map(({ amount }) => amount),
    appropriationExpenditure(book, kind),
  );
}

function compare(name: string, parts: readonly Money[], total: Money): Finding[] {
  const added = sum(name, parts);
  if (isMissing(added) || isMissing(total) || added.cents === total.cents) return [];
  const [left, right] = [yuanText(added.cents), yuanText(total.cents)];
  return [
    doubt(
      "各部分合计不符",
      "error",
      {
        what: `${name}合计 ${left} 元，不等于${total.name} ${right} 元。`,
        why: "说明里各部分加起来不等于合计。",
        todo: "请先按核对结果更正报表，看是不是漏了行。",
      },
      { left, right, difference: yuanText(added.cents - total.cents) },
    ),
  ];
}
