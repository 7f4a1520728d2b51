import { describe, expect, test } from "vitest";
import { type CheckResult, checkTables } from "../../src/checks/check.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { generatePair } from "../fixtures/generator/generate.ts";
import type { GeneratorOptions } from "../fixtures/generator/options.ts";
import { Random } from "../fixtures/generator/random.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";
import { exampleNames, exampleTables, priorExample } from "./example-tables.ts";
import { withPublicTables } from "./public-tables.ts";

// 表是前后一致造出来的：核实性的规则偶尔说一句可以，说得多了就没有人看。

const WORKBOOKS = 60;

function drawOptions(random: Random): Partial<GeneratorOptions> {
  const kinds = ["行政单位", "参照公务员法管理事业单位", "财政补助事业单位"] as const;
  const funds = random.integer(0, 3);
  const capital = random.integer(0, 2);
  return {
    seed: random.integer(0, 1_000_000),
    year: random.integer(2023, 2025),
    unitKind: random.pick(kinds),
    items: funds + capital + random.integer(1, 24),
    projects: random.integer(0, 20),
    governmentFundItems: funds,
    stateCapitalItems: capital,
    otherIncome: random.chance(0.5),
    operatingIncome: random.chance(0.5),
    carryovers: random.chance(0.5),
    adjustments: random.chance(0.5),
    density: random.integer(1, 12),
    without: random.chance(0.3) ? ["财决12-1", "财决12-2"] : [],
  };
}

function randomResults(): CheckResult[] {
  const random = new Random(20260101);
  return Array.from({ length: WORKBOOKS }, () => {
    const pair = generatePair(drawOptions(random));
    const current = recogniseTables(asWorkbook(pair.current), "current");
    const prior = recogniseTables(asWorkbook(pair.prior), "prior");
    return checkTables({ current, prior });
  });
}

function count(result: CheckResult, severity: string): number {
  return result.findings.filter((finding) => finding.severity === severity).length;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

test(`${WORKBOOKS} 套随机工作簿：没有错误，警告中位数不超过 3，提示不超过 5`, () => {
  const results = randomResults();
  const warnings = results.map((result) => count(result, "warning"));
  const notes = results.map((result) => count(result, "note"));
  expect(results.flatMap(({ findings }) => findings.filter(isError))).toEqual([]);
  console.info(
    `警告中位数 ${median(warnings)}，最多 ${Math.max(...warnings)}；提示中位数 ${median(notes)}，最多 ${Math.max(...notes)}`,
  );
  expect(median(warnings)).toBeLessThanOrEqual(3);
  expect(median(notes)).toBeLessThanOrEqual(5);
  // 可有可无的表、栏、项目没有时，不说“部分没有执行”。
  expect(results.flatMap(({ skipped }) => skipped)).toEqual([]);
});

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === "error";
}

describe.each(exampleNames)("%s 加上四舍五入到万元的公开表", (name) => {
  const check = async (tables: (set: TableSet) => TableSet) =>
    checkTables({ current: tables(await exampleTables(name)) });

  test("公开表的规则都执行，除尾差外没有一处不成立", async () => {
    const { run, findings, skipped } = await check(withPublicTables);
    const ran = run.filter((id) => /^[LMN]/.test(id));
    expect(ran.length).toBeGreaterThanOrEqual(40);
    expect(skipped).toEqual([]);
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
    const notes = findings.filter(({ rule }) => /^[LMN]/.test(rule));
    for (const { what } of notes) expect(what).toContain("尾差");
  });

  test("公开表的一个数改动 1 万元，几处关系同时报错", async () => {
    const { findings } = await check((set) =>
      withPublicTables(set, new Map([["公开01[支出.本年支出合计, 决算数]", 1_000_000]])),
    );
    const broken = findings.filter(isError).map(({ rule }) => rule);
    expect(broken).toEqual(expect.arrayContaining(["L02", "L04", "M02", "N01"]));
  });
});

test("上年的示例都能用上", () => {
  expect(exampleNames.filter((name) => priorExample(name) !== null)).toHaveLength(4);
});
