import { type CheckResult, checkTables } from "../../../src/checks/check.ts";
import { type Diagnosis, diagnose } from "../../../src/checks/diagnosis/diagnose.ts";
import { evaluate } from "../../../src/checks/evaluate.ts";
import type { Culprit } from "../../../src/findings/culprit.ts";
import { parseAmountText } from "../../../src/money/parse.ts";
import type { Table, TableSet } from "../../../src/tables/table.ts";
import { exampleTables, priorExample } from "../example-tables.ts";

/** 本年、上年的表，可以随意改动。 */
export interface Books {
  readonly current: TableSet;
  readonly prior: TableSet | null;
}

/** 示例里表最全的一家，带上年。 */
export const EXAMPLE = "2023-泸县人民政府办公室.xlsx";

export async function freshBooks(name = EXAMPLE): Promise<Books> {
  const before = priorExample(name);
  return {
    current: await exampleTables(name),
    prior: before === null ? null : await exampleTables(before, "prior"),
  };
}

export interface Place {
  readonly table: Table;
  readonly cell: number;
}

export function placeOf(
  { current }: Pick<Books, "current">,
  form: string,
  row: string,
  column: string,
): Place {
  const table = current.byForm.get(form);
  const r = table?.rowIndex.get(row);
  const c = table?.columnIndex.get(column);
  if (table === undefined || r === undefined || c === undefined) {
    throw new Error(`没有 ${form}[${row}, ${column}]`);
  }
  return { table, cell: r * table.columns.length + c };
}

export function amountAt({ table, cell }: Place): number {
  return table.value[cell] ?? 0;
}

/** 把一格改成 `to`（分）；零为空白。 */
export function plant({ table, cell }: Place, to: number): void {
  for (const numbers of [table.value, table.low, table.high]) numbers[cell] = to;
  (table.state as string[])[cell] = to === 0 ? "blank" : "amount";
  (table.raw as string[])[cell] = to === 0 ? "" : String(to);
}

/** 把一格改成读不出的文字。 */
export function plantText({ table, cell }: Place, text: string): void {
  for (const numbers of [table.value, table.low, table.high]) numbers[cell] = 0;
  (table.state as string[])[cell] = "unreadable";
  (table.raw as string[])[cell] = text;
}

export function check({ current, prior }: Books): CheckResult {
  return checkTables(prior === null ? { current } : { current, prior });
}

export function diagnosed(books: Books): Diagnosis & { readonly result: CheckResult } {
  const result = check(books);
  return { ...diagnose(result, books), result };
}

export function isAt(culprit: Culprit | undefined, { table, cell }: Place): boolean {
  return (
    culprit?.book === table.book &&
    culprit.sheet === table.sheet &&
    culprit.address === table.address[cell]
  );
}

/** 记下本年各表现在的样子；返回的函数恢复原样。 */
export function remember({ current }: Books): () => void {
  const saved = current.tables.map((table) => ({
    table,
    value: table.value.slice(),
    low: table.low.slice(),
    high: table.high.slice(),
    state: [...table.state],
    raw: [...table.raw],
  }));
  return () => {
    for (const { table, value, low, high, state, raw } of saved) {
      table.value.set(value);
      table.low.set(low);
      table.high.set(high);
      (table.state as string[]).splice(0, state.length, ...state);
      (table.raw as string[]).splice(0, raw.length, ...raw);
    }
  };
}

/** 照诊断改正各处（另一种可能不改）；缺行的改不了，抛错。 */
export function applyCorrections(books: Books, culprits: readonly Culprit[]): void {
  for (const culprit of culprits) {
    if (culprit.alternative === true) continue;
    const set = culprit.book === "prior" ? books.prior : books.current;
    const table = set?.tables.find(({ sheet }) => sheet === culprit.sheet);
    if (table === undefined) throw new Error(`没有工作表 ${culprit.sheet}`);
    for (const { address, shouldBe, row } of [culprit, ...(culprit.together ?? [])]) {
      const cell = table.address.indexOf(address);
      if (cell < 0 || row.startsWith("缺少的一行")) throw new Error(`改不了 ${row}`);
      plant({ table, cell }, amountOf(shouldBe));
    }
  }
}

/** 以元计的文本 → 分；没有小数的是计数。 */
export function amountOf(text: string): number {
  if (!text.includes(".")) return Number(text);
  const reading = parseAmountText(text, "元");
  if (reading.kind !== "amount") throw new Error(`“${text}”不是金额`);
  return reading.value;
}

/** 还不成立的错误级等式各是哪条规则。 */
export function brokenEqualities({ program }: CheckResult): string[] {
  return evaluate(program).violations.flatMap(({ block }) =>
    block.rule.severity === "error" && block.operator === "=" ? [block.rule.id] : [],
  );
}
