import { addQuantities, canBeAtMost, compareEqual } from "../arithmetic/relations.ts";
import type { BudgetBasis } from "../claims/claims.ts";
import { FIXED_SUMS, type FixedSum, lastSaid } from "../claims/fixed-sums.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { moneyText } from "../wording.ts";

const BASES: readonly (readonly [BudgetBasis, name: string])[] = [
  ["initial", "年初预算"],
  ["budget", "预算"],
];

export const pattern: Pattern = {
  id: "budget-parts",
  title: "总的预算数等于各项预算数之和",
  about:
    "“三公”一节既写总的预算数，又逐项写预算数的，各项之和等于总数；缺了某一项的，其余各项之和不超过总数。年初预算、全年预算各加各的。",
  oddForms: [
    {
      form: "“三公”年初预算A，支出决算B，其中：甲年初预算C，支出决算D；乙……",
      from: "直辖市区级部门公开稿",
    },
  ],
  check(context) {
    for (const sum of FIXED_SUMS) {
      for (const [basis, name] of BASES) checkSum(sum, basis, name, context);
    }
  },
};

function checkSum(
  { whole, parts }: FixedSum,
  basis: BudgetBasis,
  name: string,
  context: AuditContext,
): void {
  const total = lastSaid(whole, context, basis);
  const said = parts.flatMap((part) => lastSaid(part, context, basis) ?? []);
  const totalValue = total === null ? null : context.quantity(total.figure);
  const values = said.flatMap(({ figure }) => context.quantity(figure) ?? []);
  if (total === null || totalValue === null || values.length === 0) return;
  // `预算A，其中：甲B、乙C`，已由“列举的各项”查过。
  if (context.listsIn(total.passage).some((list) => list.total === total.figure)) return;
  const sum = addQuantities(values);
  const fits = compareEqual(sum, totalValue) !== "disagree";
  if (!fits && said.length < parts.length && canBeAtMost(sum, totalValue)) return;
  context.record(fits ? "一致" : "不一致", [total.figure, ...said.map(({ figure }) => figure)]);
  if (fits) return;
  const sumText = moneyText(sum.point, context.style);
  const totalText = context.printed(total);
  context.report({
    kind: "sum",
    severity: "error",
    passage: total.passage,
    span: total.span,
    what: `总的${name}写${totalText}，各项${name}${said.map((each) => context.printed(each)).join("、")}合计${sumText}。`,
    why: "总的预算等于各项预算之和；预算写错，完成率也跟着错。",
    todo: `请对照决算表的预算数核实：总的改为${sumText}，或改写错的那一项。`,
    stated: totalText,
    expected: sumText,
    verdict: "不一致",
    also: said,
  });
}
