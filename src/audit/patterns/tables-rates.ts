import type { Quantity } from "../arithmetic/quantity.ts";
import { changeBetween, compareRate, roundedRate } from "../arithmetic/relations.ts";
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
    const whole = expected.current.get(above ?? "");
    if (part === undefined || whole === undefined) continue;
    const { rate, span } = claim;
    const sources = [part, whole] as const;
    const subject = `${part.name}占${whole.name}的比重`;
    check({ rate, passage, span, part: part.value, sources, subject }, context);
  }
}

function growths(expected: Expected, context: AuditContext): void {
  for (const claim of context.book.changes) {
    const { passage, key, rate } = claim;
    const current = expected.current.get(key ?? "");
    const prior = expected[claim.against].get(key ?? "");
    if (rate === null || current === undefined || prior === undefined) continue;
    if (passage.paragraph.part !== "narrative") continue;
    const { size, direction } = changeBetween(current.value, prior.value);
    const sources = [current, prior] as const;
    const against = claim.against === "prior" ? "比上年" : "比预算";
    const subject = `${current.name}${against}${direction}的百分数`;
    const { span } = claim;
    check({ rate, passage, span, part: size, sources, subject }, context);
  }
}

function completions(expected: Expected, context: AuditContext): void {
  for (const claim of context.book.completions) {
    const { passage, key } = claim;
    const current = expected.current.get(key ?? "");
    const budget = expected[claim.basis].get(key ?? "");
    if (current === undefined || budget === undefined) continue;
    if (passage.paragraph.part !== "narrative") continue;
    const { rate, span } = claim;
    const sources = [current, budget] as const;
    const subject = `${current.name}完成预算的百分数`;
    check({ rate, passage, span, part: current.value, sources, subject }, context);
  }
}

interface StatedRate {
  readonly rate: Figure;
  readonly passage: FigureAt["passage"];
  readonly span: Span;
  /** 表里得出的分子；分母是 `sources` 的后一个。 */
  readonly part: Quantity;
  readonly sources: readonly [ExpectedValue, ExpectedValue];
  /** 是什么的百分数。 */
  readonly subject: string;
}

function check(claim: StatedRate, context: AuditContext): void {
  const { rate, passage, span, part, sources, subject } = claim;
  const whole = sources[1].value;
  if (whole.point <= 0) return;
  const exact = roundedRate(part.point, whole.point, Math.max(rate.places, 1));
  const right = `${exact ?? ""}%`;
  if (compareRate(part, whole, rate) !== "disagree") {
    context.recordAgainstTables("一致", rate, right);
    return;
  }
  const residual = isFromWan(claim);
  const verdict = residual ? "尾差可解释" : "不一致";
  context.recordAgainstTables(verdict, rate, right);
  const stated = context.printed({ passage, figure: rate });
  context.report({
    kind: "table-text",
    severity: residual ? "warning" : "error",
    passage,
    span,
    what: `${subject}按决算表的元数算是${right}，文中写${stated}。`,
    why: residual
      ? "差在末位，是用四舍五入后的万元数算的；应当用元数计算后再舍入。"
      : "百分数应当按决算表的数计算。",
    todo: `请核实：表无误的，改为${right}；表有误的，先更正表。`,
    stated,
    expected: right,
    verdict,
    cells: sources.flatMap(({ cells }) => cells),
  });
}

/** 万元印到两位小数时的末位，以分计。 */
const LAST_PLACE = 10_000;
const roundedWan = ({ point }: Quantity) => Math.round(point / LAST_PLACE) * LAST_PLACE;

/**
 * 所写的百分数是由舍入到两位小数的万元数相除得来的：只是先舍入后相除带来的尾差。
 * 分母舍入成零的除不出来；“不足”“超过”写的是界限，不是除出来的数，都不是尾差。
 */
function isFromWan({ part, rate, sources }: StatedRate): boolean {
  const quotient = roundedRate(roundedWan(part), roundedWan(sources[1].value), rate.places);
  return quotient !== null && rate.bound === undefined && Number(quotient) === Number(rate.digits);
}
