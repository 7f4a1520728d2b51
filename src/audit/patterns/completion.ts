import type { Quantity } from "../arithmetic/quantity.ts";
import { compareRate, type PrintedRate, priorYear, roundedRate } from "../arithmetic/relations.ts";
import type { BudgetRelation, CompletionClaim, Passage } from "../claims/claims.ts";
import { keyOf } from "../claims/keys.ts";
import { subjectStart, subjectText } from "../claims/passage.ts";
import { isBudgetAmount, nearestAmount } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, BUDGET_RELATION, basisOf, RATE, relationOf } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";

const COMPLETION = new RegExp(
  `(?:完成|占|为)(?:了)?(?:全年|年初|调整后?|本年)?预算(?:数|安排)?(?:(?:的|率|为)?(?:不足|超过)?${RATE}|(?:为)?(${AMOUNT})的?(?:不足|超过)?${RATE})|(?:(?:预算)?完成率|预算执行(?:比例|率))(?:为|达)?(?:不足|超过)?${RATE}`,
  "g",
);
const RELATION = new RegExp(BUDGET_RELATION);

export const pattern: Pattern = {
  id: "completion",
  title: "完成预算率与预算数、与“大于小于等于”相合",
  about:
    "读“完成预算c%”和“决算数大于（小于、等于、持平）预算数”：写明预算数的重算完成率；说“等于”的完成率须能是100%，说“大于”“小于”的须能在100%的那一边。",
  oddForms: [
    { form: "完成预算的c%、完成全年预算的c%、预算完成率c%", from: "各省公开稿" },
    { form: "与预算数持平", from: "县区部门公开稿" },
    { form: "完成全年预算A的c%", from: "沿海省份公开稿" },
    {
      form: "年初预算为A，全年预算为B，支出决算为C，完成年初预算的c%",
      from: "直辖市区级部门公开稿",
    },
    { form: "完成年初预算100%，决算数大于预算数D", from: "西北学校公开稿" },
  ],
  read(passage, context) {
    if (passage.shape.figures.length === 0) return;
    for (const sentence of passage.sentences)
      readSentence(passage, sentence.start, sentence.end, context);
  },
  check(context) {
    for (const claim of context.book.completions) {
      checkZero(claim, context);
      checkBudget(claim, context);
      checkGap(claim, context);
      checkRelation(claim, context);
    }
  },
};

function readSentence(passage: Passage, from: number, to: number, context: AuditContext): void {
  const { shape, paragraph } = passage;
  const sentence = shape.text.slice(from, to);
  const matches = matchesOf(COMPLETION, sentence);
  let paired = from;
  for (const [order, match] of matches.entries()) {
    const rate = shape.byPosition.get(from + match.index + match[0].length - 1);
    if (rate === undefined) continue;
    const at = from + match.index;
    const actual = nearestActual(passage, at, from);
    const start = actual === null ? 0 : subjectStart(shape.text, actual.shapeAt);
    const key =
      actual === null
        ? null
        : (keyOf(subjectText(shape.text, start, actual.shapeAt), paragraph) ??
          context.statementOf(actual)?.key ??
          null);
    const until = matches[order + 1];
    // 紧接着的下一句常单独写“决算数等于预算数。”
    const reach = until === undefined ? nextSentenceEnd(passage, to) : from + until.index;
    context.book.completions.push({
      passage,
      key,
      rate,
      actual,
      basis: basisOf(match[0]),
      // 预算数只管到它后面的第一个完成率；再往后说的是别的数。
      budget: insideFigure(passage, at, match) ?? budgetFigure(passage, at, paired, match[0]),
      relation: readRelation(passage, rate.shapeAt + 1, reach, match[0]),
      span: { start: at, end: rate.shapeAt + 1 },
    });
    paired = rate.shapeAt + 1;
  }
}

/** `完成全年预算Ａ的r%` 里的预算数。 */
function insideFigure(passage: Passage, at: number, match: RegExpExecArray) {
  const amount = match[1];
  if (amount === undefined) return null;
  return passage.shape.byPosition.get(at + match[0].indexOf(amount)) ?? null;
}

