import { nearestName } from "../../findings/nearest-name.ts";
import type { FormDefinition } from "../../tables/form.ts";
import { forms } from "../../tables/generated/forms.ts";
import type { Reference, Rollup, Selector, Statement } from "../language/syntax.ts";
import { blocksOf, groupOf, isFloating, referencesOf } from "../language/verify.ts";

/** 一个名字至多给出几个可能。 */
const MOST = 3;

/**
 * 公式里表样没有的表号、行名、栏名，各给出最相近的名字：`“收入.总记”是不是“收入.总计”？`。
 * 都认得、或没有相近的，为空串。
 */
export function suggestNames(statement: Statement): string {
  const references: readonly (Reference | Rollup)[] =
    statement.kind === "rollup" ? [statement] : referencesOf(statement);
  const names = [
    ...(statement.tables ?? []).flatMap(({ form }) => unknownForm(form)),
    ...references.flatMap(unknownNames),
  ];
  return [...new Set(names)].join("");
}

function unknownForm(id: string): string[] {
  const ids = forms.map((form) => form.id);
  return ids.includes(id) ? [] : question(id, ids);
}

function unknownNames(reference: Reference | Rollup): string[] {
  const form = forms.find(({ id }) => id === reference.form);
  if (form === undefined) return unknownForm(reference.form);
  const columns = blocksOf(form).flatMap((block) => block.columns.map(({ key }) => key));
  if (reference.kind === "rollup") return unknownKeys(reference.columns, columns, []);
  const { rows, groups } = rowNames(form);
  return [
    ...(reference.row === null ? [] : unknownKeys(reference.row, rows, groups)),
    ...unknownKeys(reference.column, columns, []),
  ];
}

function rowNames(form: FormDefinition): { rows: string[]; groups: string[] } {
  if (isFloating(form)) return { rows: ["合计"], groups: [] };
  const rows = blocksOf(form).flatMap((block) => block.rows);
  return { rows: rows.map(({ key }) => key), groups: [...new Set(rows.map(groupOf))] };
}

function unknownKeys(
  selector: Selector,
  known: readonly string[],
  groups: readonly string[],
): string[] {
  if (selector.kind === "each") return [];
  const items = selector.kind === "key" ? [selector] : selector.items;
  return items.flatMap((item) => {
    if (item.kind === "group") {
      return groups.length === 0 || groups.includes(item.group) ? [] : question(item.group, groups);
    }
    if (item.kind !== "key" && item.kind !== "below") return [];
    const numeric = /^\d{3,}(\/|$)/.test(item.key);
    const names = [...known, ...groups];
    return names.includes(item.key) || (numeric && known.includes("合计"))
      ? []
      : question(item.key, known);
  });
}

function question(name: string, known: readonly string[]): string[] {
  const nearest = nearestNames(name, known);
  if (nearest.length === 0) return [];
  return [`“${name}”是不是${nearest.map((each) => `“${each}”`).join("或")}？`];
}

/** 先看末段相同的（`总计` → `收入.总计`、`支出.总计`），再看全名、末段相近的。 */
function nearestNames(name: string, known: readonly string[]): readonly string[] {
  const endingIn = (last: string) => known.filter((each) => lastPart(each) === last).slice(0, MOST);
  const same = endingIn(lastPart(name));
  if (same.length > 0) return same;
  const whole = nearestName(name, known);
  if (whole !== null) return [whole];
  const last = nearestName(lastPart(name), known.map(lastPart));
  return last === null ? [] : endingIn(last);
}

function lastPart(name: string): string {
  return name.split(".").at(-1) ?? name;
}
