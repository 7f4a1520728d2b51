import { economicSubjects } from "../../subjects/generated/economic-subjects.ts";
import { type Book, listedOnce, tableOf } from "../facts/book.ts";
import type { BudgetKind } from "../facts/budget-kind.ts";
import {
  functionalItems,
  itemTable,
  lowestSubjects,
  subjectName,
} from "../facts/functional-items.ts";
import { moneyAt } from "../facts/read-cells.ts";
import type { Part, PartList } from "./parts.ts";

const ECONOMIC_NAMES = new Map(economicSubjects.map(({ code, name }) => [code, name]));

/** 某张按科目列的表，逐项（到项为止）一栏的数。 */
export function itemParts(form: string, column: string): PartList {
  return (book) => {
    const table = tableOf(book, form);
    if (table === undefined) return null;
    return lowestSubjects(table).map((code): Part => {
      const label = subjectName(table, code);
      return {
        key: code,
        label,
        kind: "项",
        amount: moneyAt(book, `${label}（${code}）`, { form, row: code, column }),
      };
    });
  };
}

/** 某本预算的各项支出。 */
export function budgetItemParts(kind: BudgetKind): PartList {
  return (book) => {
    const table = itemTable(book, kind);
    if (table === undefined) return null;
    return functionalItems(book, kind).map(({ code, amount }) => ({
      key: code,
      label: subjectName(table, code),
      kind: "项",
      amount,
    }));
  };
}

/** 没有这本预算的表等于没有这笔钱：多数单位没有基金、国资两本。 */
export function optionalBudgetItemParts(kind: BudgetKind): PartList {
  return (book) => budgetItemParts(kind)(book) ?? [];
}

/** 合计行的各经济科目；某类只填到类的列类。`wanted` 按编码挑选。 */
export function economicParts(
  form: string,
  wanted: (code: string) => boolean = () => true,
): PartList {
  return (book) => totalRow(book, form)?.filter(({ key }) => wanted(key)) ?? null;
}

/** 没有这张表等于没有这笔钱。 */
export function optionalEconomicParts(form: string): PartList {
  return (book) => economicParts(form)(book) ?? [];
}

/** 合计行的各经济科目，某类下有细数的不列类；没有表为 null。 */
const totalRow = listedOnce((book: Book, form: string): readonly Part[] | null => {
  const table = tableOf(book, form);
  if (table === undefined) return null;
  const parts = table.columns.flatMap(({ key, code, label }): Part[] => {
    if (code === undefined) return [];
    const name = ECONOMIC_NAMES.get(code) ?? label;
    const amount = moneyAt(book, `${name}（${code}）`, { form, row: "合计", column: key });
    return [{ key: code, label: name, kind: "经济科目", amount }];
  });
  const detailed = new Set(
    parts
      .filter(
        ({ key, amount }) => key.length === 5 && !(amount.kind === "money" && amount.cents === 0),
      )
      .map(({ key }) => key.slice(0, 3)),
  );
  return parts.filter(({ key }) => key.length === 5 || !detailed.has(key));
});

/** 按名称称呼的各项目支出。 */
export function projectParts(form: string, columns: readonly string[] = ["合计"]): PartList {
  return (book) => {
    const table = tableOf(book, form);
    if (table === undefined) return null;
    return table.rows.flatMap(({ key, code = "", level, name }) =>
      level !== "project"
        ? []
        : columns.map((column): Part => {
            const label = projectName(name);
            return {
              key: `项目 ${label}`,
              label,
              alias: code,
              kind: column === "合计" ? "项目" : "项目列支",
              amount: moneyAt(book, `“${label}”项目${column === "合计" ? "" : column}`, {
                form,
                row: key,
                column,
              }),
            };
          }),
    );
  };
}

/** 项目名称放进引号里：去掉空白和换行，里面的引号、方括号换成别的，免得与文中的标记相混。 */
export function projectName(name: string): string {
  return name
    .replace(/\s+/g, "")
    .replaceAll("“", "‘")
    .replaceAll("”", "’")
    .replaceAll("【", "（")
    .replaceAll("】", "）");
}
