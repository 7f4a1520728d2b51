import type { CheckReport } from "../check-report.ts";
import type { SheetModel } from "../spreadsheet/model.ts";
import { amount, type BookLinks, type ListRow, linkText, listSheet, text } from "./list-sheet.ts";
import { numberedFindings } from "./results-sheet.ts";

/** “涉及的单元格”：每条问题的每一格一行，都可点开；序号同“核对结果”。没有的为 null。 */
export function cellsSheet(report: CheckReport, links: BookLinks): SheetModel | null {
  const rows = numberedFindings(report).flatMap(({ number, finding }) =>
    finding.cells.map((cell): ListRow => {
      const { book, sheet, address, row, column, value } = cell;
      return {
        cells: [
          amount(String(number)),
          text(finding.rule),
          text(book === "prior" ? "上年" : "本年", "center"),
          text(sheet),
          address === "" ? text("") : linkText(address),
          text(row),
          text(column),
          amount(value),
        ],
        link: { column: 4, to: cell },
      };
    }),
  );
  if (rows.length === 0) return null;
  return listSheet(
    "涉及的单元格",
    [
      ["序号", 6],
      ["规则", 12],
      ["年度", 7],
      ["工作表", 44],
      ["地址", 10],
      ["行", 34],
      ["栏", 30],
      ["现有的数", 20],
    ],
    rows,
    { links },
  );
}
