import { concernsDraft } from "../../src/findings/acceptance.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { Readiness } from "../../src/publish/readiness/readiness.ts";
import type { ReadinessKind } from "../../src/publish/readiness/readiness-kinds.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Composed } from "./draft-session-compose.ts";
import type { SessionTools } from "./draft-session-tools.ts";
import type { AcceptedFinding, StoredData } from "./stored-data.ts";
import { withoutAcceptance } from "./workbook-session-accepted.ts";
import type { CheckOutcome } from "./workbook-session-state.ts";

/** 成稿里说明理由、不再计较的问题。 */
export interface RemarkActions {
  /** 说明理由、不再计较；以后说法变了会重新列出。 */
  acceptRemark(remark: Finding, reason: string): void;
  /** 撤销一条。 */
  withdrawRemark(accepted: AcceptedFinding): void;
}

export function remarkActions({ change }: Pick<SessionTools, "change">): RemarkActions {
  return {
    acceptRemark({ rule, what }, reason) {
      const added = { rule, cells: [], reason: reason.trim(), what };
      if (added.reason === "") return;
      change((data) => ({ ...data, accepted: [...data.accepted, added] }));
    },
    withdrawRemark: (removed) =>
      change((data) => ({ ...data, accepted: withoutAcceptance(data.accepted, removed) })),
  };
}

/** 要人核实、可以说明理由放过的几类；别的（待补充、过时的数等）只能改好。 */
const ACCEPTABLE: ReadonlySet<ReadinessKind> = new Set([
  "unsupported",
  "template-remnant",
  "year",
  "chart",
  "annex",
  "audit",
  "doubt",
]);

/** 这一类的问题可以说明理由、不再计较。 */
export function isAcceptable(kind: ReadinessKind): boolean {
  return ACCEPTABLE.has(kind);
}

/** 已说明理由的，只列说成稿的。 */
export function acceptedRemarks({ accepted }: StoredData): readonly AcceptedFinding[] {
  return accepted.filter(concernsDraft);
}

/**
 * 能不能公开：现在这一稿的未了事项、审稿查出的、核对有错的格，汇成一份清单。
 * 审稿的程序较大，用到时才装入；第一次约半秒。
 */
export async function readinessOf(
  { draft, drafted }: Composed,
  { open, culprits, current }: CheckOutcome,
  prior: TableSet | null,
  data: StoredData,
): Promise<Readiness> {
  const [{ auditText }, { auditableText }, { readiness }] = await Promise.all([
    import("../../src/audit/audit.ts"),
    import("../../src/publish/readiness/audit-remarks.ts"),
    import("../../src/publish/readiness/readiness.ts"),
  ]);
  const audit = auditText(auditableText(draft), {
    fileName: "草稿",
    current,
    ...(prior === null ? {} : { prior }),
  });
  return readiness({
    draft,
    drafted,
    check: { findings: open.map(({ finding }) => finding), culprits },
    audit,
    accepted: data.accepted,
  });
}
