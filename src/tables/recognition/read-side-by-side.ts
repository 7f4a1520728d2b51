import { findEconomic } from "../../subjects/lookup.ts";
import type { Sheet } from "../../workbook/workbook.ts";
import type { RowDefinition, SideBySideLayout } from "../form.ts";
import type { TableProblem, TableRow } from "../table.ts";
import { namesOf } from "./label-columns.ts";
import { flatten, isFootText, normaliseLabel, tidyName } from "./labels.ts";
import { buildColumns, type Placement } from "./placement.ts";
import { textOf } from "./sheet-text.ts";
import { readCode } from "./subject-code.ts";
import { amountCells, unknownRow } from "./table-problems.ts";

/** 并排的一组：编码列（一列或两列）、名称列、决算数列，均从 0 起。 */
interface Group {
  readonly codeColumn: number;
  readonly nameColumn: number;
  readonly amountColumn: number;
}

interface PlacedRow {
  readonly row: Omit<TableRow, "parent">;
  readonly column: number;
}

/** 读几组〔编码、名称、决算数〕并排的表；行键为经济分类编码。找不到这样的组时返回 null。 */
export function placeSideBySide(
  sheet: Sheet,
  layout: SideBySideLayout,
  headRow: number,
): Placement | null {
  const header = findGroups(sheet, headRow);
  if (header === null) return null;
  const placed: PlacedRow[] = [];
  const problems: TableProblem[] = [];
  for (const group of header.groups) readGroup(sheet, layout, group, header.row, placed, problems);
  if (placed.length === 0) return null;
  placed.sort((a, b) => rank(layout, a) - rank(layout, b) || compare(a.row.key, b.row.key));
  const keys = placed.map((entry) => entry.row.key);
  return {
    rows: placed
      .map((entry) => ({ ...entry.row, parent: keys.indexOf(entry.row.key.slice(0, 3)) }))
      .map((row, i) => (row.parent === i ? { ...row, parent: -1 } : row)),
    columns: buildColumns(layout.columns),
    sheetColumns: placed.map((entry) => [entry.column]),
    problems,
    fit: { required: 1, found: 1, unknown: 0 },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 科目行在前按编码排，合计行在后按定义的次序排。 */
function rank(layout: SideBySideLayout, entry: PlacedRow): number {
  return layout.rows.findIndex((row) => row.key === entry.row.key);
}

function findGroups(sheet: Sheet, headRow: number): { groups: Group[]; row: number } | null {
  for (let r = headRow + 1; r < Math.min(sheet.rowCount, headRow + 12); r++) {
    const labels = sheet.rows[r]?.map((cell) => normaliseLabel(cell?.text ?? ""));
    const names = labels?.flatMap((label, c) => (label?.includes("科目名称") ? [c] : [])) ?? [];
    if (labels === undefined || names.length < 2) continue;
    const groups: Group[] = [];
    names.forEach((nameColumn, i) => {
      const from = i === 0 ? 0 : (groups.at(-1)?.amountColumn ?? -1) + 1;
      const codeColumn = labels.findIndex(
        (label, c) => c >= from && c < nameColumn && label.includes("编码"),
      );
      const next = names[i + 1] ?? sheet.columnCount;
      const amountColumn = labels.findIndex(
        (label, c) => c > nameColumn && c < next && /决算数|金额|支出/.test(label ?? ""),
      );
      if (amountColumn > 0) {
        groups.push({ codeColumn: codeColumn < 0 ? from : codeColumn, nameColumn, amountColumn });
      }
    });
    if (groups.length >= 2) return { groups, row: r };
  }
  return null;
}

function readGroup(
  sheet: Sheet,
  layout: SideBySideLayout,
  group: Group,
  headerRow: number,
  placed: PlacedRow[],
  problems: TableProblem[],
): void {
  let previous = "";
  for (let r = headerRow + 1; r < sheet.rowCount; r++) {
    const cells = sheet.rows[r];
    if (cells === undefined) continue;
    const leading: string[] = [];
    for (let c = group.codeColumn; c <= group.nameColumn; c++) leading.push(textOf(sheet, r, c));
    if (leading.some((text) => isFootText(text))) return;
    const code = readCode(leading.slice(0, -1), previous);
    const name = tidyName(leading.at(-1) ?? "") || tidyName(code?.name ?? "");
    const labels = leading.map(normaliseLabel);
    const definition = layout.rows.find((row) =>
      namesOf(row).some((label) => labels.includes(label)),
    );
    if (definition !== undefined) {
      placed.push({ row: totalRow(definition, r), column: group.amountColumn });
    } else if (code !== null && /^\d{3}(\d{2})?$/.test(code.code)) {
      previous = code.code;
      placed.push({ row: subjectRow(code.code, name, r), column: group.amountColumn });
    } else if (
      amountCells(sheet, r, [group.amountColumn]).length > 0 &&
      !isColumnNumber(sheet, r, group)
    ) {
      problems.push(unknownRow(sheet, r, name, [group.amountColumn]));
    }
  }
}

/** 栏次行：名称、编码之处没有字或写着“栏次”，数字是小整数。 */
function isColumnNumber(sheet: Sheet, row: number, group: Group): boolean {
  const label = flatten(
    textOf(sheet, row, group.nameColumn) || textOf(sheet, row, group.codeColumn),
  );
  return (
    (label === "" || label === "栏次") &&
    /^\d$/.test(flatten(textOf(sheet, row, group.amountColumn)))
  );
}

function totalRow(definition: RowDefinition, sheetRow: number): Omit<TableRow, "parent"> {
  return {
    key: definition.key,
    label: definition.label,
    name: definition.label,
    level: "total",
    measure: "money",
    sheetRow,
    texts: new Map(),
  };
}

function subjectRow(code: string, name: string, sheetRow: number): Omit<TableRow, "parent"> {
  const known = name === "" ? (findEconomic(code, null)?.name ?? "") : name;
  return {
    key: code,
    label: known === "" ? code : `${code} ${known}`,
    name: known,
    code,
    level: code.length === 3 ? "class" : "section",
    measure: "money",
    sheetRow,
    texts: new Map(),
  };
}
