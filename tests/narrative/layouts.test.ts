import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { type LayoutVariant, relayout } from "../fixtures/relayout.ts";
import { draftExample, narratives, openExample, paragraphsOf } from "./example-drafts.ts";

const VARIANTS: readonly (readonly [string, LayoutVariant])[] = [
  ["工作表另起名、乱序、夹带无关的表", { sheetNames: "numbered", shuffle: 7, unknownSheets: true }],
  [
    "整张表移位，编码分三格，合计在最后",
    { shift: { rows: 3, columns: 2 }, threeCellCodes: true, totalLast: true },
  ],
  ["以万元计，写到六位小数", { wan: true, sheetNames: "title" }],
  ["数字存成带千分位的全角文本", { textNumbers: true, fullWidth: true, sheetNames: "dash" }],
  [
    "没有合并、表号、栏次，标题带年度，行名折行，工作表隐藏",
    {
      noMerges: true,
      noCornerCodes: true,
      noColumnNumbers: true,
      titlePrefix: true,
      wrappedLabels: true,
      hiddenSheets: true,
    },
  ],
];

describe.each(narratives)("$workbook 换一种排法", (narrative) => {
  it.each(VARIANTS)("%s：说明一字不差，每个数的值也不变", async (_, variant) => {
    const example = await openExample(narrative);
    const same = draftNarrative({
      current: recogniseTables(relayout(example.currentWorkbook, variant), "current"),
      prior: recogniseTables(relayout(example.priorWorkbook, variant), "prior"),
      inputs: example.inputs,
    });
    const content = (draft: typeof same) =>
      paragraphsOf(draft).map(({ id, text, figures, gaps, chart }) => ({
        id,
        text,
        values: figures.map(({ value, formula }) => [value, formula]),
        asks: gaps.map((gap) => gap.asks),
        chart: chart?.cents,
      }));
    expect(content(same)).toEqual(content(draftExample(example)));
  });
});
