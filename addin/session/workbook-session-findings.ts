import type { Finding } from "../../src/findings/finding.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { parseAddress } from "../../src/workbook/addresses.ts";
import type { Place } from "../host/host.ts";
import {
  type AcceptedFinding,
  acceptedIdentity,
  findingIdentity,
} from "./workbook-session-accepted.ts";
import type { AcceptedEntry, ListedFinding } from "./workbook-session-state.ts";

export const WHOLE_WORKBOOK = "整本工作簿";

/**
 * 给每条问题编上 key、归到表下，并分成还要处理的和已说明理由的。
 * 理由只对当时的数字算数：同一条规则、同样的格而数字变了的，仍列在 `open`，带上当时的理由。
 */
export function listFindings(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  current: TableSet,
): { open: readonly ListedFinding[]; accepted: readonly AcceptedEntry[] } {
  const formOf = new Map(current.tables.map((table) => [table.sheet, table.form.id]));
  const byIdentity = new Map<string, AcceptedFinding[]>();
  for (const one of accepted) {
    const same = byIdentity.get(acceptedIdentity(one));
    if (same === undefined) byIdentity.set(acceptedIdentity(one), [one]);
    else same.push(one);
  }
  const matches = new Map<AcceptedFinding, ListedFinding>();
  const open: ListedFinding[] = [];
  const seen = new Map<string, number>();
  for (const one of findings) {
    const identity = findingIdentity(one);
    const times = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, times);
    const candidates = byIdentity.get(identity) ?? [];
    const match = candidates.find((each) => each.what === one.what);
    const groups = groupsOf(one, formOf);
    const listed: ListedFinding = {
      key: times === 1 ? identity : `${identity}\n#${times}`,
      finding: one,
      group: groups[0] ?? WHOLE_WORKBOOK,
      groups,
      formerReason: match === undefined ? (candidates[0]?.reason ?? null) : null,
    };
    if (match === undefined) open.push(listed);
    else matches.set(match, listed);
  }
  return {
    open,
    accepted: accepted.map((one) => ({ accepted: one, listed: matches.get(one) ?? null })),
  };
}

function groupsOf(one: Finding, formOf: ReadonlyMap<string, string>): readonly string[] {
  const groups = new Set<string>();
  for (const cell of one.cells) {
    const form = cell.book === "current" ? (formOf.get(cell.sheet) ?? cell.sheet) : "上年工作簿";
    groups.add(form);
  }
  return groups.size === 0 ? [WHOLE_WORKBOOK] : [...groups];
}

/** 选中的格（一格或一块）落在这条问题的某一格上。 */
export function touches(one: Finding, place: Place): boolean {
  const block = readBlock(place.address);
  if (block === null) return false;
  return one.cells.some((cell) => {
    if (cell.book !== "current" || cell.sheet !== place.sheet) return false;
    const at = parseAddress(cell.address);
    return (
      at !== undefined &&
      at.row >= block.top &&
      at.row <= block.bottom &&
      at.column >= block.left &&
      at.column <= block.right
    );
  });
}

function readBlock(
  address: string,
): { top: number; left: number; bottom: number; right: number } | null {
  const [first = "", last = first] = address.split(":");
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (from === undefined || to === undefined) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
