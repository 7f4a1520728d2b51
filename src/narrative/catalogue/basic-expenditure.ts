import type { DraftContext } from "../context.ts";
import { type BasicExpenditure, basicExpenditure } from "../facts/basic-expenditure.ts";
import type { NamedMoney } from "../facts/income.ts";
import { missingTable } from "../facts/read-cells.ts";
import { missingRun } from "../wording/figures.ts";
import { item, listEntry, money, moneyEntry, text, textEntry } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";

type Items = readonly NamedMoney[] | null;

const PARTS: readonly (readonly [
  name: "人员经费" | "公用经费",
  of: (basic: BasicExpenditure) => Items,
])[] = [
  ["人员经费", (basic) => basic.personnelItems],
  ["公用经费", (basic) => basic.publicItems],
];

/** 六：一般公共预算财政拨款基本支出。 */
export const entries: readonly CatalogueEntry[] = [
  moneyEntry(
    {
      name: "一般公共预算财政拨款基本支出",
      meaning: "一般公共预算财政拨款基本支出（财决07 合计行；没有时取财决08-1）。",
    },
    (context) => basicOf(context).total,
  ),
  moneyEntry(
    {
      name: "人员经费",
      meaning: "基本支出里的人员经费：工资福利支出、对个人和家庭的补助（财决07 合计行）。",
    },
    (context) => basicOf(context).personnel,
  ),
  moneyEntry(
    { name: "公用经费", meaning: "基本支出里的公用经费：人员经费以外的各类（财决07 合计行）。" },
    (context) => basicOf(context).public,
  ),
  ...PARTS.flatMap(([name, of]) => [
    listEntry(
      {
        name: `${name}科目`,
        meaning: `${name}里实际发生的经济分类科目（财决08-1 合计行），按编码次序，不含为零的。`,
      },
      [
        { name: "名称", kind: "文字", meaning: "科目名称，如“办公费”。" },
        { name: "金额", kind: "金额", meaning: "这个科目的基本支出（财决08-1 合计行）。" },
      ],
      (context) =>
        (of(basicOf(context)) ?? []).map(({ label, amount }) =>
          item({ 名称: text(label), 金额: money(amount) }),
        ),
    ),
    textEntry(
      {
        name: `待补充.${name}科目`,
        meaning: "没有财决08-1 时是一处待补充，有表时什么也不印。",
      },
      (context) =>
        of(basicOf(context)) === null
          ? missingRun(missingTable(context.current, `${name}的经济分类科目`, "财决08-1"))
          : "",
    ),
  ]),
];

function basicOf({ current }: DraftContext): BasicExpenditure {
  return basicExpenditure(current);
}
