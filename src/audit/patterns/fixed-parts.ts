import type { Quantity } from "../arithmetic/quantity.ts";
import { addQuantities, canBeAtMost, compareEqual } from "../arithmetic/relations.ts";
import type { Passage, Statement } from "../claims/claims.ts";
import { FIXED_SUMS, type FixedSum, lastSaid } from "../claims/fixed-sums.ts";
import type { FactKey } from "../claims/keys.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { sectionName } from "../structure/section-name.ts";
import { moneyText } from "../wording.ts";

/** 各项写在同一段里才比的：别处的“项目支出”也许只说某一项。 */
const SUMS_TOGETHER: readonly FixedSum[] = [
  { whole: "一般公共预算支出", parts: ["基本", "一般公共预算项目支出"] },
];
/**
 * 只写了国内接待、只写了运行费的，没有写的外事接待、购置费是零。只写了外事接待、购置费的，没有写的国内接待、
 * 运行费是其余，不是零；别的合计也一样。
 */
const REST_IS_ZERO: ReadonlySet<string> = new Set(["三公.国内接待", "三公.运行"]);
/** 固定的大小关系：前者不大于后者。 */
const ORDERS: readonly (readonly [small: string, large: string])[] = [
  ["采购.小微企业", "采购.中小企业"],
  ["采购.中小企业", "采购.总额"],
  ["本年收入", "总计"],
  ["本年支出", "总计"],
  ["一般公共预算支出", "本年支出"],
  ["一般公共预算支出", "财政拨款总计"],
  ["财政拨款总计", "总计"],
  ["基本", "一般公共预算支出"],
  ["基本", "支出.基本支出"],
  ["政府性基金支出", "本年支出"],
  ["国有资本支出", "本年支出"],
];

const EQUALS = [
  ["收入总计", "支出总计"],
  ["财政拨款收入总计", "财政拨款支出总计"],
] as const;

export const pattern: Pattern = {
  id: "fixed-parts",
  title: "各节之间固定的加总、大小关系",
  about:
    "“三公”=出国+公车+接待，公车=购置+运行，接待=国内+外事，基本支出=人员+公用；小微≤中小≤采购总额，本年收支≤总计，一般公共预算≤本年支出；全部支出都是一般公共预算的，两节的基本支出相等。",
  oddForms: [
    { form: "没有外事接待的不写外事一句", from: "县级部门公开稿" },
    { form: "收入总计A，支出总计B 分写", from: "各省公开稿" },
  ],
  check(context) {
    for (const { whole, parts } of FIXED_SUMS) checkSum(whole, parts, context);
    for (const { whole, parts } of SUMS_TOGETHER) {
      const together = passageOf(parts, context);
      if (together !== null) checkSum(whole, parts, context, together);
    }
    for (const [small, large] of ORDERS) checkOrder(small, large, context);
    for (const [income, spending] of EQUALS) checkBalance(income, spending, context);
    checkBasic(context);
  },
};

interface Measured extends Statement {
  readonly value: Quantity;
}

/** 第二部分里最后一处说的这个数；没有说、大得算不了的为 null。 */
function measured(key: FactKey, context: AuditContext): Measured | null {
  const said = lastSaid(key, context);
  const value = said === null ? null : context.quantity(said.figure);
  return said === null || value === null ? null : { ...said, value };
}

/** 收、支分写的，收入总计等于支出总计。不在同一段的，口径也许不同，只提醒。 */
function checkBalance(income: string, spending: string, context: AuditContext): void {
  const a = measured(income, context);
  const b = measured(spending, context);
  if (a === null || b === null) return;
  const equal = compareEqual(a.value, b.value) !== "disagree";
  context.record(equal ? "一致" : "不一致", [a.figure, b.figure]);
  if (equal) return;
  context.report({
    kind: "cross-section",
    severity: a.passage === b.passage ? "error" : "warning",
    passage: b.passage,
    span: b.span,
    what: `收入总计写${context.printed(a)}，支出总计写${context.printed(b)}，两边不相等。`,
    why: "总计含结转和结余，收入总计必等于支出总计。",
    todo: "请对照收入支出决算总表核实；说的若是本年收入、本年支出，请写“合计”。",
    stated: context.printed(b),
    expected: context.printed(a),
    verdict: "不一致",
    also: [a],
  });
}

