import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

/** 连写两遍多半是笔误的字和词（“往往”“各各”之类不在内）。 */
const DOUBLED =
  /([股局科了和与及为元度县镇费款万])\1|(?<!目)的的|(预算|决算|经费|万元|财政|拨款|主要|原因|单位|部门|资金|管理|工作|情况)\2/g;
const ALLOWED = /万万|元元|了了|科科|费费/;
const SHORTEST_CLAUSE = 8;

export const pattern: Pattern = {
  id: "duplicates",
  title: "重复的字句",
  about: "同一句里整个分句重复、相邻两个标题相同、字词连写两遍、断行处一个字写了两遍。",
  oddForms: [
    { form: "根据……要求，……，根据……要求", from: "拼接两段模板的单位公开稿" },
    { form: "“乡”在断行处两边各写一遍", from: "由 PDF 转出、分页断开的公开稿" },
  ],
  check(context) {
    let before: Passage | null = null;
    for (const passage of context.passages) {
      const { paragraph } = passage;
      if (paragraph.part === "front" || paragraph.part === "tables" || paragraph.cell) {
        before = null;
        continue;
      }
      if (paragraph.part === "narrative") repeatedClauses(passage, context);
      doubledWords(passage, context);
      acrossLines(passage, context);
      if (before !== null) repeatedHeading(before, passage, context);
      before = passage;
    }
  },
};

function report(
  passage: Passage,
  start: number,
  end: number,
  what: string,
  context: AuditContext,
): void {
  context.report({
    kind: "duplicate",
    severity: "warning",
    passage,
    span: { start, end },
    what,
    why: "多半是编辑时留下的重复。",
    todo: "请删去重复的一遍。",
  });
}

function repeatedClauses(passage: Passage, context: AuditContext): void {
  const { text } = passage.shape;
  for (const sentence of passage.sentences) {
    const seen = new Map<string, number>();
    let start = sentence.start;
    for (const clause of text.slice(sentence.start, sentence.end).split(/[，。；]/)) {
      if (clause.length >= SHORTEST_CLAUSE && !/[\ue000-\ue003]/.test(clause)) {
        const first = seen.get(clause);
        if (first !== undefined) {
          report(passage, first, start + clause.length, `“${clause}”在同一句里说了两遍。`, context);
        }
        seen.set(clause, start);
      }
      start += clause.length + 1;
    }
  }
}

function doubledWords(passage: Passage, context: AuditContext): void {
  for (const match of matchesOf(DOUBLED, passage.shape.text)) {
    if (ALLOWED.test(match[0])) continue;
    report(
      passage,
      Math.max(0, match.index - 2),
      match.index + match[0].length + 2,
      `“${match[0]}”连写了两遍。`,
      context,
    );
  }
}

function acrossLines(passage: Passage, context: AuditContext): void {
  const { paragraph, shape } = passage;
  for (const join of paragraph.joins) {
    const left = paragraph.text.charAt(join - 1);
    const right = paragraph.text.charAt(join);
    if (
      left !== right ||
      !/[\u4e00-\u9fa5]/.test(left) ||
      /[人往常各年天事日时处家个一]/.test(left)
    )
      continue;
    const at = shape.at.indexOf(join);
    if (at > 0) report(passage, at - 1, at + 1, `断行处“${left}”字写了两遍。`, context);
  }
}

function repeatedHeading(before: Passage, passage: Passage, context: AuditContext): void {
  const plain = ({ paragraph }: Passage) => paragraph.text.replace(/[。：；]$/, "");
  if (passage.paragraph.marker === null || passage.paragraph.text.length > 40) return;
  if (plain(before) !== plain(passage)) return;
  report(before, 0, before.shape.text.length, `标题“${plain(passage)}”连着出现两遍。`, context);
}
