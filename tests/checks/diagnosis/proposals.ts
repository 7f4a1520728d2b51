import { bindRules } from "../../../src/checks/bind-rules.ts";
import type { Demand } from "../../../src/checks/diagnosis/demands.ts";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import type { Books } from "../../../src/checks/diagnosis/plausibility.ts";
import { type Change, corrected, isValue, type Slip } from "../../../src/checks/diagnosis/slip.ts";
import { evaluate } from "../../../src/checks/evaluate.ts";
import type { RuleDefinition } from "../../../src/checks/rule.ts";
import type { Table, TableSet } from "../../../src/tables/table.ts";
import { buildTableSets, type CaseData } from "../case-tables.ts";
import { ruleOf } from "../rule-of.ts";

type Amounts = Readonly<Record<string, number>>;

/** 财决04 的前四栏，下面的表都只用这四栏：A 至 D。 */
const COLUMNS = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出"];

/** 财决04 的几行（201、202……，即第 1、2……行），以元计；`prior` 为上年同样的各行。 */
export function grid(
  rows: readonly (readonly number[])[],
  prior: readonly (readonly number[])[] = [],
): { readonly table: Table; readonly books: Books } {
  const named = (name: string, own: typeof rows) =>
    own.flatMap((row, r) =>
      row.map((amount, c): [string, number] => [`${name}[${201 + r}, ${COLUMNS[c]}]`, amount]),
    );
  const cells = [...named("财决04", rows), ...named("上年.财决04", prior)];
  const books = buildTableSets({ 数据: Object.fromEntries(cells) });
  return { table: tableOf(books.current, "财决04"), books };
}

export function tableOf({ byForm }: TableSet, form: string): Table {
  const table = byForm.get(form);
  if (table === undefined) throw new Error(`没有 ${form}`);
  return table;
}

/** 各格应是多少元：每格一个要求。 */
export function wanting(table: Table, shouldBe: Amounts): Demand[] {
  return Object.entries(shouldBe).map(([address, yuan]) => {
    const cell = table.address.indexOf(address);
    if (cell < 0) throw new Error(`没有 ${address}`);
    const delta = Math.round(100 * yuan) - (table.value[cell] ?? 0);
    return { table, cell, wishes: [{ delta, votes: 1 }] };
  });
}

/** `表号[行, 栏]` 各应是多少元：每格一个要求。 */
export function wantingAt({ current }: Books, shouldBe: Amounts): Demand[] {
  return Object.entries(shouldBe).flatMap(([name, yuan]) => {
    const [, form = "", row = "", column = ""] = /^(.+)\[(.+), (.+)\]$/.exec(name) ?? [];
    const table = tableOf(current, form);
    const [r = -1, c = -1] = [table.rowIndex.get(row), table.columnIndex.get(column)];
    return wanting(table, { [table.address[r * table.columns.length + c] ?? name]: yuan });
  });
}

/** 照几条公式核对，记下不成立的各处。`edit` 为核对之前对各表再改的。 */
export function checked(
  data: CaseData["数据"],
  formulas: readonly (string | RuleDefinition)[],
  edit: (table: Table) => Table = (table) => table,
): { readonly ledger: Ledger; readonly books: Books } {
  const { current, prior } = buildTableSets({ 数据: data });
  const tables = current.tables.map(edit);
  const byForm = new Map(tables.map((table) => [table.form.id, table]));
  const rules = formulas.map((formula, place) =>
    typeof formula === "string" ? ruleOf(formula, { id: `T${place}` }) : formula,
  );
  const edited = { ...current, tables, byForm };
  const { program, notRun } = bindRules(rules, edited, prior);
  if (notRun.length > 0) throw new Error(notRun.map(({ why }) => why).join("；"));
  const ledger = new Ledger(program);
  for (const violation of evaluate(program).violations) ledger.note(ledger.instanceOf(violation));
  return { ledger, books: { current: edited, prior } };
}

/** 各个可能写成几行：`格 现在→应为；…：像什么（几次失误，多可信）`。 */
export function slipsTold(slips: Iterable<Slip | null>, name = address): string[] {
  return [...slips].flatMap((slip) => {
    if (slip === null) return [];
    const cells = slip.changes.map(
      (change) => `${name(change)} ${isValue(change) / 100}→${corrected(change) / 100}`,
    );
    const { text, weight } = slip.hint ?? { text: "", weight: 0 };
    return [`${cells.join("；")}：${text}（${slip.cost}，${weight}）`];
  });
}

function address({ table, missing, ...change }: Change): string {
  return missing === undefined && "cell" in change ? (table.address[change.cell] ?? "") : "";
}

/** 格写成 `行 栏`；缺的一行里的格写成 `[行 计入（不计入）上级行] 栏`。 */
export function rowAndColumn(change: Change): string {
  const { table, missing } = change;
  const width = table.columns.length;
  const label = (column: number) => table.columns[column]?.key;
  if (missing === undefined) {
    const row = table.rows[Math.floor(change.cell / width)]?.key;
    return `${row} ${label(change.cell % width)}`;
  }
  const parent = missing.addsToParent ? "计入" : "不计入";
  const place = table.rows[missing.parent]?.key ?? "无";
  return `[${missing.key} ${parent} ${place}] ${label(change.column)}`;
}
