import { recogniseTables } from "../../../src/tables/recognise.ts";
import type { TableSet } from "../../../src/tables/table.ts";
import type { Workbook } from "../../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../../fixtures/examples.ts";
import { generatePair } from "../../fixtures/generator/generate.ts";
import type { GeneratorOptions } from "../../fixtures/generator/options.ts";
import { Random } from "../../fixtures/generator/random.ts";
import { asWorkbook } from "../../fixtures/generator/write.ts";
import { type LayoutVariant, relayout } from "../../fixtures/relayout.ts";

/** 一套可以埋错的书：本年的工作簿和认出的表，上年的表（没有则为 null）。 */
export interface FaultBook {
  readonly name: string;
  readonly workbook: Workbook;
  readonly current: TableSet;
  readonly prior: TableSet | null;
}

/** 全部示例；有上年示例的带上年。 */
export async function exampleBooks(): Promise<FaultBook[]> {
  const workbooks = new Map<string, Workbook>();
  for (const name of EXAMPLE_NAMES) workbooks.set(name, await readExample(name));
  return [...workbooks].map(([name, workbook]) => {
    const before = workbooks.get(`${Number(name.slice(0, 4)) - 1}${name.slice(4)}`);
    return bookOf(name, workbook, before ?? null);
  });
}

/** 第 `seed` 套随机工作簿，前后两年一致；`mixed` 时换一种随机的排法。 */
export function randomBook(seed: number, mixed: boolean): FaultBook {
  const random = new Random(seed * 7919 + 13);
  const pair = generatePair(randomOptions(random, seed));
  const [current, prior] = [asWorkbook(pair.current), asWorkbook(pair.prior)];
  if (!mixed) return bookOf(`随机 ${seed}`, current, prior);
  return bookOf(
    `随机 ${seed}（换排法）`,
    relayout(current, randomLayout(random)),
    relayout(prior, randomLayout(random)),
  );
}

function bookOf(name: string, workbook: Workbook, before: Workbook | null): FaultBook {
  return {
    name,
    workbook,
    current: recogniseTables(workbook, "current"),
    prior: before === null ? null : recogniseTables(before, "prior"),
  };
}

function randomOptions(random: Random, seed: number): Partial<GeneratorOptions> {
  const fundItems = random.integer(0, 2);
  return {
    seed,
    year: random.pick([2023, 2024]),
    unitKind: random.pick(["行政单位", "参照公务员法管理事业单位", "财政补助事业单位"]),
    items: random.integer(3, 20),
    projects: random.integer(0, 12),
    governmentFundItems: fundItems,
    stateCapitalItems: random.integer(0, 2),
    otherIncome: random.chance(0.7),
    operatingIncome: random.chance(0.5),
    carryovers: random.chance(0.8),
    adjustments: random.chance(0.2),
    density: random.integer(2, 12),
    // 财决12-1、12-2 可有可无；没有政府性基金的，有的不导出空的财决10-2。
    without: [
      ...(random.chance(0.3) ? ["财决12-1", "财决12-2"] : []),
      ...(fundItems === 0 && random.chance(0.5) ? ["财决10-2"] : []),
    ],
  };
}

function randomLayout(random: Random): LayoutVariant {
  const maybe = (name: keyof LayoutVariant) => (random.chance(0.3) ? { [name]: true } : {});
  return {
    sheetNames: random.pick(["dash", "title", "numbered"]),
    shift: { rows: random.integer(0, 4), columns: random.integer(0, 3) },
    shuffle: random.integer(0, 1_000_000),
    ...maybe("threeCellCodes"),
    ...maybe("totalLast"),
    ...maybe("wan"),
    ...maybe("textNumbers"),
    ...maybe("fullWidth"),
    ...maybe("unknownSheets"),
    ...maybe("noMerges"),
    ...maybe("titlePrefix"),
    ...maybe("noCornerCodes"),
    ...maybe("noColumnNumbers"),
    ...maybe("wrappedLabels"),
  };
}
