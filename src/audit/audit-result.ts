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

/** 没有核对的一个数：在哪里、在哪一句里、为什么。 */
export interface UncheckedClaim extends TextPlace {
  readonly sentence: string;
  readonly why: string;
}

/** 给来对照的一本工作簿；没有用上的，`why` 写明为什么，用上了为空。 */
export interface BookUse {
  readonly file: string;
  readonly why: string;
}

/**
 * 覆盖情况，只数第二部分（没有分部分的数全文）。found = checked + unchecked；不查的各类（日期、表号、门槛……）
 * 另计在 exempt。`gaps` 是还没有填的【待补充：…】。
 */
export interface ClaimsReport {
  readonly found: number;
  /** checked = againstTables + withinText + sensible。 */
  readonly checked: number;
  /** 与工作簿的表对照过的。 */
  readonly againstTables: number;
  /** 只与文中别处的数相互印证的：表里没有，或没有表；一起写错就看不出。 */
  readonly withinText: readonly TextPlace[];
  /** 只看出大小合理、没有别的数可以印证的。 */
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
  /** 给来对照的工作簿；没有给为 null。 */
  readonly books: { readonly current: BookUse | null; readonly prior: BookUse | null };
  readonly text: string;
  readonly claims: ClaimsReport;
  readonly findings: readonly AuditFinding[];
}
