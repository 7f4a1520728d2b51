import { compareRate, roundedRate } from "../arithmetic/relations.ts";
import type { FigureAt, ShareClaim } from "../claims/claims.ts";
import { keyOf } from "../claims/keys.ts";
import { subjectStart, subjectText } from "../claims/passage.ts";
import { wholeFor } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, RATE } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

const SHARE = new RegExp(
  `(${AMOUNT})(?:（[^（）]{0,60}）)?[，、（]?(?:约)?占(?:比)?([^，。；：\ue000-\ue006]{0,30}?)(?:的)?(?:比例|比重|百分比)?(?:为|达|约|是)?(?:不足|超过)?(${RATE})`,
  "g",
);

export const pattern: Pattern = {
  id: "share",
  title: "占比等于部分除以整体",
  about:
    "读“A万元，占（某某的）r%”，用区间算术重算；恰好差在末位又使各项凑成 100% 的，指出可能是凑整。",
  oddForms: [
    { form: "占比写整数，其余写一位小数", from: "由扫描件识别得到的部门公开稿" },
    { form: "总数不在同一句里（“三公”三项占比）", from: "按省级模板填写的公开稿" },
    {
      form: "金额与“占”之间隔着括号；占的是“本年财政拨款支出”之类",
      from: "沿海省份、中央部门公开稿",
    },
  ],
  read(passage, context) {
    const { shape, paragraph } = passage;
    if (shape.figures.length < 2) return;
    for (const match of matchesOf(SHARE, shape.text)) {
      const part = shape.byPosition.get(match.index);
      const rate = shape.byPosition.get(match.index + match[0].length - 1);
      if (part === undefined || rate === undefined) continue;
      const start = subjectStart(shape.text, part.shapeAt);
      context.book.shares.push({
        passage,
        part,
        rate,
        base: match[2] ?? "",
        key: keyOf(subjectText(shape.text, start, part.shapeAt), paragraph),
        span: { start, end: rate.shapeAt + 1 },
      });
    }
  },
  check(context) {
    for (const claim of context.book.shares) checkShare(claim, context);
  },
};

function checkShare(claim: ShareClaim, context: AuditContext): void {
  const whole = wholeFor(claim, context) ?? unnamedWhole(claim, context);
  if (whole === null) return;
  const part = context.quantity(claim.part);
  const total = context.quantity(whole.figure);
  if (part === null || total === null) return;
  const amounts = [claim.part, whole.figure];
  const comparison = compareRate(part, total, claim.rate);
  if (comparison !== "disagree") {
    context.record(comparison === "agree" ? "一致" : "尾差可解释", [...amounts, claim.rate]);
    return;
  }
  const right = roundedRate(part.point, total.point, claim.rate.places || 2);
  const plugged = right !== null && isPlugged(claim, right, context);
  context.record(plugged ? "凑整" : "不一致", [claim.rate]);
  context.record(plugged ? "一致" : "不一致", amounts);
  const partText = context.printed({ passage: claim.passage, figure: claim.part });
  const rateText = context.printed({ passage: claim.passage, figure: claim.rate });
  const about = {
    kind: "share",
    severity: "error",
    passage: claim.passage,
    span: claim.span,
    stated: rateText,
  } as const;
  if (right === null) {
    context.report({
      ...about,
      what: `总数为零，占比却写${rateText}。`,
      why: "总数为零时没有占比。",
      todo: "请核实总数，或删去占比。",
      verdict: "不一致",
    });
    return;
  }
  context.report({
    ...about,
    what: `${partText}占${context.printed(whole)}的比重写${rateText}，按这两个数算是${right}%。`,
    why: "占比等于部分除以整体，按所印小数位数的全部舍入可能都算不出所写的数。",
    todo: `请对照决算表核实：金额无误的，占比改为${right}%；占比无误的，两个金额有一个写错。`,
    expected: `${right}%`,
    verdict: plugged ? "凑整" : "不一致",
    ...(plugged ? { clue: "各项占比恰好合计100%，疑为凑足100%而改了末位" } : {}),
    also: [
      {
        passage: whole.passage,
        span: { start: whole.figure.shapeAt, end: whole.figure.shapeAt + 1 },
      },
    ],
  });
}

/** 认不出占的是什么：这一项按上级的数算得通，或同段同样写法的至少两项算得通，占的就是上级。 */
function unnamedWhole(claim: ShareClaim, context: AuditContext): FigureAt | null {
  if (keyOf(claim.base, claim.passage.paragraph) !== null) return null;
  const whole = wholeFor({ ...claim, base: "" }, context);
  const total = whole === null ? null : context.quantity(whole.figure);
  if (total === null) return null;
  const fits = (each: ShareClaim) => {
    const part = context.quantity(each.part);
    return part !== null && compareRate(part, total, each.rate) !== "disagree";
  };
  if (fits(claim)) return whole;
  const siblings = context.book.shares.filter(
    (each) => each.passage === claim.passage && each.base === claim.base && fits(each),
  );
  return siblings.length >= 2 ? whole : null;
}

/** 差在末位，而同一句里各占比恰好合计 100%。 */
function isPlugged(claim: ShareClaim, right: string, context: AuditContext): boolean {
  const unit = 10 ** claim.rate.places;
  const inLastPlace = (rate: string) => Math.round(Number(rate) * unit);
  if (Math.abs(inLastPlace(claim.rate.digits) - inLastPlace(right)) !== 1) return false;
  const siblings = context.book.shares.filter(
    (each) => each.passage === claim.passage && each.base === claim.base,
  );
  const sum = siblings.reduce((total, each) => total + inLastPlace(each.rate.digits), 0);
  return siblings.length > 1 && sum === 100 * unit;
}
