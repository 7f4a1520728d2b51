import type { Sheet } from "../../workbook/workbook.ts";
import type { SingleLayout } from "../form.ts";
import { readHeader } from "./header.ts";
import { flatten, isFootText, isHeaderMark } from "./labels.ts";
import { matchColumns } from "./match-columns.ts";
import { buildColumns, inYears, type Placement } from "./placement.ts";
import { missingColumns, unknownColumns } from "./table-problems.ts";

/** 读只有一行数字的表（“三公”经费公开表）；行键为 `合计`。表头对不上任何一栏时返回 null。 */
export function placeSingle(
  sheet: Sheet,
  layout: SingleLayout,
  headRow: number,
  year: number | null,
): Placement | null {
  const dataRow = findDataRow(sheet, headRow);
  const header = readHeader(sheet, {
    top: headRow + 1,
    bottom: dataRow - 1,
    left: 0,
    right: sheet.columnCount - 1,
  });
  const matched = matchColumns(layout.columns, header);
  if (matched.found.size === 0) return null;
  const wanted = layout.columns.filter(
    (column) => column.optional !== true && inYears(column.years, year),
  );
  const present = layout.columns.filter((_, i) => matched.found.has(i));
  const missing = wanted.filter((column) => !present.includes(column));
  const columns = present.map((column) => matched.found.get(layout.columns.indexOf(column)) ?? -1);
  return {
    rows: [
      {
        key: "合计",
        label: "合计",
        name: "合计",
        level: "total",
        parent: -1,
        measure: "money",
        sheetRow: dataRow,
        texts: new Map(),
      },
    ],
    columns: buildColumns(present),
    sheetColumns: [columns],
    problems: [...missingColumns(missing), ...unknownColumns(sheet, matched.unknown)],
    fit: {
      required: wanted.length,
      found: wanted.length - missing.length,
      unknown: matched.unknown.length,
    },
  };
}

/** 表头之后第一个不是栏次、不是注的行：其中没有栏名，只有数字、横线或空白。 */
function findDataRow(sheet: Sheet, headRow: number): number {
  let afterHeader = headRow + 1;
  for (let r = headRow + 1; r < sheet.rowCount; r++) {
    const cells = sheet.rows[r]?.filter((cell) => cell !== undefined && cell.text.trim() !== "");
    if (cells === undefined || cells.length === 0) continue;
    if (cells.some((cell) => isFootText(cell?.text ?? ""))) return afterHeader;
    const labels = cells.map((cell) => flatten(cell?.text ?? ""));
    if (labels.some((label) => /\p{Script=Han}/u.test(label) && !isHeaderMark(label))) {
      afterHeader = r + 1;
    } else if (isColumnNumbers(labels)) {
      afterHeader = r + 1;
    } else {
      return r;
    }
  }
  return afterHeader;
}

/** 栏次行：去掉“栏次”二字后正好是 1、2、3 …… */
function isColumnNumbers(labels: readonly string[]): boolean {
  const numbers = labels.filter((label) => label !== "栏次");
  return numbers.length > 1 && numbers.every((label, i) => label === String(i + 1));
}
