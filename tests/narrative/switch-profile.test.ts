import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, Figure } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import { type DraftStyle, defaultStyle } from "../../src/narrative/style.ts";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { generatePair } from "../fixtures/generator/generate.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";
import { narratives, openExample, paragraphsOf } from "./example-drafts.ts";

interface Books {
  readonly current: TableSet;
  readonly prior: TableSet | null;
  readonly inputs: Inputs;
}

function draftWith(name: string, books: Books, options: Partial<DraftStyle> = {}): Draft {
  const profile = shippedProfiles.find(name);
  if (profile === null) throw new Error(`没有 ${name}`);
  return draftNarrative({ ...books, profile, options });
}

/** 数是什么：从哪几格、照什么算式得来；印成元还是万元、百分比还是计数不管。 */
const identity = ({ from, formula }: Figure) => JSON.stringify([formula, from]);

/** 一份草稿里各个数的值；同一个数在文中几处必须相同。 */
function valuesOf(draft: Draft, of: (figure: Figure) => string): Map<string, string> {
  const values = new Map<string, string>();
  for (const figure of paragraphsOf(draft).flatMap(({ figures }) => figures)) {
    const key = identity(figure);
    expect(of(figure), key).toBe(values.get(key) ?? of(figure));
    values.set(key, of(figure));
  }
  return values;
}

/** 几套模板都印的数；凡有两套印了，值就相同。 */
function sharedFigures(
  books: Books,
  of: (figure: Figure) => string,
  options: Partial<DraftStyle> = {},
): number {
  const all = new Map<string, string>();
  let shared = 0;
  for (const name of shippedProfiles.names) {
    for (const [key, value] of valuesOf(draftWith(name, books, options), of)) {
      const known = all.get(key);
      if (known !== undefined) shared += 1;
      expect(value, `${name} ${key}`).toBe(known ?? value);
      all.set(key, value);
    }
  }
  return shared;
}

const value = (figure: Figure) => figure.value;

/** 舍入为零的增减率写“不足0.01%”，同一个比作占比印就是 0.00%。 */
const printed = ({ text }: Figure) => text.replace(/^不足0\.01%$/, "0.00%");

describe("换一套说明模板，换的是话，不是数", () => {
  it.each(narratives)("$workbook：各套都印的数，值相同", async (narrative) => {
    const { current, prior, inputs } = await openExample(narrative);
    for (const given of [inputs, noInputs]) {
      for (const last of [prior, null]) {
        const books = { current, prior: last, inputs: given };
        expect(sharedFigures(books, value)).toBeGreaterThan(100);
      }
    }
  });

  it.each(narratives)("$workbook：写法一样，印出来的字也一样", async (narrative) => {
    const { current, prior, inputs } = await openExample(narrative);
    sharedFigures({ current, prior, inputs }, printed, defaultStyle);
    sharedFigures({ current, prior, inputs }, printed, {
      ...defaultStyle,
      amountZeros: "保留",
      grouping: true,
      percentDecimals: 2,
      exactNumbers: "带小数",
    });
  });

  it("随机的工作簿也是", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1_000_000 }),
          items: fc.integer({ min: 1, max: 14 }),
          governmentFundItems: fc.integer({ min: 0, max: 2 }),
          stateCapitalItems: fc.integer({ min: 0, max: 2 }),
          otherIncome: fc.boolean(),
          carryovers: fc.boolean(),
          adjustments: fc.boolean(),
          without: fc.subarray(["财决04", "财决07", "财决08", "财决08-1", "财决附03"], {
            maxLength: 2,
          }),
        }),
        (options) => {
          const pair = generatePair(options);
          const current = recogniseTables(asWorkbook(pair.current), "current");
          const prior = recogniseTables(asWorkbook(pair.prior), "prior");
          const books = { current, prior, inputs: noInputs };
          expect(sharedFigures(books, value)).toBeGreaterThan(30);
        },
      ),
      { numRuns: 30 },
    );
  });
});
