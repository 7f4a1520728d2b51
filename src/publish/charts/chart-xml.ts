import type { ChartData } from "../../narrative/draft.ts";
import { OFFICE_RELATIONSHIPS } from "../ooxml/package.ts";
import { escapeText, XML_DECLARATION } from "../ooxml/xml.ts";
import { CHART_COLOURS, YEAR_COLOURS } from "./chart-colours.ts";
import { chartLabels } from "./chart-labels.ts";
import { amountFormat, type ChartStyle } from "./chart-style.ts";
import { wanText } from "./wan-text.ts";

const CHART_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const SHAPE_NS = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** 图里的文字用宋体：各版本 Windows、WPS 都有，小字也清楚。 */
const CHART_FONT = "宋体";

/** 系列名，也是图表数据区里金额一栏的栏名。 */
export const SERIES_NAME = "金额（万元）";

/** 扇区不到全部的这个比例时不在旁边标占比，免得几个小扇区的标签叠在一起；图例里仍有。 */
const SMALLEST_LABELLED = 0.03;

/** 一千万元（分）：金额到了这么大，纵轴刻度才用得着千分位，也不会有小数。 */
const THOUSAND_WAN = 1_000_000_000;

/** 图的数据所在的单元格，如 `Sheet1!$B$2:$B$5`。`labels` 是图上的文字（见 `chartLabels`）。 */
export interface ChartReferences {
  readonly seriesName: string;
  readonly labels: string;
  readonly values: string;
}

export interface ChartOptions {
  readonly references: ChartReferences;
  /** 图内标题；null 为不写（图题另在图下）。 */
  readonly title: string | null;
  readonly style: ChartStyle;
  /** 内嵌工作簿的关系编号（文字处理软件里“编辑数据”用）。 */
  readonly embeddedWorkbookId?: string;
}

/**
 * 一张图的 DrawingML 图表部件，电子表格与文字处理文档通用。金额以万元计，缓存值为精确值，标签显示两位小数。
 * 饼图扇区旁标占比，图例写类别、金额和占比。`chart` 须先经 `drawnChart` 整理。
 */
export function chartXml(chart: ChartData, options: ChartOptions): string {
  const plot = chart.kind === "pie" ? pieXml(chart, options) : columnXml(chart, options);
  const external =
    options.embeddedWorkbookId === undefined
      ? ""
      : `<c:externalData r:id="${options.embeddedWorkbookId}"><c:autoUpdate val="0"/></c:externalData>`;
  return [
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${CHART_NS}" xmlns:a="${SHAPE_NS}" xmlns:r="${OFFICE_RELATIONSHIPS}">`,
    '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>',
    options.title === null ? "" : titleXml(options.title, 12),
    `<c:autoTitleDeleted val="${options.title === null ? 1 : 0}"/>`,
    `<c:plotArea>${plot}</c:plotArea>`,
    legendXml(chart),
    // 数据所在的行、列可能被隐藏或筛掉，图照样要画全。
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>',
    textXml(9),
    external,
    "</c:chartSpace>",
  ].join("");
}

/** 供读屏软件念的说明：图题和各项金额。 */
export function chartDescription({ title, categories, cents }: ChartData): string {
  const items = categories.map((category, index) => `${category}${wanText(cents[index] ?? 0)}万元`);
  return `${title}：${items.join("，")}`;
}

