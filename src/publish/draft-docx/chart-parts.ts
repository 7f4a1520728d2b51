import type { ChartData, Draft } from "../../narrative/draft.ts";
import { chartLabels, drawnChart, labelFormula } from "../charts/chart-labels.ts";
import { type ChartStyle, chartStyle } from "../charts/chart-style.ts";
import { chartXml, SERIES_NAME } from "../charts/chart-xml.ts";
import { wanText } from "../charts/wan-text.ts";
import { OFFICE_RELATIONSHIPS, type Part } from "../ooxml/package.ts";
import type { CellStyle, SheetCell, SheetRow } from "../spreadsheet/model.ts";
import { CHART_TYPE, writeWorkbook } from "../spreadsheet/write-workbook.ts";

const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SHEET = "Sheet1";
const CELL_STYLE: CellStyle = { font: { name: "宋体", size: 11 } };

/** 各图的部件：图表本身和供“编辑数据”用的内嵌工作簿，按出现先后编号。 */
export function chartParts(draft: Draft): { chart: Part; workbook: Part }[] {
  const style = chartStyle(draft);
  const charts = draft.sections.flatMap((section) =>
    section.paragraphs.flatMap(({ chart }) => (chart === undefined ? [] : [drawnChart(chart)])),
  );
  return charts.map((chart, index) => {
    const workbookPath = `word/embeddings/chart${index + 1}.xlsx`;
    const last = chart.categories.length + 1;
    return {
      chart: {
        path: `word/charts/chart${index + 1}.xml`,
        contentType: CHART_TYPE,
        content: chartXml(chart, {
          references: {
            seriesName: `${SHEET}!$B$1`,
            labels: `${SHEET}!$C$2:$C$${last}`,
            values: `${SHEET}!$B$2:$B$${last}`,
          },
          // 图题在图下单独成段。
          title: null,
          style,
          embeddedWorkbookId: "rId1",
        }),
        relationships: [
          { id: "rId1", type: `${OFFICE_RELATIONSHIPS}/package`, target: workbookPath },
        ],
      },
      workbook: {
        path: workbookPath,
        contentType: WORKBOOK_TYPE,
        content: chartWorkbook(chart, style),
      },
    };
  });
}

/** A 栏类别、B 栏金额（万元）、C 栏图上的文字。 */
function chartWorkbook(chart: ChartData, style: ChartStyle): Uint8Array {
  const text = (value: string): SheetCell => ({
    kind: "text",
    runs: [{ text: value }],
    style: CELL_STYLE,
  });
  const values = `$B$2:$B$${chart.categories.length + 1}`;
  const labels = chartLabels(chart, style);
  const rows = chart.categories.map((category, index): SheetRow => {
    const row = index + 2;
    return {
      cells: [
        text(category),
        { kind: "number", decimal: wanText(chart.cents[index] ?? 0), style: CELL_STYLE },
        {
          kind: "formula",
          formula: labelFormula(chart, style, {
            category: `A${row}`,
            value: `B${row}`,
            values,
          }),
          result: labels[index] ?? "",
          style: CELL_STYLE,
        },
      ],
    };
  });
  return writeWorkbook([
    {
      name: SHEET,
      columns: [{ width: 30 }, { width: 16 }, { width: 44 }],
      rows: [{ cells: [text("类别"), text(SERIES_NAME), text("图上的文字")] }, ...rows],
      gridLines: true,
    },
  ]);
}
