import type { Finding, Severity } from "../findings/finding.ts";

export type AuditKind =
  | "share"
  | "growth"
  | "delta"
  | "sum"
  | "cross-section"
  | "unit"
  | "year"
  | "direction"
  | "completion"
  | "contradiction"
  | "template-remnant"
  | "punctuation"
  | "duplicate"
  | "glossary"
  | "numbering"
  | "missing-reason"
  | "table-text"
  | "other";

/** 一个数查下来的结论。 */
export type Verdict = "一致" | "尾差可解释" | "凑整" | "不一致" | "单位或方向错误" | "无法核对";

/** 文中一处。`start`、`end` 是原文（行尾为 `\n`）的 UTF-16 下标，`quote` 是其间的原文。 */
export interface TextPlace {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** 如 `二.五.（三）`。 */
  readonly section: string;
}

export interface AuditFinding extends Finding, TextPlace {
  readonly kind: AuditKind;
  readonly severity: Severity;
  readonly text: TextPlace;
  readonly verdict: Verdict | null;
  /** 与之矛盾的其他各处。 */
  readonly also: readonly TextPlace[];
}

export interface UncheckedClaim {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

/**
 * 覆盖情况，只数第二部分（没有分部分的数全文）。found = checked + unchecked；不查的各类（日期、表号、门槛……）
 * 另计在 exempt。`gaps` 是还没有填的【待补充：…】。
 */
export interface ClaimsReport {
  readonly found: number;
  readonly checked: number;
  /** `checked` 里只看出大小合理、没有别的数可以印证的。 */
  readonly sensible: readonly TextPlace[];
  readonly unchecked: readonly UncheckedClaim[];
  readonly exempt: readonly { readonly why: string; readonly count: number }[];
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[];
  readonly gaps: readonly TextPlace[];
}

export interface AuditResult {
  readonly file: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly text: string;
  readonly claims: ClaimsReport;
  readonly findings: readonly AuditFinding[];
}
