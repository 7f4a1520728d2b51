import type { CellNames } from "../../src/checks/exceptions/cell-names.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { AcceptedFinding } from "./stored-data.ts";

/**
 * 说明理由、不再计较。格按表号、行、栏记（`财决01[收入.总计, 决算数]`），增删行列以后还认得；
 * `what` 记下当时的数字：数字变了，这条就不再算数。
 */
export function acceptanceOf(one: Finding, reason: string, names: CellNames): AcceptedFinding {
  return {
    rule: one.rule,
    cells: one.cells.map((cell) => names.nameOf(cell)),
    reason,
    what: one.what,
  };
}

/** 加上一条；同一条问题以前的理由（数字已变）由新的取代。 */
export function withAcceptance(
  accepted: readonly AcceptedFinding[],
  added: AcceptedFinding,
  names: CellNames,
): readonly AcceptedFinding[] {
  const identity = acceptedIdentity(added, names);
  return [...accepted.filter((one) => acceptedIdentity(one, names) !== identity), added];
}

/** 去掉一条（撤销，或清掉对不上的）。 */
export function withoutAcceptance(
  accepted: readonly AcceptedFinding[],
  removed: AcceptedFinding,
): readonly AcceptedFinding[] {
  const text = JSON.stringify(removed);
  return accepted.filter((one) => JSON.stringify(one) !== text);
}

/** 一条问题的身份：规则加单元格；不涉及单元格的（如缺少某表）加它的说法。 */
export function findingIdentity(one: Finding, names: CellNames): string {
  return identity(
    one.rule,
    one.cells.map((cell) => names.nameOf(cell)),
    one.what,
  );
}

function acceptedIdentity(one: AcceptedFinding, names: CellNames): string {
  return identity(
    one.rule,
    one.cells.map((cell) => names.resolve(cell)),
    one.what,
  );
}

function identity(rule: string, cells: readonly string[], what: string): string {
  return [rule, ...(cells.length > 0 ? cells : [what])].join("\n");
}
