import {
  compareEqual,
  compareGrowth,
  compareRate,
  priorYear,
  roundedRate,
} from "../arithmetic/relations.ts";
import type { ChangeClaim } from "../claims/claims.ts";
import { currentOf } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { NOT_COMPARABLE } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { moneyText } from "../wording.ts";

export const pattern: Pattern = {
  id: "growth",
  title: "增减额、增减率合得上本年数和上年数",
  about:
    "上年数由本年数减去增减额倒推，重算增减率；写明上年数（预算数）的还要核对增减额；增减额与增减率的方向词要一致。",
  oddForms: [
    { form: "上年是零而写增长100%", from: "各级单位公开稿的习惯写法，只提醒" },
    { form: "增长率后面注明“上年无此项支出，不可比”", from: "各级部门公开稿" },
  ],
  check(context) {
    for (const claim of context.book.changes) {
      const directed = checkWords(claim, context);
      const based = checkBase(claim, context);
      if (!directed && !based) checkGrowth(claim, context);
    }
  },
};

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
  if (at === null || possible.length === 0) return false;
  context.record("一致", [at.figure]);
  return true;
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
  const right = prior.point > 0 ? roundedRate(change.point, prior.point, rate.places || 2) : null;
  // 上年是零，习惯上写“增长100%”：没有意义，但不是算错。
  const fromZero = prior.low <= 0 && prior.high >= 0 && Number(rate.digits) === 100;
  const opposite = OPPOSITE[direction];
  const reversed = compareGrowth(current, change, opposite, rate) !== "disagree";
  if (reversed) context.record("单位或方向错误", [claim.change]);
  const stated = context.printed({ passage, figure: rate });
  const changeText = context.printed({ passage, figure: claim.change });
  const than = baseName(claim);
  const asWritten = `${direction}${changeText}，倒推${than}为${moneyText(prior.point, context.style)}`;
  const rightText = right === null ? "“不可比”" : `${right}%`;
  const impossible = prior.high < 0;
  const remedies = [
    reversed ? [`方向写反的，改为${opposite}${changeText}、${RATE_WORD[opposite]}${stated}`] : [],
    impossible ? [] : [`增减额无误的，增减率改为${rightText}`],
    "增减率无误的，增减额或本年数写错",
  ].flat();
  context.report({
    kind: reversed ? "direction" : "growth",
    severity: fromZero ? "warning" : "error",
    passage,
    span: claim.span,
    what: `本年${context.printed(at)}，${asWritten}，${impossible ? "不会是负数" : `增减率应为${rightText}，文中写${stated}`}。`,
    why: `增减率等于增减额除以${than}数，${than}数等于本年数减去增加额（加上减少额）。`,
    todo: `请对照${than}数核实：${remedies.join("；")}。`,
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
 * 写明了上年数的：上年数 ± 增减额 = 本年数。增减率合得上所写的增减额、或应有的增减额与上年数的，错不在率：
 * 报了这一处，就不再由本年数倒推，为真。
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
  const difference =
    current.point < base.point
      ? priorYear(base, current, "增加")
      : priorYear(current, base, "增加");
  const amount = moneyText(difference.point, context.style);
  const right =
    difference.point === 0 ? "持平" : `${current.point < base.point ? "减少" : "增加"}${amount}`;
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
  const rightRate =
    rate !== null &&
    [change, difference].some((each) => compareRate(each, base, rate) !== "disagree");
  if (rightRate) context.record("一致", [rate]);
  return rightRate;
}
