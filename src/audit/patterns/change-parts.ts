import type { Quantity } from "../arithmetic/quantity.ts";
import { addQuantities, compareEqual } from "../arithmetic/relations.ts";
import type { ChangeClaim } from "../claims/claims.ts";
import { type FactKey, keyOf, wholeOf } from "../claims/keys.ts";
import { alternatives } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, DIRECTION, directionOf } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { sectionName } from "../structure/section-name.ts";
import type { Figure } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

const WHOLE = "三公";
const PARTS = ["三公.出国", "三公.公车", "三公.接待"] as const;

export const pattern: Pattern = {
  id: "change-parts",
  title: "增减额前后一致，总的增减等于各部分增减之和",
  about:
    "“X减少Δ，其中：甲减少A、乙增加B”各项增减（减的为负）之和等于总的增减；“三公”经费总的增减等于出国、公车、接待三项增减之和；同一个数的增减额在不同节、附件里说几遍的要一致。",
  oddForms: [
    { form: "某一部分只写“与上年持平”，或没有支出时不写增减", from: "各级单位公开稿" },
    { form: "总的增减后面隔着增减率、句号才是“其中”", from: "各级部门公开稿" },
  ],
  check(context) {
    const listed = new Set<Figure>();
    for (const claim of context.book.changes) {
      if (checkListed(claim, context)) listed.add(claim.change);
    }
    checkParts(listed, context);
    checkRepeats(context);
  },
};

interface Signed {
  readonly value: Quantity;
  readonly claim: ChangeClaim | null;
}

/** `其中：` 紧跟在总的增减后面，也可以写在括号里。 */
const LINK = /^）?[，。；（]?其中[：:，]?/;
const PART = new RegExp(`(${DIRECTION})(?:了|额|金额|支出|收入|经费)?(?:为|约)?(${AMOUNT})`, "g");
/** 说到这些，后面的增减也许不是并列的一项：比的是预算，是某一项的原因，还有没列的。 */
const UNSURE = /预算|原因|由于|因为|主要|等(?:支出|费用|方面|项目)?.?$/;

/** 总的增减后面逐项列出的增减，加起来是不是总的。比过的为真。 */
function checkListed(claim: ChangeClaim, context: AuditContext): boolean {
  const { passage } = claim;
  const link = LINK.exec(passage.shape.text.slice(claim.span.end));
  const total = context.quantity(claim.change);
  if (link === null || total === null) return false;
  const { parts, end } = listedParts(claim, claim.span.end + link[0].length);
  const values = parts.flatMap(({ figure, direction }) => {
    const value = context.quantity(figure);
    return value === null ? [] : [signed(value, direction)];
  });
  if (parts.length < 2 || values.length < parts.length) return false;
  const whole = signed(total, claim.direction);
  const sum = addQuantities(values);
  const fits = compareEqual(sum, whole) !== "disagree";
  const levels = new Set(parts.flatMap(({ above }) => above ?? []));
  const unsure = UNSURE.test(passage.shape.text.slice(claim.span.end, end + 2));
  // 各项的上级不同，是一项与它的分项平着列在一起。
  if (!fits && (unsure || levels.size > 1)) return false;
  context.record(fits ? "一致" : "不一致", [claim.change, ...parts.map(({ figure }) => figure)]);
  if (fits) return true;
  const stated = signedText(whole.point, context);
  const expected = signedText(sum.point, context);
  // 总计的变动里还有年末结转和结余、结余分配的变动。
  const open = alternatives(claim.key ?? "").length > 1;
  context.report({
    kind: "sum",
    severity: open ? "warning" : "error",
    passage,
    span: { start: claim.span.start, end },
    what: `总的是${stated}，列出的${parts.length}项增减合计是${expected}。`,
    why: "总的增减等于各项增减之和，减少的为负。",
    todo: `请对照两年的决算表核实：总的改为${expected}，或改写错、补漏列的那一项。`,
    stated,
    expected,
    verdict: "不一致",
  });
  return true;
}

interface ListedChange {
  readonly figure: Figure;
  readonly direction: ChangeClaim["direction"];
  /** 这一项的上级；看不出为 null。 */
  readonly above: FactKey | null;
}

