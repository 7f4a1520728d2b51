import { CODE_COLUMN } from "../../../src/findings/culprit.ts";
import type { Severity } from "../../../src/findings/finding.ts";
import { orderFindings } from "../../../src/findings/order.ts";
import type { CheckReport } from "../../../src/publish/check-report.ts";
import type { CheckOutcome } from "../../session/workbook-session-state.ts";

/** 把一次核对整理成各种报告共用的形状，供复制为文字、写成工作表。 */
export function checkReport(outcome: CheckOutcome): CheckReport {
  const { current } = outcome;
  return {
    file: current.fileName,
    unit: current.unit,
    year: current.year,
    level: current.level ?? "单位",
    tables: current.tables.map((table) => ({
      form: table.form.id,
      sheet: table.sheet,
      rows: table.rows.length,
      moneyUnit: table.moneyUnit,
      why: table.why,
    })),
    unrecognised: current.unrecognised,
    rules: { run: outcome.run, notRun: outcome.notRun, partial: outcome.skipped },
    remarks: outcome.remarks,
    findings: orderFindings([
      ...outcome.open.map((one) => one.finding),
      ...outcome.accepted.flatMap(({ lost }) => lost ?? []),
    ]),
    culprits: outcome.culprits,
    accepted: outcome.accepted.flatMap(({ accepted, findings }) =>
      findings.map((one) => ({ ...one, reason: accepted.reason })),
    ),
  };
}

/** 结论是好是坏。 */
export function intentOf(report: CheckReport): "error" | "warning" | "success" {
  const has = (severity: Severity) => report.findings.some((one) => one.severity === severity);
  if (has("error") || report.tables.length === 0 || report.rules.run.length === 0) return "error";
  return has("warning") ? "warning" : "success";
}

/** 一格现在的、应有的内容，供人看：数每三位加逗号，科目编码照原样。 */
export function shownContent(column: string, content: string): string {
  return column === CODE_COLUMN ? content : groupedNumber(content);
}

/** 两位小数、千分位；不是数的原样。 */
export function groupedNumber(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", fraction = ""] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}
