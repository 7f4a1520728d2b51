import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

const MARKS: readonly (readonly [RegExp, string, string])[] = [
  [/、等/g, "顿号后面直接接“等”。", "请删去“等”前的顿号。"],
  [/([，。；：、])\1/g, "标点重复。", "请删去一个。"],
  [/[，、；][。；]|。[，、；]|（[，。；]/g, "两个标点连用。", "请只留一个。"],
  [/、[）]/g, "括号前多了顿号。", "请删去顿号。"],
];
/** 上面各种写法的头两个字。 */
const PAIR = /[，。；：、（][，。；：、等）]/;
/** 一份列举里的一格：两个费名之间没有顿号。 */
const TWO_FEES = /^([^费]{1,8}费)(?![用等])[^费、和及与或的（）]{1,10}费$/;
/** `1）加强管理；2）厉行节约`、扫描丢了左括号的 `三）`：序号后面的右括号本来就是单个的。 */
const COUNTING = /(?:^|[，。；：])(?:[\ue000-\ue006]|[一二三四五六七八九十]{1,2})$/;

export const pattern: Pattern = {
  id: "punctuation",
  title: "标点",
  about: "括号不配对、标点连用或重复、段末缺句号或误用分号、并列的费名之间漏顿号。",
  oddForms: [
    { form: "917.93万元（，完成预算", from: "删模板提示时只删了一半" },
    { form: "段末“占0.6%；”", from: "由扫描件识别得到的部门公开稿" },
    { form: "行末的顿号没有转出来", from: "由 PDF 转出、逐行断开的公开稿" },
  ],
  check(context) {
    for (const passage of context.passages) {
      const { paragraph } = passage;
      if (paragraph.cell || paragraph.part === "front" || paragraph.part === "tables") continue;
      if (paragraph.part === "narrative" || paragraph.part === "terms") {
        checkMarks(passage, context);
        checkFees(passage, context);
      }
      if (paragraph.part !== "narrative" || paragraph.heading) continue;
      checkBrackets(passage, context);
      checkEnd(passage, context);
    }
  },
};

function report(
  passage: Passage,
  start: number,
  end: number,
  what: string,
  todo: string,
  context: AuditContext,
): void {
  context.report({
    kind: "punctuation",
    severity: "warning",
    passage,
    span: { start: Math.max(0, start), end: Math.min(end, passage.shape.text.length) },
    what,
    why: "标点不对会使句意不清。",
    todo,
  });
}

function checkMarks(passage: Passage, context: AuditContext): void {
  const { text } = passage.shape;
  if (!PAIR.test(text)) return;
  // 一处合几种写法的（`、、等`）只说一次。
  const taken = new Set<number>();
  for (const [form, what, todo] of MARKS) {
    for (const { index, 0: marks } of matchesOf(form, text)) {
      if (taken.has(index) || taken.has(index + 1)) continue;
      taken.add(index).add(index + 1);
      report(passage, index - 3, index + marks.length, what, todo, context);
    }
  }
}

function checkFees(passage: Passage, context: AuditContext): void {
  const { text } = passage.shape;
  if (!/费、[^。]*费、/.test(text)) return;
  let start = 0;
  for (const piece of text.split(/[、，。；：]/)) {
    const first = TWO_FEES.exec(piece)?.[1];
    if (first !== undefined && !isLineEnd(passage, start + first.length)) {
      report(
        passage,
        start,
        start + piece.length,
        `“${piece}”像是两项，中间漏了顿号。`,
        "请在两项之间补顿号。",
        context,
      );
    }
    start += piece.length + 1;
  }
}

/** 骨架的这个位置恰是原来一行的开头：由 PDF 转出的，上一行行末的标点可能没有转出来。 */
function isLineEnd({ paragraph, shape }: Passage, at: number): boolean {
  return paragraph.joins.includes(shape.at[at] ?? -1);
}

function checkBrackets(passage: Passage, context: AuditContext): void {
  const { text } = passage.shape;
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === "（") open.push(index);
    if (character !== "）") continue;
    // `（其中：1）工资` 里的是序号，不与前面的左括号配对。
    if (COUNTING.test(text.slice(Math.max(0, index - 3), index))) continue;
    if (open.pop() !== undefined) continue;
    report(
      passage,
      index - 4,
      index + 1,
      "右括号没有配对的左括号。",
      "请补上或删去括号。",
      context,
    );
  }
  for (const at of open) {
    // 左括号后面就是逗号的，标点连用已经报过。
    if (/[，。；]/.test(text.charAt(at + 1))) continue;
    report(passage, at, at + 6, "左括号没有配对的右括号。", "请补上或删去括号。", context);
  }
}

/** 正文段落应当以句号（或引出下文的冒号）收尾。 */
function checkEnd(passage: Passage, context: AuditContext): void {
  const { text, figures } = passage.shape;
  if (text.length < 15 || !/[，；]/.test(text) || figures.length === 0) return;
  const last = text.charAt(text.length - 1);
  if (/[，；、]/.test(last)) {
    if (goesOn(passage, context)) return;
    report(
      passage,
      text.length - 4,
      text.length,
      `段末用了“${last}”。`,
      "段末请改用句号。",
      context,
    );
  } else if (/[\ue000-\ue006\u4e00-\u9fa5]/.test(last)) {
    report(passage, text.length - 5, text.length, "段末没有句号。", "请补句号。", context);
  }
}

/** 一段一项、用分号分开的列举，下一段接着列。 */
function goesOn({ paragraph }: Passage, context: AuditContext): boolean {
  const next = context.passages[paragraph.index + 1]?.paragraph;
  return (
    paragraph.marker !== null &&
    next?.marker?.level === paragraph.marker.level &&
    next.section === paragraph.section &&
    !next.heading
  );
}
