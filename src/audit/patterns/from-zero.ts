import { compareEqual } from "../arithmetic/relations.ts";
import { currentOf } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { NOT_COMPARABLE } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";

/** 增减额后面多远以内写的是它。 */
const NEAR = 16;

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
      const after = passage.shape.text.slice(span.end, span.end + NEAR).split(/[。；]/)[0] ?? "";
      if (rate !== null || against !== "prior" || !NOT_COMPARABLE.test(after)) continue;
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
    todo: `请对照两年决算核实：上年确实为零的，改为${expected}；上年不是零的，补写增减率，删去“不可比”。`,
    stated,
    expected,
    verdict: "不一致",
    also: [{ passage: at.passage, span: { start: at.figure.shapeAt, end: at.figure.shapeAt + 1 } }],
  });
}
