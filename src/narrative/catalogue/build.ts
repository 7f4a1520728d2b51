import type { DraftContext } from "../context.ts";
import type { Book } from "../facts/book.ts";
import type { Count, Money } from "../facts/known.ts";
import type { Run } from "../wording/run.ts";
import type { CatalogueEntry, ChartValue, ItemEntry, ItemScope, Value } from "./entry.ts";

/** 各处都要写的三样：名称、含义（取自哪张表）、是不是随附的模板没有用到。 */
interface Named {
  readonly name: string;
  readonly meaning: string;
  readonly extra?: true;
}

export function money(fact: Money): Value {
  return { kind: "金额", fact };
}

export function count(fact: Count): Value {
  return { kind: "计数", fact };
}

export function text(run: Run): Value {
  return { kind: "文字", run };
}

export function moneyEntry(named: Named, of: (context: DraftContext) => Money): CatalogueEntry {
  return { ...named, kind: "金额", read: (context) => money(of(context)) };
}

export function countEntry(named: Named, of: (context: DraftContext) => Count): CatalogueEntry {
  return { ...named, kind: "计数", read: (context) => count(of(context)) };
}

export function textEntry(named: Named, of: (context: DraftContext) => Run): CatalogueEntry {
  return { ...named, kind: "文字", read: (context) => text(of(context)) };
}

export function testEntry(named: Named, of: (context: DraftContext) => boolean): CatalogueEntry {
  return { ...named, kind: "判断", read: (context) => ({ kind: "判断", is: of(context) }) };
}

export function chartEntry(
  named: Named,
  of: (context: DraftContext) => ChartValue,
): CatalogueEntry {
  return { ...named, kind: "图", read: (context) => ({ kind: "图", chart: of(context) }) };
}

export function listEntry(
  named: Named,
  items: readonly ItemEntry[],
  of: (context: DraftContext) => readonly ItemScope[],
): CatalogueEntry {
  return {
    ...named,
    kind: "清单",
    items,
    read: (context) => ({ kind: "清单", items: of(context) }),
  };
}

/** 清单的一项：名称 → 值。 */
export function item(values: Readonly<Record<string, Value>>): ItemScope {
  return new Map(Object.entries(values));
}

/** 同一个金额的本年、上年两个名称。`extra` 是随附的模板没有用到的那几年。 */
export function thisAndLastYear(
  { name, meaning }: Pick<Named, "name" | "meaning">,
  of: (book: Book) => Money,
  extra: readonly ("本年" | "上年")[] = [],
): CatalogueEntry[] {
  const unused = (year: "本年" | "上年") => (extra.includes(year) ? { extra: true as const } : {});
  return [
    moneyEntry({ name, meaning, ...unused("本年") }, ({ current }) => of(current)),
    moneyEntry(
      { name: `上年${name}`, meaning: `上年度的${name}，取自上年工作簿。`, ...unused("上年") },
      ({ prior }) => of(prior),
    ),
  ];
}
