import { appropriationExpenditure, functionalClasses } from "./appropriation.ts";
import { basicExpenditure } from "./basic-expenditure.ts";
import type { Book } from "./book.ts";
import { expenditureKinds, expenditureOfYear } from "./expenditure.ts";
import { functionalItems } from "./functional-items.ts";
import { incomeOfYear, incomeSources } from "./income.ts";
import type { Money } from "./known.ts";
import { procurement } from "./operations.ts";
import { threePublicActual } from "./three-public.ts";

/** 说明里印在一起、读者会去加的一组数。`shares` 为真时还印各部分占合计的百分比。 */
export interface PrintedGroup {
  /** 印在哪一段。 */
  readonly paragraph: string;
  readonly name: string;
  readonly total: Money;
  readonly parts: readonly Money[];
  readonly shares: boolean;
}

const GENERAL = "一般公共预算财政拨款";

/** 说明里的各组合计与部分。 */
export function printedGroups(book: Book): PrintedGroup[] {
  const basic = basicExpenditure(book);
  const bought = procurement(book);
  return [
    {
      paragraph: "二.二/正文",
      name: "收入各来源",
      total: incomeOfYear(book),
      parts: incomeSources(book).map(({ amount }) => amount),
      shares: true,
    },
    {
      paragraph: "二.三/正文",
      name: "支出各性质",
      total: expenditureOfYear(book),
      parts: expenditureKinds(book).map(({ amount }) => amount),
      shares: true,
    },
    {
      paragraph: "二.五.（二）/正文",
      name: "一般公共预算财政拨款各类支出",
      total: appropriationExpenditure(book, GENERAL),
      parts: functionalClasses(book).map(({ amount }) => amount),
      shares: true,
    },
    {
      paragraph: "二.五.（三）/合计",
      name: "一般公共预算财政拨款各项支出",
      total: appropriationExpenditure(book, GENERAL),
      parts: functionalItems(book, GENERAL).map(({ amount }) => amount),
      shares: false,
    },
    {
      paragraph: "二.六/基本支出",
      name: "基本支出的人员经费、公用经费",
      total: basic.total,
      parts: [basic.personnel, basic.public],
      shares: false,
    },
    {
      paragraph: "二.七.（二）/构成",
      name: "“三公”经费三个部分",
      total: threePublicActual(book, "支出合计"),
      parts: (["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"] as const).map((line) =>
        threePublicActual(book, line),
      ),
      shares: true,
    },
    {
      paragraph: "二.十.（二）/正文",
      name: "政府采购货物、工程、服务支出",
      total: bought.total,
      parts: [bought.goods, bought.works, bought.services],
      shares: false,
    },
  ];
}
