import type { AcceptedFinding } from "../findings/acceptance.ts";
import type { Culprit } from "../findings/culprit.ts";
import type { Finding, Severity } from "../findings/finding.ts";

/** 认出的一张表，供报告列出。`rows` 为读到的数据行数。 */
export interface ReportedTable {
  readonly form: string;
  readonly sheet: string;
  readonly rows: number;
  readonly moneyUnit: "元" | "万元";
  /** 凭什么认出来的。 */
  readonly why: string;
}

/**
 * 一次核对的全部结果，文本、JSON 各种输出都由它写成；键的先后即 JSON 里的先后。
 * `level` 是有效级别：封面判断不了时由调用者按“单位”给出。
 */
export interface CheckReport {
  readonly file: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly level: "部门" | "单位";
  readonly tables: readonly ReportedTable[];
  readonly unrecognised: readonly { readonly sheet: string; readonly why: string }[];
  readonly rules: {
    /** 执行了的规则编号。 */
    readonly run: readonly string[];
    readonly notRun: readonly { readonly rule: string; readonly why: string }[];
    /** 执行了、但有一部分没有核对到的规则（缺栏、涉及读不出的格）。 */
    readonly partial: readonly { readonly rule: string; readonly why: string }[];
  };
  /** 对整次核对的说明，如年度读不出、文件含宏。 */
  readonly remarks: readonly string[];
  readonly findings: readonly Finding[];
  readonly culprits: readonly Culprit[];
  /** 已由人说明理由而不再计较的问题，带着理由。 */
  readonly accepted: readonly AcceptedFinding[];
}

/** 严重程度的中文叫法，按显示的先后排列。 */
export const SEVERITY_LABELS: readonly (readonly [Severity, string])[] = [
  ["error", "错误"],
  ["warning", "警告"],
  ["note", "提示"],
];

/** 一句话结论，各种输出的第一句。 */
export function conclusion(report: CheckReport): string {
  if (report.findings.some((finding) => finding.severity === "error")) return "有错误，须更正";
  if (report.tables.length === 0 || report.rules.run.length === 0) return "没有核对到任何内容";
  if (report.findings.some((finding) => finding.severity === "warning")) {
    return "没有错误，但有需要核实的地方";
  }
  if (report.findings.length > 0) return "没有错误和警告，另有提示";
  // 接受了的也是不成立的，不能说都通过。
  if (report.accepted.length > 0) return "没有待处理的问题，有的已说明理由";
  return "已执行的规则都通过";
}

/** 各级问题的条数：`错误 1 条，警告 0 条，提示 2 条`。 */
export function countsText(report: CheckReport): string {
  return SEVERITY_LABELS.map(([severity, label]) => {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    return `${label} ${count} 条`;
  }).join("，");
}

const MISSING_PUBLIC = /^(?:缺少公开\d+[，；]?)+$/;

/** 只因缺公开表而没有执行的合在一起：多数工作簿里一张公开表也没有，逐张列出就看不到别的原因了。 */
function reasonGroup(why: string): string {
  return MISSING_PUBLIC.test(why) ? "缺少要用到的公开表" : why.replace(/。$/, "");
}

/** 规则按原因归并：同一个原因只说一遍（不带句号），后面列规则编号。 */
export function rulesByReason(
  entries: readonly { readonly rule: string; readonly why: string }[],
): readonly { readonly why: string; readonly rules: readonly string[] }[] {
  const byReason = new Map<string, string[]>();
  for (const { rule, why } of entries) {
    const group = reasonGroup(why);
    const rules = byReason.get(group);
    if (rules) rules.push(rule);
    else byReason.set(group, [rule]);
  }
  return [...byReason].map(([why, rules]) => ({ why, rules }));
}
