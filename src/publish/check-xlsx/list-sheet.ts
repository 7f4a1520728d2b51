import type { CellRef } from "../../findings/finding.ts";
import { columnName } from "../../workbook/addresses.ts";
import { DATA_STYLE, HEADER_STYLE, textCell } from "../draft-xlsx/data-cells.ts";
import { countLines } from "../draft-xlsx/line-breaks.ts";
import { MAX_ROW_HEIGHT } from "../draft-xlsx/sheet-layout.ts";
import type {
  CellLink,
  CellStyle,
  PageSetup,
  SheetCell,
  SheetModel,
} from "../spreadsheet/model.ts";
import { DIGIT_WIDTH_POINTS } from "../spreadsheet/style-table.ts";

/** 被核对的工作簿相对报告文件的路径，以 `/` 分隔；没有上年工作簿的为 null。 */
export interface BookLinks {
  readonly current: string;
  readonly prior: string | null;
}

/** 一行：各格，和从某一格（列下标）打开的单元格。 */
export interface ListRow {
  readonly cells: readonly SheetCell[];
  readonly link?: {
    readonly column: number;
    readonly to: Pick<CellRef, "book" | "sheet" | "address">;
  };
}

const PAGE: PageSetup = {
  orientation: "landscape",
  margins: { top: 15, bottom: 15, left: 10, right: 10, footer: 7 },
  footer: "&C第 &P 页，共 &N 页",
};

const LINK_STYLE: CellStyle = {
  ...DATA_STYLE,
  font: { ...DATA_STYLE.font, color: "0563C1", underline: true },
};

const TITLE_STYLE: CellStyle = { font: { name: "黑体", size: 14 }, vertical: "center" };
const NOTE_STYLE: CellStyle = { font: { name: "宋体", size: 10 }, vertical: "center" };

const LINE_HEIGHT = 14;

/**
 * 一张清单：可有标题和说明各一行，下面表头冻结、可筛选，打印时每页重复表头。
 * `columns` 为栏名和宽度（以默认字体的数字计）；行高按折行算好。
 */
export function listSheet(
  name: string,
  columns: readonly (readonly [header: string, width: number])[],
  rows: readonly ListRow[],
  { heading = [], links = null }: { heading?: readonly string[]; links?: BookLinks | null } = {},
): SheetModel {
  const header = heading.length + 1;
  const last = header + rows.length;
  const right = columnName(columns.length - 1);
  const widths = columns.map(([, width]) => width);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [
      ...heading.map((line, place) => ({
        cells: [textCell(line, place === 0 ? TITLE_STYLE : NOTE_STYLE)],
        height: place === 0 ? 26 : 18,
      })),
      { cells: columns.map(([title]) => textCell(title, HEADER_STYLE)), height: 22 },
      ...rows.map(({ cells }) => ({ cells, height: rowHeight(cells, widths) })),
    ],
    gridLines: false,
    frozenRows: header,
    autoFilter: `A${header}:${right}${Math.max(last, header)}`,
    page: { ...PAGE, titleRows: `$${header}:$${header}`, printArea: `$A$1:$${right}$${last}` },
    links: rows.flatMap(({ link }, place): CellLink[] => {
      if (link === undefined || links === null) return [];
      const path = links[link.to.book];
      if (path === null || link.to.address === "") return [];
      return [
        {
          cell: `${columnName(link.column)}${header + 1 + place}`,
          target: pathUri(path),
          location: `'${link.to.sheet.replaceAll("'", "''")}'!${link.to.address}`,
          tooltip: `打开 ${path} 的 ${link.to.sheet}!${link.to.address}`.slice(0, 255),
        },
      ];
    }),
  };
}

/** 相对路径写成 URI；文件名里的 `#`、`?` 不是 URI 的分隔符。 */
function pathUri(path: string): string {
  return encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F");
}

function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, column) => {
    if (cell.kind !== "text") return 1;
    const capacity = ((widths[column] ?? 10) * DIGIT_WIDTH_POINTS) / cell.style.font.size - 1;
    return countLines(cell.runs.map((run) => run.text).join(""), capacity);
  });
  return Math.min(MAX_ROW_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + 6);
}

/** 文字格。 */
export function text(content: string, horizontal: "left" | "center" = "left"): SheetCell {
  return textCell(content, { ...DATA_STYLE, horizontal });
}

/** 可点开的单元格。 */
export function linkText(content: string): SheetCell {
  return textCell(content, { ...LINK_STYLE, horizontal: "left" });
}

/** 数字格：十进制文本写成数，有小数的按金额、没有的按计数；不是数的（读不出的原文）写成文字。 */
export function amount(content: string | undefined): SheetCell {
  const style: CellStyle = { ...DATA_STYLE, horizontal: "right" };
  if (content === undefined || !/^-?\d{1,13}(\.\d{1,2})?$/.test(content)) {
    return textCell(content ?? "", style);
  }
  const numberFormat = content.includes(".") ? "#,##0.00" : "#,##0";
  return { kind: "number", decimal: content, style: { ...style, numberFormat } };
}
