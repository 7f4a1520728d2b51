import {
  compareEqual,
  compareGrowth,
  compareRate,
  priorYear,
  roundedRate,
} from "../arithmetic/relations.ts";
import type { ChangeClaim, Passage } from "../claims/claims.ts";
import { cleanSubject, keyOf } from "../claims/keys.ts";
import { subjectStart, subjectText } from "../claims/passage.ts";
import { currentOf, nearestAmount, subjectBetween } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import {
  AMOUNT,
  basisOf,
  COMPARE,
  COMPARE_BUDGET,
  DIRECTION,
  directionOf,
  NOT_COMPARABLE,
  PLAIN,
  RATE,
} from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

const CHANGE = new RegExp(
  `(${DIRECTION})(?:了|额|金额|支出|收入|经费)?(?:为|约)?(${AMOUNT})(?:[，、；（]?(?:同比|较上年|比上年|环比|幅度为?)?(${DIRECTION}|增幅|降幅|增减率|增长率)(?:率|幅度?|比例)?(?:为|达到?|约|了)?(${RATE}))?`,
  "g",
);
const COMPARED = new RegExp(`${COMPARE}(?:${PLAIN}(${AMOUNT}))?(?:相比|比较)?`, "g");
/** 比的是预算：增减的算法一样，但不是与上年比。 */
const TO_BUDGET = new RegExp(`${COMPARE_BUDGET}(?:${PLAIN}(${AMOUNT}))?(?:相比|比较)?`, "g");
const COMPARED_IN_SUBJECT = new RegExp(`${COMPARE}(?:${AMOUNT})?(?:相比|比较)?[，]?`, "g");
const BUDGET_IN_SUBJECT = new RegExp(`${COMPARE_BUDGET}(?:${AMOUNT})?(?:相比|比较)?[，]?`, "g");
const IN_REASON = /(?:原因|因为|由于|主要是|用于)/;

export const pattern: Pattern = {
  id: "change",
  title: "增减率等于增减额除以上年数",
  about:
    "读“与P年（B万元）相比，X增加Δ万元，增长r%”：上年数由本年数减去增减额倒推，重算增减率；写明上年数的还要核对增减额；前后方向词要一致。",
  oddForms: [
    { form: "减少…减少、增加…增加", from: "沿用旧模板的单位公开稿" },
    { form: "主语省略（“较上年度增加…”）", from: "“三公”经费总体一段" },
    { form: "收入总计、支出总计各说一遍增减，后一个没有“相比”", from: "县级部门公开稿" },
    { form: "较年初预算数减少Δ，下降r%", from: "直辖市区县公开稿" },
    { form: "比2017年度决算总收入B增加Δ、较上年累计支出B下降Δ", from: "小学、县级部门公开稿" },
  ],
  read(passage, context) {
    if (passage.shape.figures.length === 0) return;
    for (const sentence of passage.sentences) {
      readSentence(passage, sentence.start, sentence.end, context);
    }
  },
  check(context) {
    for (const claim of context.book.changes) {
      const directed = checkWords(claim, context);
      const based = checkBase(claim, context);
      if (!directed && !based) checkGrowth(claim, context);
    }
  },
};

function readSentence(passage: Passage, from: number, to: number, context: AuditContext): void {
  const { shape, paragraph } = passage;
  const sentence = shape.text.slice(from, to);
  const changes = matchesOf(CHANGE, sentence);
  if (changes.length === 0) return;
  const compared = matchesOf(COMPARED, sentence);
  const toBudget = matchesOf(TO_BUDGET, sentence);
  const first = compared[0];
  for (const match of changes) {
    const rate =
      match[4] === undefined
        ? null
        : shape.byPosition.get(from + match.index + match[0].length - 1);
    if (rate === undefined) continue;
    // 没有率、前面又没有比较的话，是原因里顺带说的数。
    const toYear = compared.findLast((each) => each.index < match.index) ?? null;
    const budget = toBudget.findLast((each) => each.index < match.index) ?? null;
    const isBudget = budget !== null && budget.index >= (toYear?.index ?? 0);
    const against = isBudget ? basisOf(budget[0]) : "prior";
    const comparison = isBudget ? budget : toYear;
    if (rate === null && comparison === null) continue;
    if (
      comparison !== null &&
      rate === null &&
      IN_REASON.test(sentence.slice(comparison.index, match.index))
    ) {
      continue;
    }
    const word = match[1] ?? "";
    const changeAt = from + match.index + match[0].indexOf(match[2] ?? "");
    const change = shape.byPosition.get(changeAt);
    if (change === undefined) continue;
    const directionAt = from + match.index;
    const start = subjectStart(shape.text, directionAt);
    const subject = subjectText(shape.text, start, directionAt)
      .replace(BUDGET_IN_SUBJECT, "")
      .replace(COMPARED_IN_SUBJECT, "")
      // `与上年Ａ相比增加Δ`：主语从Ａ之后起，只剩“相比”。
      .replace(/^(?:相比|比较)/, "")
      .replace(/(?:同比|环比)$/, "")
      .replace(/(?:各|的)$/, "");
    const base = baseFigure(comparison ?? first ?? null, shape.byPosition, from);
    const rateWord = match[3] ?? "";
    const lead =
      (subject === "" ? leadBeforeComparison(passage, from, comparison) : subject) ||
      subjectBetween(passage, saidBefore(passage, directionAt, base), directionAt);
    const key =
      (lead === "" ? null : keyOf(lead, paragraph)) ??
      (lead === "" || SHORT_SUBJECT.test(lead)
        ? keyOfNearest(passage, directionAt, base, context)
        : null);
    context.book.changes.push({
      passage,
      key,
      direction: directionOf(word),
      rateDirection: new RegExp(`^${DIRECTION}$`).test(rateWord) ? directionOf(rateWord) : null,
      change,
      rate,
      against,
      base,
      near: key === null || lead === "" ? nearOf(passage, directionAt, base, lead) : null,
      span: { start: directionAt, end: (rate ?? change).shapeAt + 1 },
    });
  }
}

