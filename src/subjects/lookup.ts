import { economicSubjects } from "./generated/economic-subjects.ts";
import { functionalSubjects } from "./generated/functional-subjects.ts";
import { subjectAliases, subjectRenames } from "./generated/subject-names.ts";
import type { EconomicSubject, FunctionalSubject, SubjectRename } from "./subject.ts";

const functionalByCode: ReadonlyMap<string, readonly FunctionalSubject[]> =
  groupByCode(functionalSubjects);
const economicByCode: ReadonlyMap<string, readonly EconomicSubject[]> =
  groupByCode(economicSubjects);
const renamesByCode: ReadonlyMap<string, readonly SubjectRename[]> = groupByCode(subjectRenames);
const aliasesByCode: ReadonlyMap<string, readonly string[]> = new Map(
  [...groupByCode(subjectAliases)].map(([code, list]) => [code, list.map((entry) => entry.alias)]),
);

function groupByCode<T extends { readonly code: string }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(entry.code);
    if (group === undefined) groups.set(entry.code, [entry]);
    else group.push(entry);
  }
  return groups;
}

interface Lifetime {
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** `firstYear` 为 2022 的表示 2022 年度或更早，因此更早的年度也算有效。 */
function isValidIn(subject: Lifetime, year: number): boolean {
  const first = subject.firstYear === 2022 ? null : subject.firstYear;
  return (first ?? year) <= year && year <= (subject.lastYear ?? year);
}

function pick<T extends Lifetime>(list: readonly T[] | undefined, year: number | null): T | null {
  if (list === undefined) return null;
  const valid = year === null ? undefined : list.find((subject) => isValidIn(subject, year));
  return valid ?? list.find((subject) => subject.lastYear === null) ?? list[0] ?? null;
}

/**
 * 按编码查支出功能分类科目。`year` 为决算年度：同一编码在不同年度含义不同时取当年有效的；
 * 年度不明（null）时取现行的。查不到为 null。
 */
export function findFunctional(code: string, year: number | null): FunctionalSubject | null {
  return pick(functionalByCode.get(code), year);
}

/** 按编码查部门预算支出经济分类科目；`year` 的意义同 `findFunctional`。查不到为 null。 */
export function findEconomic(code: string, year: number | null): EconomicSubject | null {
  return pick(economicByCode.get(code), year);
}

/** 功能科目在 `year` 年度的名称：那一年用旧名的取旧名。查不到为 null。 */
export function functionalName(code: string, year: number | null): string | null {
  if (year !== null) {
    const then = renamesByCode.get(code)?.find((rename) => isValidIn(rename, year));
    if (then !== undefined) return then.nameThen;
  }
  return findFunctional(code, year)?.name ?? null;
}

/** 这个编码用过的全部名称：现行名称、旧年度名称、公开文本里的其他写法，均已归一。 */
export function functionalNames(code: string): ReadonlySet<string> {
  return new Set(
    [
      ...(functionalByCode.get(code) ?? []).map((subject) => subject.name),
      ...(renamesByCode.get(code) ?? []).flatMap((rename) => [rename.nameThen, rename.nameNow]),
      ...(aliasesByCode.get(code) ?? []),
    ].map(normaliseSubjectName),
  );
}

/** 名称里没有这些字符，就没有要去掉、要统一的。 */
const UNTIDY = /[\s\u3000\u00A0\u200B\uFEFF(),、）：:]/;

/** 科目名称用于比对的写法：去空白，半角括号、逗号改全角，去掉序号与尾部冒号。 */
export function normaliseSubjectName(name: string): string {
  if (!UNTIDY.test(name)) return name;
  return name
    .replace(/[\s\u3000\u00A0\u200B\uFEFF]/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replaceAll(",", "，")
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|其中[:：])/, "")
    .replace(/[:：]$/, "");
}
