import type { Finding } from "../../findings/finding.ts";
import type { DraftContext } from "../context.ts";
import type { Section } from "../draft.ts";
import { annexDoubts } from "./annex-doubts.ts";
import { budgetDoubts } from "./budget-doubts.ts";
import { initialBudgetDoubts } from "./initial-budget-doubts.ts";
import { inputDoubts } from "./input-doubts.ts";
import { reasonDoubts } from "./reason-doubts.ts";
import { roundingDoubts } from "./rounding-doubts.ts";
import { sumDoubts } from "./sum-doubts.ts";
import { tableDoubts } from "./table-doubts.ts";
import { termDoubts } from "./term-doubts.ts";

/** 全部疑点，按所在章节的大致先后。`sections` 是起草好的各节。 */
export function doubts(context: DraftContext, sections: readonly Section[]): Finding[] {
  return [
    ...tableDoubts(context),
    ...sumDoubts(context),
    ...budgetDoubts(context),
    ...inputDoubts(context),
    ...reasonDoubts(context),
    ...termDoubts(context),
    ...roundingDoubts(context, sections),
    ...initialBudgetDoubts(context, sections),
    ...annexDoubts(context, sections),
  ];
}
