import type { TextPlace } from "./audit-result.ts";
import type { Passage, Span } from "./claims/claims.ts";
import { textSpan } from "./claims/passage.ts";
import type { AuditDocument } from "./structure/document.ts";

/** 骨架范围 → 原文里的一处。 */
export function placeOf(document: AuditDocument, passage: Passage, span: Span): TextPlace {
  const { paragraph, shape } = passage;
  const within = textSpan(shape, span);
  const start = paragraph.at[within.start] ?? 0;
  const end = (paragraph.at[within.end - 1] ?? start) + 1;
  return { quote: document.text.slice(start, end), start, end, section: paragraph.section };
}
