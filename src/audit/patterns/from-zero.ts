import { compareEqual } from "../arithmetic/relations.ts";
import type { Passage, Span } from "../claims/claims.ts";
import { textSpan } from "../claims/passage.ts";
import { currentOf } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";

/** 增减额后面多远以内写的是它。 */
const NEAR = 16;
const ZERO = "(?:零|0(?:\\.0+)?(?!\\d|\\.\\d))";
/**
 * 明说上年是零的话。只说“不可比”“无法比较”的不算：口径调整、机构改革、划转也不可比，上年并不是零。
 * “与上年无法比较”“上年无变化”说的不是没有。
 */
const FROM_ZERO = new RegExp(
  `(?:基数|上年度?(?:基数|决算数?|支出数?|收入数?)?)(?:为|是)${ZERO}|(?<![与和同较比])上年度?无(?!法|可比|变化|增减|差异)`,
);
/** 从这里起说的是原因：“原因是上年无大型会议”说的是别的事，不是这一项上年为零。 */
const CAUSE = /[。；]|原因|由于|因(?!公)/;

export const pattern: Pattern = {
  id: "from-zero",
  title: "上年为零的，增加额就是本年数",
  about: "“比上年增加Δ，增长--（基数为0，不可比）”：上年没有，增加的就是本年的全部；写减少的不对。",
  oddForms: [
    { form: "增长--（基数为0，不可比）", from: "沿海省份公开稿" },
    { form: "上年无此项支出，增长率不可比", from: "按省级模板填写的公开稿" },
  ],
  check(context) {
    for (const claim of context.book.changes) {
      const { passage, rate, against, change, direction, span } = claim;
      const after = wordsAfter(passage, span);
      if (rate !== null || against !== "prior" || !FROM_ZERO.test(after)) continue;
      const at = currentOf(claim, context);
      const current = at === null ? null : context.quantity(at.figure);
      const size = context.quantity(change);
      if (at === null || current === null || size === null) continue;
      const fits = direction === "增加" && compareEqual(size, current) !== "disagree";
      context.record(fits ? "一致" : "不一致", [change, at.figure]);
      if (!fits) report(claim, at, context);
    }
  },
};

/** 增减额后面的话。看原文而不看骨架：骨架里的数只是记号，看不出是不是零。 */
function wordsAfter({ paragraph, shape }: Passage, span: Span): string {
  const { end } = textSpan(shape, span);
  return paragraph.text.slice(end, end + NEAR).split(CAUSE)[0] ?? "";
}

function report(
  { passage, change, direction, span }: AuditContext["book"]["changes"][number],
  at: NonNullable<ReturnType<typeof currentOf>>,
  context: AuditContext,
): void {
  const stated = `${direction}${context.printed({ passage, figure: change })}`;
  const expected = `增加${context.printed(at)}`;
  context.report({
    kind: direction === "增加" ? "delta" : "direction",
    severity: "error",
    passage,
    span,
    what: `上年为零，本年${context.printed(at)}，应当是${expected}，文中写${stated}。`,
    why: "上年没有的，增加额就是本年的全部。",
    todo: `请对照两年决算核实：上年确实为零的，改为${expected}；上年不是零的，改写上年为零的话，补写增减率。`,
    stated,
    expected,
    verdict: "不一致",
    also: [{ passage: at.passage, span: { start: at.figure.shapeAt, end: at.figure.shapeAt + 1 } }],
  });
}
