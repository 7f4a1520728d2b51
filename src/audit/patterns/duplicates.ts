import type { Passage, Span } from "../claims/claims.ts";
import { textSpan } from "../claims/passage.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

/**
 * 连写两遍多半是笔误的字、词、单位。前一个字属于前面的词（目的的、参与与、行为为、比较较）、后一个字属于后面的词
 * （局局长、泸县县委、以及及时、了了解）的不算；`支出支出`、`预算预算数` 可以是两个词相接，也不算。
 */
const DOUBLED = new RegExp(
  [
    "股股(?!长)|局局(?![长属机])|县县(?![委级长政人城域直属内乡])|镇镇(?![长政党域区村])|度度(?!数)|款款",
    "(?<![但还就于可])是是(?!非)|(?<![目标])的的(?!确)|(?<![行作认成因以人])为为",
    "(?<![参给赋])与与|(?<![调缓温柔中总共饱平])和和(?![谐平睦气解])|(?<![普涉顾危波推企触])及及(?![时格])",
    "(?<!比)较较|(?<![抢侵])占占|了了(?![解结断然])",
    "(?:预算){2}(?![数收支])|(?:决算){2}(?![数报表])",
    "(经费|万元|财政|拨款|主要|原因|单位|部门|资金|管理|工作|情况|其中|包括|用于|增加|减少|增长|下降|相比)\\1",
    "(?<=\ue000)[亿万]?元(?![旦宵])|(?<=\ue001)%",
  ].join("|"),
  "g",
);
/** 句式里代表金额、百分数的字。 */
const AMOUNT = 0xe000;
const PERCENT = 0xe001;
const UNITS = "亿万元%";
const SHORTEST_CLAUSE = 8;
const SHORTEST_PARAGRAPH = 12;
/** 一格里的字写成几行，压平后的表里不带制表符：离上一格不到这么多段的，还在表里。预期目标与实际完成本来就会相同。 */
const CELL_LINES = 12;

export const pattern: Pattern = {
  id: "duplicates",
  title: "重复的字句",
  about:
    "同一节里整段重复、一句话连说两遍、同一句里整个分句重复、相邻两个标题相同、字词连写两遍、断行处一个字写了两遍。",
  oddForms: [
    { form: "根据……要求，……，根据……要求", from: "拼接两段模板的单位公开稿" },
    { form: "同一段话粘贴了两遍", from: "手工拼接的部门公开稿" },
    { form: "“乡”在断行处两边各写一遍", from: "由 PDF 转出、分页断开的公开稿" },
  ],
  check(context) {
    let before: Passage | null = null;
    const paragraphs = new Map<string, Passage>();
    let sinceCell = Number.POSITIVE_INFINITY;
    for (const passage of context.passages) {
      const { paragraph } = passage;
      if (paragraph.part === "front" || paragraph.part === "tables" || paragraph.cell) {
        before = null;
        if (paragraph.cell) sinceCell = 0;
        continue;
      }
      sinceCell = paragraph.marker?.level === "section" ? Number.POSITIVE_INFINITY : sinceCell + 1;
      const inTable = sinceCell <= CELL_LINES;
      if (paragraph.part === "narrative") {
        repeatedSentences(passage, context);
        repeatedClauses(passage, context);
      }
      doubledWords(passage, context);
      acrossLines(passage, context);
      const repeated = !inTable && repeatedParagraph(passage, paragraphs, context);
      if (!repeated && before !== null) {
        repeatedHeading(before, passage, context);
      }
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

/** 同一节、同一条里一字不差的两段。附件里逐个项目的表，各项目的话本来就会相同，不看。 */
function repeatedParagraph(
  passage: Passage,
  seen: Map<string, Passage>,
  context: AuditContext,
): boolean {
  const { text, part, section, item } = passage.paragraph;
  if (part === "attachments" || !text.endsWith("。") || text.length < SHORTEST_PARAGRAPH) {
    return false;
  }
  const before = seen.get(text)?.paragraph;
  const repeated = before?.section === section && before.item === item;
  seen.set(text, passage);
  if (repeated) {
    report(passage, 0, passage.shape.text.length, "这一段与前面的一段一字不差。", context);
  }
  return repeated;
}

/** 一字不差（数也相同）的两句挨着。 */
function repeatedSentences(passage: Passage, context: AuditContext): void {
  const { paragraph, shape } = passage;
  const printed = (span: Span) => {
    const { start, end } = textSpan(shape, span);
    return paragraph.text.slice(start, end);
  };
  const shapeOf = ({ start, end }: Span) => shape.text.slice(start, end);
  passage.sentences.forEach((span, place) => {
    const before = passage.sentences[place - 1];
    if (before === undefined || shapeOf(before) !== shapeOf(span)) return;
    const sentence = printed(span);
    if (sentence !== printed(before) || sentence.length < SHORTEST_CLAUSE) return;
    report(passage, span.start, span.end, `“${sentence}”连着说了两遍。`, context);
  });
}

function repeatedClauses(passage: Passage, context: AuditContext): void {
  const { text } = passage.shape;
  for (const sentence of passage.sentences) {
    const seen = new Map<string, number>();
    let start = sentence.start;
    for (const clause of text.slice(sentence.start, sentence.end).split(/[，。；]/)) {
      if (clause.length >= SHORTEST_CLAUSE && !/[\ue000-\ue003\ue006]/.test(clause)) {
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

/** 有没有一个字、两个字连写两遍的，或单位后面又是单位的；绝大多数段落没有，不必逐个字试上面的说法。 */
function mayBeDoubled(text: string): boolean {
  let [third, second, last] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === last || (code === second && last === third)) return true;
    if ((last === AMOUNT || last === PERCENT) && UNITS.includes(text.charAt(at))) return true;
    third = second;
    second = last;
    last = code;
  }
  return false;
}

function doubledWords(passage: Passage, context: AuditContext): void {
  if (!mayBeDoubled(passage.shape.text)) return;
  for (const match of matchesOf(DOUBLED, passage.shape.text)) {
    report(
      passage,
      Math.max(0, match.index - 2),
      Math.min(match.index + match[0].length + 2, passage.shape.text.length),
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
