import type { AuditFinding, AuditResult } from "../audit/audit-result.ts";
import { auditRemarks } from "./audit-summary.ts";

/** 审稿结果写成 JSON 文本：先要知道的（`remarks`）在最前，键的先后固定，缩进两格，末尾换行。 */
export function writeAuditJson(result: AuditResult): string {
  const { file, unit, year, books, text, claims } = result;
  const ordered = {
    remarks: auditRemarks(result),
    file,
    unit,
    year,
    books,
    text,
    claims: {
      found: claims.found,
      checked: claims.checked,
      againstTables: claims.againstTables,
      withinText: claims.withinText,
      sensible: claims.sensible,
      unchecked: claims.unchecked,
      exempt: claims.exempt,
      verdicts: claims.verdicts,
      gaps: claims.gaps,
    },
    findings: result.findings.map(findingJson),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function findingJson(finding: AuditFinding): object {
  const { rule, severity, kind, what, why, todo, message, cells, text } = finding;
  const { quote, start, end, section, verdict, also, stated, expected, clue } = finding;
  return {
    rule,
    severity,
    kind,
    what,
    why,
    todo,
    message,
    quote,
    start,
    end,
    section,
    verdict,
    text,
    also,
    cells,
    ...(stated === undefined ? {} : { stated }),
    ...(expected === undefined ? {} : { expected }),
    ...(clue === undefined ? {} : { clue }),
  };
}