function nextSentenceEnd(passage: Passage, to: number): number {
  const next = passage.sentences.find((each) => each.start === to);
  if (next === undefined) return to;
  const text = passage.shape.text.slice(next.start, next.end);
  return /^决算数/.test(text) ? next.end : to;
}

function nearestActual(passage: Passage, before: number, from: number) {
  let figure = nearestAmount(passage, before, from);
  while (figure !== null && isBudgetAmount(passage.shape.text, figure.shapeAt)) {
    figure = nearestAmount(passage, figure.shapeAt, from);
  }
  return figure;
}

/** 前面说的预算数；年初预算、全年预算都写了的，取与完成率口径相同的那个。 */
function budgetFigure(passage: Passage, before: number, from: number, completion: string) {
  let nearest: Figure | null = null;
  let figure = nearestAmount(passage, before, from);
  for (; figure !== null; figure = nearestAmount(passage, figure.shapeAt, from)) {
    if (!isBudgetAmount(passage.shape.text, figure.shapeAt)) continue;
    const words = passage.shape.text.slice(Math.max(from, figure.shapeAt - 10), figure.shapeAt);
    if (basisOf(words) === basisOf(completion)) return figure;
    nearest ??= figure;
  }
  return nearest;
}

/** 完成率后面说的大小。完成率说的是一种预算、大小写明比的是另一种的，不是一回事，为 null。 */
function readRelation(
  { shape }: Passage,
  from: number,
  to: number,
  completion: string,
): CompletionClaim["relation"] {
  const match = RELATION.exec(shape.text.slice(from, to));
  if (match === null) return null;
  const { word, against } = relationOf(match);
  const own = /年初|全年|调整/.exec(completion)?.[0] ?? "";
  if (own !== "" && against !== "" && basisOf(own) !== basisOf(against)) return null;
  const end = from + match.index + match[0].length;
  const after = shape.byPosition.get(end);
  return {
    word,
    gap: word === "等于" ? null : (after ?? null),
    span: { start: from + match.index, end },
  };
}

/** 没有花钱，完成率写零：不论预算多少都对。 */
function checkZero({ actual, budget, rate }: CompletionClaim, context: AuditContext): void {
  if (actual === null || Number(rate.digits) !== 0) return;
  if (context.quantity(actual)?.point === 0) context.record("一致", [actual, budget, rate]);
}

/** `决算数大于预算数Ａ`：由差额倒推预算数，重算完成率。 */
function checkGap(claim: CompletionClaim, context: AuditContext): void {
  const { actual, rate, relation, passage } = claim;
  if (actual === null || relation === null || relation.gap === null) return;
  const { gap } = relation;
  const spent = context.quantity(actual);
  const difference = context.quantity(gap);
  if (spent === null || difference === null) return;
  const budget = priorYear(spent, difference, relation.word === "大于" ? "增加" : "减少");
  if (budget.low <= 0) return;
  const comparison = compareRate(spent, budget, rate);
  context.record(comparison === "disagree" ? "不一致" : "一致", [actual, rate, gap]);
  if (comparison !== "disagree") return;
  const right = roundedRate(spent.point, budget.point, Math.max(rate.places, 2));
  const stated = context.printed({ passage, figure: rate });
  context.report({
    kind: "completion",
    severity: "error",
    passage,
    span: { start: claim.span.start, end: gap.shapeAt + 1 },
    what: `决算${context.printed({ passage, figure: actual })}比预算${relation.word === "大于" ? "多" : "少"}${context.printed({ passage, figure: gap })}，完成率应为${right}%，文中写${stated}。`,
    why: "完成预算率等于决算数除以预算数，预算数等于决算数减去超出的（加上少用的）。",
    todo: `请核实：差额无误的，完成率改为${right}%；完成率无误的，差额写错。`,
    stated,
    expected: `${right}%`,
    verdict: "不一致",
  });
}