/** 从 `from` 起到句末的各项增减；括号里的、再下一层“其中”的、与总数同级的不是它的项。 */
function listedParts(claim: ChangeClaim, from: number): { parts: ListedChange[]; end: number } {
  const { shape, sentences, paragraph } = claim.passage;
  const stop = sentences.find(({ end }) => from < end)?.end ?? from;
  const text = shape.text
    .slice(from, stop)
    .replace(/（[^（）]{0,200}）/g, (aside) => "（".repeat(aside.length))
    .replace(/）.*/, "");
  const parts: ListedChange[] = [];
  let end = 0;
  let separators = "";
  for (const match of matchesOf(PART, text)) {
    const between = text.slice(end, match.index);
    const leaves = between.includes("；") && separators !== "" && !separators.includes("；");
    const subject = keyOf(between.replace(/^.*[，。；：、]/, ""), paragraph);
    const above = subject === null ? null : wholeOf(subject);
    const beside = subject !== null && claim.key !== null && above === wholeOf(claim.key);
    const figure = shape.byPosition.get(from + match.index + match[0].length - 1);
    if (figure === undefined || leaves || beside || between.includes("其中")) break;
    if (parts.length > 0) separators += between;
    parts.push({ figure, direction: directionOf(match[1] ?? ""), above });
    end = match.index + match[0].length;
  }
  return { parts, end: from + end };
}

function checkParts(listed: ReadonlySet<Figure>, context: AuditContext): void {
  const total = changeOf(WHOLE, context);
  const known = PARTS.flatMap((part) => changeOf(part, context) ?? []);
  if (total === null || known.length < PARTS.length) return;
  if (total.claim !== null && listed.has(total.claim.change)) return;
  const sum = addQuantities(known.map(({ value }) => value));
  const comparison = compareEqual(sum, total.value);
  const figures = [total, ...known].map(({ claim }) => claim?.change ?? null);
  context.record(comparison === "disagree" ? "不一致" : "一致", figures);
  if (comparison !== "disagree" || total.claim === null) return;
  context.report({
    kind: "cross-section",
    severity: "error",
    passage: total.claim.passage,
    span: total.claim.span,
    what: `“三公”经费总的增减是${signedText(total.value.point, context)}，三项增减合计是${signedText(sum.point, context)}。`,
    why: "总数等于三项之和，总的增减也等于三项增减之和。",
    todo: "请对照两年的附03表核实总的增减额和各项增减额。",
    stated: signedText(total.value.point, context),
    expected: signedText(sum.point, context),
    verdict: "不一致",
    also: known.flatMap(({ claim }) =>
      claim === null ? [] : [{ passage: claim.passage, span: claim.span }],
    ),
  });
}

function signedText(point: number, context: AuditContext): string {
  return `${point < 0 ? "减少" : "增加"}${moneyText(Math.abs(point), context.style)}`;
}

/** 第二部分里某个数的增减；写“持平”的为零；没有说的为 null。 */
function changeOf(key: string, context: AuditContext): Signed | null {
  const inNarrative = (each: {
    readonly key: string | null;
    readonly passage: ChangeClaim["passage"];
  }) => each.key === key && each.passage.paragraph.part === "narrative";
  const claim = context.book.changes.find((each) => each.against === "prior" && inNarrative(each));
  if (claim !== undefined) {
    const value = context.quantity(claim.change);
    if (value === null) return null;
    return { value: signed(value, claim.direction), claim };
  }
  return context.book.sames.some(inNarrative)
    ? { value: { low: 0, high: 0, point: 0 }, claim: null }
    : null;
}

/** 减少的为负。 */
function signed(value: Quantity, direction: ChangeClaim["direction"]): Quantity {
  const { low, high, point } = value;
  return direction === "增加" ? value : { low: 0 - high, high: 0 - low, point: 0 - point };
}

/** 附件、别的节里再说一遍的增减额。 */
function checkRepeats(context: AuditContext): void {
  for (const claim of context.book.changes) {
    if (claim.key === null || claim.against !== "prior") continue;
    if (claim.passage.paragraph.part === "narrative") continue;
    const names = alternatives(claim.key);
    const first = context.book.changes.find(
      (each) =>
        each.against === "prior" &&
        names.includes(each.key ?? "") &&
        each.passage.paragraph.part === "narrative",
    );
    if (first === undefined) continue;
    const here = context.quantity(claim.change);
    const there = context.quantity(first.change);
    if (here === null || there === null) continue;
    const same = first.direction === claim.direction && compareEqual(here, there) !== "disagree";
    context.record(same ? "一致" : "不一致", [claim.change, first.change]);
    if (same) continue;
    const stated = context.printed({ passage: claim.passage, figure: claim.change });
    const other = context.printed({ passage: first.passage, figure: first.change });
    context.report({
      kind: "cross-section",
      severity: "error",
      passage: claim.passage,
      span: claim.span,
      what: `这里写${claim.direction}${stated}，而${sectionName(first.passage.paragraph.section)}写${first.direction}${other}。`,
      why: "说的是同一个数的变动，前后必须一致。",
      todo: `请核实：改这里为${first.direction}${other}，或改${sectionName(first.passage.paragraph.section)}的为${claim.direction}${stated}。`,
      stated: `${claim.direction}${stated}`,
      expected: `${first.direction}${other}`,
      verdict: "不一致",
      also: [{ passage: first.passage, span: first.span }],
    });
  }
}
