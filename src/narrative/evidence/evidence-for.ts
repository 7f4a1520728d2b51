import type { MoneyFact } from "../fact.ts";
import { isMissing } from "../facts/known.ts";
import { besideFacts } from "./beside-facts.ts";
import { breakdown, breakdownOf, ranked, type Whole } from "./breakdown.ts";
import { classBudgetFacts, itemBudgetSplits, threePublicBudgetSplits } from "./budget-evidence.ts";
import { type Books, budgetItemCode, measured, THREE_PUBLIC_BUDGET } from "./changes.ts";
import type { Breakdown, ChangeKey, Driver, Evidence, EvidenceFact } from "./evidence.ts";
import { initialBudgetItemCode } from "./initial-budget-changes.ts";
import { initialBudgetSplits } from "./initial-budget-evidence.ts";
import { pairs } from "./parts.ts";
import { projectParts } from "./spending-parts.ts";
import { splitsOf } from "./splits.ts";

export interface EvidenceOptions {
  /** 列到占全部变动的百分之几为止，缺省 80。 */
  readonly share?: number;
}

const SHARE = 80;

/**
 * 一个变动的依据：按各种分法拆成最大的几个部分（每部分两头的数、差、单元格），和旁证。
 * 每种分法的 `explained` + `rest` 恰等于变动（分）。变动的两头有一头取不到，或本年没有这一项时为 null。
 */
export function evidenceFor(
  change: ChangeKey,
  books: Books,
  { share = SHARE }: EvidenceOptions = {},
): Evidence | null {
  const found = measured(change, books);
  if (found === null) return null;
  const { subject, against, now, before } = found;
  if (isMissing(now) || isMissing(before)) return null;
  const whole: Whole = { now, before, share };
  const [main = null, ...alternatives] = ranked(breakdownsOf(change, books, whole));
  return {
    change,
    subject,
    against,
    now,
    before,
    cents: now.cents - before.cents,
    main,
    alternatives,
    facts: factsOf(change, books),
    ...projectsOf(change, books, whole),
  };
}

function breakdownsOf(change: ChangeKey, books: Books, whole: Whole): Breakdown[] {
  const { current, prior } = books;
  if (change === THREE_PUBLIC_BUDGET) return threePublicBudgetSplits(current, whole);
  const code = budgetItemCode(change);
  if (code !== null) return itemBudgetSplits(current, code, whole);
  const initial = initialBudgetSplits(change, books, whole);
  if (initial.length > 0) return initial;
  return splitsOf(change, current, prior).flatMap((split) => {
    const found = breakdown(split, current, prior, whole);
    return found === null ? [] : [found];
  });
}

function factsOf(change: ChangeKey, { current, prior }: Books): EvidenceFact[] {
  const code = budgetItemCode(change) ?? initialBudgetItemCode(change);
  return code === null ? besideFacts(change, current, prior) : classBudgetFacts(current, code);
}

/** 各变动的项目列在哪张表。 */
const PROJECT_FORMS: Readonly<Record<ChangeKey, string>> = {
  收支总计增减: "财决05-2",
  支出总计增减: "财决05-2",
  财政拨款收支总计增减: "财决08-2",
  财政拨款支出总计增减: "财决08-2",
  一般公共预算财政拨款支出增减: "财决08-2",
};

/** 上年没有支出而本年有的、上年有而本年没有的项目，从大到小。 */
function projectsOf(
  change: ChangeKey,
  { current, prior }: Books,
  whole: Whole,
): { newProjects: readonly Driver[]; endedProjects: readonly Driver[] } {
  const form = PROJECT_FORMS[change];
  const list = form === undefined ? () => null : projectParts(form);
  const [now, before] = [list(current), list(prior)];
  if (now === null || before === null) return { newProjects: [], endedProjects: [] };
  const { drivers } = breakdownOf("按项目", pairs(now, before), { ...whole, share: 100 });
  return {
    newProjects: drivers.filter(({ before }) => isZero(before)),
    endedProjects: drivers.filter(({ now }) => isZero(now)),
  };
}

function isZero({ cents }: MoneyFact): boolean {
  return cents === 0;
}
