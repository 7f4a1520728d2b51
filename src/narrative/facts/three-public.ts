import { type Book, tableOf } from "./book.ts";
import { type Count, countDifference, countSum, difference, type Money, sum } from "./known.ts";
import { countAt, moneyAt } from "./read-cells.ts";

const FORM = "财决附03";

/** 附03 里“三公”经费的金额行。 */
export type ThreePublicLine =
  | "支出合计"
  | "因公出国（境）费"
  | "公务用车购置及运行维护费"
  | "公务用车购置费"
  | "公务用车运行维护费"
  | "公务接待费"
  | "国内接待费"
  | "外事接待费"
  | "国（境）外接待费";

const NAMES: Partial<Record<ThreePublicLine, string>> = { 支出合计: "“三公”经费支出" };

/** 决算数（附03）。 */
export function threePublicActual(book: Book, line: ThreePublicLine): Money {
  return moneyAt(book, NAMES[line] ?? line, { form: FORM, row: `三公.${line}`, column: "决算数" });
}

/**
 * 预算数（附03）：口径为全年预算数。2019、2020 年度的表只有一栏预算数（认作年初预算数），这时取它。
 */
export function threePublicBudget(book: Book, line: ThreePublicLine): Money {
  const hasFullYear = tableOf(book, FORM)?.columnIndex.has("全年预算数") ?? true;
  const column = hasFullYear ? "全年预算数" : "年初预算数";
  return moneyAt(book, `${NAMES[line] ?? line}${column}`, {
    form: FORM,
    row: `三公.${line}`,
    column,
  });
}

/** 年初预算数（附03），用来分清“年初未安排预算”。 */
export function threePublicInitialBudget(book: Book, line: ThreePublicLine): Money {
  return moneyAt(book, `${NAMES[line] ?? line}年初预算数`, {
    form: FORM,
    row: `三公.${line}`,
    column: "年初预算数",
  });
}

/** 附03 统计数里的行。 */
export type StatisticLine =
  | "因公出国（境）团组数"
  | "因公出国（境）人次数"
  | "公务用车购置数"
  | "公务用车保有量"
  | "国内公务接待批次"
  | "外事接待批次"
  | "国内公务接待人次"
  | "外事接待人次"
  | "国（境）外公务接待批次"
  | "国（境）外公务接待人次";

export function statistic(book: Book, line: StatisticLine): Count {
  return countAt(book, line, { form: FORM, row: `统计.${line}`, column: "决算数" });
}

/** 说明里的国内、外事两段：附03 的国内接待费含外事接待费，这里分开；外事一段另加国（境）外接待。 */
export interface Hospitality {
  readonly domestic: Money;
  readonly foreign: Money;
  readonly domesticBatches: Count;
  readonly domesticGuests: Count;
  readonly foreignBatches: Count;
  readonly foreignGuests: Count;
}

export function hospitality(book: Book): Hospitality {
  const foreignAtHome = threePublicActual(book, "外事接待费");
  return {
    domestic: difference("国内公务接待支出", threePublicActual(book, "国内接待费"), foreignAtHome),
    foreign: sum("外事接待支出", [foreignAtHome, threePublicActual(book, "国（境）外接待费")]),
    domesticBatches: countDifference(
      "国内公务接待批次",
      statistic(book, "国内公务接待批次"),
      statistic(book, "外事接待批次"),
    ),
    domesticGuests: countDifference(
      "国内公务接待人次",
      statistic(book, "国内公务接待人次"),
      statistic(book, "外事接待人次"),
    ),
    foreignBatches: countSum("外事接待批次", [
      statistic(book, "外事接待批次"),
      statistic(book, "国（境）外公务接待批次"),
    ]),
    foreignGuests: countSum("外事接待人次", [
      statistic(book, "外事接待人次"),
      statistic(book, "国（境）外公务接待人次"),
    ]),
  };
}
