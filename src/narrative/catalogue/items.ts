import type { DraftContext } from "../context.ts";
import type { BudgetKind } from "../facts/budget-kind.ts";
import { functionalItems, itemTable } from "../facts/functional-items.ts";
import { type InitiallyBudgetedItem, initiallyBudgetedClasses } from "../facts/initial-budgets.ts";
import { type BudgetedItem, budgetedClasses, hasItemTable } from "../facts/item-budgets.ts";
import { occurs } from "../facts/known.ts";
import { missingTable } from "../facts/read-cells.ts";
import { completionWording } from "../wording/completion.ts";
import { missingRun } from "../wording/figures.ts";
import { initialItemReasonRun, itemReasonRun, textRun } from "../wording/reason.ts";
import type { Run } from "../wording/run.ts";
import { item, listEntry, money, text, textEntry } from "./build.ts";
import { differs } from "./change-reason.ts";
import type { CatalogueEntry, ItemEntry } from "./entry.ts";

const CODE_AND_SUBJECT: readonly ItemEntry[] = [
  { name: "编码", kind: "文字", meaning: "科目编码，如“2010301”；用作段落编号。" },
  {
    name: "科目",
    kind: "文字",
    meaning: "写全的科目名称“…（类）…（款）…（项）”，各级名称取自本单位的表。",
  },
];

/** 政府性基金、国有资本经营：列在哪张表，用途在填报文件的哪个键下。 */
const OTHERS: readonly (readonly [kind: BudgetKind, list: string, form: string, uses: string])[] = [
  ["政府性基金预算财政拨款", "政府性基金预算各项", "财决09", "政府性基金预算支出用途"],
  ["国有资本经营预算财政拨款", "国有资本经营预算各项", "财决11", "国有资本经营预算支出用途"],
];

/** 五（三）、八、九：逐项支出。 */
export const entries: readonly CatalogueEntry[] = [
  listEntry(
    {
      name: "一般公共预算各项",
      meaning:
        "一般公共预算财政拨款支出的各项（财决08，没有时财决07），按编码次序；决算数、填报的预算数都为零的不列。",
    },
    [
      ...CODE_AND_SUBJECT,
      { name: "决算数", kind: "金额", meaning: "这一项的支出（财决08 合计栏）。" },
      {
        name: "全年预算数",
        kind: "金额",
        meaning: "这一项的全年预算数：填报的优先；一类只有一项时取财决01-1 的类级数。",
      },
      {
        name: "要写原因",
        kind: "判断",
        meaning: "决算数与全年预算数都取得到、不相等，并且达到写法里的原因门槛。",
      },
      {
        name: "原因",
        kind: "文字",
        meaning:
          "与预算数不等的原因，填报在“原因 › 各项完成预算”下；相等的，取各项共用的“各项与预算持平”。",
      },
    ],
    (context) => generalItems(context).map((each) => generalItem(context, each)),
  ),
  listEntry(
    {
      name: "一般公共预算各项（年初预算）",
      meaning:
        "一般公共预算财政拨款支出的各项（财决08，没有时财决07），与年初预算比，按编码次序；决算数、填报的年初预算数都为零的不列。",
    },
    [
      ...CODE_AND_SUBJECT,
      { name: "决算数", kind: "金额", meaning: "这一项的支出（财决08 合计栏）。" },
      {
        name: "年初预算数",
        kind: "金额",
        meaning:
          "这一项的年初预算数：填报在“项级年初预算数”下的优先；一类只有一项时取财决01-1 的类级数；都没有的待补充。",
      },
      {
        name: "要写原因",
        kind: "判断",
        meaning: "决算数与年初预算数都取得到、不相等，并且达到写法里的原因门槛。",
      },
      {
        name: "原因",
        kind: "文字",
        meaning: "与年初预算数不等的原因，填报在“原因 › 各项完成年初预算”下；没有填的待补充。",
      },
      {
        name: "用途",
        kind: "文字",
        meaning: "填报文件“一般公共预算支出用途”下按编码写的话；没有填的待补充。",
      },
    ],
    (context) => initialItems(context).map((each) => initialItem(context, each)),
  ),
  textEntry(
    {
      name: "待补充.一般公共预算各项",
      meaning: "财决08、财决07 都没有时是一处待补充，有表时什么也不印。",
    },
    ({ current }) =>
      hasItemTable(current) ? "" : missingRun(missingTable(current, "各项支出决算数", "财决08")),
  ),
  ...OTHERS.flatMap(([kind, list, form, uses]) => [
    listEntry(
      { name: list, meaning: `${kind}支出的各项（${form}），按表中次序，不含为零的。` },
      [
        ...CODE_AND_SUBJECT,
        { name: "决算数", kind: "金额", meaning: `这一项的支出（${form}，本年支出合计）。` },
        {
          name: "用途",
          kind: "文字",
          meaning: `填报文件“${uses}”下按编码写的话；没有填的待补充。`,
        },
      ],
      (context) =>
        functionalItems(context.current, kind)
          .filter(({ amount }) => occurs(amount))
          .map(({ code, title, amount }) =>
            item({
              编码: text(code),
              科目: text(title),
              决算数: money(amount),
              用途: text(
                textRun(context, [uses, code], "主要用途", `${title}的支出主要用于什么。`),
              ),
            }),
          ),
    ),
    textEntry(
      { name: `待补充.${list}`, meaning: `没有${form}时是一处待补充，有表时什么也不印。` },
      ({ current }) =>
        itemTable(current, kind) === undefined
          ? missingRun(missingTable(current, `${kind}各项支出`, form))
          : "",
    ),
  ]),
];

