import type { AuditFinding, AuditResult } from "../../audit/audit-result.ts";
import { sectionName } from "../../audit/structure/section-name.ts";
import { SEVERITY_NAMES } from "../../findings/finding.ts";
import { AUDIT_KIND_NAMES } from "../audit-kinds.ts";
import {
  auditConclusion,
  auditCounts,
  auditRemarks,
  auditSubject,
  booksText,
  coverageText,
} from "../audit-summary.ts";
import { cellPlace, groupedAmount } from "../check-groups.ts";

/** 一条批注里最多列出的单元格、另一处各有多少。 */
const PLACES_SHOWN = 6;

/** 文首的批注：看不懂的多先说，再是结论、条数和覆盖情况。 */
export function summaryLines(result: AuditResult): readonly string[] {
  return [
    ...auditRemarks(result),
    `审稿小结：${auditConclusion(result)}。${auditCounts(result.findings)}。`,
    auditSubject(result),
    booksText(result),
    coverageText(result),
    ...listed(
      "无法核对的数，请自行核实",
      result.claims.unchecked.map(
        ({ section, quote }) => `${sectionName(section)}“${flat(quote)}”`,
      ),
    ),
  ];
}

/** 一条问题写成批注的各行。 */
export function findingLines(finding: AuditFinding): readonly string[] {
  const { severity, kind, what, why, todo, clue, also, cells } = finding;
  return [
    `【${SEVERITY_NAMES[severity]}】${AUDIT_KIND_NAMES[kind]}：${what}`,
    `为什么：${why}`,
    `怎么办：${todo}`,
    ...stated(finding),
    ...(clue === undefined ? [] : [`线索：${clue}`]),
    ...listed(
      "另一处",
      also.map(({ section, quote }) => `${sectionName(section)}“${flat(quote)}”`),
    ),
    ...listed(
      "单元格",
      cells.map((cell) => {
        const label = [cell.row, cell.column].filter((part) => part !== "").join("，");
        const value = cell.value === "" ? "（空白）" : groupedAmount(cell.value);
        return `${cellPlace(cell)}${label === "" ? "" : `（${label}）`} ${value}`;
      }),
    ),
  ];
}

function stated({ stated: is, expected }: AuditFinding): string[] {
  if (expected === undefined) return [];
  return [`文中写：${is ?? "（没有写）"}；核对得：${expected}`];
}

function listed(title: string, places: readonly string[]): string[] {
  if (places.length === 0) return [];
  const more = places.length > PLACES_SHOWN ? `；等共 ${places.length} 处` : "";
  return [`${title}：${places.slice(0, PLACES_SHOWN).join("；")}${more}`];
}

function flat(text: string): string {
  return text.replace(/\s+/g, "");
}
