import { finding } from "../findings/finding.ts";
import { documentStyle } from "./arithmetic/quantity.ts";
import type { AuditFinding, AuditResult } from "./audit-result.ts";
import { type GivenBooks, usableBooks } from "./books.ts";
import { readPassage } from "./claims/passage.ts";
import { settleUnits } from "./claims/units.ts";
import { AuditContext, type Draft } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { expectedFrom } from "./expected/expected.ts";
import { patterns } from "./generated/patterns.ts";
import { readUnit, readYear } from "./identity.ts";
import { placeOf } from "./places.ts";
import { inReadingOrder } from "./reading-order.ts";
import { mentionRepeats } from "./repeats.ts";
import { settleWithTables } from "./settle-with-tables.ts";
import { readDocument } from "./structure/document.ts";

export interface AuditOptions extends GivenBooks {
  readonly fileName: string;
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
  const books = usableBooks({ year, unit }, options);
  const expected = books.current === null ? null : expectedFrom(books.current, books.prior);
  const context = new AuditContext(document, passages, style, year, expected);
  for (const pattern of patterns) {
    if (pattern.read === undefined) continue;
    for (const passage of passages) pattern.read(passage, context);
  }
  settleUnits(context);
  for (const pattern of patterns) pattern.check?.(context);
  const first = narrative[0] ?? passages[0];
  if (books.stranger !== null && first !== undefined) {
    const span = { start: 0, end: first.shape.text.length };
    context.report({ ...books.stranger, passage: first, span });
  }
  const findings = mentionRepeats(settleWithTables(context)).map((draft) =>
    findingOf(draft, context),
  );
  return {
    file: options.fileName,
    unit: unit ?? books.current?.unit ?? null,
    year,
    books: books.uses,
    text: document.text,
    claims: coverageOf(context, books.uses.current),
    findings: inReadingOrder(findings),
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