function pieXml(chart: ChartData, options: ChartOptions): string {
  const total = chart.cents.reduce((sum, value) => sum + value, 0);
  const unlabelled = chart.cents.map((value, index) =>
    value < total * SMALLEST_LABELLED
      ? `<c:dLbl><c:idx val="${index}"/><c:delete val="1"/></c:dLbl>`
      : "",
  );
  const decimals = chart.cents.includes(total)
    ? ""
    : `.${"0".repeat(options.style.percentDecimals)}`;
  const points = chart.cents.map((_, index) => pointXml(index, colourAt(CHART_COLOURS, index)));
  return [
    options.title === null
      ? layoutXml({ x: 0.08, y: 0.13, width: 0.36, height: 0.7 })
      : layoutXml({ x: 0.08, y: 0.22, width: 0.36, height: 0.64 }),
    '<c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>',
    seriesNameXml(options),
    points.join(""),
    `<c:dLbls>${unlabelled.join("")}<c:numFmt formatCode="0${decimals}%" sourceLinked="0"/>`,
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(9)}<c:dLblPos val="outEnd"/>`,
    `${shownXml("percent")}<c:showLeaderLines val="0"/></c:dLbls>`,
    dataXml(chart, options),
    '</c:ser><c:firstSliceAng val="0"/></c:pieChart>',
  ].join("");
}

function legendXml(chart: ChartData): string {
  if (chart.kind !== "pie") return "";
  // 至少留两行的高度：长类别名要折行，高度不够会被截断。
  const height = round(Math.min(0.8, Math.max(0.25, 0.1 * chart.cents.length)));
  const layout = layoutXml({ x: 0.48, y: round(0.54 - height / 2), width: 0.51, height }, "");
  return `<c:legend><c:legendPos val="r"/>${layout}<c:overlay val="0"/>${textXml(9)}</c:legend>`;
}

function columnXml(chart: ChartData, options: ChartOptions): string {
  const colours = chart.cents.length === 2 ? YEAR_COLOURS : CHART_COLOURS;
  const points = chart.cents.map((_, index) => pointXml(index, colourAt(colours, index)));
  const negative = chart.cents.some((value) => value < 0);
  const large = chart.cents.some((value) => Math.abs(value) >= THOUSAND_WAN);
  return [
    '<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    '<c:ser><c:idx val="0"/><c:order val="0"/>',
    seriesNameXml(options),
    `<c:spPr>${fillXml(colourAt(colours, 0))}</c:spPr><c:invertIfNegative val="0"/>`,
    points.join(""),
    `<c:dLbls><c:numFmt formatCode="${amountFormat(options.style)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`,
    `${textXml(10)}<c:dLblPos val="outEnd"/>${shownXml("value")}</c:dLbls>`,
    dataXml(chart, options),
    '</c:ser><c:gapWidth val="120"/><c:axId val="1"/><c:axId val="2"/></c:barChart>',
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>',
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
    `<c:tickLblPos val="low"/>${lineXml("7F7F7F")}${textXml(10)}<c:crossAx val="2"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
    // 柱高与金额成比例，纵轴必须从零起。
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${negative ? "" : '<c:min val="0"/>'}</c:scaling>`,
    `<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>${lineXml("D9D9D9")}</c:majorGridlines>${titleXml("万元", 9)}`,
    `<c:numFmt formatCode="${large && options.style.grouping ? "#,##0" : "General"}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(9)}<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join("");
}

function seriesNameXml({ references }: ChartOptions): string {
  return `<c:tx><c:strRef><c:f>${escapeText(references.seriesName)}</c:f><c:strCache><c:ptCount val="1"/>${cachedXml(SERIES_NAME, 0)}</c:strCache></c:strRef></c:tx>`;
}

function dataXml(chart: ChartData, { references, style }: ChartOptions): string {
  const labels = chartLabels(chart, style).map(cachedXml).join("");
  const values = chart.cents.map((value, index) => cachedXml(wanText(value), index)).join("");
  const count = `<c:ptCount val="${chart.categories.length}"/>`;
  return [
    `<c:cat><c:strRef><c:f>${escapeText(references.labels)}</c:f><c:strCache>${count}${labels}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escapeText(references.values)}</c:f><c:numCache><c:formatCode>0.00</c:formatCode>${count}${values}</c:numCache></c:numRef></c:val>`,
  ].join("");
}

function cachedXml(text: string, index: number): string {
  return `<c:pt idx="${index}"><c:v>${escapeText(text)}</c:v></c:pt>`;
}

function pointXml(index: number, colour: string): string {
  return `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fillXml(colour)}<a:ln w="9525"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr></c:dPt>`;
}

function shownXml(shown: "value" | "percent"): string {
  const flag = (name: typeof shown) => (shown === name ? 1 : 0);
  return `<c:showLegendKey val="0"/><c:showVal val="${flag("value")}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="${flag("percent")}"/><c:showBubbleSize val="0"/>`;
}

/** 绘图区或图例在图中的位置和大小，以图的宽、高为 1。 */
function layoutXml(
  box: { x: number; y: number; width: number; height: number },
  target = '<c:layoutTarget val="inner"/>',
): string {
  return `<c:layout><c:manualLayout>${target}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${box.x}"/><c:y val="${box.y}"/><c:w val="${box.width}"/><c:h val="${box.height}"/></c:manualLayout></c:layout>`;
}

function titleXml(text: string, size: number): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${fontXml("defRPr", size)}</a:pPr><a:r>${fontXml("rPr", size)}<a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function textXml(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${fontXml("defRPr", size)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function fontXml(element: "defRPr" | "rPr", size: number): string {
  const language = element === "rPr" ? ' lang="zh-CN"' : "";
  return `<a:${element}${language} sz="${size * 100}" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="${CHART_FONT}"/><a:ea typeface="${CHART_FONT}"/><a:cs typeface="${CHART_FONT}"/></a:${element}>`;
}

function fillXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

function round(fraction: number): number {
  return Math.round(fraction * 1000) / 1000;
}

function lineXml(colour: string): string {
  return `<c:spPr><a:ln w="9525">${fillXml(colour)}</a:ln></c:spPr>`;
}

function colourAt(colours: readonly string[], index: number): string {
  return colours[index % colours.length] ?? "808080";
}
