import type { Culprit } from "../findings/culprit.ts";
import type { CellRef, Finding } from "../findings/finding.ts";
import type { CheckReport } from "./check-report.ts";

/** 报告里放在一起的一组问题：同一处笔误引起的，或同一张表的。 */
export interface FindingGroup {
  readonly title: string;
  /** 改正它，本组问题就都没有了；按表分的组为 null。 */
  readonly culprit: Culprit | null;
  /** 同组问题的其他可能（不必都改）。 */
  readonly alternatives: readonly Culprit[];
  readonly findings: readonly Finding[];
}

const WHOLE_WORKBOOK = "整本工作簿";
const OTHERS = "其他";

/**
 * 问题分组：先是找得出笔误的，按笔误分，最可能的在前；其余的按第一格所在的表分，次序同认出的表，
 * 不涉及单元格的，错误在各表之前，其余在最后。组内次序不变，一条问题只在一组。
 */
export function groupFindings(report: CheckReport): readonly FindingGroup[] {
  const culprits = report.culprits.filter(({ alternative }) => alternative !== true);
  const blamed = new Map<number, Finding[]>();
  const rest: Finding[] = [];
  for (const each of report.findings) {
    const place = culpritOf(each, culprits);
    if (place === -1) rest.push(each);
    else append(blamed, place, each);
  }
  const alternatives = report.culprits.filter(({ alternative }) => alternative === true);
  const groups = culprits.flatMap((culprit, place): FindingGroup[] => {
    const findings = blamed.get(place) ?? [];
    if (findings.length === 0) return [];
    // 只有一处笔误时，其他可能都是对它说的。
    const others = culprits.length === 1 ? alternatives : [];
    return [{ title: cellPlace(culprit), culprit, alternatives: others, findings }];
  });
  return [...groups, ...byTable(rest, report)];
}

/** 这条问题归到第几处笔误；没有为 -1。同一格上有几处的（同一上级之下缺几行、两年同一处），再看线索和哪一年。 */
function culpritOf(finding: Finding, culprits: readonly Culprit[]): number {
  const isThere = (one: Culprit) => placeOf(one) === finding.culprit;
  const exact = culprits.findIndex(
    (one) =>
      isThere(one) &&
      one.clue === finding.clue &&
      finding.cells.some(({ book }) => book === one.book),
  );
  return exact === -1 ? culprits.findIndex(isThere) : exact;
}

function byTable(findings: readonly Finding[], report: CheckReport): FindingGroup[] {
  const titles = new Map(report.tables.map(({ form, sheet }) => [sheet, `${form}　${sheet}`]));
  const groups = new Map<string, Finding[]>([...titles.values()].map((title) => [title, []]));
  const whole: Finding[] = [];
  for (const each of findings) {
    const [cell] = each.cells;
    if (cell === undefined) whole.push(each);
    else if (cell.book === "prior") append(groups, `上年工作簿　${cell.sheet}`, each);
    else append(groups, titles.get(cell.sheet) ?? cell.sheet, each);
  }
  const wrong = whole.filter(({ severity }) => severity === "error");
  const other = whole.filter(({ severity }) => severity !== "error");
  const ordered = [[WHOLE_WORKBOOK, wrong] as const, ...groups, [OTHERS, other] as const];
  return ordered.flatMap(([title, own]) =>
    own.length === 0 ? [] : [{ title, culprit: null, alternatives: [], findings: own }],
  );
}

function append<Key>(groups: Map<Key, Finding[]>, key: Key, one: Finding): void {
  const own = groups.get(key);
  if (own === undefined) groups.set(key, [one]);
  else own.push(one);
}

function placeOf({ sheet, address }: Culprit): string {
  return `${sheet}!${address}`;
}

/** 一格写成 `上年·Z01!E37`；没有地址的只写工作表。 */
export function cellPlace({
  book,
  sheet,
  address,
}: Pick<CellRef, "book" | "sheet" | "address">): string {
  const prior = book === "prior" ? "上年·" : "";
  return address === "" ? `${prior}${sheet}` : `${prior}${sheet}!${address}`;
}

/** 金额每三位加一个逗号，便于人看；不是数的照原样。 */
export function groupedAmount(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", fraction = ""] = match;
  // 没有小数的是计数或编码，不加。
  if (fraction === "") return text;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}
