import { CODE_COLUMN, listTogether } from "../../findings/culprit.ts";
import { cellPlace } from "../check-groups.ts";
import type { CheckReport } from "../check-report.ts";
import type { SheetModel } from "../spreadsheet/model.ts";
import { amount, type BookLinks, type ListRow, linkText, listSheet, text } from "./list-sheet.ts";

/** “最可能填错的单元格”：一处一行，须一并改正的各占一行；没有找出的为 null。 */
export function culpritsSheet(report: CheckReport, links: BookLinks): SheetModel | null {
  if (report.culprits.length === 0) return null;
  const rows = report.culprits.flatMap((culprit, place): ListRow[] => {
    const { book, sheet, clue, explains, alternative } = culprit;
    const { listed, more } = listTogether(culprit);
    return [culprit, ...listed].map((each, order) => {
      const to = { book, sheet, address: each.address };
      const figure = each.column === CODE_COLUMN ? text : amount;
      return {
        cells: [
          amount(String(place + 1)),
          linkText(cellPlace(to)),
          text(each.row),
          text(each.column),
          figure(each.is),
          figure(each.shouldBe),
          text(
            order > 0
              ? `与上一格须一并改正${more > 0 && order === listed.length ? `；另有 ${more} 格没有列，见 JSON 格式的结果` : ""}`
              : alternative === true
                ? `另一种可能：${clue}`
                : clue,
          ),
          text(order > 0 ? "" : explains.join("、")),
        ],
        link: { column: 1, to },
      };
    });
  });
  return listSheet(
    "最可能填错的单元格",
    [
      ["序号", 6],
      ["单元格", 30],
      ["行", 28],
      ["栏", 24],
      ["现为", 20],
      ["应为", 20],
      ["线索", 44],
      ["改正后成立的规则", 30],
    ],
    rows,
    { links },
  );
}
