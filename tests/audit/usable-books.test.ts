import { expect, test } from "vitest";
import { type GivenBooks, usableBooks } from "../../src/audit/books.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";

const UNIT = "泸县人民政府办公室";
const current = recogniseTables(await readExample(`2023-${UNIT}.xlsx`), "current");
const prior = recogniseTables(await readExample(`2022-${UNIT}.xlsx`), "prior");
const stated = { year: 2023, unit: UNIT };
const use = (given: GivenBooks, said: { year: number | null; unit: string | null } = stated) =>
  usableBooks(said, given);

test("没有给本年的工作簿：上年的也用不上", () => {
  expect(use({ prior })).toEqual({
    current: null,
    prior: null,
    uses: { current: null, prior: null },
    stranger: null,
  });
});

test("两年的都用得上", () => {
  expect(use({ current, prior, sameUnitOnly: true })).toEqual({
    current,
    prior,
    uses: {
      current: { file: current.fileName, why: "" },
      prior: { file: prior.fileName, why: "" },
    },
    stranger: null,
  });
});

test("只给本年的；上年的读的时候就不能用，照说", () => {
  expect(use({ current }).uses.prior).toBeNull();
  expect(use({ current }).prior).toBeNull();
  const priorRefused = { file: "另一本.xlsx", why: "是2020年度的。" };
  expect(use({ current, priorRefused }).uses.prior).toBe(priorRefused);
});

test("上年的不是上一年度的，不用，说明为什么", () => {
  const refused = use({ current, prior: { ...prior, year: 2021 } });
  expect(refused.current).toBe(current);
  expect(refused.prior).toBeNull();
  expect(refused.uses.prior?.why).toContain("2021");
});

test("上年单位改过名的，给了旧名就用", () => {
  const renamed = { ...prior, unit: "泸县旧名科" };
  expect(use({ current, prior: renamed }).prior).toBeNull();
  expect(use({ current, prior: renamed, formerUnitName: "泸县旧名科" }).prior).toBe(renamed);
});

test("本年的是另一年度的：两本都不用，报一条", () => {
  const used = use({ current, prior }, { year: 2022, unit: UNIT });
  expect([used.current, used.prior]).toEqual([null, null]);
  expect(used.stranger).toMatchObject({
    kind: "table-text",
    severity: "error",
    stated: "2022年度",
  });
  expect(used.uses.current?.why).toBe(used.stranger?.what);
  expect(used.uses.prior?.why).toBe("本年度的工作簿没有用上。");
});

test.each<readonly [string, GivenBooks, { year: number | null; unit: string | null }, boolean]>([
  ["文中看不出年度", { current }, { year: null, unit: UNIT }, false],
  ["工作簿看不出年度", { current: { ...current, year: null } }, { year: 2020, unit: UNIT }, false],
  ["另一单位，没有要求同一单位", { current }, { year: 2023, unit: "泸县教育局" }, false],
  ["另一单位", { current, sameUnitOnly: true }, { year: 2023, unit: "泸县教育局" }, true],
  ["写的是简称", { current, sameUnitOnly: true }, { year: 2023, unit: "人民政府办公室" }, false],
  ["文中看不出单位", { current, sameUnitOnly: true }, { year: 2023, unit: null }, false],
  [
    "工作簿看不出单位",
    { current: { ...current, unit: null }, sameUnitOnly: true },
    { year: 2023, unit: "泸县教育局" },
    false,
  ],
])("本年的工作簿是不是这份说明的：%s", (_, given, said, stranger) => {
  const used = use(given, said);
  expect(used.stranger !== null).toBe(stranger);
  expect(used.current === null).toBe(stranger);
});
