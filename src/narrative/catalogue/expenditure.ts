import {
  closingCarryover,
  expenditureKinds,
  expenditureOfYear,
  surplusDistributed,
} from "../facts/expenditure.ts";
import { nonFiscalSurplusUsed } from "../facts/income.ts";
import { isMissing } from "../facts/known.ts";
import { chartEntry, item, listEntry, money, moneyEntry, text, thisAndLastYear } from "./build.ts";
import { pieData } from "./chart-data.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 三：本年支出，和总计里收支以外的几行。 */
export const entries: readonly CatalogueEntry[] = [
  ...thisAndLastYear(
    { name: "本年支出合计", meaning: "本年支出合计（财决04 合计行；没有财决04 时取财决01）。" },
    expenditureOfYear,
    ["上年"],
  ),
  listEntry(
    {
      name: "支出性质",
      meaning:
        "本年支出的五种性质（财决04 合计行；没有时取财决01），按表中次序，含为零的；合计和性质都取不到的不列。",
    },
    [
      { name: "名称", kind: "文字", meaning: "性质的名称，如“基本支出”。" },
      { name: "金额", kind: "金额", meaning: "这种性质的支出（财决04 合计行）。" },
    ],
    ({ current }) => {
      const unknown = isMissing(expenditureOfYear(current));
      return expenditureKinds(current)
        .filter(({ amount }) => !(unknown && isMissing(amount)))
        .map(({ label, amount }) => item({ 名称: text(label), 金额: money(amount) }));
    },
  ),
  chartEntry(
    { name: "支出结构图", meaning: "饼图，本年支出各性质（财决04），只画大于零的。" },
    ({ current }) => pieData(expenditureKinds(current)),
  ),
  moneyEntry(
    {
      name: "使用非财政拨款结余",
      meaning: "使用非财政拨款结余（含专用结余）（财决01，决算数）。",
      extra: true,
    },
    ({ current }) => nonFiscalSurplusUsed(current),
  ),
  moneyEntry(
    { name: "结余分配", meaning: "结余分配（财决01，决算数）。", extra: true },
    ({ current }) => surplusDistributed(current),
  ),
  moneyEntry(
    { name: "年末结转和结余", meaning: "年末结转和结余（财决01，决算数）。", extra: true },
    ({ current }) => closingCarryover(current),
  ),
];