/** 第二部分里第一个把各项都写了的段。 */
function passageOf(parts: readonly string[], context: AuditContext): Passage | null {
  const [first, ...rest] = parts.map((part) => context.statementsOf(part));
  const found = first?.find(
    ({ passage }) =>
      passage.paragraph.part === "narrative" &&
      rest.every((others) => others.some((each) => each.passage === passage)),
  );
  return found?.passage ?? null;
}

function checkSum(
  whole: string,
  parts: readonly string[],
  context: AuditContext,
  within: Passage | null = null,
): void {
  const total = measured(whole, context);
  const found = parts.flatMap((part) =>
    within === null
      ? (lastSaid(part, context) ?? [])
      : (context.statementsOf(part).find(({ passage }) => passage === within) ?? []),
  );
  const odd = found.at(-1);
  if (total === null || odd === undefined) return;
  const values = found.flatMap((each) => context.quantity(each.figure) ?? []);
  if (values.length < found.length) return;
  const sum = addQuantities(values);
  const comparison = compareEqual(sum, total.value);
  const figures = [total.figure, ...found.map(({ figure }) => figure)];
  if (comparison !== "disagree") {
    context.record(comparison === "agree" ? "一致" : "尾差可解释", figures);
    return;
  }
  // 有一项没有写出来：只能说不得超过总数。
  if (found.length < parts.length && canBeAtMost(sum, total.value)) {
    if (!REST_IS_ZERO.has(found.map(({ key }) => key).join())) return;
  }
  context.record("不一致", figures);
  const names = found.map((each) => context.printed(each)).join(" + ");
  context.report({
    kind: "sum",
    severity: "error",
    passage: odd.passage,
    span: odd.span,
    what: `${names}合计${moneyText(sum.point, context.style)}，而总数写${context.printed(total)}。`,
    why: "总数等于各部分之和。",
    todo: `请对照决算表核实：总数改为${moneyText(sum.point, context.style)}，或改写错的那一部分。`,
    stated: context.printed(total),
    expected: moneyText(sum.point, context.style),
    verdict: "不一致",
    also: [total, ...found.slice(0, -1)],
  });
}

function checkOrder(small: string, large: string, context: AuditContext): void {
  const a = measured(small, context);
  const b = measured(large, context);
  if (a === null || b === null) return;
  if (canBeAtMost(a.value, b.value)) {
    context.record("一致", [a.figure, b.figure]);
    return;
  }
  context.record("不一致", [a.figure, b.figure]);
  context.report({
    kind: "cross-section",
    severity: "error",
    passage: a.passage,
    span: a.span,
    what: `${context.printed(a)}大于它所属的${context.printed(b)}。`,
    why: "部分不会大于整体。",
    todo: "请对照决算表核实这两个数。",
    stated: context.printed(a),
    verdict: "不一致",
    also: [b],
  });
}

/** 本年支出全是一般公共预算财政拨款的，第三节的基本支出就是第六节的基本支出。 */
function checkBasic(context: AuditContext): void {
  const all = measured("本年支出", context);
  const general = measured("一般公共预算支出", context);
  if (all === null || general === null) return;
  if (compareEqual(all.value, general.value) !== "agree") return;
  const third = measured("支出.基本支出", context);
  const sixth = measured("基本", context);
  if (third === null || sixth === null) return;
  const comparison = compareEqual(third.value, sixth.value);
  context.record(comparison === "disagree" ? "不一致" : "一致", [third.figure, sixth.figure]);
  if (comparison !== "disagree") return;
  context.report({
    kind: "cross-section",
    severity: "error",
    passage: third.passage,
    span: third.span,
    what: `本年支出全部是一般公共预算财政拨款，基本支出却在这里写${context.printed(third)}，在${sectionName(sixth.passage.paragraph.section)}写${context.printed(sixth)}。`,
    why: "没有别的资金时，两处的基本支出是同一个数。",
    todo: "请对照财决04、财决07表核实，改正写错的一处。",
    stated: context.printed(third),
    expected: context.printed(sixth),
    verdict: "不一致",
    also: [sixth],
  });
}
