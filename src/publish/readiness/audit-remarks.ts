import type { AuditFinding, AuditResult } from "../../audit/audit-result.ts";
import { type Finding, finding } from "../../findings/finding.ts";
import type { Draft, Paragraph } from "../../narrative/draft.ts";
import { openPlaces } from "../../narrative/open-places.ts";
import { AUDIT_KIND_NAMES } from "../audit-kinds.ts";

/** 交给审稿的文字：一段一行，不缩进，行内的位置就是段落里的位置。 */
export function auditableText(draft: Draft): string {
  return paragraphsOf(draft)
    .map(({ text }) => text.replaceAll("\n", " "))
    .join("\n");
}

/** 审稿发现的问题，位置换成段落里的；落在待补充、没有确认的话里的另有一条，不重复列。 */
export function auditFindings(draft: Draft, audit: AuditResult): Finding[] {
  const paragraphs = paragraphsOf(draft);
  const starts: number[] = [];
  let at = 0;
  for (const { text } of paragraphs) {
    starts.push(at);
    at += text.length + 1;
  }
  return audit.findings.flatMap((one) => {
    const index = starts.findLastIndex((start) => start <= one.start);
    const paragraph = paragraphs[index];
    if (paragraph === undefined) return [];
    const offset = starts[index] ?? 0;
    const place = { start: one.start - offset, end: one.end - offset };
    const covered = openPlaces(paragraph).some(
      ({ start, end }) => start < place.end && place.start < end,
    );
    return covered ? [] : [placed(one, paragraph, place)];
  });
}

function placed(
  one: AuditFinding,
  paragraph: Paragraph,
  place: { readonly start: number; readonly end: number },
): Finding {
  const { kind } = one;
  const own = kind === "template-remnant" || kind === "year";
  return finding({
    rule: `成稿/${own ? AUDIT_KIND_NAMES[kind] : "审稿"}`,
    severity: one.severity,
    kind: own ? kind : "audit",
    what: `段落“${paragraph.id}”：${one.what}`,
    why: one.why,
    todo: one.todo,
    cells: one.cells,
    text: { quote: one.quote, ...place, section: paragraph.id },
    ...(one.stated === undefined ? {} : { stated: one.stated }),
    ...(one.expected === undefined ? {} : { expected: one.expected }),
  });
}

function paragraphsOf(draft: Draft): Paragraph[] {
  return draft.sections.flatMap(({ paragraphs }) => paragraphs);
}
