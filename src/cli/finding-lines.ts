import { type Finding, SEVERITY_NAMES } from "../findings/finding.ts";

/** 问题逐条一行，供命令行在结果之外提示；`limit` 之外的只计数。 */
export function findingLines(
  findings: readonly Finding[],
  limit = Number.POSITIVE_INFINITY,
): string[] {
  const lines = findings
    .slice(0, limit)
    .map((one, index) => `${index + 1}. 【${SEVERITY_NAMES[one.severity]}】${one.what}${one.todo}`);
  const rest = findings.length - limit;
  return rest > 0 ? [...lines, `……另有 ${rest} 条。`] : lines;
}
