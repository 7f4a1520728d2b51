import type { Book } from "../facts/book.ts";
import {
  incomeOfYear,
  incomeSources,
  mergedIncomeSources,
  type NamedMoney,
} from "../facts/income.ts";
import { isMissing, occurs } from "../facts/known.ts";
import { chartEntry, item, listEntry, money, text, thisAndLastYear } from "./build.ts";
import { pieData } from "./chart-data.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 二：本年收入。 */
export const entries: readonly CatalogueEntry[] = [
  ...thisAndLastYear(
    { name: "本年收入合计", meaning: "本年收入合计（财决01，决算数）。" },
    incomeOfYear,
    ["上年"],
  ),
  listEntry(
    {
      name: "收入来源",
      meaning:
        "本年收入的八个来源（财决01），按表中次序，含为零的；合计和来源都取不到的不列，只留合计一处待补充。",
    },
    [
      { name: "名称", kind: "文字", meaning: "来源的名称，如“事业收入”。" },
      { name: "金额", kind: "金额", meaning: "这个来源的收入（财决01，决算数）。" },
    ],
    ({ current }) => sourceItems(current, incomeSources(current)),
  ),
  listEntry(
    {
      name: "收入来源（财政拨款合并）",
      meaning:
        "本年收入的来源（财决01），三本预算的财政拨款合成一行“财政拨款收入”，其余同“收入来源”，含为零的。",
    },
    [
      { name: "名称", kind: "文字", meaning: "来源的名称，如“财政拨款收入”“事业收入”。" },
      { name: "金额", kind: "金额", meaning: "这个来源的收入（财决01，决算数）。" },
    ],
    ({ current }) => sourceItems(current, mergedIncomeSources(current)),
  ),
  chartEntry(
    { name: "收入结构图", meaning: "饼图，本年收入各来源（财决01），只画大于零的。" },
    ({ current }) => pieData(incomeSources(current).filter(({ amount }) => occurs(amount))),
  ),
];

function sourceItems(book: Book, sources: readonly NamedMoney[]) {
  const unknown = isMissing(incomeOfYear(book));
  return sources
    .filter(({ amount }) => !(unknown && isMissing(amount)))
    .map(({ label, amount }) => item({ 名称: text(label), 金额: money(amount) }));
}
