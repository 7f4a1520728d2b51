import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { shippedProfiles } from "../../../src/narrative/templates/shipped-profiles.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import { generatePair } from "../../fixtures/generator/generate.ts";
import { asWorkbook, workbookBytes } from "../../fixtures/generator/write.ts";
import { narratives, openExample } from "../example-drafts.ts";
import { misplaced } from "./labels.ts";
import { RawLabels } from "./raw-labels.ts";

const examples = new URL("../../../examples/", import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, examples)));

const profiles = shippedProfiles.names.flatMap((name) => shippedProfiles.find(name) ?? []);

describe("算式里的每个名称，对着的那一格的行名、栏名就是它", () => {
  it.each(narratives)("$workbook", async (narrative) => {
    const { current, prior } = await openExample(narrative);
    const labels = new RawLabels({
      current: bytesOf(narrative.workbook),
      prior: bytesOf(narrative.prior),
    });
    for (const profile of profiles) {
      const draft = draftNarrative({ current, prior, inputs: noInputs, profile });
      const { checked, wrong } = misplaced(draft, labels);
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(60);
    }
  });

  it.each([11, 12, 13])("随机的工作簿，种子 %i", (seed) => {
    const pair = generatePair({ seed, items: 9, unitKind: "行政单位" });
    const labels = new RawLabels({
      current: workbookBytes(pair.current, "xlsx"),
      prior: workbookBytes(pair.prior, "xlsx"),
    });
    const current = recogniseTables(asWorkbook(pair.current), "current");
    const prior = recogniseTables(asWorkbook(pair.prior), "prior");
    for (const profile of profiles) {
      const draft = draftNarrative({ current, prior, inputs: noInputs, profile });
      expect(misplaced(draft, labels).wrong).toEqual([]);
    }
  });
});
