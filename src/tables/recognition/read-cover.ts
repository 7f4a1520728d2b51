import type { Sheet } from "../../workbook/workbook.ts";
import type { CoverLayout } from "../form.ts";
import type { TableRow } from "../table.ts";
import { namesOf } from "./label-columns.ts";
import { normaliseLabel, unwrap } from "./labels.ts";
import { buildColumns, type Placement } from "./placement.ts";

/** 封面至少要认出的项目数。 */
const ENOUGH = 4;

/** 读封面：项目名右边第一个有字、又不是项目名的格是它的值。认出的项目太少时返回 null。 */
export function placeCover(sheet: Sheet, layout: CoverLayout): Placement | null {
  const byName = new Map(
    layout.rows.flatMap((row) => namesOf(row).map((name) => [name, row] as const)),
  );
  const found = new Map<string, { row: TableRow; column: number }>();
  for (let r = 0; r < sheet.rowCount; r++) {
    const cells = sheet.rows[r];
    if (cells === undefined) continue;
    for (let c = 0; c < cells.length; c++) {
      const definition = byName.get(normaliseLabel(cells[c]?.text ?? ""));
      if (definition === undefined || found.has(definition.key)) continue;
      const value = cells.findIndex(
        // 合并拆开填满后，项目名会重复几格。
        (cell, i) =>
          i > c &&
          cell !== undefined &&
          cell.text.trim() !== "" &&
          byName.get(normaliseLabel(cell.text)) !== definition,
      );
      const text = value < 0 ? "" : unwrap(cells[value]?.text ?? "");
      const isValue = value >= 0 && !byName.has(normaliseLabel(text));
      found.set(definition.key, {
        column: isValue ? value : -1,
        row: {
          key: definition.key,
          label: definition.key,
          name: definition.label,
          level: "line",
          parent: -1,
          measure: "text",
          sheetRow: r,
          texts: new Map(isValue ? [["值", text]] : []),
        },
      });
    }
  }
  if (found.size < ENOUGH) return null;
  const entries = layout.rows.flatMap((row) => found.get(row.key) ?? []);
  return {
    rows: entries.map((entry) => entry.row),
    columns: buildColumns([{ key: "值", measure: "text" }]),
    sheetColumns: entries.map((entry) => [entry.column]),
    problems: [],
    fit: { required: ENOUGH, found: ENOUGH, unknown: 0 },
  };
}