/** 主语省略的取最近的金额；主语认不出、但与最近那个金额的主语是同一句话的，也是它。 */
function nearOf(
  passage: Passage,
  before: number,
  base: Figure | null,
  lead: string,
): Figure | null {
  const near = saidBefore(passage, before, base);
  if (lead === "" || near === null) return near;
  const { text } = passage.shape;
  const words = subjectText(text, subjectStart(text, near.shapeAt), near.shapeAt);
  return cleanSubject(words).endsWith(cleanSubject(lead)) ? near : null;
}

function baseFigure(
  comparison: RegExpExecArray | null,
  byPosition: ReadonlyMap<number, Figure>,
  from: number,
): Figure | null {
  if (comparison?.[1] === undefined) return null;
  const at = from + comparison.index + comparison[0].indexOf(comparison[1]);
  return byPosition.get(at) ?? null;
}

/** 最近的金额；写明的比较对象（`较年初预算Ａ减少`）不是所说的数，再往前找。 */
function saidBefore(passage: Passage, before: number, base: Figure | null): Figure | null {
  const near = nearestAmount(passage, before);
  return near !== null && near === base ? nearestAmount(passage, near.shapeAt) : near;
}

function keyOfNearest(
  passage: Passage,
  before: number,
  base: Figure | null,
  context: AuditContext,
): string | null {
  const figure = saidBefore(passage, before, base);
  return figure === null ? null : (context.statementOf(figure)?.key ?? null);
}

/** `支出总计与2022年相比，减少…`：主语在“与”的前面。 */
function leadBeforeComparison(
  passage: Passage,
  from: number,
  comparison: RegExpExecArray | null,
): string {
  if (comparison === null) return "";
  const { text } = passage.shape;
  const at = from + comparison.index;
  return subjectText(text, Math.max(from, subjectStart(text, at)), at);
}

/** 主语写得不全（“一般公共预算财政拨款减少”“支出减少”）的，就近取同段的数。 */
const SHORT_SUBJECT = /^(?:一般公共预算|(?:费用)?支出|收入|决算|财政拨款|经费)/;

/** 增减额与增减率的方向词不同：率只合一个方向的，就是那个方向。报了的为真。 */
function checkWords(claim: ChangeClaim, context: AuditContext): boolean {
  const { rate, rateDirection, direction, passage } = claim;
  if (rate === null || rateDirection === null || rateDirection === direction) return false;
  const at = currentOf(claim, context);
  const current = at === null ? null : context.quantity(at.figure);
  const change = context.quantity(claim.change);
  const possible =
    current === null || change === null
      ? []
      : ([direction, rateDirection] as const).filter(
          (each) => compareGrowth(current, change, each, rate) !== "disagree",
        );
  const [right] = possible;
  context.record("单位或方向错误", [claim.change, rate]);
  context.report({
    kind: "direction",
    severity: "error",
    passage,
    span: claim.span,
    what: `增减额写“${direction}”，增减率却写“${RATE_WORD[rateDirection]}”。`,
    why: "同一项变动只能有一个方向。",
    todo: "请核实是增是减，把两处改成同一方向。",
    ...(right === undefined || possible.length > 1
      ? {}
      : { clue: `由本年数倒推，只有“${right}、${RATE_WORD[right]}”与增减率相合` }),
    verdict: "单位或方向错误",
  });
  return possible.length > 0;
}

const RATE_WORD = { 增加: "增长", 减少: "下降" } as const;
const OPPOSITE = { 增加: "减少", 减少: "增加" } as const;