function generalItems({ current, inputs }: DraftContext): BudgetedItem[] {
  return hasItemTable(current)
    ? budgetedClasses(current, inputs).flatMap(({ items }) => items)
    : [];
}

function initialItems({ current, inputs }: DraftContext): InitiallyBudgetedItem[] {
  return hasItemTable(current)
    ? initiallyBudgetedClasses(current, inputs).flatMap(({ items }) => items)
    : [];
}

function initialItem(context: DraftContext, each: InitiallyBudgetedItem) {
  const { code, title, amount, initialBudget } = each;
  const { outcome } = completionWording(amount, initialBudget, context.style);
  const why = `${title}决算数${outcome}年初预算数的主要原因是什么。`;
  const uses = "一般公共预算支出用途";
  return item({
    编码: text(code),
    科目: text(title),
    决算数: money(amount),
    年初预算数: money(initialBudget),
    要写原因: {
      kind: "判断",
      is: differs(context, `各项完成年初预算.${code}`, amount, initialBudget),
    },
    原因: text(
      outcome === "大于" || outcome === "小于" ? initialItemReasonRun(context, code, why) : "",
    ),
    用途: text(textRun(context, [uses, code], "主要用途", `${title}的支出主要用于什么。`)),
  });
}

function generalItem(context: DraftContext, each: BudgetedItem) {
  const { code, title, amount, budget } = each;
  return item({
    编码: text(code),
    科目: text(title),
    决算数: money(amount),
    全年预算数: money(budget),
    要写原因: { kind: "判断", is: differs(context, code, amount, budget) },
    原因: text(reason(context, each)),
  });
}

/** 相等的只在写法要写明原因时才问，而且各项共用一条。 */
function reason(context: DraftContext, { code, title, amount, budget }: BudgetedItem): Run {
  const { outcome } = completionWording(amount, budget, context.style);
  if (outcome === "大于" || outcome === "小于") {
    const asks = `${title}决算数${outcome}全年预算数的主要原因是什么。`;
    return itemReasonRun(context, code, asks);
  }
  if (outcome !== "等于" || context.style.onBudget !== "写明原因") return "";
  const asks =
    "各项决算数等于预算数的主要原因是什么（各项共用；个别项不同的，在“各项完成预算”下按科目编码填）。";
  return itemReasonRun(context, code, asks, "各项与预算持平");
}
