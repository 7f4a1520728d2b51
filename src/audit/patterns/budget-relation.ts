import { compareEqual } from "../arithmetic/relations.ts";
import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, BUDGET_RELATION, basisOf, relationOf } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

const FORM = new RegExp(
  `(年初|全年|调整后?)?预算数?(?:为|是)?${AMOUNT}，(?:支出)?决算数?(?:为|是)?${AMOUNT}[，。；]${BUDGET_RELATION}`,
  "g",
);

export const pattern: Pattern = {
  id: "budget-relation",
  title: "决算数与预算数的大小",
  about:
    "写明预算数、决算数，又说“大于、小于、与预算数持平”的，直接比这两个数；不写完成率的也查得到。",
  oddForms: [
    { form: "年初预算为A，支出决算为B，决算数与预算数持平", from: "直辖市区级部门公开稿" },
  ],
  check(context) {
    for (const passage of context.passages) {
      if (passage.paragraph.part === "narrative") checkPassage(passage, context);
    }
  },
};

function checkPassage(passage: Passage, context: AuditContext): void {
  const { shape } = passage;
  if (shape.figures.length < 2) return;
  for (const match of matchesOf(FORM, shape.text)) {
    const { word, against } = relationOf(match);
    // 说的是大于年初预算，前面紧挨着的却是全年预算：比的不是这个数。
    if (against !== "" && basisOf(match[1] ?? "") !== basisOf(against)) continue;
    const [first, second] = shape.figures.filter(
      ({ shapeAt }) => shapeAt >= match.index && shapeAt < match.index + match[0].length,
    );
    const budget = first === undefined ? null : context.quantity(first);
    const actual = second === undefined ? null : context.quantity(second);
    if (first === undefined || second === undefined || budget === null || actual === null) continue;
    const fits = {
      大于: actual.high > budget.low,
      小于: actual.low < budget.high,
      等于: compareEqual(actual, budget) !== "disagree",
    }[word];
    context.record(fits ? "一致" : "不一致", [first, second]);
    if (fits) continue;
    const right =
      actual.point === budget.point ? "等于" : actual.point > budget.point ? "大于" : "小于";
    context.report({
      kind: "contradiction",
      severity: "error",
      passage,
      span: { start: match.index, end: match.index + match[0].length },
      what: `预算${context.printed({ passage, figure: first })}、决算${context.printed({ passage, figure: second })}，却说决算数${word}预算数。`,
      why: "大小说反，后面的原因也跟着错。",
      todo: `请核实两个数；都无误的，改为“决算数${right}预算数”。`,
      stated: word,
      expected: right,
      verdict: "不一致",
    });
  }
}
