import type { Quantity } from "../arithmetic/quantity.ts";
import { compareRate, priorYear, roundedRate } from "../arithmetic/relations.ts";
import type { FigureAt, Span } from "../claims/claims.ts";
import { keyOf, wholeOf } from "../claims/keys.ts";
import type { AuditContext } from "../context.ts";
import type { Expected, ExpectedValue } from "../expected/expected.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";

export const pattern: Pattern = {
  id: "tables-rates",
  title: "百分数与按决算表元数算出的一致",
  about:
    "给了工作簿时，占比、增减率、完成率按表里以元计的数重算，照所印的小数位数四舍五入后应当一样；差在末位、而按文中万元数算得通的，只作提示。",
  oddForms: [{ form: "用四舍五入后的万元数再算百分数", from: "各级公开稿" }],
  check(context) {
    const { expected } = context;
    if (expected === null) return;
    shares(expected, context);
    growths(expected, context);
    completions(expected, context);
  },
};

function shares(expected: Expected, context: AuditContext): void {
  for (const claim of context.book.shares) {
    const { passage } = claim;
    if (claim.key === null || passage.paragraph.part !== "narrative") continue;
    const above = claim.base === "" ? wholeOf(claim.key) : keyOf(claim.base, passage.paragraph);
    const part = expected.current.get(claim.key);
    const whole = above === null ? undefined : expected.current.get(above);
    if (part === undefined || whole === undefined) continue;
    check(
      claim.rate,
      claim.part,
      passage,
      claim.span,
      part.value,
      whole.value,
      [part, whole],
      context,
    );
  }
}

function growths(expected: Expected, context: AuditContext): void {
  for (const claim of context.book.changes) {
    const { passage, key, rate } = claim;
    const current = key === null ? undefined : expected.current.get(key);
    const prior = key === null ? undefined : expected[claim.against].get(key);
    if (rate === null || current === undefined || prior === undefined) continue;
    if (passage.paragraph.part !== "narrative" || prior.value.point <= 0) continue;
    const difference = priorYear(current.value, prior.value, "增加");
    const size: Quantity =
      difference.point < 0
        ? { low: -difference.high, high: -difference.low, point: -difference.point }
        : difference;
    check(rate, claim.change, passage, claim.span, size, prior.value, [current, prior], context);
  }
}

function completions(expected: Expected, context: AuditContext): void {
  for (const claim of context.book.completions) {
    const { passage, key } = claim;
    const current = key === null ? undefined : expected.current.get(key);
    const budget = key === null ? undefined : expected[claim.basis].get(key);
    if (current === undefined || budget === undefined || budget.value.point <= 0) continue;
    if (passage.paragraph.part !== "narrative") continue;
    check(
      claim.rate,
      claim.actual,
      passage,
      claim.span,
      current.value,
      budget.value,
      [current, budget],
      context,
    );
  }
}

function check(
  rate: Figure,
  amount: Figure | null,
  passage: FigureAt["passage"],
  span: Span,
  part: Quantity,
  whole: Quantity,
  sources: readonly ExpectedValue[],
  context: AuditContext,
): void {
  const exact = roundedRate(part.point, whole.point, rate.places);
  const equal = exact !== null && Number(exact) === Number(rate.digits);
  const right = `${roundedRate(part.point, whole.point, Math.max(rate.places, 1)) ?? ""}%`;
  if (equal || compareRate(part, whole, rate) !== "disagree") {
    context.recordAgainstTables("一致", rate, right);
    return;
  }
  // 文中的占比、增减率若与文中的万元数相合，只是先舍入后相除带来的尾差。
  const residual =
    amount !== null && context.verdictOf(rate) !== "不一致" && closeInLastPlace(rate, exact);
  context.recordAgainstTables(residual ? "尾差可解释" : "不一致", rate, right);
  const stated = context.printed({ passage, figure: rate });
  context.report({
    kind: "table-text",
    severity: residual ? "warning" : "error",
    passage,
    span,
    what: `按决算表的元数算是${right}，文中写${stated}。`,
    why: residual
      ? "差在末位，按文中四舍五入后的万元数也算得出；应当用元数计算后再舍入。"
      : "百分数应当按决算表的数计算。",
    todo: `请核实：表无误的，改为${right}；表有误的，先更正表。`,
    stated,
    expected: right,
    verdict: residual ? "尾差可解释" : "不一致",
    cells: sources.flatMap(({ cells }) => cells),
  });
}

function closeInLastPlace(rate: Figure, exact: string | null): boolean {
  if (exact === null) return false;
  return Math.round(Math.abs(Number(exact) - Number(rate.digits)) * 10 ** rate.places) <= 2;
}
