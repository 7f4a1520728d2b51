import type { DraftContext } from "../../../src/narrative/context.ts";
import { currentBook, priorBook } from "../../../src/narrative/facts/book.ts";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { defaultStyle } from "../../../src/narrative/style.ts";
import type { TableSet } from "../../../src/tables/table.ts";
import { narratives, openExample } from "../example-drafts.ts";
import { handBuilt } from "../hand-built.ts";

function contextOf(current: TableSet, prior: TableSet | null, inputs: Inputs): DraftContext {
  return {
    unit: current.unit ?? "",
    level: "单位",
    levelStated: true,
    year: current.year,
    style: { ...defaultStyle, ...inputs.style, onBudget: "写明原因" },
    inputs,
    current: currentBook(current),
    prior: priorBook(prior, current.year === null ? null : current.year - 1),
    tables: current,
  };
}

/** 各种情形下的材料：四个示例，给不给上年、填不填报；一张表也没有的；每张表都空着的。 */
export async function contexts(): Promise<readonly (readonly [name: string, DraftContext])[]> {
  const examples = await Promise.all(
    narratives.map(async (narrative) => {
      const { current, prior, inputs } = await openExample(narrative);
      return [
        [`${narrative.workbook}`, contextOf(current, prior, inputs)],
        [`${narrative.workbook}，没有上年、没有填报`, contextOf(current, null, noInputs)],
      ] as const;
    }),
  );
  const none = handBuilt("current", { year: 2023, tables: {} });
  const blank = handBuilt("current", {
    year: 2023,
    tables: { 财决01: {}, "财决01-1": {}, 财决04: {}, 财决附03: {} },
  });
  return [
    ...examples.flat(),
    ["一张表也没有", contextOf(none, null, noInputs)],
    ["年度不明", contextOf({ ...none, year: null }, null, noInputs)],
    ["表都空着", contextOf(blank, null, noInputs)],
  ];
}
