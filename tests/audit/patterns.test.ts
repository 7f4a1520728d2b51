import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { auditText } from "../../src/audit/audit.ts";
import { patterns } from "../../src/audit/generated/patterns.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";

/** 一个用例：一段说明，应当报出什么；`报` 为空就是不该报。 */
interface Case {
  readonly 说明: string;
  readonly 文: string;
  /** 对照的示例工作簿。 */
  readonly 工作簿?: string;
  readonly 上年?: string;
  readonly 报?: readonly { readonly 种类: string; readonly 处: string }[];
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
    const current = each.工作簿 === undefined ? undefined : await readExample(each.工作簿);
    const prior = each.上年 === undefined ? undefined : await readExample(each.上年);
    const result = auditText(each.文, {
      fileName: "用例.txt",
      ...(current === undefined ? {} : { current: recogniseTables(current, "current") }),
      ...(prior === undefined ? {} : { prior: recogniseTables(prior, "prior") }),
    });
    for (const finding of result.findings) {
      expect(result.text.slice(finding.start, finding.end)).toBe(finding.quote);
    }
    const found = result.findings.map(({ kind, quote }) => ({ 种类: kind, 处: quote }));
    expect(found).toEqual(each.报 ?? []);
  });
});
