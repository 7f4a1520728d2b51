import { functionalSubjects } from "../../subjects/generated/functional-subjects.ts";
import type { DraftContext } from "../context.ts";
import type { BudgetKind } from "../facts/budget-kind.ts";
import { functionalItems } from "../facts/functional-items.ts";
import { budgetedClasses } from "../facts/item-budgets.ts";
import { occurs } from "../facts/known.ts";

const SUBJECTS = new Map(functionalSubjects.map((subject) => [subject.code, subject]));

/** 一条科目名词。`meaning` 为 null 表示没有释义，须由人补；`doubtful` 表示释义未经核实。 */
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

function subjectTerm(context: DraftContext, code: string, title: string): SubjectTerm {
  const typed = context.inputs.terms.get(code);
  if (typed !== undefined) return { code, title, meaning: typed, doubtful: false };
  const subject = SUBJECTS.get(code);
  if (subject === undefined || subject.meaning === "") {
    return { code, title, meaning: null, doubtful: false };
  }
  const doubtful = !subject.confirmed && !context.inputs.termsConfirmed;
  return { code, title, meaning: subject.meaning, doubtful };
}
