import { PROJECT_SUBJECTS } from "../../src/narrative/evidence/splits.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";
import { cellAddress } from "../../src/workbook/addresses.ts";
import type { Cell, CellKind, Sheet, Workbook } from "../../src/workbook/workbook.ts";
import type { PriorFacts } from "./stored-data.ts";

/** 起草和推断原因用得到上年数的表；只留这几张，随工作簿保存的数据才不大。 */
const FORMS: ReadonlySet<string> = new Set([
  "封面",
  "财决01",
  "财决01-1",
  "财决04",
  "财决05",
  "财决05-1",
  "财决05-2",
  "财决07",
  "财决08",
  "财决08-1",
  "财决08-2",
  "财决09",
  "财决10",
  "财决11",
  "财决12",
  "财决附02",
  "财决附03",
]);

/** 行多栏多、大半为零的表：零和“—”与空着一样，不存。 */
const SPARSE = /^财决(?:05|07|08|09|10|11|12)/;

/** 各项、各项目下的经济科目里，起草和推断只看这几个；合计行的都看。 */
const DETAILS_USED: ReadonlySet<string> = new Set(Object.values(PROJECT_SUBJECTS).flat());

const KINDS: readonly CellKind[] = ["number", "text", "boolean", "date", "error"];

/** 上年工作簿里起草用得到的表，压成可以保存的样子。 */
export function priorFactsOf(workbook: Workbook, tables: TableSet): PriorFacts {
  const wanted = new Map(
    tables.tables
      .filter(({ form }) => FORMS.has(form.id))
      .map(({ sheet, form }) => [sheet, form.id]),
  );
  const unused = new Set(
    tables.tables.filter(({ form }) => SPARSE.test(form.id)).flatMap(unusedDetails),
  );
  return {
    工作表: workbook.sheets
      .filter(({ name }) => wanted.has(name))
      .map(({ name, rows, merges }) => ({
        名称: name,
        行: Array.from(rows, (row, index) =>
          (row ?? []).flatMap((cell, column): [number, number, string][] =>
            cell === undefined ||
            (SPARSE.test(wanted.get(name) ?? "") && isNothing(cell)) ||
            unused.has(`${name}!${cellAddress(index, column)}`)
              ? []
              : [[column, KINDS.indexOf(cell.kind), cell.text]],
          ),
        ),
        合并: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]),
      })),
  };
}

/** 各项、各项目下用不到的经济科目各格：行多栏多，占了大半。 */
function unusedDetails({ sheet, rows, columns, address }: Table): string[] {
  return rows.flatMap(({ level }, row) =>
    level === "total" || level === "line"
      ? []
      : columns.flatMap(({ code }, column) =>
          code === undefined || DETAILS_USED.has(code)
            ? []
            : [`${sheet}!${address[row * columns.length + column] ?? ""}`],
        ),
  );
}

function isNothing({ kind, text }: Cell): boolean {
  return kind === "number" ? Number(text) === 0 : kind === "text" && text.trim() === "—";
}

/** 由保存的内容还原上年工作簿，只有起草用得到的表。 */
export function priorWorkbookOf(facts: PriorFacts, fileName: string): Workbook {
  return { fileName, format: "xlsx", sheets: facts.工作表.map(sheetOf), damaged: [], notices: [] };
}

function sheetOf({ 名称: name, 行, 合并 }: PriorFacts["工作表"][number]): Sheet {
  const rows = 行.map((cells) => {
    const row: (Cell | undefined)[] = [];
    for (const [column, kind, text] of cells) {
      row[column] = { kind: KINDS[kind] ?? "text", text, formula: false };
    }
    return row;
  });
  return {
    name,
    hidden: false,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    rows,
    merges: 合并.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
  };
}
