import type { DraftContext } from "../context.ts";
import type { Book } from "../facts/book.ts";
import { isMissing, type Money } from "../facts/known.ts";
import { appropriationTotals, type Totals, totals } from "../facts/totals.ts";
import { type ChangeWording, changeWording } from "../wording/change.ts";
import { plainText } from "../wording/plain-text.ts";
import { chartEntry, thisAndLastYear } from "./build.ts";
import { differs, reasonEntries } from "./change-reason.ts";
import { twoYearData } from "./chart-data.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 一、四两节：同样的几个数，一个是全部资金，一个是财政拨款。 */
interface Subject {
  /** 加在名称前：空串或 `财政拨款`。 */
  readonly prefix: "" | "财政拨款";
  readonly carryover: string;
  readonly form: string;
  readonly of: (book: Book) => Totals;
}

const SUBJECTS: readonly Subject[] = [
  { prefix: "", carryover: "年初结转和结余", form: "财决01", of: totals },
  {
    prefix: "财政拨款",
    carryover: "年初财政拨款结转和结余",
    form: "财决01-1",
    of: appropriationTotals,
  },
];

export const entries: readonly CatalogueEntry[] = SUBJECTS.flatMap((subject) => {
  const { prefix, carryover, form, of } = subject;
  const key = `${prefix}收支总计增减`;
  return [
    ...thisAndLastYear(
      { name: `${prefix}收入总计`, meaning: `收入一边的总计（${form}，决算数）。` },
      (book) => of(book).income,
    ),
    ...thisAndLastYear(
      { name: `${prefix}支出总计`, meaning: `支出一边的总计（${form}，决算数）。` },
      (book) => of(book).expenditure,
    ),
    ...thisAndLastYear(
      { name: carryover, meaning: `总计里的${carryover}（${form}，决算数）。` },
      (book) => of(book).openingCarryover,
      ["上年"],
    ),
    chartEntry(
      {
        name: `${prefix}收支总计变动图`,
        meaning: `上年、本年两柱，画的是${prefix}收入总计（${form}）。`,
      },
      (context) => twoYearData(context, of(context.current).income, of(context.prior).income),
    ),
    ...reasonEntries(
      key,
      (context) => reasonWantedFor(context, key, subject),
      (context) => `${changesInWords(context, subject)}，主要变动原因是什么。`,
    ),
  ];
});

interface Side {
  readonly name: string;
  readonly current: Money;
  readonly prior: Money;
  /** 上年为零时的主语，见 `changeWording`。 */
  readonly words: { readonly each?: string; readonly nothing?: string };
}

/** 收、支合在一起说的只有一边；分写的、两边不等的有两边。与模板里的写法一致。 */
function sides(context: DraftContext, { prefix, of }: Subject): Side[] {
  const [current, prior] = [of(context.current), of(context.prior)];
  const unequal =
    !isMissing(current.income) &&
    !isMissing(current.expenditure) &&
    current.income.cents !== current.expenditure.cents;
  if (context.style.totals === "合写" && !unequal) {
    return [
      {
        name: `${prefix}收、支总计`,
        current: current.income,
        prior: prior.income,
        words: { each: "各", nothing: "此项收支" },
      },
    ];
  }
  return [
    {
      name: `${prefix}收入总计`,
      current: current.income,
      prior: prior.income,
      words: { nothing: "此项收入" },
    },
    {
      name: `${prefix}支出总计`,
      current: current.expenditure,
      prior: prior.expenditure,
      words: {},
    },
  ];
}

/** 有一边取不到的不知道方向，不问原因；两边里有一边变了就要写。 */
function reasonWantedFor(context: DraftContext, key: string, subject: Subject): boolean {
  const both = sides(context, subject);
  if (both.some(({ current, prior }) => isMissing(current) || isMissing(prior))) return false;
  return both.some(({ current, prior }) => differs(context, key, current, prior));
}

function changesInWords(context: DraftContext, subject: Subject): string {
  const inWords = ({ direction, words }: ChangeWording) =>
    direction === "持平" ? "持平" : plainText(words);
  return sides(context, subject)
    .map(({ name, current, prior, words }) => {
      return `${name}${inWords(changeWording(current, prior, context.style, words))}`;
    })
    .join("；");
}
