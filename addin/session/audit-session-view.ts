import type { AuditFinding, AuditKind } from "../../src/audit/audit-result.ts";
import { sectionName } from "../../src/audit/structure/section-name.ts";
import { AUDIT_KIND_NAMES } from "../../src/publish/audit-kinds.ts";
import type {
  AuditOutcome,
  AuditSessionState,
  AuditView,
  ListedAuditFinding,
} from "./audit-session-state.ts";

/** 给各条编号、起 key：同样的文字再审一遍，同一条的 key 不变。 */
export function listAuditFindings(findings: readonly AuditFinding[]): ListedAuditFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding, index) => {
    const identity = `${finding.kind}/${finding.start}-${finding.end}/${finding.what}`;
    const times = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, times);
    const group = sectionName(finding.section);
    return {
      key: times === 1 ? identity : `${identity}#${times}`,
      finding,
      number: index + 1,
      group,
      groups: [group],
      formerReason: null,
    };
  });
}

/** 一条的标题，如 `3 占比 · 第二部分 三`。 */
export function findingTitle({ number, finding, group }: ListedAuditFinding): string {
  return `${number} ${AUDIT_KIND_NAMES[finding.kind]} · ${group}`;
}

export function isWholeAudit({ severities, kind, section }: AuditView): boolean {
  return severities.size === 0 && kind === null && section === null;
}

/** 筛出要看的，次序不变。 */
export function filterAudit(
  listed: readonly ListedAuditFinding[],
  { severities, kind, section }: AuditView,
): readonly ListedAuditFinding[] {
  return listed.filter(
    ({ finding }) =>
      (severities.size === 0 || severities.has(finding.severity)) &&
      (kind === null || finding.kind === kind) &&
      (section === null || finding.section === section),
  );
}

/** 出现过的种类，按先后。 */
export function kindsOf(listed: readonly ListedAuditFinding[]): readonly AuditKind[] {
  return [...new Set(listed.map(({ finding }) => finding.kind))];
}

/** 出现过的各节编号，按文中先后。 */
export function sectionsOf(listed: readonly ListedAuditFinding[]): readonly string[] {
  return [...new Set(listed.map(({ finding }) => finding.section))];
}

/** 这一条写不写进整改意见。 */
export function inLetter(
  { letterChoices }: Pick<AuditSessionState, "letterChoices">,
  { key, finding }: ListedAuditFinding,
): boolean {
  return letterChoices.get(key) ?? finding.severity !== "note";
}

/** 从选中的一条往后（1）或往前（-1）一条；到头从另一头再来，没有选中时从头（尾）起。 */
export function neighbour(
  shown: readonly ListedAuditFinding[],
  selected: string | null,
  step: 1 | -1,
): ListedAuditFinding | null {
  const at = shown.findIndex(({ key }) => key === selected);
  const from = at < 0 && step === -1 ? 0 : at;
  return shown[(from + step + shown.length) % shown.length] ?? null;
}

/** 要写进整改意见的各条，按文中先后。 */
export function letterFindings(
  state: Pick<AuditSessionState, "letterChoices">,
  { listed }: AuditOutcome,
): readonly AuditFinding[] {
  return listed.filter((one) => inLetter(state, one)).map(({ finding }) => finding);
}
