import type { Finding } from "../../findings/finding.ts";
import type { Draft, Figure, Paragraph, Section } from "../../narrative/draft.ts";
import type { PageSetup, SheetCell, SheetModel, SheetRow } from "../spreadsheet/model.ts";
import { DIGIT_WIDTH_POINTS } from "../spreadsheet/style-table.ts";
import type { ChartCells } from "./chart-cells.ts";
import { DATA_STYLE, HEADER_STYLE, sourcesText, textCell } from "./data-cells.ts";
import { countLines } from "./line-breaks.ts";
import { MAX_ROW_HEIGHT } from "./sheet-layout.ts";

export const SOURCES_SHEET = "数据来源";

const HEADERS = ["节", "段落编号", "文中的数", "精确值", "单位", "出处", "算式"];
/** 各栏宽度，以默认字体的数字计。 */
const WIDTHS = [22, 22, 16, 20, 8, 40, 36];
const CHART_WIDTHS = [30, 26, 16, 46, 40];

const COLUMN_WIDTHS = [...WIDTHS, 3, ...CHART_WIDTHS];

/** 图表数据区在数字清单右边，隔一个空列。 */
export const CHART_COLUMN = HEADERS.length + 1;

const PAGE: PageSetup = {
  orientation: "landscape",
  margins: { top: 15, bottom: 15, left: 10, right: 10, footer: 7 },
  footer: "&C第 &P 页，共 &N 页",
  titleRows: "$1:$1",
};

const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** 数据来源：文中每个数一行，写明精确值、所在单元格和算式；右边是图表数据。印出来的部分与合计差尾数的，列在最后。 */
export function sourcesSheet(draft: Draft, charts: ChartCells): SheetModel {
  const figures: (readonly SheetCell[])[] = [
    HEADERS.map((header) => textCell(header, HEADER_STYLE)),
    ...draft.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) =>
        paragraph.figures.map((figure) => figureCells(section, paragraph, figure)),
      ),
    ),
    ...draft.open.filter(({ rule }) => rule === "说明/尾差").map((note) => noteCells(draft, note)),
  ];
  const count = Math.max(figures.length, charts.rows.length);
  const rows = Array.from({ length: count }, (_, index): SheetRow => {
    const left: (SheetCell | undefined)[] = [...(figures[index] ?? [])];
    const right = charts.rows[index] ?? [];
    if (right.length > 0) while (left.length < CHART_COLUMN) left.push(undefined);
    const cells = [...left, ...right];
    return { cells, height: dataRowHeight(cells) };
  });
  return {
    name: SOURCES_SHEET,
    columns: COLUMN_WIDTHS.map((width) => ({ width })),
    rows,
    gridLines: true,
    frozenRows: 1,
    autoFilter: `A1:G${figures.length}`,
    page: { ...PAGE, printArea: `$A$1:$G$${figures.length}` },
  };
}

function figureCells(section: Section, paragraph: Paragraph, figure: Figure): SheetCell[] {
  const { unit, numberFormat } = measure(figure);
  return [
    textCell(section.title, DATA_STYLE),
    textCell(paragraph.id, DATA_STYLE),
    textCell(figure.text, { ...DATA_STYLE, horizontal: "right" }),
    DECIMAL.test(figure.value)
      ? {
          kind: "number",
          decimal: figure.value,
          style: { ...DATA_STYLE, horizontal: "right", numberFormat },
        }
      : textCell(figure.value, DATA_STYLE),
    textCell(unit, { ...DATA_STYLE, horizontal: "center" }),
    textCell(sourcesText(figure.from), DATA_STYLE),
    textCell(figure.formula, DATA_STYLE),
  ];
}

/** 尾差不是哪一个数的事，写在最后：哪一段，印出来差多少，为什么。 */
function noteCells(draft: Draft, { text, what, why }: Finding): SheetCell[] {
  const id = text?.section ?? "";
  const section = draft.sections.find(({ paragraphs }) =>
    paragraphs.some((each) => each.id === id),
  );
  const empty = textCell("", DATA_STYLE);
  return [
    textCell(section?.title ?? "", DATA_STYLE),
    textCell(id, DATA_STYLE),
    textCell("尾差", { ...DATA_STYLE, horizontal: "right" }),
    empty,
    empty,
    textCell(what, DATA_STYLE),
    textCell(why, DATA_STYLE),
  ];
}

/** 精确值的单位：金额一律以元计，不论文中印成什么单位。 */
function measure(figure: Figure): { unit: string; numberFormat: string } {
  if (figure.moneyUnit !== null) return { unit: "元", numberFormat: "#,##0.00" };
  if (/[%％]/.test(figure.text)) return { unit: "比率", numberFormat: "0.00######%" };
  return { unit: "计数", numberFormat: "#,##0" };
}

/** 由最长的一格折成几行决定行高；10 磅字每行 14 磅。 */
function dataRowHeight(cells: readonly (SheetCell | undefined)[]): number {
  const lines = cells.map((cell, column) => {
    if (cell?.kind !== "text") return 1;
    const capacity =
      ((COLUMN_WIDTHS[column] ?? 10) * DIGIT_WIDTH_POINTS) / cell.style.font.size - 1;
    return countLines(cell.runs.map((run) => run.text).join(""), capacity);
  });
  return Math.min(MAX_ROW_HEIGHT, Math.max(...lines) * 14 + 4);
}
