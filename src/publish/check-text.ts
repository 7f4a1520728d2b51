import type { CellRef, Finding } from "../findings/finding.ts";
import { cellPlace, groupFindings } from "./check-groups.ts";
import {
  type CheckReport,
  conclusion,
  countsText,
  rulesByReason,
  SEVERITY_LABELS,
} from "./check-report.ts";
import { culpritBlock } from "./check-text-culprits.ts";

/** 每条问题最多列出的单元格数，其余只计数，免得一条问题占满一屏。 */
const CELLS_SHOWN = 12;

/**
 * 核对结果写成给人看的文本：先一句话结论，再表、疑似填错的单元格（由它引起的问题列在它下面）、
 * 其余问题、没有执行的规则。
 */
export function writeCheckText(report: CheckReport): string {
  const groups = groupFindings(report).filter(({ culprit }) => culprit !== null);
  const folded = new Set(groups.flatMap(({ findings }) => findings));
  const blocks = [
    heading(report),
    tableBlock(report),
    unrecognisedBlock(report),
    culpritBlock(groups),
    ...SEVERITY_LABELS.map(([severity, label]) =>
      findingBlock(
        label,
        report.findings.filter((finding) => finding.severity === severity),
        folded,
      ),
    ),
    acceptedBlock(report),
    reasonBlock("没有执行的规则", report.rules.notRun),
    reasonBlock("有一部分没有核对到的规则", report.rules.partial),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function heading(report: CheckReport): string {
  const { run, notRun } = report.rules;
  const year = report.year === null ? "年度不明" : `${report.year}年度`;
  return [
    `${conclusion(report)}：${countsText(report)}。`,
    `${report.unit ?? "单位名称不明"}　${year}　${report.level}决算`,
    `文件：${report.file}`,
    `认出 ${report.tables.length} 张表，${report.unrecognised.length} 张工作表没有参加核对；执行 ${run.length} 条规则，另有 ${notRun.length} 条没有执行。`,
    ...report.remarks,
  ].join("\n");
}

function tableBlock(report: CheckReport): string {
  if (report.tables.length === 0) return "【认出的表】\n　　一张也没有。";
  const lines = report.tables.map(
    (table) => `　${table.form}　${table.rows} 行　${table.moneyUnit}　工作表“${table.sheet}”`,
  );
  return ["【认出的表】", ...lines].join("\n");
}

function unrecognisedBlock(report: CheckReport): string {
  if (report.unrecognised.length === 0) return "";
  const lines = report.unrecognised.map(({ sheet, why }) => `　“${sheet}”：${why}`);
  return ["【没有参加核对的工作表】", ...lines].join("\n");
}

function findingBlock(
  label: string,
  findings: readonly Finding[],
  folded: ReadonlySet<Finding>,
): string {
  const own = findings.filter((finding) => !folded.has(finding));
  if (own.length === 0) return "";
  const items = own.map((finding, index) => findingText(finding, index + 1));
  const above = findings.length - own.length;
  const note = above === 0 ? "" : `，其中 ${above} 条已列在上面的单元格之下`;
  return [`【${label}】共 ${findings.length} 条${note}`, ...items].join("\n\n");
}

function findingText(finding: Finding, number: number): string {
  const lines = [`${number}. ［${finding.rule}］${finding.what}`];
  if (finding.why !== "") lines.push(`   为什么：${finding.why}`);
  if (finding.todo !== "") lines.push(`   怎么办：${finding.todo}`);
  if (finding.left !== undefined && finding.right !== undefined) {
    const difference = finding.difference === undefined ? "" : `，相差 ${finding.difference}`;
    lines.push(`   数　字：左边 ${finding.left}，右边 ${finding.right}${difference}`);
  }
  if (finding.stated !== undefined && finding.expected !== undefined) {
    lines.push(`   数　字：文中 ${finding.stated}，应为 ${finding.expected}`);
  }
  if (finding.clue !== undefined) lines.push(`   线　索：${finding.clue}`);
  if (finding.culprit !== undefined) lines.push(`   疑　点：${finding.culprit}`);
  if (finding.text !== undefined) lines.push(`   原　文：“${finding.text.quote}”`);
  lines.push(...cellLines(finding.cells));
  return lines.join("\n");
}

function cellLines(cells: readonly CellRef[]): string[] {
  const lines = cells.slice(0, CELLS_SHOWN).map((cell, index) => {
    const label = [cell.row, cell.column].filter((part) => part !== "").join("，");
    const value = cell.value === "" ? "（空白）" : cell.value;
    const prefix = index === 0 ? "   单元格：" : "           ";
    return `${prefix}${cellPlace(cell)}${label === "" ? "" : `　${label}`}　${value}`;
  });
  const rest = cells.length - CELLS_SHOWN;
  if (rest > 0) lines.push(`           ……另有 ${rest} 个单元格，见 JSON 格式的结果。`);
  return lines;
}

function acceptedBlock(report: CheckReport): string {
  if (report.accepted.length === 0) return "";
  const lines = report.accepted.map(
    (finding) => `　［${finding.rule}］${finding.what}\n　　理由：${finding.reason}`,
  );
  return [`【已说明理由、不再计较的】共 ${report.accepted.length} 条`, ...lines].join("\n");
}

function reasonBlock(
  title: string,
  entries: readonly { readonly rule: string; readonly why: string }[],
): string {
  if (entries.length === 0) return "";
  const lines = rulesByReason(entries).map(
    ({ why, rules }) => `　${why}（${rules.length} 条）：${rules.join("、")}`,
  );
  return [`【${title}】共 ${entries.length} 条`, ...lines].join("\n");
}
