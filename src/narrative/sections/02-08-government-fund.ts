import type { SectionBuilder } from "../section.ts";
import { headed } from "../wording/headed.ts";
import { otherBudgetParagraphs } from "../wording/other-budget.ts";

export const section: SectionBuilder = {
  id: "二.八",
  order: 213,
  build: (context) =>
    headed(
      "二.八",
      "八、政府性基金预算支出决算情况说明",
      "heading1",
      otherBudgetParagraphs(context, "二.八", "政府性基金预算财政拨款", "政府性基金预算支出用途"),
    ),
};
