import { describe, expect, it } from "vitest";
import { readOldDraft } from "../../../src/cli/old-draft.ts";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import { generatePair } from "../../fixtures/generator/generate.ts";
import { Random } from "../../fixtures/generator/random.ts";
import { asWorkbook } from "../../fixtures/generator/write.ts";
import { withChangedCells } from "./changed-cells.ts";
import { EditPlay } from "./edit-play.ts";
import { editedDocx, editedXlsx } from "./edited-files.ts";

describe("经过真的文件，更新许多遍", () => {
  it.each([
    ["docx", editedDocx, true],
    ["xlsx", editedXlsx, false],
  ] as const)(".%s：打过的字不丢，没改的都对，过时的都标出", async (format, write, joins) => {
    const random = new Random(21);
    const pair = generatePair({ seed: 21 });
    const prior = recogniseTables(asWorkbook(pair.prior), "prior");
    let book = asWorkbook(pair.current);
    const draft = () =>
      draftNarrative({ current: recogniseTables(book, "current"), prior, inputs: noInputs });
    const play = new EditPlay(random, draft(), joins);
    for (let round = 0; round < 12; round += 1) {
      for (let edits = random.integer(1, 8); edits > 0; edits -= 1) play.edit();
      book = withChangedCells(book, random, 40);
      const faults = await play.update(draft(), async ({ paragraphs, base }) => {
        const read = await readOldDraft(await write(paragraphs, base), `旧稿.${format}`);
        expect(read.base).toEqual(base);
        return read;
      });
      expect(faults, `第 ${round + 1} 遍`).toEqual([]);
    }
  });
});
