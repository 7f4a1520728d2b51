import { blocksOf, formOf } from "../../src/checks/language/verify.ts";
import { buildTableSets } from "../../src/checks/own-rules/case-tables.ts";
import { printWan } from "../../src/money/print.ts";
import { findCell } from "../../src/tables/access.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";

const BUDGET_FLOW = [
  ["年初结转和结余", "年初结转和结余.合计"],
  ["本年收入", "本年收入.合计"],
  ["本年支出.合计", "本年支出.合计"],
  ["本年支出.基本支出", "本年支出.基本支出.小计"],
  ["本年支出.项目支出", "本年支出.项目支出"],
  ["年末结转和结余", "年末结转和结余.合计"],
] as const;
const VEHICLES = "公务用车购置及运行维护费";
const THREE_PUBLIC = [
  ["合计", "支出合计"],
  ["因公出国（境）费", "因公出国（境）费"],
  [`${VEHICLES}.小计`, VEHICLES],
  [`${VEHICLES}.公务用车购置费`, "公务用车购置费"],
  [`${VEHICLES}.公务用车运行维护费`, "公务用车运行维护费"],
  ["公务接待费", "公务接待费"],
] as const;

/** 分 → 两位小数的万元；零也印 0.00。 */
function published(value: number): string {
  return value === 0 ? "0.00万元" : `${printWan(value, { trimZeros: false })}万元`;
}

/** 财决各格的分 → 公开表的格。 */
class PublicCells {
  readonly data = new Map<string, number>();
  readonly #set: TableSet;

  constructor(set: TableSet) {
    this.#set = set;
  }

  table(form: string): Table {
    const table = this.#set.byForm.get(form);
    if (table === undefined) throw new Error(`示例里没有 ${form}`);
    return table;
  }

  add(name: string, form: string, row: string, column: string, sign = 1): void {
    const cell = findCell(this.table(form), row, column);
    if (cell === undefined || cell.state === "absent") return;
    this.data.set(name, (this.data.get(name) ?? 0) + sign * cell.value);
  }

  /** 科目行逐栏照抄；`columns` 为 [公开栏, 财决栏]。 */
  copyRows(to: string, from: string, columns: readonly (readonly [string, string])[]): void {
    for (const row of this.table(from).rows) {
      if (row.level === "project") continue;
      for (const [target, source] of columns) {
        this.add(`${to}[${row.key}, ${target}]`, from, row.key, source);
      }
    }
  }

  /** 同名的行照抄。 */
  copyLines(to: string, from: string, columns: readonly string[]): void {
    const keys = blocksOf(formOf(to)).flatMap(({ rows }) => rows.map(({ key }) => key));
    for (const key of keys) {
      for (const column of columns) this.add(`${to}[${key}, ${column}]`, from, key, column);
    }
  }
}

/**
 * 给一套财决表配上公开表：每个数由元直接折成万元、四舍五入到两位小数。
 * `changes` 是另外改动的几格（分）。
 */
export function withPublicTables(
  set: TableSet,
  changes: ReadonlyMap<string, number> = new Map(),
): TableSet {
  const cells = new PublicCells(set);
  const same = (form: string, skip: RegExp = /^$/) =>
    cells
      .table(form)
      .columns.filter(({ key, measure }) => measure === "money" && !skip.test(key))
      .map(({ key }) => [key, key] as const);
  const budgets = [
    "合计",
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款",
  ];
  cells.copyLines("公开01", "财决01", ["决算数"]);
  cells.copyRows("公开02", "财决03", same("财决03", /教育收费/));
  cells.copyRows("公开03", "财决04", same("财决04"));
  cells.copyLines("公开04", "财决01-1", ["决算数", ...budgets.map((budget) => `决算数.${budget}`)]);
  for (const form of ["财决08", "财决10", "财决12"]) cells.copyRows("公开05", form, same(form));
  cells.copyRows("公开06", "财决07", [
    ["合计", "本年支出.合计"],
    ["基本支出", "本年支出.基本支出.小计"],
    ["项目支出", "本年支出.项目支出"],
  ]);
  cells.copyRows("公开07", "财决08", same("财决08"));
  for (const { key, code = "" } of cells.table("财决08-1").columns) {
    if (!/^(30[1237]|31[023]|399)/.test(code)) continue;
    cells.add(`公开08[${key}, 决算数]`, "财决08-1", "合计", key);
    if (code.length !== 3) continue;
    const total = code === "301" || code === "303" ? "人员经费合计" : "公用经费合计";
    cells.add(`公开08[${total}, 决算数]`, "财决08-1", "合计", key);
    cells.add("公开08[合计, 决算数]", "财决08-1", "合计", key);
  }
  cells.copyRows("公开09", "财决08-2", [["合计", "合计"]]);
  cells.copyRows("公开10", "财决09", BUDGET_FLOW);
  const capital = BUDGET_FLOW.map(
    ([to, from]) =>
      [to, from === "本年收入.合计" ? "本年收入" : from.replace(".小计", "")] as const,
  );
  cells.copyRows("公开11", "财决11", capital);
  cells.copyRows("公开12", "财决11", [
    ["合计", "本年支出.合计"],
    ["基本支出", "本年支出.基本支出"],
    ["项目支出", "本年支出.项目支出"],
  ]);
  for (const [to, from] of THREE_PUBLIC) {
    cells.add(`公开13[合计, 预算数.${to}]`, "财决附03", `三公.${from}`, "年初预算数");
    cells.add(`公开13[合计, 决算数.${to}]`, "财决附03", `三公.${from}`, "决算数");
  }
  const data = Object.fromEntries(
    [...cells.data].map(([name, value]) => [name, published(value + (changes.get(name) ?? 0))]),
  );
  const { current } = buildTableSets({ 数据: data, 年度: set.year ?? "未知" });
  const tables = [...set.tables, ...current.tables];
  return { ...set, tables, byForm: new Map(tables.map((table) => [table.form.id, table])) };
}
