import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { bindRule } from "../../src/checks/bind-rules.ts";
import { type CheckResult, checkTables } from "../../src/checks/check.ts";
import { officialRules } from "../../src/checks/generated/rules.ts";
import { RuleTables } from "../../src/checks/rule-tables.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";

/** 四个单位各两年；后一年以前一年为上年。 */
const BOOKS = [
  { name: "2022-乐山市金口河区人民政府办公室", prior: null },
  { name: "2023-乐山市金口河区人民政府办公室", prior: "2022-乐山市金口河区人民政府办公室" },
  { name: "2021-乐山市市中区人民政府办公室", prior: null },
  { name: "2022-乐山市市中区人民政府办公室", prior: "2021-乐山市市中区人民政府办公室" },
  { name: "2022-泸县人民政府办公室", prior: null },
  { name: "2023-泸县人民政府办公室", prior: "2022-泸县人民政府办公室" },
  { name: "2023-中共乐山市金口河区委办公室", prior: null },
  { name: "2024-中共乐山市金口河区委办公室", prior: "2023-中共乐山市金口河区委办公室" },
];

async function read(name: string, book: "current" | "prior"): Promise<TableSet> {
  const path = fileURLToPath(new URL(`../../examples/${name}.xlsx`, import.meta.url));
  return recogniseTables(await readWorkbook(readFileSync(path), `${name}.xlsx`), book);
}

/** 这些规则在示例上不该执行，原因里应有的字样。 */
function expectedNotRun(name: string, prior: string | null): Readonly<Record<string, string>> {
  const threePublic = ["J05a", "J05b", "J06a", "J06b", "J07a", "J07b", "J08a", "J08b"];
  const year = Number(name.slice(0, 4));
  const adjusted = name === "2023-乐山市金口河区人民政府办公室";
  const byYear = year >= 2023 ? threePublic : ["J09a", "J09b"];
  return {
    ...Object.fromEntries(byYear.map((id) => [id, "只适用于"])),
    ...Object.fromEntries(
      (adjusted ? ["H08a", "H09a"] : ["H08b", "H09b"]).map((id) => [id, "CS01"]),
    ),
    // 表样没有分列年末数的三行。
    B13: "表上没有",
    I34b: "缺少财决12-1",
    I38: "缺少财决12-1",
    I49: "缺少财决12-1",
    // 都是单户的行政单位。
    J13: "单位基本性质",
    J39: "报表小类",
    // 没有一个项目写明基建项目属性。
    F15: "表上没有",
    I19: "表上没有",
    ...because(["A01b", "A04b", "I02b", "I20b", "I25b", "I34c", "I40b"], "只适用于 2018 年度"),
    ...because(["J28", "J29", "J30"], "缺少财决附01"),
    ...because(["K05a", "K05b", "K06", "K07"], adjusted ? null : "CS01"),
    ...because(["K01", "K03", "K04"], adjusted ? "CS01" : null),
    ...(prior === null
      ? because(["A19", "H13", "J22", "J34", "K01", "K02", "K03", "K04", "K12"], "没有上年的报表")
      : {}),
    ...because(
      officialRules.map(({ id }) => id).filter((id) => /^[LMN]/.test(id)),
      "公开",
    ),
    ...because([year >= 2023 ? "M12a" : "M12b"], "只适用于"),
  };
}

/** 几条规则同一个原因；原因为 null 则没有。 */
function because(ids: readonly string[], why: string | null): Record<string, string> {
  return why === null ? {} : Object.fromEntries(ids.map((id) => [id, why]));
}

describe.each(BOOKS)("示例 $name", ({ name, prior }) => {
  let result: CheckResult;

  beforeAll(async () => {
    const current = await read(name, "current");
    const priorSet = prior === null ? null : await read(prior, "prior");
    result = checkTables({ current, ...(priorSet === null ? {} : { prior: priorSet }) });
    const counts = new Map<string, number>();
    for (const { rule } of result.findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    console.info(
      `${name}：执行 ${result.run.length} 条，未执行 ${result.notRun.length} 条，` +
        `部分未执行 ${result.skipped.length} 条，问题 ${result.findings.length} 处 ` +
        [...counts].map(([rule, n]) => `${rule}×${n}`).join(" "),
    );
  });

  test("没有一处不成立：表是按全部硬关系成立造的；提示不超过五处", () => {
    const serious = result.findings.filter(({ severity }) => severity !== "note");
    expect(serious.map(({ rule, what }) => `${rule} ${what}`)).toEqual([]);
    expect(result.findings.length).toBeLessThanOrEqual(5);
  });

  test("每条规则或者执行，或者说明为什么没有执行", () => {
    const listed = [...result.run, ...result.notRun.map(({ rule }) => rule)].sort();
    expect(listed).toEqual(officialRules.map(({ id }) => id).sort());
    expect(result.remarks).toEqual([]);
  });

  test("没有执行的只有不适用的几条，原因相符", () => {
    const expected = expectedNotRun(name, prior);
    expect(result.notRun.map(({ rule }) => rule).sort()).toEqual(Object.keys(expected).sort());
    for (const { rule, why } of result.notRun) expect(why, rule).toContain(expected[rule]);
  });

  test("没有部分没有执行的：可有可无的表、栏、项目没有时不提", () => {
    expect(result.skipped).toEqual([]);
  });
});

test("官方规则没有写错的：绑定不抛错", async () => {
  for (const { name } of BOOKS) {
    const tables = new RuleTables(await read(name, "current"), null);
    for (const rule of officialRules) expect(() => bindRule(rule, tables)).not.toThrow();
  }
});

test("结果每次相同", async () => {
  const run = async () => {
    const current = await read(BOOKS[0]?.name ?? "", "current");
    for (const table of current.tables) {
      for (const data of [table.value, table.low, table.high]) data[7] = (data[7] ?? 0) + 100;
    }
    const { program: _, ...result } = checkTables({ current });
    return JSON.stringify(result);
  };
  const first = await run();
  expect(JSON.parse(first).findings.length).toBeGreaterThan(10);
  expect(await run()).toBe(first);
});
