import type { Passage } from "../claims/claims.ts";
import { cleanSubject, keyOf } from "../claims/keys.ts";
import { subjectStart, subjectText } from "../claims/passage.ts";
import { isBudgetAmount, nearestAmount, subjectBetween } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import {
  AMOUNT,
  basisOf,
  COMPARE,
  COMPARE_BUDGET,
  DIRECTION,
  directionOf,
  PLAIN,
  RATE,
} from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";

const CHANGE = new RegExp(
  `(${DIRECTION})(?:了|额|金额|支出|收入|经费)?(?:为|约)?(${AMOUNT})(?:[，、；（]?(?:同比|较上年|比上年|环比|幅度为?)?(${DIRECTION}|增幅|降幅|增减率|增长率)(?:率|幅度?|比例)?(?:为|达到?|约|了)?(?:不足|超过)?(${RATE}))?`,
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
  title: "与上年、与预算相比的增减",
  about:
    "读“与P年（B万元）相比，X增加Δ万元，增长r%”：说的是哪个数、增还是减、比的是上年还是预算、写没写明上年数。合不合由“增减额、增减率合得上本年数和上年数”查。",
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
    const sinceComparison = comparison && sentence.slice(comparison.index, match.index);
    if (rate === null && (sinceComparison === null || IN_REASON.test(sinceComparison))) continue;
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
      .replace(/同比|环比/, "")
      .replace(/(?:各|的)$/, "");
    const base = baseFigure(comparison ?? first ?? null, shape.byPosition, from);
    const rateWord = match[3] ?? "";
    const lead =
      subject || subjectBetween(passage, saidBefore(passage, directionAt, base), directionAt);
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
      near: nearOf(passage, directionAt, base, lead),
      span: { start: directionAt, end: (rate ?? change).shapeAt + 1 },
    });
  }
}

/** 主语省略的取最近的金额；主语与最近那个金额的主语是同一句话的，也是它。 */
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

/** 最近的金额；写明的比较对象（`较年初预算Ａ减少`）、预算数（`年初预算为Ａ`）不是所说的数，再往前找。 */
function saidBefore(passage: Passage, before: number, base: Figure | null): Figure | null {
  let near = nearestAmount(passage, before);
  while (near !== null && (near === base || isBudgetAmount(passage.shape.text, near.shapeAt))) {
    near = nearestAmount(passage, near.shapeAt);
  }
  return near;
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

/** 主语写得不全（“一般公共预算财政拨款减少”“支出减少”）的，就近取同段的数。 */
const SHORT_SUBJECT = /^(?:一般公共预算|(?:费用)?支出|费用|收入|决算|财政拨款|经费)/;
