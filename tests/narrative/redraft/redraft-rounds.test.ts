import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import { generatePair } from "../../fixtures/generator/generate.ts";
import { Random } from "../../fixtures/generator/random.ts";
import { asWorkbook } from "../../fixtures/generator/write.ts";
import { withChangedCells } from "./changed-cells.ts";
import { EditPlay } from "./edit-play.ts";

describe("改一改、变一变，更新一百遍", () => {
  it.each([
    [12, true],
    [103, true],
    [12, false],
    [103, false],
  ])("打过的字不丢，没改的都对，过时的都标出（种子 %i，带底 %s）", async (seed, based) => {
    const random = new Random(seed);
    const pair = generatePair({ seed, items: 6, projects: 3 });
    const prior = recogniseTables(asWorkbook(pair.prior), "prior");
    let book = asWorkbook(pair.current);
    const draft = () =>
      draftNarrative({ current: recogniseTables(book, "current"), prior, inputs: noInputs });
    const play = new EditPlay(random, draft(), based, based);
    for (let round = 0; round < 100; round += 1) {
      for (let edits = random.integer(0, 5); edits >= 0; edits -= 1) play.edit();
      book = withChangedCells(book, random, 40);
      expect(await play.update(draft()), `第 ${round + 1} 遍`).toEqual([]);
    }
  });
});
