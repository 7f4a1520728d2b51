import { functionalName } from "../../subjects/lookup.ts";
import type { Sheet } from "../../workbook/workbook.ts";
import type { ColumnDefinition, FloatingLayout } from "../form.ts";
import type { TableProblem, TableRow } from "../table.ts";
import { type HeaderColumn, readHeader } from "./header.ts";
import { flatten, isFootText, isTotalLabel, normaliseLabel, tidyName, unwrap } from "./labels.ts";
import { matchColumns } from "./match-columns.ts";
import { buildColumns, inYears, type Placement } from "./placement.ts";
import { textOf } from "./sheet-text.ts";
import { codeLevel, type RowCode, readCode } from "./subject-code.ts";
import { amountCells, missingColumns, unknownColumns, unknownRow } from "./table-problems.ts";

const HEADER_DEPTH = 8;

/** 浮动表的骨架：编码在名称栏左边的各列（序号列除外），名称栏右边是说明栏和数字栏。 */
interface Frame {
  readonly nameColumn: number;
  readonly firstColumn: number;
  readonly dataRow: number;
}

/** 读浮动表（每行一个科目）的行与栏；不像浮动表时返回 null。`headRow` 为标题、表号等的最后一行。 */
export function placeFloating(
  sheet: Sheet,
  layout: FloatingLayout,
  headRow: number,
  year: number | null,
): Placement | null {
  const frame = findFrame(sheet, headRow);
  if (frame === null) return null;
  const header = readHeader(sheet, {
    top: headRow + 1,
    bottom: frame.dataRow - 1,
    left: frame.firstColumn,
    right: sheet.columnCount - 1,
  }).filter((column) => column.column > frame.nameColumn);

  const descriptive = matchColumns(layout.descriptive ?? [], header);
  const described = new Set(descriptive.found.values());
  const money = header.filter((column) => !described.has(column.column));
  const matched = matchColumns(layout.columns, money);

  const wanted = layout.columns.filter((column) => inYears(column.years, year));
  const missing = wanted.filter(
    (column) => column.optional !== true && !matched.found.has(layout.columns.indexOf(column)),
  );
  const extra = layout.openColumns === true ? matched.unknown : [];
  const strange = layout.openColumns === true ? [] : matched.unknown;
  const present: PresentColumn[] = [
    ...layout.columns.flatMap((definition, i) => {
      const column = matched.found.get(i);
      return column === undefined ? [] : [{ definition, column }];
    }),
    ...extra.map(({ path, column }) => ({ definition: { key: path.join(".") }, column })),
  ];
  const columns = present.map((entry) => entry.column);

  const body = readRows(sheet, layout, frame, {
    descriptive: describedColumns(layout.descriptive ?? [], descriptive.found),
    amounts: money.map((column) => column.column),
  });
  const unknown = strange.filter((column) => isUsed(sheet, column, body.rows));
  return {
    rows: body.rows,
    columns: buildColumns(present.map((entry) => entry.definition)),
    sheetColumns: body.rows.map(() => columns),
    problems: [...missingColumns(missing), ...unknownColumns(sheet, unknown), ...body.problems],
    fit: {
      required: present.length + missing.length,
      found: present.length,
      unknown: strange.length,
    },
  };
}

interface PresentColumn {
  readonly definition: ColumnDefinition;
  readonly column: number;
}

function describedColumns(
  definitions: readonly ColumnDefinition[],
  found: ReadonlyMap<number, number>,
): Map<string, number> {
  const columns = new Map<string, number>();
  definitions.forEach((definition, i) => {
    const column = found.get(i);
    if (column !== undefined) columns.set(definition.key, column);
  });
  return columns;
}

function isUsed(sheet: Sheet, column: HeaderColumn, rows: readonly TableRow[]): boolean {
  return rows.some((row) => amountCells(sheet, row.sheetRow, [column.column]).length > 0);
}

