import type { ChartData, Paragraph } from "../draft.ts";
import type { NamedMoney } from "../facts/income.ts";
import { isMissing, type Money } from "../facts/known.ts";
import { missingRun } from "./figures.ts";
import { paragraph } from "./run.ts";

/** 图题段落。`title` 不含“图1：”。 */
function chartParagraph(id: string, chart: ChartData): Paragraph {
  return paragraph(id, "chart", [`图${chart.number}：${chart.title}`], chart);
}

/** 结构图（饼图）：只画大于零的部分；取不到数的不画。没有可画的返回空。 */
export function pieChart(
  id: string,
  number: number,
  title: string,
  parts: readonly NamedMoney[],
): Paragraph[] {
  const drawn = parts.flatMap(({ label, amount }) =>
    !isMissing(amount) && amount.cents > 0 ? [{ label, amount }] : [],
  );
  if (drawn.length === 0) return [];
  return [
    chartParagraph(id, {
      number,
      kind: "pie",
      title,
      categories: drawn.map(({ label }) => label),
      cents: drawn.map(({ amount }) => amount.cents),
      from: drawn.map(({ amount }) => amount.from),
    }),
  ];
}

/** 变动情况图（柱状图）：上年、本年两柱。缺上年数时只有图题和待补充。 */
export function changeChart(
  id: string,
  number: number,
  title: string,
  bars: readonly { readonly label: string; readonly amount: Money }[],
): Paragraph {
  for (const { amount } of bars) {
    if (isMissing(amount)) {
      return paragraph(id, "chart", [`图${number}：${title}`, missingRun(amount)]);
    }
  }
  const known = bars.flatMap(({ label, amount }) => (isMissing(amount) ? [] : [{ label, amount }]));
  return chartParagraph(id, {
    number,
    kind: "column",
    title,
    categories: known.map(({ label }) => label),
    cents: known.map(({ amount }) => amount.cents),
    from: known.map(({ amount }) => amount.from),
  });
}
