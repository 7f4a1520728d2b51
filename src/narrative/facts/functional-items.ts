import { functionalSubjects } from "../../subjects/generated/functional-subjects.ts";
import type { Table, TableRow } from "../../tables/table.ts";
import { type Book, listedOnce, tableOf } from "./book.ts";
import type { BudgetKind } from "./budget-kind.ts";
import type { Money } from "./known.ts";
import { moneyAt } from "./read-cells.ts";

const SUBJECT_NAMES = new Map(functionalSubjects.map((subject) => [subject.code, subject.name]));

/** 一个功能分类科目及其决算数。正常是项（7 位）；表里只填到款、类的，就到款、类为止。 */
export interface FunctionalItem {
  readonly code: string;
  /** 如 `一般公共服务支出（类）…（款）行政运行（项）`，各级名称取自本单位的表。 */
  readonly title: string;
  readonly amount: Money;
}

/** 各本预算的支出逐项列在哪张表的哪一栏；先有哪张用哪张。 */
const WHERE: Readonly<Record<BudgetKind, readonly (readonly [form: string, column: string])[]>> = {
  一般公共预算财政拨款: [
    ["财决08", "合计"],
    ["财决07", "本年支出.合计"],
  ],
  政府性基金预算财政拨款: [
    ["财决09", "本年支出.合计"],
    ["财决10", "合计"],
  ],
  国有资本经营预算财政拨款: [
    ["财决11", "本年支出.合计"],
    ["财决12", "合计"],
  ],
};

/** 逐项列支出的那张表；一张也没有时为 undefined。 */
export function itemTable(book: Book, kind: BudgetKind): Table | undefined {
  return WHERE[kind].map(([form]) => tableOf(book, form)).find((table) => table !== undefined);
}

/** 某本预算的各项支出，按表中次序，含为零的；没有表时为空。 */
export const functionalItems = listedOnce(
  (book: Book, kind: BudgetKind): readonly FunctionalItem[] => {
    const table = itemTable(book, kind);
    const column = WHERE[kind].find(([form]) => form === table?.form.id)?.[1];
    if (table === undefined || column === undefined) return [];
    return lowestSubjects(table).map((code) => ({
      code,
      title: subjectTitle(table, code),
      amount: moneyAt(book, `${subjectName(table, code)}（${code}）`, {
        form: table.form.id,
        row: code,
        column,
      }),
    }));
  },
);

/** 表上最低一级的科目编码，按表中次序。 */
export function lowestSubjects(table: Table): string[] {
  const codes = table.rows.flatMap((row) => (isSubject(row) ? [row.key] : []));
  const parents = new Set(codes.flatMap(prefixes));
  return [...new Set(codes)].filter((code) => !parents.has(code));
}

/** 上级科目的编码。 */
function prefixes(code: string): string[] {
  return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

function isSubject(row: TableRow): boolean {
  return row.level === "class" || row.level === "section" || row.level === "item";
}

const LEVELS = [
  [3, "类"],
  [5, "款"],
  [7, "项"],
] as const;

/** `X（类）Y（款）Z（项）`；表上没有上级行时用科目表里的名称。 */
export function subjectTitle(table: Table | undefined, code: string): string {
  return LEVELS.filter(([length]) => length <= code.length)
    .map(([length, level]) => `${subjectName(table, code.slice(0, length))}（${level}）`)
    .join("");
}

/** 科目在本单位表里的名称；表上没有或没有写的，取科目表里的，都没有时为编码。 */
export function subjectName(table: Table | undefined, code: string): string {
  const index = table?.rowIndex.get(code);
  const own = index === undefined ? "" : (table?.rows[index]?.name ?? "").trim();
  return own !== "" ? own : (SUBJECT_NAMES.get(code) ?? code);
}
