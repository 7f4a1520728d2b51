import { applyAcceptances } from "../../src/checks/exceptions/apply-acceptances.ts";
import { CellNames } from "../../src/checks/exceptions/cell-names.ts";
import { openCulprits } from "../../src/checks/exceptions/open-culprits.ts";
import { concernsDraft } from "../../src/findings/acceptance.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { parseAddress } from "../../src/workbook/addresses.ts";
import type { Place } from "../host/host.ts";
import type { AcceptedFinding } from "./stored-data.ts";
import { findingIdentity } from "./workbook-session-accepted.ts";
import type { CheckedWorkbook } from "./workbook-session-check.ts";
import type { AcceptedEntry, CheckOutcome, ListedFinding } from "./workbook-session-state.ts";

const WHOLE_WORKBOOK = "整本工作簿";
const PRIOR_WORKBOOK = "上年工作簿";

/** 由核对的结果和已说明的理由，得出页面要显示的全部；所解释的问题都已说明理由的笔误不再列。 */
export function outcomeOf(
  result: CheckedWorkbook,
  accepted: readonly AcceptedFinding[],
): CheckOutcome {
  const { findings: _, ...rest } = result;
  // 说的是说明成稿的，在“起草说明”的“公开”里列。
  const own = accepted.filter((one) => !concernsDraft(one));
  const listed = listFindings(result, own);
  const open = listed.open.map(({ finding }) => finding);
  const culprits = openCulprits(result.culprits, open);
  return { ...rest, damaged: result.workbook.damaged, ...listed, culprits };
}

/**
 * 给每条问题编上 key、归到表下，并分成还要处理的和已说明理由的（哪些算数，与命令行同一办法）。
 * 数字变了的仍列在 `open`，带上当时的理由。
 */
function listFindings(
  { current, prior, findings, run, notRun }: CheckedWorkbook,
  accepted: readonly AcceptedFinding[],
): { open: readonly ListedFinding[]; accepted: readonly AcceptedEntry[] } {
  const books = { current, prior };
  const names = new CellNames(books);
  const apply = (one: AcceptedFinding) => applyAcceptances(findings, [one], books, { run, notRun });
  const former = new Map<Finding, string>();
  const matched = new Map<AcceptedFinding, readonly Finding[]>();
  const lost = new Map<AcceptedFinding, Finding>();
  for (const one of accepted) {
    const { open, unmatched } = apply(one);
    const own = findings.filter((each) => !open.includes(each));
    matched.set(one, own);
    const [why] = unmatched;
    if (why === undefined) continue;
    lost.set(one, why);
    if (one.cells.length === 0) continue;
    const still = apply({ ...one, what: "" }).open;
    for (const each of findings) if (!still.includes(each)) former.set(each, one.reason);
  }
  const hidden = new Set([...matched.values()].flat());
  const groupsOf = groupFinder(current);
  const seen = new Map<string, number>();
  const listed = findings.map((finding): ListedFinding => {
    const identity = findingIdentity(finding, names);
    const times = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, times);
    const groups = groupsOf(finding);
    return {
      key: times === 1 ? identity : `${identity}\n#${times}`,
      finding,
      group: groups[0] ?? WHOLE_WORKBOOK,
      groups,
      formerReason: former.get(finding) ?? null,
    };
  });
  return {
    open: listed.filter((one) => !hidden.has(one.finding)),
    accepted: accepted.map((one) => ({
      accepted: one,
      findings: matched.get(one) ?? [],
      lost: lost.get(one) ?? null,
    })),
  };
}

function groupFinder(current: CheckedWorkbook["current"]): (finding: Finding) => readonly string[] {
  const forms = new Map(current.tables.map((table) => [table.sheet, table.form.id]));
  return ({ cells }) => {
    const groups = cells.map(({ book, sheet }) =>
      book === "current" ? (forms.get(sheet) ?? sheet) : PRIOR_WORKBOOK,
    );
    return groups.length === 0 ? [WHOLE_WORKBOOK] : [...new Set(groups)];
  };
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
