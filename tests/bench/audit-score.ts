import type { AuditFinding, AuditResult } from "../../src/audit/audit-result.ts";

/** 一条标注；写法见标注文件的说明。 */
export interface Label {
  readonly id: string;
  readonly doc: string;
  readonly quote: string;
  readonly alt?: readonly string[];
  readonly occurrence?: number;
  readonly kind: string;
  readonly severity: "error" | "warning" | "note";
  readonly borderline?: boolean;
}

/** 不得报为错误的地方。 */
export interface Benign {
  readonly doc: string;
  readonly quote: string;
  readonly why: string;
}

export interface DocumentScore {
  readonly doc: string;
  readonly errors: { readonly found: number; readonly all: number };
  readonly warnings: { readonly found: number; readonly all: number };
  /** 报为错误的：对上标注的、没有对上的、落在可算可不算处的（不计）。 */
  readonly reported: { readonly right: number; readonly wrong: number; readonly ignored: number };
  readonly coverage: { readonly checked: number; readonly found: number };
  readonly missed: readonly Label[];
  readonly falseAlarms: readonly AuditFinding[];
  /** 报在不该报处的错误。 */
  readonly onBenign: readonly Benign[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** 引文在原文里的范围：第 `occurrence` 处；引文里的空白照原文。找不到为空。 */
function spansOf(text: string, label: Label): Span[] {
  return [
    occurrence(text, label.quote, label.occurrence ?? 1),
    ...(label.alt ?? []).map((quote) => occurrence(text, quote, 1)),
  ].filter((span) => span !== null);
}

function occurrence(text: string, quote: string, times: number): Span | null {
  let at = -1;
  for (let count = 0; count < times; count += 1) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return null;
  }
  return { start: at, end: at + quote.length };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * 给一份文档打分。报告与标注的文字范围相交即算对上，不论所报的严重程度；报为错误而没有对上任何错误标注的算误报，
 * 只对上“可算可不算”标注的不计。
 */
export function scoreDocument(
  doc: string,
  result: AuditResult,
  labels: readonly Label[],
  benign: readonly Benign[],
): DocumentScore {
  const own = labels
    .filter((label) => label.doc === doc)
    .map((label) => ({ label, spans: spansOf(result.text, label) }));
  const isFound = ({ spans }: (typeof own)[number]): boolean =>
    result.findings.some((finding) => spans.some((span) => overlaps(span, finding)));
  const counted = own.filter(({ label }) => label.borderline !== true);
  const errors = counted.filter(({ label }) => label.severity === "error");
  const warnings = counted.filter(({ label }) => label.severity === "warning");
  const reportedErrors = result.findings.filter(({ severity }) => severity === "error");
  const matching = (finding: AuditFinding, list: typeof own): boolean =>
    list.some(({ spans }) => spans.some((span) => overlaps(span, finding)));
  const right = reportedErrors.filter((finding) => matching(finding, errors));
  const rest = reportedErrors.filter((finding) => !matching(finding, errors));
  const ignored = rest.filter((finding) =>
    matching(
      finding,
      own.filter(({ label }) => label.borderline === true),
    ),
  );
  const falseAlarms = rest.filter((finding) => !ignored.includes(finding));
  return {
    doc,
    errors: { found: errors.filter(isFound).length, all: errors.length },
    warnings: { found: warnings.filter(isFound).length, all: warnings.length },
    reported: { right: right.length, wrong: falseAlarms.length, ignored: ignored.length },
    coverage: { checked: result.claims.checked, found: result.claims.found },
    missed: [...errors, ...warnings].filter((each) => !isFound(each)).map(({ label }) => label),
    falseAlarms,
    onBenign: benign.filter((each) => {
      const span = each.doc === doc ? occurrence(result.text, each.quote, 1) : null;
      return span !== null && falseAlarms.some((finding) => overlaps(finding, span));
    }),
  };
}

/** 分数写成文本：每份一行合计，再列漏报、误报。 */
export function scoreReport(scores: readonly DocumentScore[]): string {
  const sum = (pick: (score: DocumentScore) => number) =>
    scores.reduce((total, score) => total + pick(score), 0);
  const line = (
    name: string,
    found: number,
    all: number,
    right: number,
    wrong: number,
    warned: number,
    warnable: number,
    checked: number,
    figures: number,
  ) =>
    `${name}：错误召回 ${rate(found, all)}，错误准确 ${rate(right, right + wrong)}，警告召回 ${rate(warned, warnable)}，覆盖 ${rate(checked, figures)}`;
  const lines = scores.map((score) =>
    line(
      score.doc,
      score.errors.found,
      score.errors.all,
      score.reported.right,
      score.reported.wrong,
      score.warnings.found,
      score.warnings.all,
      score.coverage.checked,
      score.coverage.found,
    ),
  );
  lines.push(
    line(
      "合计",
      sum((each) => each.errors.found),
      sum((each) => each.errors.all),
      sum((each) => each.reported.right),
      sum((each) => each.reported.wrong),
      sum((each) => each.warnings.found),
      sum((each) => each.warnings.all),
      sum((each) => each.coverage.checked),
      sum((each) => each.coverage.found),
    ),
  );
  for (const score of scores) {
    for (const label of score.missed) {
      lines.push(`漏报 ${label.id} ${label.severity} ${label.kind}：${label.quote}`);
    }
    for (const finding of score.falseAlarms) {
      lines.push(`误报 ${score.doc} ${finding.kind}「${finding.quote}」${finding.what}`);
    }
    for (const each of score.onBenign) lines.push(`不该报的处所 ${score.doc}：${each.quote}`);
  }
  return lines.join("\n");
}

function rate(part: number, whole: number): string {
  return whole === 0 ? "—（0）" : `${((part / whole) * 100).toFixed(1)}%（${part}/${whole}）`;
}
