import type { ColumnDefinition } from "../form.ts";

/** 财政拨款三本预算的分列栏，前面再加合计。 */
const BUDGETS = [
  "合计",
  "一般公共预算财政拨款",
  "政府性基金预算财政拨款",
  "国有资本经营预算财政拨款",
] as const;

/** `决算数` → `决算数.合计`、`决算数.一般公共预算财政拨款` …… 2018 年度及以前合计称“小计”，没有国有资本经营。 */
export function splitByBudget(group: string, variants: readonly string[] = []): ColumnDefinition[] {
  return BUDGETS.map((budget) => ({
    key: `${group}.${budget}`,
    variants: [group, ...variants].flatMap((name) =>
      budgetNames(budget).map((b) => `${name}.${b}`),
    ),
    optional: budget === "国有资本经营预算财政拨款",
  }));
}

function budgetNames(budget: (typeof BUDGETS)[number]): string[] {
  return budget === "合计" ? ["合计", "小计"] : [budget, budget.replace("财政拨款", "")];
}

export const THREE_AMOUNTS: readonly ColumnDefinition[] = [
  { key: "年初预算数" },
  { key: "全年预算数", variants: ["调整预算数"] },
  { key: "决算数", variants: ["期末数"] },
];
