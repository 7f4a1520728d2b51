import { printPercent, printWan } from "../../money/print.ts";
import { ratio } from "../../money/ratio.ts";
import type { ChartData } from "../../narrative/draft.ts";
import { amountFormat, type ChartStyle } from "./chart-style.ts";

/**
 * 实际画成的图。饼图去掉金额为零的扇区（没有面积，只会多出一条标签）；有负数或全为零时画不成饼图，
 * 改画柱状图。以下各函数都只接受这样整理过的图。
 */
export function drawnChart(chart: ChartData): ChartData {
  if (chart.kind === "column") return chart;
  const shown = chart.cents.flatMap((value, index) => (value === 0 ? [] : [index]));
  if (shown.length === 0 || chart.cents.some((value) => value < 0)) {
    return { ...chart, kind: "column" };
  }
  return {
    ...chart,
    categories: shown.map((index) => chart.categories[index] ?? ""),
    cents: shown.map((index) => chart.cents[index] ?? 0),
    from: shown.map((index) => chart.from[index] ?? []),
  };
}

/**
 * 各类别在图上的文字。柱状图就是类别名；饼图是 `类别 金额万元，占比`，作图例用——小扇区挨在一起时，
 * 标在扇区旁的文字会叠住，图例不会。占比以各扇区之和为分母，与正文同样舍入。
 */
export function chartLabels(chart: ChartData, style: ChartStyle): string[] {
  if (chart.kind === "column") return [...chart.categories];
  const total = chart.cents.reduce((sum, value) => sum + value, 0);
  return chart.categories.map((category, index) => {
    const value = chart.cents[index] ?? 0;
    const share = printPercent(ratio(value, total), { decimals: style.percentDecimals });
    return `${category} ${printWan(value, { trimZeros: false, grouping: style.grouping })}万元，${share}`;
  });
}

/**
 * 与 `chartLabels` 同样结果的单元格公式，改了金额，图上的文字跟着变。
 * 参数是单元格地址：类别、金额（万元）、全部金额。
 */
export function labelFormula(
  chart: ChartData,
  style: ChartStyle,
  cells: { readonly category: string; readonly value: string; readonly values: string },
): string {
  const { category, value, values } = cells;
  if (chart.kind === "column") return category;
  const format = `0.${"0".repeat(style.percentDecimals)}%`;
  const share = `IF(${value}=SUM(${values}),"100%",TEXT(${value}/SUM(${values}),"${format}"))`;
  return `${category}&" "&TEXT(${value},"${amountFormat(style)}")&"万元，"&${share}`;
}
