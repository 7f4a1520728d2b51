import { functionalSubjects } from "../subjects/generated/functional-subjects.ts";
import type { Table, TableRow } from "../tables/table.ts";
import type { RowFilter, Selector } from "./language/syntax.ts";

/** 合乎 `filter` 的项目行，或末级科目行（没有下级科目的行，不含合计）。 */
export function filterRows(table: Table, filter: RowFilter): readonly number[] {
  const rows = filter.of === "项目" ? projectRows(table) : leafRows(table);
  return rows.filter((row) => matches(textsOf(table.rows[row], filter.attribute), filter));
}

/** 有项目，却没有一个项目写明这项说明：表上没有这一栏，或整栏没有填，无从挑选。 */
export function isUntold(table: Table, selector: Selector): boolean {
  if (selector.kind !== "sum") return false;
  const projects = projectRows(table);
  return selector.items.some((item) => {
    if (item.kind !== "filter" || item.of !== "项目" || projects.length === 0) return false;
    return projects.every((row) => textsOf(table.rows[row], item.attribute).length === 0);
  });
}

function projectRows(table: Table): number[] {
  return table.rows.flatMap((row, index) => (row.level === "project" ? [index] : []));
}

function leafRows(table: Table): number[] {
  const parents = new Set<number>();
  for (const row of table.rows) if (row.level !== "project") parents.add(row.parent);
  return table.rows.flatMap((row, index) => {
    const subject = row.level === "class" || row.level === "section" || row.level === "item";
    return subject && !parents.has(index) ? [index] : [];
  });
}

/** 该项说明的各个值：科目可以归几本预算；没有写明、科目表没有收的为空。 */
function textsOf(row: TableRow | undefined, attribute: string): readonly string[] {
  if (row === undefined) return [];
  if (attribute === "预算") return FUNDS.get(row.code ?? "") ?? [];
  const text = attribute === "名称" ? row.name : (row.texts.get(attribute) ?? "");
  return text.trim() === "" ? [] : [text.trim()];
}

const FUNDS: ReadonlyMap<string, readonly string[]> = collectFunds();

/** 同一编码几个年度所归的预算并在一起。 */
function collectFunds(): Map<string, readonly string[]> {
  const funds = new Map<string, readonly string[]>();
  for (const subject of functionalSubjects) {
    const known = funds.get(subject.code) ?? [];
    funds.set(subject.code, [...new Set([...known, ...subject.funds])]);
  }
  return funds;
}

/** 破折号、“否”“无”“非……”都算为空。没有写明的只合乎“为空”。 */
function matches(texts: readonly string[], { test, value }: RowFilter): boolean {
  const empty = texts.every((text) => /^([-—–－一]+|否|无|非.*)$/.test(text));
  switch (test) {
    case "非空":
      return !empty;
    case "为空":
      return empty;
    case "=":
      return texts.includes(value);
    case "≠":
      return texts.length > 0 && !texts.includes(value);
  }
}
