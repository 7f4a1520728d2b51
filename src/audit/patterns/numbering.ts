import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import type { Paragraph } from "../structure/paragraph.ts";
import { chineseNumber, sectionRole } from "../structure/roles.ts";

export const pattern: Pattern = {
  id: "numbering",
  title: "编号",
  about:
    "节标题的编号写法前后不一、“（一）”之下又从“一、”编起、五（三）的项编号跳号、附表没有写第几部分。",
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

const LONGEST_HEADING = 40;

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

/** 节标题编号写成“1、”的，改成与其余各节一样的“一、”。全用阿拉伯数字的是一种写法，不管。 */
function sectionNumbers(context: AuditContext): void {
  const headings = context.inPart("narrative").flatMap((passage) => {
    const { marker, heading } = passage.paragraph;
    const section =
      marker !== null &&
      heading &&
      sectionRole(marker.title) !== "" &&
      /(?:说明|情况)$/.test(marker.title);
    return section ? [{ passage, marker }] : [];
  });
  const [proper] = headings.filter(({ marker }) => marker.level === "section");
  if (proper === undefined) return;
  for (const { passage, marker } of headings) {
    if (marker.level !== "item") continue;
    report(
      passage,
      `节标题编号写“${marker.printed}”，其余各节写“${proper.marker.printed}”这样的。`,
      `请改为“${chineseNumber(marker.number)}、”。`,
      context,
    );
  }
}

/** 附件里，“（一）”这样的标题之下又从“一、”编起。 */
function invertedLevels(context: AuditContext): void {
  let above: Paragraph | null = null;
  for (const passage of context.passages) {
    const { paragraph } = passage;
    if (above !== null && isInverted(above, paragraph)) {
      report(
        passage,
        `“${above.marker?.printed}”之下又用“${paragraph.marker?.printed}”编号，层次颠倒。`,
        "请改用“1.”“2.”编号。",
        context,
      );
    }
    above = paragraph;
  }
}

function isInverted(above: Paragraph, { part, marker }: Paragraph): boolean {
  return (
    part === "attachments" &&
    marker?.level === "section" &&
    marker.number === "一" &&
    above.marker?.level === "topic" &&
    above.text.length <= LONGEST_HEADING
  );
}

function itemNumbers(context: AuditContext): void {
  let last = 0;
  for (const { passage, number } of context.book.items) {
    const { topic, role } = passage.paragraph;
    const value = Number(number);
    if (topic !== "具体" || role !== "一般公共预算" || value === 0) continue;
    if (last !== 0 && value !== last + 1) {
      report(
        passage,
        value === last ? `编号${value}重复。` : `编号由${last}跳到${value}。`,
        value === last ? "请核对这一项的编号，并重新编号。" : "请核对是否漏列了一项，并重新编号。",
        context,
        3,
      );
    }
    last = value;
  }
}

/** 别的部分都写“第几部分”，附表却只写“附表”二字。 */
function tablesPart(context: AuditContext): void {
  const { passages } = context;
  const numbered = passages.some(({ paragraph }) => paragraph.marker?.level === "part");
  const first = passages.find(({ paragraph }) => paragraph.part === "tables");
  if (!numbered || first === undefined || !/^附表[：:]?$/.test(first.paragraph.text)) return;
  report(
    first,
    "附表没有写是第几部分。",
    "请写成“第五部分 附表”这样的，与目录和其他各部分一致。",
    context,
  );
}

/** 标题之下没有内容，紧接着就是同级或更高一级的标题。 */
function emptyHeadings(context: AuditContext): void {
  for (const [index, passage] of context.passages.entries()) {
    const { paragraph } = passage;
    const next = context.passages[index + 1]?.paragraph;
    if (!isHeading(paragraph) || next?.heading !== true) continue;
    const level = levelOf(next);
    if (level < 0 || level > levelOf(paragraph) || next.text === paragraph.text) continue;
    if (isInverted(paragraph, next)) continue;
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

/** 正文、附件里“一、”“（一）”这样的标题。 */
function isHeading(paragraph: Paragraph): boolean {
  const { heading, part, text } = paragraph;
  return (
    heading &&
    levelOf(paragraph) > 0 &&
    (part === "attachments" || part === "narrative") &&
    text.length <= LONGEST_HEADING &&
    !/[。：]/.test(text)
  );
}

const LEVELS: readonly (string | undefined)[] = ["part", "section", "topic"];

/** 第几层标题，从 0 起；不是这几层的为 -1。 */
const levelOf = ({ marker }: Paragraph): number => LEVELS.indexOf(marker?.level);