function checkGrowth(claim: ChangeClaim, context: AuditContext): void {
  const { rate, direction, passage } = claim;
  const change = context.quantity(claim.change);
  if (change === null || rate === null) return;
  if (change.point === 0 && Number(rate.digits) === 0) {
    context.record("一致", [claim.change, rate]);
    return;
  }
  const at = currentOf(claim, context);
  const current = at === null ? null : context.quantity(at.figure);
  if (at === null || current === null) return;
  if (NOT_COMPARABLE.test(passage.paragraph.text.slice(rate.start, rate.end + 12))) return;
  const comparison = compareGrowth(current, change, direction, rate);
  const verdict =
    comparison === "agree" ? "一致" : comparison === "rounding" ? "尾差可解释" : "不一致";
  context.record(verdict, [claim.change, rate, at.figure]);
  if (comparison !== "disagree") return;
  const prior = priorYear(current, change, direction);
  const right =
    prior.point > 0 ? roundedRate(change.point, prior.point, rate.places || 2) : null;
  // 上年是零，习惯上写“增长100%”：没有意义，但不是算错。
  const fromZero = prior.low <= 0 && prior.high >= 0 && Number(rate.digits) === 100;
  const opposite = OPPOSITE[direction];
  const reversed =
    change.point !== 0 && compareGrowth(current, change, opposite, rate) !== "disagree";
  if (reversed) context.record("单位或方向错误", [claim.change]);
  const stated = context.printed({ passage, figure: rate });
  const changeText = context.printed({ passage, figure: claim.change });
  const than = baseName(claim);
  const rightText = right === null ? "“不可比”" : `${right}%`;
  const asWritten = `${direction}${changeText}，倒推${than}为${moneyText(prior.point, context.style)}`;
  context.report({
    kind: reversed ? "direction" : "growth",
    severity: fromZero ? "warning" : "error",
    passage,
    span: claim.span,
    what: `本年${context.printed(at)}，${asWritten}，${prior.high < 0 ? "不会是负数" : `增减率应为${rightText}，文中写${stated}`}。`,
    why: `增减率等于增减额除以${than}数，${than}数等于本年数减去增加额（加上减少额）。`,
    todo: `请对照${than}${than === "上年" ? "决算" : "数"}核实：${reversed ? `方向写反的，改为${opposite}${changeText}、${RATE_WORD[opposite]}${stated}；` : ""}${prior.high < 0 ? "" : `增减额无误的，增减率改为${rightText}；`}增减率无误的，增减额或本年数写错。`,
    ...(reversed
      ? { stated: `${direction}${changeText}`, expected: `${opposite}${changeText}` }
      : { stated, ...(right === null ? {} : { expected: `${right}%` }) }),
    verdict: reversed ? "单位或方向错误" : "不一致",
    ...clueFor(reversed, current.point, change.point, rate, opposite),
    also: [{ passage: at.passage, span: { start: at.figure.shapeAt, end: at.figure.shapeAt + 1 } }],
  });
}

/** 与之相比的那个数怎么称呼。 */
function baseName({ against }: ChangeClaim): string {
  return against === "prior" ? "上年" : "预算";
}

function clueFor(
  reversed: boolean,
  current: number,
  change: number,
  rate: Figure,
  opposite: string,
): { clue?: string } {
  if (reversed) return { clue: `改成“${opposite}”就与增减率相合，疑似方向写反` };
  const onCurrent = roundedRate(change, current, rate.places);
  if (onCurrent !== null && Number(onCurrent) === Number(rate.digits)) {
    return { clue: "所写的率恰好等于增减额除以本年数，疑似用错了基数" };
  }
  return {};
}

/**
 * 写明了上年数的：上年数 ± 增减额 = 本年数。增减率合得上增减额与上年数的，错不在率：报了这一处，
 * 就不再由本年数倒推，为真。
 */
function checkBase(claim: ChangeClaim, context: AuditContext): boolean {
  const at = currentOf(claim, context);
  if (claim.base === null || at === null) return false;
  const base = context.quantity(claim.base);
  const change = context.quantity(claim.change);
  const current = context.quantity(at.figure);
  if (base === null || change === null || current === null) return false;
  const { passage, direction, rate } = claim;
  const fits = compareEqual(priorYear(current, change, direction), base) !== "disagree";
  context.record(fits ? "一致" : "不一致", [claim.base, claim.change, at.figure]);
  if (fits) return false;
  const reversed =
    compareEqual(priorYear(current, change, OPPOSITE[direction]), base) !== "disagree";
  const changeText = context.printed({ passage, figure: claim.change });
  const than = baseName(claim);
  const right = `${current.point < base.point ? "减少" : "增加"}${moneyText(Math.abs(current.point - base.point), context.style)}`;
  context.report({
    kind: reversed ? "direction" : "delta",
    severity: "error",
    passage,
    span: { start: claim.base.shapeAt, end: claim.span.end },
    what: `本年${context.printed(at)}比${than}${context.printed({ passage, figure: claim.base })}${right}，文中写${direction}${changeText}。`,
    why: `增减额等于本年数减${than}数。`,
    todo: `请对照决算表核实本年数、${than}数、增减额哪一个写错；前两个无误的，改为${right}。`,
    stated: `${direction}${changeText}`,
    expected: right,
    verdict: reversed ? "单位或方向错误" : "不一致",
  });
  if (rate === null || compareRate(change, base, rate) === "disagree") return false;
  context.record("一致", [rate]);
  return true;
}
