import type { Finding, Severity } from "./finding.ts";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** 问题的统一次序：先错误、后警告、再提示；同级的保持产生时的先后（文件、读表、规则）。 */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === "error");
}
