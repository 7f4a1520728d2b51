import { parseCondition } from "./language/parse-formula.ts";
import type { Condition } from "./language/syntax.ts";
import { formOf } from "./language/verify.ts";
import { RuleError } from "./rule-error.ts";
import type { RuleTables } from "./rule-tables.ts";

/**
 * 规则的适用年度（`2020-2024`、`2020-`、`-2018`、`2021`）不含 `year` 时返回原因，否则 null。
 * 年度不详时，没有截止年度的视为适用，限于某几年的不执行。写法有误时抛 RuleError。
 */
export function yearFailure(years: string, year: number | null): string | null {
  const match = /^(\d{4})?(-)?(\d{4})?$/.exec(years.trim());
  const [, from, dash, to] = match ?? [];
  if (match === null || (from === undefined && to === undefined)) {
    throw new RuleError(`年度“${years}”应写成 2020-2024、2020-、-2018 或 2021。`);
  }
  const first = from === undefined ? Number.NEGATIVE_INFINITY : Number(from);
  const last =
    to !== undefined ? Number(to) : dash === undefined ? first : Number.POSITIVE_INFINITY;
  if (year === null) {
    return last === Number.POSITIVE_INFINITY
      ? null
      : `读不出报表的年度，而它只适用于 ${years} 年度`;
  }
  if (year >= first && year <= last) return null;
  return `只适用于 ${years} 年度，报表是 ${year} 年度`;
}

/** 同一个条件只分析一次：结果只取决于文本。 */
const conditions = new Map<string, Condition>();

function conditionOf(text: string): Condition {
  const known = conditions.get(text);
  if (known !== undefined) return known;
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new RuleError(`条件“${text}”${parsed.message}`);
  conditions.set(text, parsed.condition);
  return parsed.condition;
}

/** 执行条件不满足或无从判断时返回原因，否则 null。写法有误时抛 RuleError。 */
export function conditionFailure(text: string, tables: RuleTables): string | null {
  const condition = conditionOf(text);
  return condition.kind === "table"
    ? tableFailure(condition, tables)
    : coverFailure(condition, tables);
}

function tableFailure(
  condition: Condition & { readonly kind: "table" },
  tables: RuleTables,
): string | null {
  formOf(condition.form);
  const present = tables.find(condition) !== null;
  if (present === condition.present) return null;
  return present ? `${condition.text}：报表里有这张表` : tables.missing(condition);
}

/** 封面不详时，要求“不是”的视为满足，要求“是”的无从判断。“层级”取部门或单位。 */
function coverFailure(
  { item, member, values, text }: Condition & { readonly kind: "cover" },
  tables: RuleTables,
): string | null {
  const { current } = tables;
  const value = item === "层级" ? current.level : (current.cover.get(item) ?? null);
  if (value === null || value === "") {
    return member ? `封面上读不出“${item}”，无从判断是否适用（${text}）` : null;
  }
  if (values.includes(value.trim()) === member) return null;
  return `${item}为 ${value}，不符合执行条件（${text}）`;
}
