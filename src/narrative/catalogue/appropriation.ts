import type { DraftContext } from "../context.ts";
import {
  appropriationBudget,
  appropriationExpenditure,
  appropriationFlow,
  appropriationInitialBudget,
  functionalClasses,
} from "../facts/appropriation.ts";
import type { BudgetKind } from "../facts/budget-kind.ts";
import { isMissing, occurs } from "../facts/known.ts";
import { completionWording } from "../wording/completion.ts";
import { chartEntry, item, listEntry, money, moneyEntry, text, thisAndLastYear } from "./build.ts";
import { changeReasonEntries, differs, reasonEntries } from "./change-reason.ts";
import { pieData, twoYearData } from "./chart-data.ts";
import type { CatalogueEntry } from "./entry.ts";

const KINDS: readonly BudgetKind[] = [
  "一般公共预算财政拨款",
  "政府性基金预算财政拨款",
  "国有资本经营预算财政拨款",
];
const GENERAL: BudgetKind = "一般公共预算财政拨款";
const INITIAL_KEY = `${GENERAL}支出完成年初预算`;

/** 五、八、九：三本预算的财政拨款支出，和一般公共预算到类的结构。 */
export const entries: readonly CatalogueEntry[] = [
  ...KINDS.flatMap((kind) => [
    ...thisAndLastYear(
      { name: `${kind}支出`, meaning: `${kind}的本年支出合计（财决01-1，决算数）。` },
      (book) => appropriationExpenditure(book, kind),
      kind === GENERAL ? [] : ["上年"],
    ),
    moneyEntry(
      {
        name: `${kind}支出全年预算数`,
        meaning: `${kind}支出的全年预算数（财决01-1 本年支出合计行）。`,
      },
      ({ current }) => appropriationBudget(current, kind),
    ),
    moneyEntry(
      {
        name: `${kind}支出年初预算数`,
        meaning: `${kind}支出的年初预算数（财决01-1 本年支出合计行）。`,
        ...(kind === GENERAL ? {} : { extra: true as const }),
      },
      ({ current }) => appropriationInitialBudget(current, kind),
    ),
  ]),
  ...KINDS.filter((kind) => kind !== GENERAL).flatMap((kind) => [
    moneyEntry(
      { name: `${kind}年初结转和结余`, meaning: `${kind}的年初结转和结余（财决01-1，决算数）。` },
      ({ current }) => appropriationFlow(current, kind).opening,
    ),
    moneyEntry(
      { name: `${kind}收入`, meaning: `${kind}的本年收入（财决01-1，决算数）。` },
      ({ current }) => appropriationFlow(current, kind).income,
    ),
    moneyEntry(
      { name: `${kind}年末结转和结余`, meaning: `${kind}的年末结转和结余（财决01-1，决算数）。` },
      ({ current }) => appropriationFlow(current, kind).closing,
    ),
  ]),
  ...reasonEntries(
    INITIAL_KEY,
    (context) => differs(context, INITIAL_KEY, ...actualAndInitial(context)),
    (context) => {
      const { outcome } = completionWording(...actualAndInitial(context), context.style);
      return `${GENERAL}支出决算数${outcome}年初预算数的主要原因是什么。`;
    },
    "原因",
  ),
  ...changeReasonEntries({
    key: `${GENERAL}支出增减`,
    asks: [`${GENERAL}支出`, "，主要变动原因是什么。"],
    of: ({ current, prior }) => [
      appropriationExpenditure(current, GENERAL),
      appropriationExpenditure(prior, GENERAL),
    ],
  }),
  chartEntry(
    { name: `${GENERAL}支出变动图`, meaning: `上年、本年两柱，${GENERAL}支出（财决01-1）。` },
    (context) =>
      twoYearData(
        context,
        appropriationExpenditure(context.current, GENERAL),
        appropriationExpenditure(context.prior, GENERAL),
      ),
  ),
  listEntry(
    {
      name: "一般公共预算各类",
      meaning: `${GENERAL}支出按功能分类的类（财决01-1），按表中次序，不含为零的；合计和各类都取不到的不列。`,
    },
    [
      { name: "编码", kind: "文字", meaning: "类的编码，如“201”。" },
      { name: "名称", kind: "文字", meaning: "类的名称，如“一般公共服务支出”，取自本单位的表。" },
      { name: "金额", kind: "金额", meaning: "这一类的支出（财决01-1，决算数）。" },
      { name: "全年预算数", kind: "金额", meaning: "这一类的全年预算数（财决01-1）。" },
    ],
    ({ current }) => {
      const classes = functionalClasses(current).filter(({ amount }) => occurs(amount));
      const unknown =
        isMissing(appropriationExpenditure(current, GENERAL)) &&
        classes.every(({ amount }) => isMissing(amount));
      return (unknown ? [] : classes).map(({ code, label, amount, budget }) =>
        item({
          编码: text(code),
          名称: text(label),
          金额: money(amount),
          全年预算数: money(budget),
        }),
      );
    },
  ),
  chartEntry(
    { name: "一般公共预算结构图", meaning: `饼图，${GENERAL}支出各类（财决01-1），只画大于零的。` },
    ({ current }) => pieData(functionalClasses(current)),
  ),
];

function actualAndInitial({ current }: DraftContext) {
  return [
    appropriationExpenditure(current, GENERAL),
    appropriationInitialBudget(current, GENERAL),
  ] as const;
}
