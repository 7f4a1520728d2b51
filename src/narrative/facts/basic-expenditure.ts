import { economicSubjects } from "../../subjects/generated/economic-subjects.ts";
import { type Book, tableOf } from "./book.ts";
import type { NamedMoney } from "./income.ts";
import { type Money, occurs, sum } from "./known.ts";
import { moneyAt } from "./read-cells.ts";

const ECONOMIC_NAMES = new Map(economicSubjects.map((subject) => [subject.code, subject.name]));

/** 人员经费 = 工资福利支出 + 对个人和家庭的补助；基本支出里其余各类都是公用经费。 */
const PERSONNEL_CLASSES = new Set(["301", "303"]);

/** 一般公共预算财政拨款基本支出。 */
export interface BasicExpenditure {
  readonly total: Money;
  readonly personnel: Money;
  readonly public: Money;
  /** 实际发生的经济分类科目，按编码次序；财决08-1 不在时为 null。 */
  readonly personnelItems: readonly NamedMoney[] | null;
  readonly publicItems: readonly NamedMoney[] | null;
}

/** 金额取自财决07，没有时由财决08-1 合计行加总；科目取自财决08-1 合计行。 */
export function basicExpenditure(book: Book): BasicExpenditure {
  const items = economicItems(book);
  const personnelItems = items?.filter((item) => item.personnel) ?? null;
  const publicItems = items?.filter((item) => !item.personnel) ?? null;
  if (tableOf(book, "财决07") !== undefined || items === null) {
    const at = (name: string, column: string) =>
      moneyAt(book, name, { form: "财决07", row: "合计", column: `本年支出.基本支出.${column}` });
    return {
      total: at("基本支出", "小计"),
      personnel: at("人员经费", "人员经费"),
      public: at("公用经费", "公用经费"),
      personnelItems,
      publicItems,
    };
  }
  return {
    total: moneyAt(book, "基本支出", { form: "财决08-1", row: "合计", column: "合计" }),
    personnel: sumOf("人员经费", personnelItems),
    public: sumOf("公用经费", publicItems),
    personnelItems,
    publicItems,
  };
}

/** 财决08-1 合计行算出的人员经费、公用经费，用来与财决07 相互印证；没有财决08-1 时为 null。 */
export function basicExpenditureByItem(book: Book): { personnel: Money; public: Money } | null {
  const items = economicItems(book);
  if (items === null) return null;
  return {
    personnel: sumOf(
      "人员经费",
      items.filter((item) => item.personnel),
    ),
    public: sumOf(
      "公用经费",
      items.filter((item) => !item.personnel),
    ),
  };
}

function sumOf(name: string, items: readonly NamedMoney[] | null): Money {
  return sum(name, items?.map((item) => item.amount) ?? []);
}

interface EconomicItem extends NamedMoney {
  readonly personnel: boolean;
}

/** 财决08-1 合计行不为零的款；某类只填到类、没有分款的，列类名。 */
function economicItems(book: Book): EconomicItem[] | null {
  const table = tableOf(book, "财决08-1");
  if (table === undefined) return null;
  const used = table.columns.flatMap((column) => {
    const { code } = column;
    if (code === undefined) return [];
    const label = ECONOMIC_NAMES.get(code) ?? column.label;
    const amount = moneyAt(book, label, { form: "财决08-1", row: "合计", column: column.key });
    return occurs(amount) ? [{ code, label, amount }] : [];
  });
  const detailed = new Set(
    used.flatMap(({ code }) => (code.length === 5 ? [code.slice(0, 3)] : [])),
  );
  return used
    .filter(({ code }) => code.length === 5 || !detailed.has(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, label, amount }) => ({
      label,
      amount,
      personnel: PERSONNEL_CLASSES.has(code.slice(0, 3)),
    }));
}
