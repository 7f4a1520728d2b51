import type { Draft, Paragraph } from "../../narrative/draft.ts";
import { openPlaces } from "../../narrative/open-places.ts";
import type { Place } from "../../narrative/redraft/figure-words.ts";
import type { StaleFigure } from "../../narrative/redraft/stale-figures.ts";
import { freshWords } from "../../narrative/redraft/stale-findings.ts";
import { drawnChart } from "../charts/chart-labels.ts";
import { type ChartStyle, chartStyle } from "../charts/chart-style.ts";
import { chartDescription, chartXml } from "../charts/chart-xml.ts";
import type {
  PlacedChart,
  SheetCell,
  SheetModel,
  SheetRow,
  TextRun,
} from "../spreadsheet/model.ts";
import type { ChartCells } from "./chart-cells.ts";
import { countLines } from "./line-breaks.ts";
import {
  CHART_HEIGHT,
  CHART_WIDTH,
  GAP_FILL,
  GAP_RUN,
  MAX_ROW_HEIGHT,
  rowHeight,
  TEXT_COLUMN_WIDTH,
  TEXT_LAYOUTS,
  TEXT_PAGE,
  TEXT_WIDTH_POINTS,
} from "./sheet-layout.ts";
import { splitParagraph } from "./split-paragraph.ts";

export const TEXT_SHEET = "决算说明";

/** D 栏的宽度，以默认字体的数字计。 */
const STALE_WIDTH = 60;

/**
 * 可直接复制到文字处理软件的工作表：A 栏一行一段，图浮在图题上方。B、C 栏隐藏，记段落编号和第几截
 * （`1/2` 为两截中的第一截），改过的文件据此认回原来的段落。过时的数标出，D 栏写明应为多少；没有过时的数就没有 D 栏。
 */
export function textSheet(
  draft: Draft,
  chartCells: ChartCells,
  stale: readonly StaleFigure[] = [],
): SheetModel {
  const style = chartStyle(draft);
  const rows: SheetRow[] = [];
  const charts: PlacedChart[] = [];
  for (const section of draft.sections) {
    for (const paragraph of section.paragraphs) {
      if (paragraph.chart) {
        charts.push(placedChart(style, paragraph, chartCells, rows.length));
      }
      const own = stale.filter((figure) => figure.paragraph === paragraph.id);
      rows.push(...paragraphRows(paragraph, own));
    }
  }
  return {
    name: TEXT_SHEET,
    columns: [
      { width: TEXT_COLUMN_WIDTH },
      { width: 30, hidden: true },
      { width: 8, hidden: true },
      ...(stale.length === 0 ? [] : [{ width: STALE_WIDTH }]),
    ],
    rows,
    gridLines: false,
    page: { ...TEXT_PAGE, printArea: `$A$1:$A$${Math.max(1, rows.length)}` },
    charts,
  };
}

function paragraphRows(paragraph: Paragraph, stale: readonly StaleFigure[]): SheetRow[] {
  const layout = TEXT_LAYOUTS[paragraph.style];
  const heightOf = (piece: string, first: boolean) => {
    const text = first ? layout.indent + piece : piece;
    return rowHeight(countLines(text, layout.capacity), layout);
  };
  const pieces = splitParagraph(paragraph.text, (piece, first) => heightOf(piece, first) !== null);
  const marked = merged([...openPlaces(paragraph), ...stale]);
  let start = 0;
  return pieces.map((piece, index) => {
    const first = index === 0;
    const gaps = placesWithin(marked, start, start + piece.length);
    const runs = gapRuns(piece, gaps, layout.style.font);
    const style = gaps.length === 0 ? layout.style : { ...layout.style, fill: GAP_FILL };
    start += piece.length;
    return {
      cells: [
        {
          kind: "text",
          runs: first && layout.indent !== "" ? [{ text: layout.indent }, ...runs] : runs,
          style,
        },
        note(paragraph.id),
        note(`${index + 1}/${pieces.length}`),
        ...(first && stale.length > 0 ? [note(staleNote(stale))] : []),
      ],
      height: heightOf(piece, first) ?? MAX_ROW_HEIGHT,
    };
  });
}

function staleNote(stale: readonly StaleFigure[]): string {
  const outdated = stale.filter(({ by }) => by !== "unsupported");
  const unknown = stale.filter(({ by }) => by === "unsupported").map(({ old }) => `“${old}”`);
  const items = outdated.map((figure) => `“${figure.old}”${freshWords(figure)}`);
  return [
    ...(items.length === 0 ? [] : [`数已过时：${items.join("；")}。`]),
    ...(unknown.length === 0 ? [] : [`没有依据，请核对：${unknown.join("、")}。`]),
  ].join("");
}

/** 相接、重叠的并成一处，按先后。 */
function merged(places: readonly Place[]): Place[] {
  const list: Place[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    if (last === undefined || place.start > last.end) list.push(place);
    else list[list.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
  }
  return list;
}

/** 落在 [start, end) 里的各处，位置改为相对 start。 */
function placesWithin(places: readonly Place[], start: number, end: number) {
  return places
    .map((gap) => ({
      start: Math.max(gap.start, start) - start,
      end: Math.min(gap.end, end) - start,
    }))
    .filter((gap) => gap.start < gap.end);
}

function gapRuns(
  text: string,
  gaps: readonly { readonly start: number; readonly end: number }[],
  font: { readonly name: string; readonly size: number },
): TextRun[] {
  const runs: TextRun[] = [];
  let position = 0;
  for (const gap of gaps) {
    runs.push({ text: text.slice(position, gap.start) });
    runs.push({ text: text.slice(gap.start, gap.end), font: { ...font, ...GAP_RUN } });
    position = gap.end;
  }
  return [...runs, { text: text.slice(position) }].filter((run) => run.text !== "");
}

function placedChart(
  style: ChartStyle,
  paragraph: Paragraph,
  chartCells: ChartCells,
  row: number,
): PlacedChart {
  const references = chartCells.references.get(paragraph.id);
  if (paragraph.chart === undefined || references === undefined) {
    throw new Error(`段落“${paragraph.id}”的图没有数据区。`);
  }
  const chart = drawnChart(paragraph.chart);
  return {
    xml: chartXml(chart, {
      references,
      title: chart.title,
      style,
    }),
    row,
    left: (TEXT_WIDTH_POINTS - CHART_WIDTH) / 2,
    width: CHART_WIDTH,
    height: CHART_HEIGHT - 4,
    name: `图${chart.number}`,
    description: chartDescription(chart),
  };
}

function note(text: string): SheetCell {
  return { kind: "text", runs: [{ text }], style: { font: { name: "宋体", size: 10 } } };
}
