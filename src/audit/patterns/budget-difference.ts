import type { Quantity } from "../arithmetic/quantity.ts";
import { compareEqual, compareRate, roundedRate } from "../arithmetic/relations.ts";
import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, RATE } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

/** `年初预算数A，决算数B，预决算差异率r%`。 */
const RATED = new RegExp(
  `预算数?(?:为)?(${AMOUNT})，(?:支出)?决算数?(?:为)?(${AMOUNT})，预决算差异率(?:为)?(${RATE})`,
  "g",
);
/** `支出B，年初预算为A，差值为D`。 */
const GAP = new RegExp(
  `(${AMOUNT})，(?:年初|全年)?预算数?(?:为)?(${AMOUNT})，(?:差值|差额|相差)(?:为)?(${AMOUNT})`,
  "g",
);
/** `由于年初预算为A，无法计算百分比`：A 是前面说过的预算数，应当是零。 */
const NO_RATE = new RegExp(
  `${AMOUNT}[，（]*(?:由于)?(?:年初|全年)?预算数?为(${AMOUNT})，无法计算`,
  "g",
);

export const pattern: Pattern = {
  id: "budget-difference",
  title: "预决算差异率、差额与预算数、决算数相合",
  about:
    "读“预算数A，决算数B，预决算差异率r%”：差异率等于决算数减预算数再除以预算数，少用的为负；写明差额的，差额等于两数之差；因预算为零而不算完成率的，预算须是零。",
  oddForms: [
    { form: "预决算差异率-16.33%", from: "西北省份公开稿" },
    { form: "由于预算为0万元，无法计算百分比", from: "中部省份公开稿" },
  ],
  check(context) {
    for (const passage of context.passages) {
      if (passage.paragraph.part !== "narrative" || passage.shape.figures.length < 2) continue;
      for (const [budget, actual, rate] of triples(RATED, passage)) {
        checkRate(passage, budget, actual, rate, context);
      }
      for (const [actual, budget, gap] of triples(GAP, passage)) {
        checkGap(passage, actual, budget, gap, context);
      }
      for (const match of matchesOf(NO_RATE, passage.shape.text)) {
        const at = match.index + match[0].lastIndexOf(match[1] ?? "");
        const zero = passage.shape.byPosition.get(at);
        if (zero !== undefined) checkZero(passage, zero, context);
      }
    }
  },
};

/** 一句里依次的三个数。 */
function triples(form: RegExp, passage: Passage): (readonly [Figure, Figure, Figure])[] {
  return matchesOf(form, passage.shape.text).flatMap((match) => {
    const end = match.index + match[0].length;
    const [a, b, c] = passage.shape.figures.filter(
      ({ shapeAt }) => shapeAt >= match.index && shapeAt < end,
    );
    return a === undefined || b === undefined || c === undefined ? [] : [[a, b, c] as const];
  });
}

function checkRate(
  passage: Passage,
  budgetAt: Figure,
  actualAt: Figure,
  rateAt: Figure,
  context: AuditContext,
): void {
  const budget = context.quantity(budgetAt);
  const actual = context.quantity(actualAt);
  if (budget === null || actual === null) return;
  // 预算为零而有支出，差异率没有意义，写多少都不下结论。
  if (budget.point === 0 && actual.point !== 0) return;
  const negative = rateAt.digits.startsWith("-");
  const rate = { digits: rateAt.digits.replace("-", ""), places: rateAt.places };
  const more = minus(actual, budget);
  const difference = negative ? minus(budget, actual) : more;
  const fits = compareRate(difference, budget, rate) !== "disagree";
  context.record(fits ? "一致" : "不一致", [budgetAt, actualAt, rateAt]);
  if (fits) return;
  const sign = more.point < 0 ? "-" : "";
  const size = roundedRate(Math.abs(more.point), budget.point, Math.max(rate.places, 1));
  const right = size === null ? "0%" : `${sign}${size}%`;
  context.report({
    kind: "completion",
    severity: "error",
    passage,
    span: { start: budgetAt.shapeAt, end: rateAt.shapeAt + 1 },
    what: `预算${context.printed({ passage, figure: budgetAt })}、决算${context.printed({ passage, figure: actualAt })}，预决算差异率应为${right}，文中写${context.printed({ passage, figure: rateAt })}。`,
    why: "预决算差异率等于决算数减预算数，再除以预算数。",
    todo: `请核实两个数；都无误的，差异率改为${right}。`,
    stated: context.printed({ passage, figure: rateAt }),
    expected: right,
    verdict: "不一致",
  });
}

function checkGap(
  passage: Passage,
  actualAt: Figure,
  budgetAt: Figure,
  gapAt: Figure,
  context: AuditContext,
): void {
  const actual = context.quantity(actualAt);
  const budget = context.quantity(budgetAt);
  const gap = context.quantity(gapAt);
  if (actual === null || budget === null || gap === null) return;
  const fits =
    compareEqual(minus(actual, budget), gap) !== "disagree" ||
    compareEqual(minus(budget, actual), gap) !== "disagree";
  context.record(fits ? "一致" : "不一致", [actualAt, budgetAt, gapAt]);
  if (fits) return;
  const right = moneyText(Math.abs(actual.point - budget.point), context.style);
  context.report({
    kind: "delta",
    severity: "error",
    passage,
    span: { start: actualAt.shapeAt, end: gapAt.shapeAt + 1 },
    what: `决算与预算相差${right}，文中写${context.printed({ passage, figure: gapAt })}。`,
    why: "差额等于决算数与预算数之差。",
    todo: `请核实两个数；都无误的，差额改为${right}。`,
    stated: context.printed({ passage, figure: gapAt }),
    expected: right,
    verdict: "不一致",
  });
}

/** 说因为预算为零才算不出率的：预算须是零，前面写的预算数也须是零。 */
function checkZero(passage: Passage, zero: Figure, context: AuditContext): void {
  const { shape } = passage;
  const budget = shape.figures
    .filter(({ shapeAt }) => shapeAt < zero.shapeAt)
    .slice(-2)
    .find(({ shapeAt }) => /预算数?(?:为)?$/.test(shape.text.slice(0, shapeAt)));
  const said = budget === undefined ? [zero] : [budget, zero];
  const odd = said.find(({ digits }) => Number(digits) !== 0);
  if (budget !== undefined || odd !== undefined) {
    context.record(odd === undefined ? "一致" : "不一致", said);
  }
  if (odd === undefined) return;
  const stated = context.printed({ passage, figure: odd });
  context.report({
    kind: "contradiction",
    severity: "error",
    passage,
    span: { start: odd.shapeAt, end: zero.shapeAt + 1 },
    what: `预算写${stated}，却说无法计算百分比。`,
    why: "只有预算为零，才算不出完成率、差异率。",
    todo: "请核实预算数：确是零的，前后都写零；不是零的，写明百分比。",
    stated,
    verdict: "不一致",
  });
}

function minus(a: Quantity, b: Quantity): Quantity {
  return { low: a.low - b.high, high: a.high - b.low, point: a.point - b.point };
}
