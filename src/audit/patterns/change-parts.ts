import type { Quantity } from "../arithmetic/quantity.ts";
import { addQuantities, compareEqual } from "../arithmetic/relations.ts";
import type { ChangeClaim } from "../claims/claims.ts";
import { alternatives, currentOf } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { moneyText } from "../wording.ts";

const WHOLE = "三公";
const PARTS = ["三公.出国", "三公.公车", "三公.接待"] as const;

export const pattern: Pattern = {
  id: "change-parts",
  title: "增减额前后一致，总的增减等于各部分增减之和",
  about:
    "“三公”经费总的增减等于出国、公车、接待三项增减之和；同一个数的增减额在不同节、附件里说几遍的要一致。",
  oddForms: [{ form: "某一部分只写“与上年持平”，或没有支出时不写增减", from: "各级单位公开稿" }],
  check(context) {
    checkParts(context);
    checkRepeats(context);
  },
};

interface Signed {
  readonly value: Quantity;
  readonly claim: ChangeClaim | null;
}

function checkParts(context: AuditContext): void {
  const total = changeOf(WHOLE, context);
  const parts = PARTS.map((part) => changeOf(part, context));
  if (total === null) return;
  const known: Signed[] = [];
  for (const part of parts) {
    if (part === null) return;
    known.push(part);
  }
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
    return { value: claim.direction === "增加" ? value : negative(value), claim };
  }
  return context.book.sames.some(inNarrative)
    ? { value: { low: 0, high: 0, point: 0 }, claim: null }
    : null;
}

function negative({ low, high, point }: Quantity): Quantity {
  return { low: 0 - high, high: 0 - low, point: 0 - point };
}

/** 附件、别的节里再说一遍的增减额。 */
function checkRepeats(context: AuditContext): void {
  for (const claim of context.book.changes) {
    if (claim.key === null || claim.against !== "prior") continue;
    if (claim.passage.paragraph.part === "narrative") continue;
    if (currentOf(claim, context) === null) continue;
    const names = alternatives(claim.key);
    const first = context.book.changes.find(
      (each) =>
        each !== claim &&
        each.against === "prior" &&
        each.key !== null &&
        names.includes(each.key) &&
        each.passage.paragraph.index < claim.passage.paragraph.index &&
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
      what: `这里写${claim.direction}${stated}，而“${first.passage.paragraph.section}”写${first.direction}${other}。`,
      why: "说的是同一个数的变动，前后必须一致。",
      todo: `请核实：改这里为${first.direction}${other}，或改“${first.passage.paragraph.section}”。`,
      stated: `${claim.direction}${stated}`,
      expected: `${first.direction}${other}`,
      verdict: "不一致",
      also: [{ passage: first.passage, span: first.span }],
    });
  }
}
