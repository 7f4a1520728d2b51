import type {
  AuditFinding,
  AuditKind,
  AuditResult,
  ClaimsReport,
  TextPlace,
} from "../audit/audit-result.ts";
import type { Severity } from "../findings/finding.ts";
import { SEVERITY_LABELS } from "./check-report.ts";

/** 一句话结论，各种输出都用。 */
export function auditConclusion({ findings, claims, books }: AuditResult): string {
  if (findings.some(({ severity }) => severity === "error")) return "有错误，须更正";
  if (findings.length > 0) return "没有发现错误，有需要整理的地方";
  const compared = books.current === null || books.current.why !== "" || claims.againstTables > 0;
  return compared || claims.found === 0
    ? "没有发现问题"
    : "没有发现问题，但没有一个数与决算表对照上";
}

/** 各级问题的条数：`错误 1 条，警告 0 条，提示 2 条`。 */
export function auditCounts(findings: readonly AuditFinding[]): string {
  return SEVERITY_LABELS.map(
    ([severity, label]) => `${label} ${countOf(findings, severity)} 条`,
  ).join("，");
}

export function countOf(findings: readonly AuditFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** 哪个单位、哪个年度的说明；看不出的说看不出。 */
export function auditSubject({ unit, year }: AuditResult): string {
  return `${unit ?? "单位名称没有看出"}　${year === null ? "年度没有看出" : `${year}年度`}`;
}

/** 覆盖情况：找到几个数，查了几个。 */
export function coverageText({ claims }: AuditResult): string {
  const { found, checked, unchecked, exempt } = claims;
  const skipped = exempt.reduce((sum, { count }) => sum + count, 0);
  return `决算情况说明共有 ${found} 个数：核对了 ${checked} 个${supportText(claims)}，${unchecked.length} 个无法核对；另有日期、表号等 ${skipped} 个不查。`;
}

/** 核对了的数凭的是什么：对照过表的才靠得住，只在文中印证的会一起写错。 */
function supportText({ checked, againstTables, withinText, sensible }: ClaimsReport): string {
  if (checked === 0) return "";
  const ways = [
    [againstTables, "与决算表对照过"],
    [withinText.length, "只与文中别处的数相合，一起写错的看不出"],
    [sensible.length, "只看出大小合理，没有别的数可以印证"],
  ] as const;
  const said = ways.filter(([count]) => count > 0).map(([count, how]) => `${count} 个${how}`);
  return said.length === 0 ? "" : `（其中 ${said.join("；")}）`;
}

/** 对照了工作簿、却没有对到表的数：只与文中别处相合的，只看出大小合理的。没有对照工作簿的全是，不必列。 */
export function withoutTables({ claims }: Pick<AuditResult, "claims">): readonly TextPlace[] {
  if (claims.againstTables === 0) return [];
  return [...claims.withinText, ...claims.sensible].toSorted((a, b) => a.start - b.start);
}

/** 对照了哪两本工作簿；给了没有用上的说为什么。 */
export function booksText({ books: { current, prior } }: AuditResult): string {
  if (current === null) return "没有给工作簿，只核对了文中各数之间的关系。";
  return [["本年", current] as const, ...(prior === null ? [] : [["上年", prior] as const])]
    .map(([label, { file, why }]) =>
      why === "" ? `对照${label}工作簿《${file}》。` : `${label}工作簿《${file}》没有用上：${why}`,
    )
    .join("");
}

/** 给了而没有用上的工作簿，看结果之前先要知道。 */
function unusedBooks({ books: { current, prior } }: AuditResult): string[] {
  if (current !== null && current.why !== "") {
    return [
      `注意：给了工作簿《${current.file}》，但没有用上：${current.why}下面只核对了文中各数之间的关系。`,
    ];
  }
  if (prior === null || prior.why === "") return [];
  return [
    `注意：给了上年工作簿《${prior.file}》，但没有用上：${prior.why}与上年相比的数只在文中相互印证。`,
  ];
}

/** 与表不符的到了这么多、又占四分之一以上，多半是拿错了工作簿。 */
const MANY = 10;

/** 看结果之前先要知道的：给的工作簿没有用上，一半以上的数没有看懂，四分之一以上的数与表不符。没有为空。各种输出都放在最前。 */
export function auditRemarks(result: AuditResult): readonly string[] {
  const { claims, findings } = result;
  const { found, checked } = claims;
  if (found === 0) {
    return [
      ...unusedBooks(result),
      "注意：文中没有找到决算情况说明的数字。请确认给的是决算情况说明，而且文字没有变成图片。",
    ];
  }
  const against = findings.filter(
    ({ severity, cells }) => severity === "error" && cells.length > 0,
  ).length;
  return [
    ...unusedBooks(result),
    ...(checked * 2 < found
      ? [
          `注意：一半以上的数没有看懂（${found} 个里只核对了 ${checked} 个），没有列出的不等于没有问题，请以人工审核为主。`,
        ]
      : []),
    ...(against >= MANY && against * 4 >= found
      ? [
          `注意：有 ${against} 处与工作簿的表不符。请先确认这份说明和工作簿是同一个单位、同一年度、同一个口径的。`,
        ]
      : []),
  ];
}

/** 各种问题各有几条，按先后出现。 */
export function countByKind(
  findings: readonly AuditFinding[],
): readonly { readonly kind: AuditKind; readonly findings: readonly AuditFinding[] }[] {
  const byKind = new Map<AuditKind, AuditFinding[]>();
  for (const finding of findings) {
    const own = byKind.get(finding.kind);
    if (own === undefined) byKind.set(finding.kind, [finding]);
    else own.push(finding);
  }
  return [...byKind].map(([kind, own]) => ({ kind, findings: own }));
}
