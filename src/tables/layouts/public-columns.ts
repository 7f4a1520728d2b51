import type { ColumnDefinition } from "../form.ts";

/** 公开总表每侧只有一栏数。 */
export const PUBLIC_AMOUNT: readonly ColumnDefinition[] = [
  { key: "决算数", variants: ["金额", "本年决算数"] },
];

/** 公开06、公开12：支出合计及其中的基本支出、项目支出。 */
export const PUBLIC_EXPENDITURE: readonly ColumnDefinition[] = [
  { key: "合计", variants: ["本年支出合计", "本年支出.合计"] },
  { key: "基本支出", variants: ["本年支出.基本支出"] },
  { key: "项目支出", variants: ["本年支出.项目支出"] },
];

/** 公开10、公开11：一本预算的收支与结转结余。 */
export const PUBLIC_BUDGET_FLOW: readonly ColumnDefinition[] = [
  { key: "年初结转和结余" },
  { key: "本年收入" },
  { key: "本年支出.合计" },
  { key: "本年支出.基本支出" },
  { key: "本年支出.项目支出" },
  { key: "年末结转和结余" },
];
