import { SEVERITY_NAMES, type Severity } from "../../../src/findings/finding.ts";
import type { TableSet } from "../../../src/tables/table.ts";
import type { ListedFinding } from "../../session/workbook-session-state.ts";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

/** 清单怎么筛、怎么分组。 */
export interface ListView {
  /** 只看这几种；空为全部。 */
  readonly severities: ReadonlySet<Severity>;
  /** 只看涉及这张表的；null 为全部。 */
  readonly group: string | null;
  readonly search: string;
  readonly groupBy: "severity" | "group";
}

export const WHOLE_LIST: ListView = {
  severities: new Set(),
  group: null,
  search: "",
  groupBy: "severity",
};

export function isFiltered(view: ListView): boolean {
  return view.severities.size > 0 || view.group !== null || view.search.trim() !== "";
}

/** 筛出要看的，次序不变。搜索看规则、说法、怎么办、线索、单元格和行栏名；几个词都要有。 */
export function filterFindings(
  findings: readonly ListedFinding[],
  view: ListView,
): readonly ListedFinding[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter(
    (one) =>
      (view.severities.size === 0 || view.severities.has(one.finding.severity)) &&
      (view.group === null || one.groups.includes(view.group)) &&
      (words.length === 0 || matches(one, words)),
  );
}

function matches({ finding, groups }: ListedFinding, words: readonly string[]): boolean {
  const text = [
    finding.rule,
    finding.message,
    finding.clue ?? "",
    finding.culprit ?? "",
    ...groups,
    ...finding.cells.flatMap((cell) => [
      cell.sheet,
      cell.address,
      cell.row,
      cell.column,
      cell.value,
    ]),
  ]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

export interface FindingGroup {
  readonly title: string;
  readonly findings: readonly ListedFinding[];
}

/** 按严重程度分组，或按表（次序随表号，其余在后）。组内次序不变。 */
export function groupFindings(
  findings: readonly ListedFinding[],
  groupBy: ListView["groupBy"],
  current: TableSet,
): readonly FindingGroup[] {
  const nameOf = (one: ListedFinding) =>
    groupBy === "severity" ? SEVERITY_NAMES[one.finding.severity] : one.group;
  const order =
    groupBy === "severity"
      ? SEVERITIES.map((severity) => SEVERITY_NAMES[severity])
      : current.tables.map((table) => table.form.id);
  const groups = new Map<string, ListedFinding[]>(order.map((name) => [name, []]));
  for (const one of findings) {
    const same = groups.get(nameOf(one));
    if (same === undefined) groups.set(nameOf(one), [one]);
    else same.push(one);
  }
  return [...groups].flatMap(([title, list]) =>
    list.length === 0 ? [] : [{ title, findings: list }],
  );
}

/** 只留前 `limit` 条。 */
export function firstOf(groups: readonly FindingGroup[], limit: number): readonly FindingGroup[] {
  let left = limit;
  return groups.flatMap(({ title, findings }) => {
    const shown = findings.slice(0, Math.max(left, 0));
    left -= shown.length;
    return shown.length === 0 ? [] : [{ title, findings: shown }];
  });
}

/** 可供筛选的表：清单里出现过的，次序随表号，其余在后。 */
export function groupNames(
  findings: readonly ListedFinding[],
  current: TableSet,
): readonly string[] {
  const present = new Set(findings.flatMap((one) => one.groups));
  const known = current.tables.map((table) => table.form.id).filter((id) => present.has(id));
  return [...new Set([...known, ...present])];
}
