import type { SheetModel } from "../../../../src/publish/spreadsheet/model.ts";
import { parseAddress } from "../../../../src/workbook/addresses.ts";
import type { HostChart, Place } from "../../host.ts";
import { supports } from "../excel-run.ts";

const FONT = "宋体";
const TITLE_SIZE = 12;
const LABEL_SIZE = 9;
const AMOUNT_FORMAT = "0.00";
const PERCENT_FORMAT = "0.00%";

/** 扇区不到全部的这个比例时不标占比，免得几个小扇区的标签叠在一起；图例里仍有。 */
const SMALLEST_LABELLED = 0.03;

/** 图表数据所在的工作表（临时表或已有的表）和它的内容；内容不知道时为 null。 */
export interface DataSheet {
  readonly sheet: Excel.Worksheet;
  readonly model: SheetModel | null;
}

/** 画一张原生图表，落在 `sheet` 的指定行。数据表须已写好。 */
export function writeChart(
  sheet: Excel.Worksheet,
  chart: HostChart,
  dataSheet: (name: string) => DataSheet,
): void {
  const data = dataSheet(chart.values.sheet);
  const valueRange = data.sheet.getRange(plain(chart.values.address));
  const categories = dataSheet(chart.categories.sheet);
  const type = chart.kind === "pie" ? "Pie" : "ColumnClustered";
  const drawn = sheet.charts.add(type, valueRange, "Columns");
  const series = drawn.series.getItemAt(0);
  series.setValues(valueRange);
  series.setXAxisValues(categories.sheet.getRange(plain(chart.categories.address)));
  series.name = chart.title;
  drawn.name = chart.name;
  drawn.title.text = chart.title;
  drawn.title.format.font.name = FONT;
  drawn.title.format.font.size = TITLE_SIZE;
  drawn.title.format.font.bold = false;
  drawn.title.format.font.color = "#000000";
  series.hasDataLabels = true;
  const values = data.model === null ? null : valuesIn(data.model, chart.values);
  const points = series.points;
  chart.colours.forEach((colour, index) => {
    points.getItemAt(index).format.fill.setSolidColor(`#${colour}`);
  });
  if (chart.kind === "pie") finishPie(drawn, points, values);
  else finishColumns(drawn, values);
  drawn.setPosition(sheet.getCell(chart.row, 0));
  drawn.left = chart.left;
  drawn.width = chart.width;
  drawn.height = chart.height;
}

/** 扇区标占比；图例在右，写类别、金额和占比（数据区里已拼好）。 */
function finishPie(
  chart: Excel.Chart,
  points: Excel.ChartPointsCollection,
  values: readonly number[] | null,
): void {
  const { dataLabels, legend } = chart;
  dataLabels.showPercentage = true;
  dataLabels.showValue = false;
  dataLabels.position = "OutsideEnd";
  dataLabels.format.font.size = LABEL_SIZE;
  if (supports("1.8")) dataLabels.numberFormat = PERCENT_FORMAT;
  legend.visible = true;
  legend.position = "Right";
  legend.format.font.name = FONT;
  legend.format.font.size = LABEL_SIZE;
  const total = values?.reduce((sum, value) => sum + value, 0) ?? 0;
  values?.forEach((value, index) => {
    if (value < total * SMALLEST_LABELLED) points.getItemAt(index).hasDataLabel = false;
  });
}

/** 柱高与金额成比例：没有负数时纵轴从零起。 */
function finishColumns(chart: Excel.Chart, values: readonly number[] | null): void {
  const { dataLabels } = chart;
  dataLabels.showValue = true;
  dataLabels.position = "OutsideEnd";
  dataLabels.format.font.size = LABEL_SIZE + 1;
  if (supports("1.8")) dataLabels.numberFormat = AMOUNT_FORMAT;
  chart.legend.visible = false;
  const axis = chart.axes.valueAxis;
  axis.title.text = "万元";
  if (values?.every((value) => value >= 0)) axis.minimum = 0;
}

/** 单列或单行区域里的数；有不是数的格时为 null。 */
function valuesIn(model: SheetModel, { address }: Place): number[] | null {
  const [from = "", to = from] = plain(address).split(":");
  const start = parseAddress(from);
  const end = parseAddress(to);
  if (start === undefined || end === undefined) return null;
  const values: number[] = [];
  for (let row = start.row; row <= end.row; row++) {
    for (let column = start.column; column <= end.column; column++) {
      const cell = model.rows[row]?.cells[column];
      if (cell?.kind !== "number") return null;
      values.push(Number(cell.decimal));
    }
  }
  return values;
}

function plain(address: string): string {
  return address.replaceAll("$", "");
}
