import type { Draft } from "../../narrative/draft.ts";
import { CHART_COLOURS, YEAR_COLOURS } from "../charts/chart-colours.ts";
import { drawnChart } from "../charts/chart-labels.ts";
import { type ChartReferences, chartDescription } from "../charts/chart-xml.ts";
import type { SheetModel } from "../spreadsheet/model.ts";
import { chartCells } from "./chart-cells.ts";
import { CHART_COLUMN, SOURCES_SHEET, sourcesSheet } from "./sources-sheet.ts";
import { textSheet } from "./text-sheet.ts";

/** 图的数据所在的一块，如工作表 `数据来源` 的 `L2:L5`。 */
export interface ChartRange {
  readonly sheet: string;
  readonly address: string;
}

/** 一张图：画什么、数据在哪里、放在哪一行。`left`、`width`、`height` 以磅计。 */
export interface SheetChart {
  readonly name: string;
  readonly kind: "column" | "pie";
  readonly title: string;
  readonly description: string;
  readonly categories: ChartRange;
  readonly values: ChartRange;
  readonly colours: readonly string[];
  /** 行下标，从 0 起。 */
  readonly row: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

export interface DraftSheet {
  readonly model: SheetModel;
  readonly charts: readonly SheetChart[];
}

/**
 * 要写进打开的工作簿的两张表，与 .xlsx 里的一样：工作表“决算说明”（带各图）和“数据来源”。
 * 图另以数据给出，由表格软件画成原生图表。
 */
export function draftSheets(draft: Draft): readonly DraftSheet[] {
  const cells = chartCells(draft, SOURCES_SHEET, CHART_COLUMN);
  const text = textSheet(draft, cells);
  return [
    { model: text, charts: sheetCharts(draft, text, cells.references) },
    { model: sourcesSheet(draft, cells), charts: [] },
  ];
}

function sheetCharts(
  draft: Draft,
  text: SheetModel,
  references: ReadonlyMap<string, ChartReferences>,
): SheetChart[] {
  const placed = [...(text.charts ?? [])];
  return draft.sections
    .flatMap((section) => section.paragraphs)
    .flatMap(({ id, chart: given }) => {
      const reference = references.get(id);
      if (given === undefined || reference === undefined) return [];
      const place = placed.shift();
      if (place === undefined) return [];
      const chart = drawnChart(given);
      const yearBars = chart.kind === "column" && chart.cents.length === 2;
      const colours = yearBars ? YEAR_COLOURS : CHART_COLOURS;
      return [
        {
          name: place.name,
          kind: chart.kind,
          title: chart.title,
          description: chartDescription(chart),
          categories: rangeOf(reference.labels),
          values: rangeOf(reference.values),
          colours: chart.cents.map((_, index) => colours[index % colours.length] ?? "808080"),
          row: place.row,
          left: place.left,
          width: place.width,
          height: place.height,
        },
      ];
    });
}

/** `'数据来源'!$L$2:$L$5` → 工作表名和不带 `$` 的地址。 */
function rangeOf(reference: string): ChartRange {
  const at = reference.lastIndexOf("!");
  return {
    sheet: reference.slice(0, at).replace(/^'|'$/g, ""),
    address: reference.slice(at + 1).replaceAll("$", ""),
  };
}
