import type { CellRef, Finding } from "../../src/findings/finding.ts";
import type { AcceptedFinding } from "./stored-data.ts";

/** 单元格写成保存用的文字，如 `本年!Z01!E37`。 */
export function storedCell({ book, sheet, address }: CellRef): string {
  return `${book === "current" ? "本年" : "上年"}!${sheet}!${address}`;
}

/** 一条问题的身份：规则加单元格；不涉及单元格的（如缺少某表）加它的说法。 */
export function findingIdentity(one: Finding): string {
  return identity(one.rule, one.cells.map(storedCell), one.what);
}

export function acceptedIdentity(one: AcceptedFinding): string {
  return identity(one.rule, one.cells, one.what);
}

function identity(rule: string, cells: readonly string[], what: string): string {
  return [rule, ...(cells.length > 0 ? cells : [what])].join("\n");
}

/** 说明理由、不再计较。`what` 记下当时的数字：数字变了，这条就不再算数。 */
export function acceptanceOf(one: Finding, reason: string): AcceptedFinding {
  return { rule: one.rule, cells: one.cells.map(storedCell), reason, what: one.what };
}

/** 加上一条；同一条问题以前的理由（数字已变）由新的取代。 */
export function withAcceptance(
  accepted: readonly AcceptedFinding[],
  added: AcceptedFinding,
): readonly AcceptedFinding[] {
  const rest = accepted.filter((one) => acceptedIdentity(one) !== acceptedIdentity(added));
  return [...rest, added];
}

/** 去掉一条（撤销，或清掉对不上的）。 */
export function withoutAcceptance(
  accepted: readonly AcceptedFinding[],
  removed: AcceptedFinding,
): readonly AcceptedFinding[] {
  return accepted.filter(
    (one) => acceptedIdentity(one) !== acceptedIdentity(removed) || one.what !== removed.what,
  );
}
