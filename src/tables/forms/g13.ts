import type { ColumnDefinition, FormDefinition } from "../form.ts";

const VEHICLES = ["公务用车购置及运行维护费", "公务用车购置及运行费"] as const;
const RUNNING = ["公务用车运行维护费", "公务用车运行费"] as const;
const PURCHASE = ["公务用车购置费"] as const;
const ABROAD = ["因公出国（境）费", "因公出国（境）费用"] as const;

const vehicle = (items: readonly string[]): string[] =>
  VEHICLES.flatMap((group) => items.map((item) => `${group}.${item}`));

/** 六个项目：先是键，后是见过的写法。 */
const ITEMS: readonly (readonly string[])[] = [
  ["合计"],
  ABROAD,
  vehicle(["小计", "合计"]),
  vehicle(PURCHASE),
  vehicle(RUNNING),
  ["公务接待费"],
];

/** 两种次序都有：预算数六栏接决算数六栏，或每个项目下预算数、决算数交替。 */
function columnsOf(amount: "预算数" | "决算数"): ColumnDefinition[] {
  const names = amount === "预算数" ? ["预算数", "年初预算数", "全年预算数"] : ["决算数"];
  return ITEMS.map((spellings) => ({
    key: `${amount}.${spellings[0] ?? ""}`,
    variants: spellings.flatMap((item) =>
      names.flatMap((name) => [`${name}.${item}`, `${item}.${name}`]),
    ),
  }));
}

export const form: FormDefinition = {
  id: "公开13",
  family: "公开",
  title: "财政拨款“三公”经费支出决算表",
  titleVariants: [
    "一般公共预算财政拨款“三公”经费支出决算表",
    "一般公共预算“三公”经费支出决算表",
    "“三公”经费支出决算表",
  ],
  cornerCodes: ["公开13表", "公开10表", "公开09表", "公开07表"],
  sheetCodes: ["GK13"],
  basis: "两种栏目次序，一种见于 2024 年度公开表，一种凭记忆；编号各地不一，以标题为准",
  layout: { kind: "single", columns: [...columnsOf("预算数"), ...columnsOf("决算数")] },
};
