import { embeddedRules } from "../checks/own-rules/embedded.ts";
import type { OwnRules } from "../checks/own-rules/own-rule.ts";
import { RULE_SHEET_HEADERS } from "../checks/own-rules/rule-sheet.ts";
import type { Finding } from "../findings/finding.ts";
import { damagedSheetFindings } from "../tables/damaged-sheets.ts";
import { findListSheets } from "../tables/list-sheets.ts";
import { judgePriorYear } from "../tables/prior-year.ts";
import { tableFindings } from "../tables/problems.ts";
import type { TableSet } from "../tables/table.ts";
import { CommandFailure } from "./failure.ts";
import { openWorkbook } from "./files.ts";

export interface LoadedBooks {
  readonly current: TableSet;
  /** 没有给、或不能当作上年数使用时为 null。 */
  readonly prior: TableSet | null;
  /** 读文件、认表、核实上年工作簿时发现的问题。 */
  readonly findings: readonly Finding[];
  /** 读文件时要让人知道的事，如含宏。 */
  readonly notices: readonly string[];
  /** 本年工作簿里“审核公式”工作表上的规则。 */
  readonly ownRules: OwnRules;
}

/**
 * 读本年和上年的工作簿。一张表也认不出时抛 CommandFailure；
 * 上年工作簿年度不符或不是同一单位的，列为错误而不使用。
 */
export async function loadBooks(
  file: string,
  priorFile: string | undefined,
  formerUnitName: string | null = null,
): Promise<LoadedBooks> {
  const { workbook, tables } = await openWorkbook(file, "current");
  const ruleSheets = findListSheets(workbook, RULE_SHEET_HEADERS);
  const { current, own: ownRules } = embeddedRules(ruleSheets, tables);
  if (current.tables.length === 0) throw nothingRecognised(current, workbook.damaged);
  const findings = [...damagedSheetFindings(workbook), ...tableFindings(current)];
  const notices = [...workbook.notices];
  const loaded = { current, findings, notices, ownRules };
  if (priorFile === undefined) return { ...loaded, prior: null };

  const opened = await openWorkbook(priorFile, "prior");
  const verdict = judgePriorYear(current, opened.tables, formerUnitName);
  findings.push(...damagedSheetFindings(opened.workbook), ...verdict.findings);
  notices.push(...opened.workbook.notices);
  if (!verdict.usable) return { ...loaded, prior: null };
  findings.push(...tableFindings(opened.tables));
  return { ...loaded, prior: opened.tables };
}

/** 给了上年工作簿而没有用上（见 `loadBooks`）的，为什么；没有给、用上了的为空串。 */
export function whyPriorRefused({ findings }: Pick<LoadedBooks, "findings">): string {
  return findings
    .filter(({ rule }) => rule.startsWith("上年/"))
    .map(({ what }) => what)
    .join("");
}

function nothingRecognised(
  tables: TableSet,
  damaged: readonly { readonly name: string; readonly reason: string }[],
): CommandFailure {
  const sheets = [
    ...tables.unrecognised.map(({ sheet, why }) => `　“${sheet}”：${why}`),
    ...damaged.map(({ name, reason }) => `　“${name}”：${reason}`),
  ];
  return new CommandFailure(
    [`《${tables.fileName}》里没有认出任何部门决算表。`, ...sheets].join("\n"),
    "请给部门决算软件导出的工作簿（有财决01至财决12等表，或公开01至公开13）。",
  );
}
