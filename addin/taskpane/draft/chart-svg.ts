import { printPercent, printWan } from "../../../src/money/print.ts";
import { ratio } from "../../../src/money/ratio.ts";
import type { ChartData } from "../../../src/narrative/draft.ts";
import { CHART_COLOURS, YEAR_COLOURS } from "../../../src/publish/charts/chart-colours.ts";
import { chartLabels, drawnChart } from "../../../src/publish/charts/chart-labels.ts";
import type { ChartStyle } from "../../../src/publish/charts/chart-style.ts";

const WIDTH = 430;
const HEIGHT = 230;
const FONT = "SimSun, 宋体, 'Noto Serif CJK SC', serif";
/** 扇区不到全部的这个比例时不在旁边标占比，免得叠在一起；图例里仍有。 */
const SMALLEST_LABELLED = 0.03;

/** 图的预览，与插入的原生图表同样的数据、颜色和文字。白底黑字，就是印出来的样子。 */
export function chartSvg(given: ChartData, style: ChartStyle): string {
  const chart = drawnChart(given);
  const body = chart.kind === "pie" ? pie(chart, style) : columns(chart, style);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}" font-size="11">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(WIDTH / 2, 20, chart.title, { anchor: "middle", size: 13 }),
    body,
    "</svg>",
  ].join("");
}

function columns(chart: ChartData, style: ChartStyle): string {
  const negative = chart.cents.some((value) => value < 0);
  // 有负数时，柱下要留出标数的地方。
  const [top, bottom, left, right] = [46, negative ? 182 : 196, 40, WIDTH - 20];
  const colours = chart.cents.length === 2 ? YEAR_COLOURS : CHART_COLOURS;
  const highest = Math.max(0, ...chart.cents);
  const lowest = Math.min(0, ...chart.cents);
  const span = highest - lowest || 1;
  const y = (value: number) => top + ((highest - value) / span) * (bottom - top);
  const step = (right - left) / Math.max(1, chart.cents.length);
  const width = Math.min(70, step * 0.45);
  const bars = chart.cents.map((value, index) => {
    const middle = left + step * (index + 0.5);
    const [from, to] = [Math.min(y(0), y(value)), Math.max(y(0), y(value))];
    return [
      `<rect x="${fixed(middle - width / 2)}" y="${fixed(from)}" width="${fixed(width)}" height="${fixed(to - from)}" fill="#${colourAt(colours, index)}"/>`,
      text(middle, (value < 0 ? to : from) + (value < 0 ? 13 : -5), amount(value, style), {
        anchor: "middle",
      }),
      text(middle, 213, chart.categories[index] ?? "", { anchor: "middle" }),
    ].join("");
  });
  return [
    text(left - 30, top - 10, "万元"),
    `<line x1="${left}" x2="${right}" y1="${fixed(y(0))}" y2="${fixed(y(0))}" stroke="#7f7f7f"/>`,
    ...bars,
  ].join("");
}

function pie(chart: ChartData, style: ChartStyle): string {
  const [x, y, radius] = [108, 130, 70];
  const total = chart.cents.reduce((sum, value) => sum + value, 0);
  let turn = 0;
  const sectors = chart.cents.map((value, index) => {
    const share = value / total;
    const [from, to] = [turn, turn + share];
    turn = to;
    const shape =
      share > 0.9999
        ? `<circle cx="${x}" cy="${y}" r="${radius}" fill="#${colourAt(CHART_COLOURS, index)}"/>`
        : `<path d="M${x} ${y}L${point(x, y, radius, from)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${point(x, y, radius, to)}Z" fill="#${colourAt(CHART_COLOURS, index)}" stroke="#fff"/>`;
    if (share < SMALLEST_LABELLED) return shape;
    const [labelX, labelY] = point(x, y, radius + 15, (from + to) / 2)
      .split(" ")
      .map(Number);
    const label = printPercent(ratio(value, total), { decimals: style.percentDecimals });
    return shape + text(labelX ?? x, (labelY ?? y) + 4, label, { anchor: "middle", size: 10 });
  });
  return sectors.join("") + legend(chart, style);
}

/** 图例：色块和文字，长的折行，总高居中。 */
function legend(chart: ChartData, style: ChartStyle): string {
  const lines = chartLabels(chart, style).map((label) => wrapped(label, 18));
  const height = lines.reduce((sum, each) => sum + each.length * 14 + 5, 0);
  let y = Math.max(34, 130 - height / 2);
  return lines
    .map((each, index) => {
      const block = [
        `<rect x="218" y="${fixed(y)}" width="9" height="9" fill="#${colourAt(CHART_COLOURS, index)}" stroke="#595959" stroke-width="0.5"/>`,
        ...each.map((line, at) => text(232, y + 9 + at * 14, line, { size: 10 })),
      ].join("");
      y += each.length * 14 + 5;
      return block;
    })
    .join("");
}

/** 按字宽（全角为 1）折行。 */
function wrapped(label: string, capacity: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const character of label) {
    const width = (character.codePointAt(0) ?? 0) < 0x80 ? 0.55 : 1;
    if (used + width > capacity) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += character;
    used += width;
  }
  return [...lines, line];
}

/** 从正上方起顺时针转 `turn` 圈的一点。 */
function point(x: number, y: number, radius: number, turn: number): string {
  const angle = turn * 2 * Math.PI;
  return `${fixed(x + radius * Math.sin(angle))} ${fixed(y - radius * Math.cos(angle))}`;
}

function text(
  x: number,
  y: number,
  content: string,
  { anchor = "start", size = 11 }: { readonly anchor?: string; readonly size?: number } = {},
): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" font-size="${size}">${escaped(content)}</text>`;
}

function amount(cents: number, { grouping }: ChartStyle): string {
  return printWan(cents, { trimZeros: false, grouping });
}

function colourAt(colours: readonly string[], index: number): string {
  return colours[index % colours.length] ?? "808080";
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** 供 `<img>` 用的地址，内容就在地址里。 */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