function checkBudget(claim: CompletionClaim, context: AuditContext): void {
  if (claim.actual === null || claim.budget === null) return;
  const actual = context.quantity(claim.actual);
  const budget = context.quantity(claim.budget);
  if (actual === null || budget === null) return;
  if (budget.point === 0) {
    if (actual.point > 0) reportNoRate(claim, context);
    return;
  }
  const comparison = compareRate(actual, budget, claim.rate);
  context.record(
    comparison === "disagree" ? "不一致" : comparison === "agree" ? "一致" : "尾差可解释",
    [claim.actual, claim.budget, claim.rate],
  );
  if (comparison !== "disagree") return;
  const right = roundedRate(actual.point, budget.point, Math.max(claim.rate.places, 1));
  const { passage } = claim;
  const rateText = context.printed({ passage, figure: claim.rate });
  context.report({
    kind: "completion",
    severity: "error",
    passage,
    span: claim.span,
    what: `决算${context.printed({ passage, figure: claim.actual })}、预算${context.printed({ passage, figure: claim.budget })}，完成率应为${right}%，文中写${rateText}。`,
    why: "完成预算率等于决算数除以预算数。",
    todo: `请核实决算数和预算数；都无误的，完成率改为${right}%。`,
    stated: rateText,
    expected: `${right}%`,
    verdict: "不一致",
  });
}

/** 预算为零而有支出：完成率无从算起，写多少都没有意义。 */
function reportNoRate({ passage, span, rate }: CompletionClaim, context: AuditContext): void {
  const stated = context.printed({ passage, figure: rate });
  context.record("不一致", [rate]);
  context.report({
    kind: "completion",
    severity: "warning",
    passage,
    span,
    what: `预算数是零，却写完成预算${stated}。`,
    why: "预算为零，除不出完成率；多半是拿调整后的预算算的，或预算数写错。",
    todo: "请核实预算数；确是零的，删去完成率，写明年初未安排预算。",
    stated,
    verdict: "不一致",
  });
}

function checkRelation(claim: CompletionClaim, context: AuditContext): void {
  if (claim.relation === null) return;
  const { word, span } = claim.relation;
  const possible = possibleRelations(claim.rate);
  const budget = claim.budget === null ? null : context.quantity(claim.budget);
  const actual = claim.actual === null ? null : context.quantity(claim.actual);
  const printed = budget === null || actual === null ? null : printedRelation(actual, budget);
  const fits = possible.includes(word) && (printed === null || printed.includes(word));
  const budgetAt = printed === null ? null : claim.budget;
  context.record(fits ? "一致" : "不一致", [claim.rate, claim.actual, budgetAt]);
  if (fits) return;
  const { passage } = claim;
  const rateText = context.printed({ passage, figure: claim.rate });
  const right = (printed ?? possible)[0] ?? "等于";
  context.report({
    kind: "contradiction",
    severity: "error",
    passage,
    span: { start: claim.span.start, end: span.end },
    what: `完成预算${rateText}，却说决算数${word}预算数。`,
    why: "完成率高于100%是大于预算，低于100%是小于预算，恰为100%才是等于。",
    todo: `请核实：完成率无误的，改为“决算数${right}预算数”；确实${word}的，完成率写错。`,
    stated: word,
    expected: right,
    verdict: "不一致",
  });
}

/** 印成这样的完成率，真值可以在 100% 的哪一边。 */
function possibleRelations(rate: PrintedRate): BudgetRelation[] {
  const units = Number(rate.digits.replace(".", ""));
  const hundred = 100 * 10 ** rate.places;
  if (rate.bound === "不足" && units <= hundred) return ["小于"];
  if (rate.bound === "超过" && units >= hundred) return ["大于"];
  if (units === hundred) return ["等于", "大于", "小于"];
  return units > hundred ? ["大于"] : ["小于"];
}

function printedRelation(actual: Quantity, budget: Quantity): BudgetRelation[] | null {
  if (actual.low > budget.high) return ["大于"];
  if (actual.high < budget.low) return ["小于"];
  return null;
}