function findFrame(sheet: Sheet, headRow: number): Frame | null {
  let nameColumn = -1;
  let anchorRow = -1;
  let serialColumn = -1;
  for (let r = headRow + 1; r < Math.min(sheet.rowCount, headRow + 12); r++) {
    const row = sheet.rows[r];
    if (row === undefined) continue;
    for (let c = 0; c < row.length; c++) {
      const label = normaliseLabel(row[c]?.text ?? "");
      if (label === "") continue;
      if (label === "序号") serialColumn = c;
      if (nameColumn < 0 && (label.includes("科目名称") || label === "名称")) {
        nameColumn = c;
        anchorRow = r;
      }
    }
    if (nameColumn >= 0) break;
  }
  if (nameColumn < 0) return null;
  // 编码列的表头可能空着，所以从序号列之后（没有序号列则从最左边）算起。
  const firstColumn = serialColumn < nameColumn ? serialColumn + 1 : 0;
  const dataRow = findDataRow(sheet, anchorRow, firstColumn, nameColumn);
  return { nameColumn, firstColumn, dataRow };
}

/** 表头之后第一个合计行或科目行；没有数据时为表尾或表头之后一行。 */
function findDataRow(sheet: Sheet, anchorRow: number, left: number, nameColumn: number): number {
  for (let r = anchorRow + 1; r < sheet.rowCount; r++) {
    const row = sheet.rows[r];
    if (row === undefined) continue;
    if (leadingTexts(sheet, r, left, nameColumn).some((text) => isTotalLabel(text))) return r;
    if (readCode(codeTexts(sheet, r, left, nameColumn), "") !== null) return r;
    if (row.some((cell) => cell !== undefined && isFootText(cell.text))) return r;
  }
  return Math.min(sheet.rowCount, anchorRow + HEADER_DEPTH);
}

function leadingTexts(sheet: Sheet, row: number, left: number, nameColumn: number): string[] {
  const texts: string[] = [];
  for (let c = left; c <= nameColumn; c++) texts.push(textOf(sheet, row, c));
  return texts;
}

function codeTexts(sheet: Sheet, row: number, left: number, nameColumn: number): string[] {
  return leadingTexts(sheet, row, left, nameColumn).slice(0, -1);
}

interface BodyColumns {
  /** 说明栏名 → 列号。 */
  readonly descriptive: ReadonlyMap<string, number>;
  readonly amounts: readonly number[];
}

type Draft = Omit<TableRow, "parent">;

function readRows(
  sheet: Sheet,
  layout: FloatingLayout,
  frame: Frame,
  columns: BodyColumns,
): { rows: TableRow[]; problems: TableProblem[] } {
  const totals: Draft[] = [];
  const drafts: Draft[] = [];
  const problems: TableProblem[] = [];
  let previous = "";
  let item = "";
  for (let r = frame.dataRow; r < sheet.rowCount; r++) {
    if (sheet.rows[r] === undefined) continue;
    const leading = leadingTexts(sheet, r, frame.firstColumn, frame.nameColumn);
    const texts = readDescriptions(sheet, r, columns.descriptive);
    let rowCode = readCode(leading.slice(0, -1), previous);
    if (layout.keyedBy === "project" && rowCode !== null && rowCode.code.length > 7) {
      // 有的导出把二级项目代码写在科目编码栏里。
      if (!texts.has("二级项目代码")) texts.set("二级项目代码", rowCode.code);
      rowCode = null;
    }
    const name = tidyName(leading.at(-1) ?? "") || tidyName(rowCode?.name ?? "");
    const used = amountCells(sheet, r, columns.amounts).length > 0;
    if (isProjectRow(layout, texts, rowCode, name, item, used)) {
      drafts.push(projectRow(rowCode?.code ?? item, name, texts, r));
    } else if (rowCode !== null) {
      previous = rowCode.code;
      const part = lastCodePart(leading);
      const draft = {
        ...subjectRow(rowCode, name, layout.keyedBy, r),
        ...(part < 0 ? {} : { codeColumn: frame.firstColumn + part }),
      };
      if (codeLevel(rowCode.code) === null) problems.push(badCode(draft));
      if (draft.level === "item") item = rowCode.code;
      else if (draft.level === "class" || draft.level === "section") item = "";
      drafts.push(draft);
    } else if (leading.some((text) => isTotalLabel(text))) {
      totals.push(totalRow(r));
    } else if (used) {
      problems.push(
        unknownRow(sheet, r, name || leading.find((text) => text !== "") || "", columns.amounts),
      );
    }
  }
  return { rows: withParents([...totals, ...drafts]), problems };
}

