import type { Draft } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import type { DraftOptions } from "../../src/narrative/style.ts";
import { paragraphsOf } from "./example-drafts.ts";
import { type Cells, type HandBuilt, handBuilt } from "./hand-built.ts";

const GENERAL = "一般公共预算财政拨款";
const FUND = "政府性基金预算财政拨款";

/** 收支总计。 */
export function totalsTable(income: number, expenditure = income): Record<string, Cells> {
  return {
    财决01: {
      "收入.总计": { 决算数: income },
      "收入.本年收入合计": { 决算数: income },
      "收入.一般公共预算财政拨款收入": { 决算数: income },
      "支出.总计": { 决算数: expenditure },
      "支出.本年支出合计": { 决算数: expenditure },
    },
  };
}

export interface Spending {
  readonly code: string;
  readonly name: string;
  readonly actual: number;
}

/** 一般公共预算财政拨款支出：逐项决算数和各类全年预算数（类 → 元）。 */
export function generalBudgetTables(
  items: readonly Spending[],
  classBudgets: Readonly<Record<string, number>>,
): Record<string, Cells> {
  const NAMES: Record<string, string> = { "201": "一般公共服务支出", "208": "社会保障和就业支出" };
  const actual = items.reduce((total, item) => total + item.actual, 0);
  const budget = Object.values(classBudgets).reduce((total, each) => total + each, 0);
  const classRows = Object.entries(classBudgets).map(([code, amount]): [string, Cells[string]] => [
    `功能.${NAMES[code]}`,
    {
      [`全年预算数.${GENERAL}`]: amount,
      [`决算数.${GENERAL}`]: items
        .filter((item) => item.code.startsWith(code))
        .reduce((total, item) => total + item.actual, 0),
    },
  ]);
  return {
    "财决01-1": {
      ...Object.fromEntries(classRows),
      "支出.本年支出合计": { [`决算数.${GENERAL}`]: actual, [`全年预算数.${GENERAL}`]: budget },
    },
    财决08: Object.fromEntries([
      ["合计", { 合计: actual }],
      ...items.map((item) => [`${item.code} ${item.name}`, { 合计: item.actual }]),
    ]),
  };
}

/** 政府性基金支出。 */
export function fundTables(items: readonly Spending[]): Record<string, Cells> {
  const total = items.reduce((sum, item) => sum + item.actual, 0);
  return {
    "财决01-1": {
      "支出.本年支出合计": { [`决算数.${FUND}`]: total, [`全年预算数.${FUND}`]: total },
    },
    财决09: Object.fromEntries([
      ["合计", { "本年支出.合计": total }],
      ...items.map((item) => [`${item.code} ${item.name}`, { "本年支出.合计": item.actual }]),
    ]),
  };
}

/** 附03：行键 → 决算数（左块）或统计数（右块），`预算` 为全年预算数。 */
export function operationsTable(
  actuals: Readonly<Record<string, number>>,
  budgets: Readonly<Record<string, number>> = {},
): Record<string, Cells> {
  const keys = [...new Set([...Object.keys(actuals), ...Object.keys(budgets)])];
  return {
    财决附03: Object.fromEntries(
      keys.map((key) => {
        const left = key.startsWith("三公") || key.startsWith("统计");
        const cells: Record<string, number> = {};
        if (key in actuals) cells[left ? "决算数" : "统计数"] = actuals[key] ?? 0;
        if (key in budgets) cells.全年预算数 = budgets[key] ?? 0;
        return [key, cells];
      }),
    ),
  };
}

export interface SmallDraft {
  readonly current: Record<string, Cells>;
  readonly prior?: Record<string, Cells>;
  readonly inputs?: Partial<Inputs>;
  readonly options?: DraftOptions;
  readonly about?: Omit<HandBuilt, "year" | "tables">;
}

/** 2023 年度的草稿；给了 `prior` 就有 2022 年度的工作簿。 */
export function smallDraft({
  current,
  prior,
  inputs = {},
  options = {},
  about = {},
}: SmallDraft): Draft {
  return draftNarrative({
    current: handBuilt("current", { year: 2023, tables: current, ...about }),
    prior: prior === undefined ? null : handBuilt("prior", { year: 2022, tables: prior, ...about }),
    inputs: { ...noInputs, ...inputs },
    options,
  });
}

/** 某一段的文字；没有这一段为 undefined。 */
export function textAt(draft: Draft, id: string): string | undefined {
  return paragraphsOf(draft).find((paragraph) => paragraph.id === id)?.text;
}
