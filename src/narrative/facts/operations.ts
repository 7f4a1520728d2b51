import { type Book, tableOf } from "./book.ts";
import type { Count, Money } from "./known.ts";
import { countAt, moneyAt } from "./read-cells.ts";

const FORM = "财决附03";

/** 机关运行经费（附03）。 */
export function agencyOperatingExpense(book: Book): Money {
  return moneyAt(book, "机关运行经费", {
    form: FORM,
    row: "机关运行经费.合计",
    column: "统计数",
  });
}

/** 政府采购的各行（附03）。 */
export interface Procurement {
  readonly total: Money;
  readonly goods: Money;
  readonly works: Money;
  readonly services: Money;
  readonly smallAndMedium: Money;
  readonly smallAndMicro: Money;
}

export function procurement(book: Book): Procurement {
  const at = (name: string, row: string) =>
    moneyAt(book, name, { form: FORM, row: `采购.${row}`, column: "统计数" });
  return {
    total: at("政府采购支出总额", "合计"),
    goods: at("政府采购货物支出", "货物"),
    works: at("政府采购工程支出", "工程"),
    services: at("政府采购服务支出", "服务"),
    smallAndMedium: at("授予中小企业合同金额", "授予中小企业"),
    smallAndMicro: at("授予小微企业合同金额", "授予小微企业"),
  };
}

/** 有名称的计数。 */
export interface NamedCount {
  readonly label: string;
  readonly count: Count;
}

/** 年末车辆总数（附03）。 */
export function vehicleTotal(book: Book): Count {
  return countAt(book, "车辆数合计", { form: FORM, row: "资产.车辆数合计", column: "统计数" });
}

/** 各用途车辆数（附03），按表中次序，名称取表上的写法。 */
export function vehiclesByUse(book: Book): NamedCount[] {
  return namedCounts(book, "车辆.");
}

/** 大型设备台（套）数（附03）；各年度表上的行不同，有哪些列哪些。 */
export function largeEquipment(book: Book): NamedCount[] {
  return namedCounts(book, "资产.单价");
}

function namedCounts(book: Book, prefix: string): NamedCount[] {
  const table = tableOf(book, FORM);
  if (table === undefined) return [];
  return table.rows
    .filter((row) => row.key.startsWith(prefix))
    .map((row) => {
      const label = row.name.replace(/（[台辆个套，,、]+）$/, "");
      return { label, count: countAt(book, label, { form: FORM, row: row.key, column: "统计数" }) };
    });
}
