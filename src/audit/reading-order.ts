import type { AuditFinding } from "./audit-result.ts";

const RANK = { error: 0, warning: 1, note: 2 } as const;

/** 按文中先后；同一处的先错误后警告，先短后长，有表可依的在前。完全相同的只留一条。 */
export function inReadingOrder(findings: readonly AuditFinding[]): AuditFinding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      RANK[a.severity] - RANK[b.severity] ||
      a.end - b.end ||
      Number(b.cells.length > 0) - Number(a.cells.length > 0),
  );
  const seen = new Set<string>();
  return sorted.filter(({ kind, start, end, what }) => {
    const key = `${kind}|${start}|${end}|${what}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
