import type { AuditResult } from "../../audit/audit-result.ts";
import { type Acceptance, concernsDraft } from "../../findings/acceptance.ts";
import type { Culprit } from "../../findings/culprit.ts";
import type { Finding } from "../../findings/finding.ts";
import { orderFindings } from "../../findings/order.ts";
import type { Draft } from "../../narrative/draft.ts";
import { auditFindings } from "./audit-remarks.ts";
import { chartFindings } from "./missing-charts.ts";
import { otherYears } from "./other-years.ts";
import { READINESS_KINDS, type ReadinessKind } from "./readiness-kinds.ts";
import { unsoundCells } from "./unsound-cells.ts";

export interface ReadinessRequest {
  /** 要公开的这一稿，人改过的文字已经用上；`open` 里是待补充、没有确认的推断、过时的数等。 */
  readonly draft: Draft;
  /** 没有用上人改的文字的同一份草稿，用来看有没有少了图；没有改过的不必给。 */
  readonly drafted?: Draft;
  /** 核对的结果，除去已说明理由的；没有核对为 null。 */
  readonly check: {
    readonly findings: readonly Finding[];
    readonly culprits: readonly Culprit[];
  } | null;
  /** 审 `auditableText(draft)` 的结果；没有审为 null。 */
  readonly audit: AuditResult | null;
  /** 填报文件里由人说明理由、不再计较的。 */
  readonly accepted?: readonly Acceptance[];
}

/** 还没有了结的一类事。 */
export interface ReadinessGroup {
  readonly kind: ReadinessKind;
  readonly title: string;
  readonly todo: string;
  readonly findings: readonly Finding[];
}

export interface Readiness {
  /** 公开之前必须了结的，按类、类内先错误后警告；空的类不在里面。 */
  readonly open: readonly ReadinessGroup[];
  /** 请再看一眼、不妨碍公开的提示。 */
  readonly notes: readonly Finding[];
  /** 由人说明理由、不再计较的有几件。 */
  readonly accepted: number;
}

/**
 * 能不能公开：待补充、没有确认的话、过时的数、模板残留、别的年份、缺图、数所在的单元格核对有错误、审稿的其他问题、
 * 填报和读表的问题、起草时的疑点，汇成一份清单。提示级的另列。不抛错；同样的输入得同样的清单。
 */
export function readiness(request: ReadinessRequest): Readiness {
  const { draft, drafted = draft, check, audit, accepted = [] } = request;
  const remarks = audit === null ? [] : auditFindings(draft, audit);
  const all = [
    ...draft.open,
    ...remarks,
    ...otherYears(draft, remarks),
    ...chartFindings(draft, drafted),
    ...(check === null ? [] : unsoundCells(draft, check.findings, check.culprits)),
  ];
  const left = all.filter((one) => !isAccepted(one, accepted));
  const blocking = left.filter(({ severity }) => severity !== "note");
  const groups = READINESS_KINDS.map(({ kind, title, todo, holds }, index) => ({
    kind,
    title,
    todo,
    findings: orderFindings(
      blocking.filter(
        (one) => holds(one) && !READINESS_KINDS.slice(0, index).some((each) => each.holds(one)),
      ),
    ),
  }));
  return {
    open: groups.filter(({ findings }) => findings.length > 0),
    notes: left.filter(({ severity }) => severity === "note"),
    accepted: all.length - left.length,
  };
}

/** 还有几件必须了结。 */
export function openCount({ open }: Readiness): number {
  return open.reduce((count, { findings }) => count + findings.length, 0);
}

/** 凭规则和当时的说法认；没有写的、没有确认的、过时的数不能靠说明理由放过。 */
function isAccepted(one: Finding, accepted: readonly Acceptance[]): boolean {
  if (NOT_ACCEPTABLE.has(one.kind)) return false;
  return accepted.some(
    (each) =>
      concernsDraft(each) &&
      each.rule === one.rule &&
      each.reason !== "" &&
      plain(each.what) === plain(one.what),
  );
}

const NOT_ACCEPTABLE: ReadonlySet<string> = new Set(["gap", "proposal", "stale", "unsound-cell"]);

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
