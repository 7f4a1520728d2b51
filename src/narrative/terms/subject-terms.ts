import { findFunctional, functionalNames, normaliseSubjectName } from "../../subjects/lookup.ts";
import type { DraftContext } from "../context.ts";
import type { BudgetKind } from "../facts/budget-kind.ts";
import { functionalItems } from "../facts/functional-items.ts";
import { budgetedClasses } from "../facts/item-budgets.ts";
import { occurs } from "../facts/known.ts";

/** 一条科目名词。`meaning` 为 null 表示没有释义，须由人补；`doubtful` 表示释义没有核对过，还要由人看。 */
export interface SubjectTerm {
  readonly code: string;
  readonly title: string;
  readonly meaning: string | null;
  readonly doubtful: boolean;
}

/** 第二部分列到的每一项各一条：五（三）的各项，再加政府性基金、国有资本经营的各项。叫法与第二部分相同。 */
export function subjectTerms(context: DraftContext): SubjectTerm[] {
  const listed = new Map<string, string>();
  for (const { items } of budgetedClasses(context.current, context.inputs)) {
    for (const { code, title } of items) listed.set(code, title);
  }
  const others: readonly BudgetKind[] = ["政府性基金预算财政拨款", "国有资本经营预算财政拨款"];
  for (const kind of others) {
    for (const { code, title, amount } of functionalItems(context.current, kind)) {
      if (occurs(amount) && !listed.has(code)) listed.set(code, title);
    }
  }
  return [...listed].map(([code, title]) => subjectTerm(context, code, title));
}

/**
 * 填报的优先；没有填的取科目表当年的释义，没有核对过的、科目表上不叫这个名称的都算存疑，直到由人核对。
 */
function subjectTerm({ inputs, year }: DraftContext, code: string, title: string): SubjectTerm {
  const typed = inputs.terms.get(code);
  if (typed !== undefined) return { code, title, meaning: typed, doubtful: false };
  const subject = findFunctional(code, year);
  if (subject === null) return { code, title, meaning: null, doubtful: false };
  const sure = subject.confirmed && isNamedSo(code, title);
  return { code, title, meaning: subject.meaning, doubtful: !sure && !inputs.termsConfirmed };
}

/** 单位表上的名称是不是这个编码用过的名称；各地自设的科目可能占用了别的编码。 */
function isNamedSo(code: string, title: string): boolean {
  const name = title.split(/（[类款项]）/).findLast((part) => part !== "") ?? "";
  return functionalNames(code).has(normaliseSubjectName(name));
}