/** 科目编码的最后一段写在第几格：名称之前、以数字开头的最后一格。 */
function lastCodePart(leading: readonly string[]): number {
  const isCode = leading.slice(0, -1).map((text) => /^\d/.test(flatten(text)));
  return isCode.lastIndexOf(true);
}

function readDescriptions(
  sheet: Sheet,
  row: number,
  columns: ReadonlyMap<string, number>,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, column] of columns) {
    const text = unwrap(textOf(sheet, row, column));
    if (text !== "") texts.set(key, text);
  }
  return texts;
}

/** 填了二级项目代码或项目类别的是项目行；项级科目下没有编码但有名称、有金额的也是。 */
function isProjectRow(
  layout: FloatingLayout,
  texts: ReadonlyMap<string, string>,
  rowCode: RowCode | null,
  name: string,
  item: string,
  used: boolean,
): boolean {
  if (layout.keyedBy !== "project") return false;
  if (isTotalLabel(name)) return false;
  if (texts.has("二级项目代码") || texts.has("项目类别")) return rowCode !== null || item !== "";
  return rowCode === null && item !== "" && name !== "" && used;
}

function projectRow(item: string, name: string, texts: Map<string, string>, row: number): Draft {
  const code = texts.get("二级项目代码") ?? name;
  return {
    key: `${item}/${code}`,
    label: name === "" ? `${item} ${code}` : `${item} ${name}`,
    name,
    code,
    level: "project",
    measure: "money",
    sheetRow: row,
    texts,
  };
}

function subjectRow(
  rowCode: RowCode,
  name: string,
  keyedBy: FloatingLayout["keyedBy"],
  row: number,
): Draft {
  const { code } = rowCode;
  const known = name !== "" || keyedBy === "economic" ? name : (functionalName(code, null) ?? "");
  return {
    key: code,
    label: known === "" ? code : `${code} ${known}`,
    name: known,
    code,
    level: codeLevel(code) ?? (code.length > 5 ? "item" : "section"),
    measure: "money",
    sheetRow: row,
    texts: new Map(),
  };
}

function totalRow(row: number): Draft {
  return {
    key: "合计",
    label: "合计",
    name: "合计",
    level: "total",
    measure: "money",
    sheetRow: row,
    texts: new Map(),
  };
}

function badCode(row: Draft): TableProblem {
  return {
    kind: "bad-code",
    row: row.label,
    text: row.code ?? "",
    message: `第 ${row.sheetRow + 1} 行的科目编码“${row.code}”不是 3、5 或 7 位`,
  };
}

/** 上级取实际在表中的最近一级；项目行的上级是所属的项，类级行的上级是合计行。 */
function withParents(drafts: readonly Draft[]): TableRow[] {
  const first = new Map<string, number>();
  drafts.forEach((draft, i) => {
    if (!first.has(draft.key)) first.set(draft.key, i);
  });
  const total = first.get("合计") ?? -1;
  return drafts.map((draft) => ({ ...draft, parent: parentOf(draft, first, total) }));
}

function parentOf(draft: Draft, first: ReadonlyMap<string, number>, total: number): number {
  if (draft.level === "total") return -1;
  if (draft.level === "project") return first.get(draft.key.slice(0, draft.key.indexOf("/"))) ?? -1;
  const code = draft.code ?? "";
  for (const length of [5, 3]) {
    const ancestor = code.length > length ? first.get(code.slice(0, length)) : undefined;
    if (ancestor !== undefined) return ancestor;
  }
  return total;
}
