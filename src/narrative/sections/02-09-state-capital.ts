import type { SectionBuilder } from "../section.ts";
import { headed } from "../wording/headed.ts";
import { otherBudgetParagraphs } from "../wording/other-budget.ts";

export const section: SectionBuilder = {
  id: "二.九",
  order: 214,
  build: (context) =>
    headed(
      "二.九",
      "九、国有资本经营预算支出决算情况说明",
      "heading1",
      otherBudgetParagraphs(
        context,
        "二.九",
        "国有资本经营预算财政拨款",
        "国有资本经营预算支出用途",
      ),
    ),
};
