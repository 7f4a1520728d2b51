import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import type { Workbook } from "../../../src/workbook/workbook.ts";
import { generatePair } from "../../fixtures/generator/generate.ts";
import { Random } from "../../fixtures/generator/random.ts";
import { asWorkbook } from "../../fixtures/generator/write.ts";
import { EditPlay } from "./edit-play.ts";

/** 随手改几格金额（带小数点的）；行次、科目编码不动。 */
function withChangedCells(workbook: Workbook, random: Random, count: number): Workbook {
  const places = workbook.sheets.flatMap((sheet, at) =>
    sheet.rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell?.kind === "number" && cell.text.includes(".") ? [{ at, r, c }] : [],
      ),
    ),
  );
  const chosen = new Map(
    Array.from({ length: count }, () => random.pick(places)).map((place) => [
      `${place.at}/${place.r}/${place.c}`,
      `${random.integer(0, 90_000_000)}.${random.integer(10, 99)}`,
    ]),
  );
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, at) => ({
      ...sheet,
      rows: sheet.rows.map((row, r) =>
        row?.map((cell, c) => {
          const text = chosen.get(`${at}/${r}/${c}`);
          return cell === undefined || text === undefined ? cell : { ...cell, text };
        }),
      ),
    })),
  };
}

describe("改一改、变一变，更新一百遍", () => {
  it.each([12, 16])("打过的字不丢，没改的都对，过时的都标出（种子 %i）", (seed) => {
    const random = new Random(seed);
    const pair = generatePair({ seed });
    const prior = recogniseTables(asWorkbook(pair.prior), "prior");
    let book = asWorkbook(pair.current);
    const draft = () =>
      draftNarrative({ current: recogniseTables(book, "current"), prior, inputs: noInputs });
    const play = new EditPlay(random, draft());
    for (let round = 0; round < 100; round += 1) {
      for (let edits = random.integer(0, 5); edits >= 0; edits -= 1) play.edit();
      book = withChangedCells(book, random, 40);
      expect(play.update(draft()), `第 ${round + 1} 遍`).toEqual([]);
    }
  });
});
