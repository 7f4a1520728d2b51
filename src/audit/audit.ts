import { finding } from "../findings/finding.ts";
import type { TableSet } from "../tables/table.ts";
import { documentStyle } from "./arithmetic/quantity.ts";
import type { AuditFinding, AuditResult } from "./audit-result.ts";
import { readPassage } from "./claims/passage.ts";
import { settleUnits } from "./claims/units.ts";
import { AuditContext, type Draft } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { expectedFrom } from "./expected/expected.ts";
import { patterns } from "./generated/patterns.ts";
import { isOtherUnit, readUnit, readYear } from "./identity.ts";
import { placeOf } from "./places.ts";
import { readDocument } from "./structure/document.ts";

export interface AuditOptions {
  readonly fileName: string;
  /** 本年度的决算表；给了就逐数对照。 */
  readonly current?: TableSet;
  readonly prior?: TableSet;
  /** 文中的单位与工作簿的对不上时，为真则不拿来对照、报一条错误；不给则照样对照。 */
  readonly sameUnitOnly?: boolean;
}

/**
 * 审一份说明。只给文本时，文中各数相互印证；给了决算表，逐数对照表里应有的数。
 * 不抛错；同样的输入得同样的结果；时间与文本长度成正比。下标都按行尾改为 `\n` 之后的 `text`。
 */
export function auditText(text: string, options: AuditOptions): AuditResult {
  const document = readDocument(text);
  const passages = document.paragraphs.map(readPassage);
  const narrative = passages.filter(({ paragraph }) => paragraph.part === "narrative");
  const style = documentStyle(narrative.flatMap(({ shape }) => shape.figures));
  const year = readYear(passages);
  const unit = readUnit(passages);
  const stranger = otherYear(year, options) ?? otherUnit(unit, options);
  const expected =
    options.current === undefined || stranger !== null
      ? null
      : expectedFrom(options.current, options.prior ?? null);
  const context = new AuditContext(document, passages, style, year, expected);
  for (const pattern of patterns) {
    if (pattern.read === undefined) continue;
    for (const passage of passages) pattern.read(passage, context);
  }
  settleUnits(context);
  const findings: AuditFinding[] = [];
  for (const pattern of patterns) {
    context.drafts.length = 0;
    pattern.check?.(context);
    for (const draft of context.drafts) findings.push(findingOf(draft, context));
  }
  const first = narrative[0] ?? passages[0];
  if (stranger !== null && first !== undefined) {
    const span = { start: 0, end: Math.max(1, first.shape.text.length) };
    findings.push(findingOf({ ...stranger, passage: first, span }, context));
  }
  return {
    file: options.fileName,
    unit: unit ?? options.current?.unit ?? null,
    year,
    text: document.text,
    claims: coverageOf(context),
    findings: inReadingOrder(findings),
  };
}

/** 文本与工作簿不是同一年度的：说明白，不拿来对照。 */
function otherYear(
  year: number | null,
  { current }: AuditOptions,
): Omit<Draft, "passage" | "span"> | null {
  if (current === undefined || current.year === null || year === null) return null;
  if (current.year === year) return null;
  return {
    kind: "table-text",
    severity: "error",
    what: `这份说明是${year}年度的，工作簿《${current.fileName}》是${current.year}年度的，没有对照。`,
    why: "拿别的年度的表来对照，每个数都会显得不对。",
    todo: `请改给${year}年度的工作簿。`,
    stated: `${year}年度`,
    expected: `${current.year}年度`,
  };
}

/** 文本与工作簿不是同一单位的。 */
function otherUnit(
  unit: string | null,
  { current, sameUnitOnly }: AuditOptions,
): Omit<Draft, "passage" | "span"> | null {
  if (sameUnitOnly !== true || unit === null || current === undefined) return null;
  if (current.unit === null || !isOtherUnit(unit, current.unit)) return null;
  return {
    kind: "table-text",
    severity: "error",
    what: `这份说明是“${unit}”的，工作簿《${current.fileName}》是“${current.unit}”的，没有对照。`,
    why: "拿别的单位的表来对照，每个数都会显得不对。",
    todo: "请改给同一单位的工作簿；确是同一单位（更名、简称）的，请更正封面或说明里的单位名称，或指明仍要对照。",
    stated: unit,
    expected: current.unit,
  };
}

function findingOf(draft: Draft, context: AuditContext): AuditFinding {
  const place = placeOf(context.document, draft.passage, draft.span);
  const base = finding({
    rule: `text/${draft.kind}`,
    severity: draft.severity,
    kind: draft.kind,
    what: draft.what,
    why: draft.why,
    todo: draft.todo,
    cells: draft.cells ?? [],
    text: place,
    ...(draft.stated === undefined ? {} : { stated: draft.stated }),
    ...(draft.expected === undefined ? {} : { expected: draft.expected }),
    ...(draft.clue === undefined ? {} : { clue: draft.clue }),
  });
  return {
    ...base,
    ...place,
    kind: draft.kind,
    text: place,
    verdict: draft.verdict ?? null,
    also: (draft.also ?? []).map((each) => placeOf(context.document, each.passage, each.span)),
  };
}

/** 按文中先后；同一处的先错误后警告，有表可依的在前。完全相同的只留一条。 */
function inReadingOrder(findings: readonly AuditFinding[]): AuditFinding[] {
  const rank = { error: 0, warning: 1, note: 2 };
  const sorted = [...findings].sort(
    (a, b) =>
      a.start - b.start ||
      rank[a.severity] - rank[b.severity] ||
      a.end - b.end ||
      Number(b.cells.length > 0) - Number(a.cells.length > 0),
  );
  const seen = new Set<string>();
  return sorted.filter(({ kind, start, end, what }) => {
    const key = `${kind}|${start}|${end}|${what}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
