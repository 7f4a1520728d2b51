import type { FigureAt } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";

export const pattern: Pattern = {
  id: "money-unit",
  title: "金额单位漏写、写错",
  about:
    "以万元计的说明里，写“元”、只写“万”或没有写单位的金额，用占比、增减率、别处的同一个数试算：按元说不通、按万元说得通的，是漏写了“万”。",
  oddForms: [
    { form: "62.31元、减少129.66元（漏“万”）", from: "手工改过的单位公开稿" },
    { form: "1177.29万（漏“元”）、1970.68（漏单位）", from: "手工改过的公开稿" },
  ],
  check(context) {
    if (context.style.moneyUnit !== "万元") return;
    for (const passage of context.passages) {
      const { part } = passage.paragraph;
      if (part !== "narrative" && part !== "attachments") continue;
      for (const figure of passage.shape.figures) reportUnit({ passage, figure }, context);
    }
  },
};

function reportUnit(at: FigureAt, context: AuditContext): void {
  const { passage, figure } = at;
  const text = context.printed(at);
  const span = { start: figure.shapeAt, end: figure.shapeAt + 1 };
  if (figure.kind === "money" && figure.unit === "万") {
    context.report({
      kind: "unit",
      severity: "warning",
      passage,
      span,
      what: `金额“${text}”漏写“元”字。`,
      why: "金额单位应当写全。",
      todo: `请改为“${text}元”。`,
      stated: text,
      expected: `${text}元`,
    });
    return;
  }
  const read = context.unitReadings.get(figure);
  if (read === undefined) return;
  const expected = `${figure.digits}${read}`;
  context.record("单位或方向错误", [figure]);
  context.report({
    kind: "unit",
    severity: "error",
    passage,
    span: { start: subjectFrom(passage.shape.text, figure.shapeAt), end: span.end },
    what:
      figure.unit === ""
        ? `金额“${text}”没有写单位。`
        : `金额写“${text}”，按${figure.unit}与同处的占比、增减率或别处的数都对不上，按${read}才对得上。`,
    why: "全文以万元计，单位写错就差一万倍。",
    todo: `请核实，应为“${expected}”。`,
    stated: text,
    expected,
    verdict: "单位或方向错误",
  });
}

/** 往回到标点或另一个数为止，最多十二个字：报的时候带上是什么金额。 */
function subjectFrom(shape: string, at: number): number {
  const words = /[^，。；：、\ue000-\ue006]*$/.exec(shape.slice(0, at).slice(-12));
  return at - (words?.[0].length ?? 0);
}
