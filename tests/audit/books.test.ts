import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import {
  auditRemarks,
  booksText,
  coverageText,
  withoutTables,
} from "../../src/publish/audit-summary.ts";
import { exampleBooks } from "./drafts.ts";

const text = (year: number, unit = "") => `${unit}${year}年度单位决算
第二部分 ${year}年度单位决算情况说明
十、其他重要事项的情况说明
（三）国有资产占有使用情况
截至${year}年12月31日，配有专用终端7台。`;

async function booksOf(year: number) {
  const books = (await exampleBooks()).find(({ current }) => current.year === year);
  if (books === undefined) throw new Error(`没有${year}年度的示例`);
  return books;
}

test("没有给工作簿：照直说没有给", () => {
  const result = auditText(text(2023), { fileName: "说明.txt" });
  expect(result.books).toEqual({ current: null, prior: null });
  expect(result.claims.unchecked[0]?.why).toMatch(/^没有给工作簿/);
  expect(booksText(result)).toContain("没有给工作簿");
});

describe("给了、没有用上的", () => {
  test("另一年度的：说给了哪一本、为什么没有用，不说成没有给", async () => {
    const { current, prior } = await booksOf(2024);
    const result = auditText(text(2023), { fileName: "说明.txt", current, prior });
    expect(result.books.current?.why).toContain("2023年度");
    expect(result.books.current?.why).toContain("2024年度");
    expect(result.books.prior?.why).not.toBe("");
    expect(result.unit).toBeNull();
    expect(result.claims.unchecked[0]?.why).toMatch(/^给的工作簿没有用上/);
    expect(result.claims.againstTables).toBe(0);
    for (const said of [auditRemarks(result).join(""), booksText(result)]) {
      expect(said).toContain(current.fileName);
      expect(said).toContain("没有用上");
    }
  });

  test("另一单位的，同样", async () => {
    const { current } = await booksOf(2023);
    const options = { fileName: "说明.txt", current };
    const other = text(2023, "示范县教育局");
    const refused = auditText(other, { ...options, sameUnitOnly: true });
    expect(refused.books.current?.why).toContain("示范县教育局");
    expect(refused.claims.unchecked[0]?.why).toMatch(/^给的工作簿没有用上/);
    expect(auditText(other, options).books.current).toEqual({ file: current.fileName, why: "" });
  });

  test("上年工作簿不是上一年度的：本年的照样对照，上年的说为什么没有用", async () => {
    const { current } = await booksOf(2023);
    const result = auditText(text(2023), { fileName: "说明.txt", current, prior: current });
    expect(result.books.current).toEqual({ file: current.fileName, why: "" });
    expect(result.books.prior?.why).toContain("应当给2022年度的");
    expect(auditRemarks(result).join("")).toContain("上年工作簿");
    expect(result.claims.unchecked[0]?.why).toMatch(/^工作簿里没有这个数/);
  });

  test("单位更过名的，写明上年名称就用得上", async () => {
    const { current, prior } = await booksOf(2023);
    const renamed = { ...prior, unit: "示范县旧名办公室" };
    const options = { fileName: "说明.txt", current, prior: renamed };
    expect(auditText(text(2023), options).books.prior?.why).toContain("示范县旧名办公室");
    expect(
      auditText(text(2023), { ...options, formerUnitName: "示范县旧名办公室" }).books.prior?.why,
    ).toBe("");
  });
});

test("无法核对的数：写明在哪一节、哪一句", () => {
  const [claim] = auditText(text(2023), { fileName: "说明.txt" }).claims.unchecked;
  expect(claim).toMatchObject({
    quote: "7台",
    section: "二.十.（三）",
    sentence: "截至2023年12月31日，配有专用终端7台。",
  });
});

test("与表对照过的、只与文中别处的数相合的，分开数", async () => {
  const { current, prior } = await booksOf(2024);
  const result = auditText(
    `第二部分 2024年度部门决算情况说明
一、收入支出决算总体情况说明
2024年度收、支总计均为863.44万元。
七、财政拨款“三公”经费支出决算情况说明
截至2024年12月31日，单位共有公务用车19辆，其中：轿车12辆、越野车7辆。`,
    { fileName: "说明.txt", current, prior },
  );
  const { checked, againstTables, withinText } = result.claims;
  expect([checked, againstTables]).toEqual([4, 2]);
  expect(withinText.map(({ quote }) => quote)).toEqual(["12辆", "7辆"]);
  expect(coverageText(result)).toContain("2 个与决算表对照过");
  expect(coverageText(result)).toContain("2 个只与文中别处的数相合");
  expect(withoutTables(result)).toEqual(withinText);
  const alone = auditText(result.text, { fileName: "说明.txt" });
  expect(alone.claims.againstTables).toBe(0);
  expect(withoutTables(alone)).toEqual([]);
});
