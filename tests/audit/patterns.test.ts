import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { auditText } from "../../src/audit/audit.ts";
import type { AuditFinding } from "../../src/audit/audit-result.ts";
import { patterns } from "../../src/audit/generated/patterns.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { readExample } from "../fixtures/examples.ts";

/** 一处问题：报的是哪里，告诉人的是哪个数、应为哪个数，与哪几处矛盾。 */
interface Reported {
  readonly 种类: string;
  readonly 处: string;
  readonly 级: string;
  readonly 文中?: string;
  readonly 应为?: string;
  readonly 又见?: readonly string[];
  /** 以下三样写了才看：告诉人的话里应有的几个字、线索、结论。 */
  readonly 话?: string;
  readonly 线索?: string;
  readonly 结论?: string;
}

/** 一个用例：一段说明，应当报出什么，按文中先后；`报` 为空就是不该报。 */
interface Case {
  readonly 说明: string;
  readonly 文: string;
  /** 对照的示例工作簿。 */
  readonly 工作簿?: string;
  readonly 上年?: string;
  readonly 报?: readonly Reported[];
  /** 第二部分的数查下来各种结论各有几个：少读了一个数、拿错了数来比，在这里看得出。 */
  readonly 查?: Readonly<Record<string, number>>;
  /** 没有东西可以印证的数。 */
  readonly 没查?: readonly string[];
}

const folder = new URL("./patterns/", import.meta.url);
const sources = new URL("../../src/audit/patterns/", import.meta.url);
const names = readdirSync(sources).map((name) => name.replace(/\.ts$/, ""));

test("每种说法都收进了清单，编号与文件名相同，写明读什么、查什么", () => {
  expect(patterns.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
  for (const { title, about, oddForms, read, check } of patterns) {
    expect(title).not.toBe("");
    expect(about.length).toBeGreaterThan(10);
    expect(oddForms.length).toBeGreaterThan(0);
    for (const odd of oddForms) {
      expect(odd.form.length).toBeGreaterThan(3);
      expect(odd.from.length).toBeGreaterThan(3);
    }
    expect(read !== undefined || check !== undefined).toBe(true);
  }
});

describe.each(names)("%s", (name) => {
  const cases: readonly Case[] = parse(readFileSync(new URL(`${name}.yaml`, folder), "utf8"));

  test("有该报的用例，也有不该报的", () => {
    expect(cases.some((each) => (each.报 ?? []).length > 0)).toBe(true);
    expect(cases.some((each) => (each.报 ?? []).length === 0)).toBe(true);
  });

  test.each(cases.map((each) => [each.说明, each] as const))("%s", async (_, each) => {
    const current = await tablesOf(each.工作簿, "current");
    const prior = await tablesOf(each.上年, "prior");
    const result = auditText(each.文, {
      fileName: "用例.txt",
      ...(current === undefined ? {} : { current }),
      ...(prior === undefined ? {} : { prior }),
    });
    for (const finding of result.findings) {
      expect(result.text.slice(finding.start, finding.end)).toBe(finding.quote);
    }
    const wanted = each.报 ?? [];
    expect(result.findings.map((finding, index) => reportedOf(finding, wanted[index]))).toEqual(
      wanted,
    );
    const { verdicts, unchecked } = result.claims;
    expect(Object.fromEntries(verdicts.map(({ verdict, count }) => [verdict, count]))).toEqual(
      each.查 ?? {},
    );
    expect(unchecked.map(({ quote }) => quote)).toEqual(each.没查 ?? []);
  });
});

function reportedOf(finding: AuditFinding, wanted: Reported | undefined): Reported {
  const { kind, quote, severity, stated, expected, also, clue, verdict } = finding;
  const said = `${finding.what}${finding.todo}`;
  return {
    种类: kind,
    处: quote,
    级: severity,
    ...(stated === undefined ? {} : { 文中: stated }),
    ...(expected === undefined ? {} : { 应为: expected }),
    ...(also.length === 0 ? {} : { 又见: also.map((place) => place.quote) }),
    ...(wanted?.话 === undefined ? {} : { 话: said.includes(wanted.话) ? wanted.话 : said }),
    ...(wanted?.线索 === undefined ? {} : { 线索: clue ?? "" }),
    ...(wanted?.结论 === undefined ? {} : { 结论: verdict ?? "" }),
  };
}

const read = new Map<string, Promise<TableSet>>();

/** 示例工作簿的表；几个用例用同一本的只读一次。 */
function tablesOf(
  name: string | undefined,
  side: "current" | "prior",
): Promise<TableSet> | undefined {
  if (name === undefined) return undefined;
  const key = `${side}·${name}`;
  const tables = read.get(key) ?? readExample(name).then((book) => recogniseTables(book, side));
  read.set(key, tables);
  return tables;
}
