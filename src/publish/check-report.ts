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

/** 最可能填错的一格：改成 `shouldBe`（以元计的十进制文本）可使 `explains` 所列各规则成立。 */
export interface Culprit {
  readonly book: "current" | "prior";
  readonly sheet: string;
  readonly address: string;
  readonly is: string;
  readonly shouldBe: string;
  readonly clue: string;
  readonly explains: readonly string[];
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
  /** 已由人说明理由而不再计较的问题。 */
  readonly accepted: readonly Finding[];
}

/** 严重程度的中文叫法，按显示的先后排列。 */
export const SEVERITY_LABELS: readonly (readonly [Severity, string])[] = [
  ["error", "错误"],
  ["warning", "警告"],
  ["note", "提示"],
];
