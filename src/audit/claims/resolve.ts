import type { AuditContext } from "../context.ts";
import { COMPARE_BUDGET, PLAIN } from "../grammar.ts";
import { TOKEN } from "../text/figures.ts";
import type { ChangeClaim, FigureAt, Passage, ShareClaim } from "./claims.ts";
import { type FactKey, keyOf, wholeOf } from "./keys.ts";

/** 占比的整体：写明占什么的按它找；没有写的，取同段引出各项的总数，再取这个数的上级。 */
export function wholeFor(claim: ShareClaim, context: AuditContext): FigureAt | null {
  const { passage } = claim;
  if (claim.base !== "") {
    const key = keyOf(claim.base, passage.paragraph);
    // “三公”一节写“占总支出决算的”，是占这一节的总数；只写“占总支出的”不知道占什么。
    if (key === null) {
      const own = passage.paragraph.role === "三公" && /总支出决算数?$/.test(claim.base);
      return own ? statementFigure("三公", passage, context, claim.part.shapeAt) : null;
    }
    const named = statementFigure(key, passage, context, claim.part.shapeAt);
    // “占总收入的”：没有收入总计一节的说明里，总收入就是本年收入合计。
    return named !== null || !/总收入|总支出/.test(claim.base) ? named : wholeAbove(claim, context);
  }
  const list = context.listsIn(passage).find((each) => each.parts.includes(claim.part));
  return list === undefined ? wholeAbove(claim, context) : { passage, figure: list.total };
}

/** 这个数的上级。 */
function wholeAbove({ key, passage, part }: ShareClaim, context: AuditContext): FigureAt | null {
  const above = key === null ? null : wholeOf(key);
  return above === null ? null : statementFigure(above, passage, context, part.shapeAt);
}

/** 某个数在 `before` 之前最近的说法；之前没有的取全文的。 */
export function statementFigure(
  key: FactKey,
  passage: Passage,
  context: AuditContext,
  before: number,
): FigureAt | null {
  const here = context.statementsIn(passage, key);
  return here.findLast(({ figure }) => figure.shapeAt < before) ?? context.statement(key, passage);
}

/** 增减句的本年数。 */
export function currentOf(claim: ChangeClaim, context: AuditContext): FigureAt | null {
  if (claim.near !== null) return { passage: claim.passage, figure: claim.near };
  if (claim.key === null) return null;
  for (const key of alternatives(claim.key)) {
    const found = statementFigure(key, claim.passage, context, claim.span.start);
    if (found !== null) return found;
  }
  return null;
}

/** 收、支合写与分写说的是同一个数。 */
export function alternatives(key: FactKey): readonly FactKey[] {
  if (key === "收入总计" || key === "支出总计") return [key, "总计"];
  if (key === "总计") return [key, "收入总计", "支出总计"];
  if (key === "财政拨款收入总计" || key === "财政拨款支出总计") return [key, "财政拨款总计"];
  if (key === "财政拨款总计") return [key, "财政拨款收入总计", "财政拨款支出总计"];
  return [key];
}

/** 骨架里某一句、某一位置之前最近的金额，跳过增减额、上年数。没有为 null。 */
export function nearestAmount(
  passage: Passage,
  before: number,
  from = 0,
): FigureAt["figure"] | null {
  const { shape } = passage;
  for (let index = shape.figures.length - 1; index >= 0; index -= 1) {
    const figure = shape.figures[index];
    if (figure === undefined || figure.shapeAt >= before) continue;
    if (figure.shapeAt < from) return null;
    if (figure.kind !== "money" && figure.kind !== "bare") continue;
    if (isChangeAmount(shape.text, figure.shapeAt)) continue;
    if (isYardstick(shape.text, figure.shapeAt)) continue;
    if (isAside(shape.text, figure.shapeAt, before)) continue;
    return figure;
  }
  return null;
}

/**
 * 主语承前省略时，从最近的金额到 `before` 之间最后一个说得出名目的分句：
 * `公务用车运行维护费支出决算比预算无增减变化，比去年增加Ａ` 说的是公务用车运行维护费。没有为空。
 */
export function subjectBetween(
  passage: Passage,
  near: FigureAt["figure"] | null,
  before: number,
): string {
  const { shape, paragraph } = passage;
  const sentence = passage.sentences.find(({ end }) => before < end);
  const from = Math.max(sentence?.start ?? 0, (near?.shapeAt ?? -1) + 1);
  for (const clause of shape.text
    .slice(from, before)
    .split(/[，；：]/)
    .reverse()) {
    if (/原因|由于|用于/.test(clause)) continue;
    const subject = clause.replace(/(?:比|较|与).*/, "");
    if (keyOf(subject, paragraph) !== null) return subject;
  }
  return "";
}

const BUDGET_COMPARED = new RegExp(`${COMPARE_BUDGET}(?:为)?$`);

/** `完成全年预算Ａ的r%`、`比年初预算数Ａ减少`、`由于年初预算为Ａ`：只是用来比的数，不是所说的数。 */
function isYardstick(shape: string, at: number): boolean {
  const before = shape.slice(Math.max(0, at - 14), at);
  return (
    /完成[^，。；]{0,4}预算(?:数|安排)?(?:为)?$/.test(before) ||
    BUDGET_COMPARED.test(before) ||
    /由于[^，。；]{0,6}预算数?为$/.test(before)
  );
}

/** 写在括号里、括号在 `before` 之前已经结束的，是补充说明。 */
function isAside(shape: string, at: number, before: number): boolean {
  let depth = 0;
  for (let index = at + 1; index < before; index += 1) {
    const character = shape.charAt(index);
    if (character === "（") depth += 1;
    else if (character === "）") {
      if (depth === 0) return true;
      depth -= 1;
    }
  }
  return false;
}

const BUDGET_BEFORE = /(?:预算数?|预算安排)(?:为|是)?$/;

/** `年初预算为Ａ`：Ａ 是预算数。 */
export function isBudgetAmount(shape: string, at: number): boolean {
  return BUDGET_BEFORE.test(shape.slice(Math.max(0, at - 10), at));
}

const CHANGE_BEFORE =
  /(?:增加|增长|上升|提高|增多|减少|下降|降低|缩减|压缩|节约)(?:了|额|金额|支出|收入)?(?:为|约)?$/;

/** `比上年累计支出Ａ`、`较2016年决算Ａ`、`比2017年度决算总收入Ａ`：Ａ 是上年数。 */
const PRIOR_YEAR_BEFORE = new RegExp(
  `(?:与|比|较)(?:${TOKEN.year}|上年度?|去年|上一年度?)(?:度)?${PLAIN}$`,
);

/** 这个金额是增减额，或紧跟在上年年份后面的上年数。 */
export function isChangeAmount(shape: string, at: number): boolean {
  const before = shape.slice(Math.max(0, at - 24), at);
  return CHANGE_BEFORE.test(before) || PRIOR_YEAR_BEFORE.test(before);
}
