import fc from "fast-check";
import { expect, test } from "vitest";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { readZipDirectory } from "../../src/workbook/zip-directory.ts";
import { EXAMPLES, exampleBytes } from "./library-files.ts";
import { outcome, workbookOf } from "./outcome.ts";

const EXAMPLE = EXAMPLES[0] ?? "";

test("翻转任何一个字节，绝不会悄悄读出另一本工作簿", async () => {
  const bytes = exampleBytes(EXAMPLE);
  const intact = await workbookOf(bytes);
  const sheets = new Map(intact.sheets.map((sheet) => [sheet.name, JSON.stringify(sheet)]));
  const worksheets = [...readZipDirectory(bytes, EXAMPLE).values()].filter(({ name }) =>
    name.includes("worksheets/"),
  );
  const insideWorksheet = fc
    .record({
      entry: fc.constantFrom(...worksheets),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ entry, share }) => entry.offset + 30 + Math.floor(share * (entry.compressedSize - 1)));
  const anywhere = fc.nat(bytes.length - 1);

  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ arbitrary: insideWorksheet, weight: 2 }, { arbitrary: anywhere, weight: 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (position, mask) => {
        const flipped = bytes.slice();
        flipped[position] = (flipped[position] ?? 0) ^ mask;
        const result = await outcome(flipped);
        if (result instanceof WorkbookRefused) return;
        for (const sheet of result.sheets) {
          expect(JSON.stringify(sheet)).toBe(sheets.get(sheet.name));
        }
        const named = [...result.sheets, ...result.damaged].map(({ name }) => name).sort();
        expect(named).toEqual([...sheets.keys()].sort());
      },
    ),
    { numRuns: 150, seed: 20241231 },
  );
});
