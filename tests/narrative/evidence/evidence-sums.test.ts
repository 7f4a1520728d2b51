import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { THREE_PUBLIC_BUDGET, YEAR_ON_YEAR_KEYS } from "../../../src/narrative/evidence/changes.ts";
import type { Evidence } from "../../../src/narrative/evidence/evidence.ts";
import { evidenceFor } from "../../../src/narrative/evidence/evidence-for.ts";
import {
  GENERAL_INITIAL,
  THREE_PUBLIC_INITIAL,
} from "../../../src/narrative/evidence/initial-budget-changes.ts";
import type { FactSource, MoneyFact } from "../../../src/narrative/fact.ts";
import { currentBook, priorBook } from "../../../src/narrative/facts/book.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import type { TableSet } from "../../../src/tables/table.ts";
import { generatePair } from "../../fixtures/generator/generate.ts";
import { asWorkbook } from "../../fixtures/generator/write.ts";
import { narratives, openExample } from "../example-drafts.ts";

const INITIAL_KEYS = [THREE_PUBLIC_INITIAL, GENERAL_INITIAL];
const KEYS = [...YEAR_ON_YEAR_KEYS, THREE_PUBLIC_BUDGET, ...INITIAL_KEYS];

interface Years {
  readonly current: TableSet;
  readonly prior: TableSet;
}

function evidenceOf({ current, prior }: Years, key: string, share?: number): Evidence | null {
  const books = {
    current: currentBook(current),
    prior: priorBook(prior, prior.year),
    inputs: noInputs,
  };
  return evidenceFor(key, books, share === undefined ? {} : { share });
}

/** 出处那一格在认出来的表里的值，按工作表和地址找。 */
function cellValue({ current, prior }: Years, { book, sheet, address }: FactSource): number {
  const set = book === "current" ? current : prior;
  const table = set.tables.find((each) => each.sheet === sheet);
  const index = table?.address.indexOf(address) ?? -1;
  if (table === undefined || index === -1) throw new Error(`没有 ${book} ${sheet} ${address}`);
  return table.value[index] ?? 0;
}

function fromCells(years: Years, fact: MoneyFact): number {
  return fact.from.reduce((sum, source) => sum + cellValue(years, source), 0);
}

/** 拆分说得通：恰好加得起来，从大到小，占够比例，每个部分都与单元格一致。 */
function expectSound(years: Years, evidence: Evidence, share: number): void {
  const { now, before, main, alternatives, cents } = evidence;
  expect(cents).toBe(fromCells(years, now) - fromCells(years, before));
  for (const breakdown of main === null ? alternatives : [main, ...alternatives]) {
    const { drivers, explained, rest, unlisted } = breakdown;
    const name = `${evidence.change} ${breakdown.by}`;
    expect(
      drivers.reduce((sum, driver) => sum + driver.cents, 0),
      name,
    ).toBe(explained);
    expect(explained + rest, name).toBe(cents);
    const sizes = drivers.map((driver) => Math.abs(driver.cents));
    expect(sizes, name).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes.every((size) => size > 0)).toBe(true);
    for (const driver of drivers) {
      expect(driver.cents).toBe(driver.now.cents - driver.before.cents);
      expect(fromCells(years, driver.now), `${name} ${driver.label}`).toBe(driver.now.cents);
      expect(fromCells(years, driver.before), `${name} ${driver.label}`).toBe(driver.before.cents);
      expect(driver.now.from.length + driver.before.from.length).toBeGreaterThan(0);
    }
    // 没有列出的部分合起来就是 rest（另加各表之间本来就差的），而且占不到 1 − share。
    if (breakdown.others === 0) expect(rest, name).toBe(unlisted);
    if (share === 100) expect(breakdown.others, name).toBe(0);
  }
}

/** 基金列支的“三公”经费不在一般公共预算明细表里；事业单位有公用经费而没有机关运行经费。这两样可以有差。 */
function mayMiss(key: string, by: string, unitKind: string): boolean {
  return (
    by === "按基本支出和项目" || (key === "机关运行经费增减" && unitKind === "财政补助事业单位")
  );
}

const seeds = fc.record({
  seed: fc.nat(2 ** 31),
  unitKind: fc.constantFrom("行政单位", "参照公务员法管理事业单位", "财政补助事业单位"),
  items: fc.integer({ min: 1, max: 20 }),
  projects: fc.integer({ min: 0, max: 15 }),
  governmentFundItems: fc.integer({ min: 0, max: 3 }),
  stateCapitalItems: fc.integer({ min: 0, max: 2 }),
  otherIncome: fc.boolean(),
  operatingIncome: fc.boolean(),
  carryovers: fc.boolean(),
  density: fc.integer({ min: 1, max: 12 }),
});

describe("变动的依据", () => {
  it("随机的、相互一致的两年：每种分法恰好等于变动，全部部分加起来也恰好是它", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 100 }), (options, share) => {
        const pair = generatePair(options);
        const years = {
          current: recogniseTables(asWorkbook(pair.current), "current"),
          prior: recogniseTables(asWorkbook(pair.prior), "prior"),
        };
        for (const key of KEYS) {
          const evidence = evidenceOf(years, key, share);
          if (evidence === null) throw new Error(`${key} 没有依据`);
          expectSound(years, evidence, share);
          for (const breakdown of [evidence.main, ...evidence.alternatives]) {
            if (breakdown === null || mayMiss(key, breakdown.by, options.unitKind)) continue;
            expect(breakdown.unlisted, `${key} ${breakdown.by}`).toBe(0);
            expect(breakdown.unread).toEqual([]);
          }
          if (evidence.cents !== 0 && !/出国|公务|机关/.test(key)) {
            expect(evidence.main, key).not.toBeNull();
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(narratives)("$workbook：恰好等于变动，各表之间没有差", async (narrative) => {
    const years = await openExample(narrative);
    for (const key of KEYS) {
      const evidence = evidenceOf(years, key);
      if (evidence === null) throw new Error(`${key} 没有依据`);
      expectSound(years, evidence, 80);
      const all = evidence.main === null ? [] : [evidence.main, ...evidence.alternatives];
      expect(all.map(({ unlisted }) => unlisted)).toEqual(all.map(() => 0));
      if (evidence.cents !== 0) expect(evidence.main, key).not.toBeNull();
    }
  });

  it("没有上年工作簿时没有依据", async () => {
    const [narrative] = narratives;
    if (narrative === undefined) throw new Error("没有示例");
    const { current } = await openExample(narrative);
    const books = {
      current: currentBook(current),
      prior: priorBook(null, null),
      inputs: noInputs,
    };
    for (const key of YEAR_ON_YEAR_KEYS) expect(evidenceFor(key, books)).toBeNull();
  });
});
