import type { Finding } from "../../findings/finding.ts";
import type { DraftContext } from "../context.ts";
import { budgetDoubts } from "./budget-doubts.ts";
import { inputDoubts } from "./input-doubts.ts";
import { reasonDoubts } from "./reason-doubts.ts";
import { roundingDoubts } from "./rounding-doubts.ts";
import { sumDoubts } from "./sum-doubts.ts";
import { tableDoubts } from "./table-doubts.ts";
import { termDoubts } from "./term-doubts.ts";

/** 全部疑点，按所在章节的大致先后。 */
export function doubts(context: DraftContext): Finding[] {
  return [
    ...tableDoubts(context),
    ...sumDoubts(context),
    ...budgetDoubts(context),
    ...inputDoubts(context),
    ...reasonDoubts(context),
    ...termDoubts(context),
    ...roundingDoubts(context),
  ];
}
