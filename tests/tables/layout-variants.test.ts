import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";
import { type LayoutVariant, relayout } from "../fixtures/relayout.ts";
import { UNKNOWN_SHEETS } from "../fixtures/unknown-sheets.ts";
import { workbookBytes } from "../fixtures/write-workbook.ts";
import { contentsOf } from "./contents.ts";

const examples = new Map<string, Workbook>();
const expected = new Map<string, unknown>();

beforeAll(async () => {
  for (const name of EXAMPLE_NAMES) {
    const workbook = await readExample(name);
    examples.set(name, workbook);
    expected.set(name, contentsOf(recogniseTables(workbook, "current")));
  }
});

function example(name: string): Workbook {
  const workbook = examples.get(name);
  if (workbook === undefined) throw new Error(`没有示例 ${name}`);
  return workbook;
}

const VARIANTS: Readonly<Record<string, LayoutVariant>> = {
  工作表名用短横: { sheetNames: "dash" },
  工作表名是表名: { sheetNames: "title" },
  "工作表名是 Sheet1": { sheetNames: "numbered" },
  "工作表名是 Sheet1，又没有表号": { sheetNames: "numbered", noCornerCodes: true },
  下移右移: { shift: { rows: 3, columns: 2 } },
  编码三格: { threeCellCodes: true },
  合计在末行: { totalLast: true },
  万元六位小数: { wan: true },
  文本数字: { textNumbers: true },
  全角文本数字: { textNumbers: true, fullWidth: true },
  工作表打乱: { shuffle: 7 },
  夹带无关工作表: { unknownSheets: true },
  没有合并: { noMerges: true },
  合并拆开填满: { fillMerges: true },
  标题加年度单位: { titlePrefix: true },
  没有栏次行: { noColumnNumbers: true },
  行名折行: { wrappedLabels: true },
  隐藏工作表: { hiddenSheets: true },
};

describe.each(EXAMPLE_NAMES)("%s 换一种排法，认出的内容不变", (name) => {
  test.each(Object.entries(VARIANTS))("%s", (_, variant) => {
    const moved = relayout(example(name), variant);
    expect(moved).not.toEqual(example(name));
    const set = recogniseTables(moved, "current");
    const unknown = variant.unknownSheets === true ? UNKNOWN_SHEETS.length : 0;
    expect(set.unrecognised).toHaveLength(unknown);
    expect(contentsOf(set)).toEqual(expected.get(name));
  });

  test.each(["xlsx", "xls"] as const)("存成 .%s 再读", async (format) => {
    const moved = relayout(example(name), { noMerges: true, shift: { rows: 1, columns: 1 } });
    const workbook = await readWorkbook(workbookBytes(moved, format), `${name}.${format}`);
    expect(workbook.damaged).toEqual([]);
    expect(contentsOf(recogniseTables(workbook, "current"))).toEqual(expected.get(name));
  });
});

const optional = fc.option(fc.constant(true as const), { nil: undefined });

const anyVariant = fc.record({
  sheetNames: fc.constantFrom("dash", "title", "numbered", undefined),
  shift: fc.record({ rows: fc.nat(6), columns: fc.nat(5) }),
  threeCellCodes: optional,
  totalLast: optional,
  wan: optional,
  textNumbers: optional,
  fullWidth: optional,
  shuffle: fc.option(fc.nat(1_000_000), { nil: undefined }),
  unknownSheets: optional,
  noMerges: optional,
  fillMerges: optional,
  titlePrefix: optional,
  noCornerCodes: optional,
  noColumnNumbers: optional,
  wrappedLabels: optional,
  hiddenSheets: optional,
});

test("任意几种排法叠在一起，内容不变", () => {
  fc.assert(
    fc.property(fc.constantFrom(...EXAMPLE_NAMES), anyVariant, (name, variant) => {
      // fast-check 给的 undefined 就是“保持原样”。
      const moved = relayout(example(name), variant as LayoutVariant);
      expect(contentsOf(recogniseTables(moved, "current"))).toEqual(expected.get(name));
    }),
    { numRuns: 60, seed: 20230101 },
  );
});
