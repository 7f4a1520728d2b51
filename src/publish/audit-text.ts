import type { AuditFinding, AuditResult } from "../audit/audit-result.ts";
import { sectionName } from "../audit/structure/section-name.ts";
import {
  auditConclusion,
  auditCounts,
  auditRemarks,
  auditSubject,
  booksText,
  coverageText,
  withoutTables,
} from "./audit-summary.ts";
import { SEVERITY_LABELS } from "./check-report.ts";

/** 没有查到的数最多列这么多，其余只计数。 */
const UNCHECKED_SHOWN = 20;
/** 每条问题最多列出的单元格数。 */
const CELLS_SHOWN = 6;

/** 审稿结果写成给人看的文本：先一句话结论和覆盖情况，再按文中先后逐条列问题；看不懂的多，最先说。 */
export function writeAuditText(result: AuditResult): string {
  const blocks = [
    ...auditRemarks(result),
    heading(result),
    findingsBlock(result),
    gapBlock(result),
    withoutTablesBlock(result),
    uncheckedBlock(result),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function heading(result: AuditResult): string {
  return [
    `${auditConclusion(result)}：${auditCounts(result.findings)}。`,
    auditSubject(result),
    `文件：${result.file}`,
    booksText(result),
    coverageText(result),
  ].join("\n");
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
  const quote = flat(finding.quote);
  const lines = [
    `${number}. 【${names.get(finding.severity) ?? ""}】${sectionName(finding.section)}　“${shorten(quote)}”`,
    `   ${finding.what}`,
    `   为什么：${finding.why}`,
    `   怎么办：${finding.todo}`,
  ];
  if (finding.clue !== undefined) lines.push(`   线　索：${finding.clue}`);
  for (const place of finding.also.slice(0, 4)) {
    lines.push(`   另一处：${sectionName(place.section)}　“${shorten(flat(place.quote))}”`);
  }
  for (const cell of finding.cells.slice(0, CELLS_SHOWN)) {
    const book = cell.book === "prior" ? "上年·" : "";
    lines.push(`   单元格：${book}${cell.sheet}!${cell.address}　${cell.row}　${cell.value}`);
  }
  return lines.join("\n");
}

function flat(text: string): string {
  return text.replace(/\s+/g, "");
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 58)}……`;
}

function gapBlock({ claims }: AuditResult): string {
  if (claims.gaps.length === 0) return "";
  const lines = claims.gaps.map(({ section, quote }) => `　${sectionName(section)}　${quote}`);
  return [`【尚未填写】共 ${claims.gaps.length} 处，填好之前不能公开`, ...lines].join("\n");
}

/** 同一节的写在一行。 */
function withoutTablesBlock(result: AuditResult): string {
  const places = withoutTables(result);
  if (places.length === 0) return "";
  const bySection = new Map<string, string[]>();
  for (const { section, quote } of places) {
    bySection.set(section, [...(bySection.get(section) ?? []), flat(quote)]);
  }
  const lines = [...bySection].map(
    ([section, quotes]) => `　${sectionName(section)}：${quotes.join("、")}`,
  );
  return [
    `【没有与表对照的数】共 ${places.length} 个，只在文中说得通，请对照原始资料`,
    ...lines,
  ].join("\n");
}

function uncheckedBlock({ claims }: AuditResult): string {
  if (claims.unchecked.length === 0) return "";
  const lines = claims.unchecked
    .slice(0, UNCHECKED_SHOWN)
    .map(
      ({ section, quote, sentence, why }) =>
        `　${sectionName(section)}　“${flat(quote)}”：${why}\n　　原句：${shorten(flat(sentence))}`,
    );
  const rest = claims.unchecked.length - UNCHECKED_SHOWN;
  if (rest > 0) lines.push(`　……另有 ${rest} 个，见 JSON 格式的结果。`);
  return [`【无法核对的数】共 ${claims.unchecked.length} 个`, ...lines].join("\n");
}
