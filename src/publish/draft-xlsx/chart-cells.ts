import type { Draft } from "../../narrative/draft.ts";
import { columnName } from "../../workbook/addresses.ts";
import { chartLabels, drawnChart, labelFormula } from "../charts/chart-labels.ts";
import { chartStyle } from "../charts/chart-style.ts";
import { type ChartReferences, SERIES_NAME } from "../charts/chart-xml.ts";
import { wanText } from "../charts/wan-text.ts";
import type { CellStyle, SheetCell } from "../spreadsheet/model.ts";
import { DATA_STYLE, HEADER_STYLE, sourcesText, textCell } from "./data-cells.ts";

/** 图表数据区：各行的单元格（第一行为栏名），以及各图数据所在的位置（按段落编号）。 */
export interface ChartCells {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly references: ReadonlyMap<string, ChartReferences>;
}

const AMOUNT_STYLE: CellStyle = {
  ...DATA_STYLE,
  numberFormat: "#,##0.00####",
  horizontal: "right",
};

const HEADERS = ["图", "类别", SERIES_NAME, "图上的文字", "图中数的出处"];

/** 把各图的数据排成一块，放在 `sheet` 工作表从 `firstColumn`（从 0 起）开始的五栏。 */
export function chartCells(draft: Draft, sheet: string, firstColumn: number): ChartCells {
  const rows: SheetCell[][] = [HEADERS.map((header) => textCell(header, HEADER_STYLE))];
  const style = chartStyle(draft);
  const references = new Map<string, ChartReferences>();
  const column = (offset: number) => `$${columnName(firstColumn + offset)}`;
  for (const section of draft.sections) {
    for (const { id, chart: given } of section.paragraphs) {
      if (given === undefined) continue;
      const chart = drawnChart(given);
      const first = rows.length + 1;
      const last = rows.length + chart.categories.length;
      const range = (offset: number) => `${column(offset)}$${first}:${column(offset)}$${last}`;
      references.set(id, {
        seriesName: `'${sheet}'!${column(2)}$1`,
        labels: `'${sheet}'!${range(3)}`,
        values: `'${sheet}'!${range(2)}`,
      });
      const labels = chartLabels(chart, style);
      for (const [index, category] of chart.categories.entries()) {
        const row = rows.length + 1;
        const formula = labelFormula(chart, style, {
          category: `${column(1)}${row}`,
          value: `${column(2)}${row}`,
          values: range(2),
        });
        rows.push([
          textCell(`图${chart.number} ${chart.title}`, DATA_STYLE),
          textCell(category, DATA_STYLE),
          { kind: "number", decimal: wanText(chart.cents[index] ?? 0), style: AMOUNT_STYLE },
          { kind: "formula", formula, result: labels[index] ?? "", style: DATA_STYLE },
          textCell(sourcesText(chart.from[index] ?? []), DATA_STYLE),
        ]);
      }
    }
  }
  return { rows, references };
}
