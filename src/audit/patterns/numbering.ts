import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { chineseNumber, sectionRole } from "../structure/roles.ts";

export const pattern: Pattern = {
  id: "numbering",
  title: "编号",
  about:
    "节标题的编号写法前后不一、“（一）”之下又从“一、”编起、五（三）的项编号跳号、附表没有“第五部分”。",
  oddForms: [
    { form: "1、2、3、之后是四、", from: "Word 自动编号转成文本后的公开稿" },
    { form: "只写“附表”二字", from: "删了部分题的单位公开稿" },
  ],
  check(context) {
    sectionNumbers(context);
    invertedLevels(context);
    itemNumbers(context);
    tablesPart(context);
    emptyHeadings(context);
  },
};

function report(
  passage: Passage,
  what: string,
  todo: string,
  context: AuditContext,
  end = passage.shape.text.length,
): void {
  context.report({
    kind: "numbering",
    severity: "warning",
    passage,
    span: { start: 0, end: Math.max(1, end) },
    what,
    why: "编号错乱，读者和附表对不上号。",
    todo,
  });
}

function sectionNumbers(context: AuditContext): void {
  const headings = context.passages.filter(({ paragraph }) => {
    const { marker, part } = paragraph;
    return (
      part === "narrative" &&
      marker !== null &&
      paragraph.heading &&
      sectionRole(marker.title) !== "" &&
      (marker.level === "section" || marker.level === "item") &&
      /说明$|情况$/.test(marker.title)
    );
  });
  const proper = headings.filter(({ paragraph }) => paragraph.marker?.level === "section");
  if (proper.length === 0) return;
  for (const passage of headings) {
    const marker = passage.paragraph.marker;
    if (marker?.level !== "item") continue;
    report(
      passage,
      `节标题编号写“${marker.printed}”，其余各节写“${proper[0]?.paragraph.marker?.printed ?? ""}”这样的。`,
      `请改为“${chineseNumber(marker.number)}、”。`,
      context,
    );
  }
}

function invertedLevels(context: AuditContext): void {
  for (const [index, passage] of context.passages.entries()) {
    const { paragraph } = passage;
    const before = context.passages[index - 1]?.paragraph;
    if (paragraph.part !== "attachments" || before === undefined) continue;
    if (paragraph.marker?.level !== "section" || before.marker?.level !== "topic") continue;
    const text = before.marker.title;
    if (paragraph.marker.number !== "一" || text.length > 30) continue;
    report(
      passage,
      `“${before.marker.printed}”之下又用“${paragraph.marker.printed}”编号，层次颠倒。`,
      "请改用“1.”“2.”编号。",
      context,
    );
  }
}

function itemNumbers(context: AuditContext): void {
  let last = 0;
  for (const { passage, number } of context.book.items) {
    const { part, topic, role } = passage.paragraph;
    if (part !== "narrative" || topic !== "具体" || role !== "一般公共预算") continue;
    const value = Number(number);
    if (!Number.isInteger(value) || value === 0) continue;
    if (last !== 0 && value !== last + 1) {
      report(
        passage,
        `编号由${last}跳到${value}。`,
        "请核对是否漏列了一项，并重新编号。",
        context,
        3,
      );
    }
    last = value;
  }
}

function tablesPart(context: AuditContext): void {
  const numbered = context.passages.some(({ paragraph }) => paragraph.marker?.level === "part");
  if (!numbered) return;
  for (const passage of context.passages) {
    if (passage.paragraph.part !== "tables") continue;
    if (/^附表[：:]?$/.test(passage.paragraph.text)) {
      report(
        passage,
        "附表没有写“第五部分”。",
        "请改为“第五部分 附表”，与目录和其他各部分一致。",
        context,
      );
    }
    return;
  }
}

const LEVELS: readonly (string | undefined)[] = ["part", "section", "topic"];

/** 标题之下没有内容，紧接着就是同级或更高一级的标题。 */
function emptyHeadings(context: AuditContext): void {
  for (const [index, passage] of context.passages.entries()) {
    const { paragraph } = passage;
    const next = context.passages[index + 1]?.paragraph;
    const level = LEVELS.indexOf(paragraph.marker?.level ?? "");
    if (!paragraph.heading || level <= 0 || next === undefined) continue;
    if (paragraph.part !== "attachments" && paragraph.part !== "narrative") continue;
    if (/[。：；]/.test(paragraph.text) || paragraph.text.length > 40) continue;
    const nextLevel = LEVELS.indexOf(next.marker?.level ?? "");
    if (!next.heading || nextLevel < 0 || nextLevel > level || next.text === paragraph.text)
      continue;
    context.report({
      kind: "other",
      severity: "warning",
      passage,
      span: { start: 0, end: passage.shape.text.length },
      what: `“${paragraph.text}”之下没有内容。`,
      why: "有标题而没有内容，像是漏写。",
      todo: "请补写，或写“无”。",
    });
  }
}
