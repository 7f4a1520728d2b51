import type { AuditFinding, AuditResult } from "../audit/audit-result.ts";
import { SEVERITY_LABELS } from "./check-report.ts";

/** 没有查到的数最多列这么多，其余只计数。 */
const UNCHECKED_SHOWN = 20;
/** 每条问题最多列出的单元格数。 */
const CELLS_SHOWN = 6;

/** 审稿结果写成给人看的文本：先一句话结论和覆盖情况，再按文中先后逐条列问题。 */
export function writeAuditText(result: AuditResult): string {
  const blocks = [
    heading(result),
    warningAboutCoverage(result),
    findingsBlock(result),
    gapBlock(result),
    uncheckedBlock(result),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function heading(result: AuditResult): string {
  const counts = SEVERITY_LABELS.map(([severity, label]) => {
    const count = result.findings.filter((finding) => finding.severity === severity).length;
    return `${label} ${count} 条`;
  }).join("，");
  const { found, checked, unchecked, exempt } = result.claims;
  const skipped = exempt.reduce((sum, { count }) => sum + count, 0);
  const conclusion = result.findings.some(({ severity }) => severity === "error")
    ? "有错误，须更正"
    : result.findings.length > 0
      ? "没有发现错误，有需要整理的地方"
      : "没有发现问题";
  return [
    `${conclusion}：${counts}。`,
    `${result.unit ?? "单位名称没有看出"}　${result.year === null ? "年度没有看出" : `${result.year}年度`}`,
    `文件：${result.file}`,
    `第二部分共有 ${found} 个数：核对了 ${checked} 个，${unchecked.length} 个无法核对；另有日期、表号等 ${skipped} 个不查。`,
  ].join("\n");
}

function warningAboutCoverage({ claims }: AuditResult): string {
  if (claims.found === 0) {
    return "注意：文中没有找到决算情况说明的数字。请确认给的是决算情况说明，而且文字没有变成图片。";
  }
  return claims.checked * 2 < claims.found
    ? "注意：一半以上的数没有看懂，下面没有列出的不等于没有问题。"
    : "";
}

function findingsBlock({ findings }: AuditResult): string {
  if (findings.length === 0) return "";
  const names = new Map<string, string>(SEVERITY_LABELS);
  const lines = findings.map((finding, index) => findingText(finding, index + 1, names));
  return [`【问题】共 ${findings.length} 条，按文中先后`, ...lines].join("\n");
}

function findingText(
  finding: AuditFinding,
  number: number,
  names: ReadonlyMap<string, string>,
): string {
  const quote = finding.quote.replace(/\s+/g, "");
  const lines = [
    `${number}. 【${names.get(finding.severity) ?? ""}】${finding.section}　“${shorten(quote)}”`,
    `   ${finding.what}`,
    `   为什么：${finding.why}`,
    `   怎么办：${finding.todo}`,
  ];
  if (finding.clue !== undefined) lines.push(`   线　索：${finding.clue}`);
  for (const place of finding.also.slice(0, 4)) {
    lines.push(`   另一处：${place.section}　“${shorten(place.quote.replace(/\s+/g, ""))}”`);
  }
  for (const cell of finding.cells.slice(0, CELLS_SHOWN)) {
    const book = cell.book === "prior" ? "上年·" : "";
    lines.push(`   单元格：${book}${cell.sheet}!${cell.address}　${cell.row}　${cell.value}`);
  }
  return lines.join("\n");
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 58)}……`;
}

function gapBlock({ claims }: AuditResult): string {
  if (claims.gaps.length === 0) return "";
  const lines = claims.gaps.map(({ section, quote }) => `　${section}　${quote}`);
  return [`【尚未填写】共 ${claims.gaps.length} 处，填好之前不能公开`, ...lines].join("\n");
}

function uncheckedBlock({ claims }: AuditResult): string {
  if (claims.unchecked.length === 0) return "";
  const lines = claims.unchecked
    .slice(0, UNCHECKED_SHOWN)
    .map(({ quote, start, why }) => `　第 ${start} 字“${quote.replace(/\s+/g, "")}”：${why}`);
  const rest = claims.unchecked.length - UNCHECKED_SHOWN;
  if (rest > 0) lines.push(`　……另有 ${rest} 个，见 JSON 格式的结果。`);
  return [`【无法核对的数】共 ${claims.unchecked.length} 个`, ...lines].join("\n");
}
