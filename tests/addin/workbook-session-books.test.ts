import { expect, test } from "vitest";
import { noStoredData } from "../../addin/session/stored-data.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { Sheet } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";
import { openBook, openExample, SAMPLE } from "./workbook-session-fixture.ts";

const PRIOR = "2022-泸县人民政府办公室.xlsx";

async function priorTables(name: string) {
  return recogniseTables(await readExample(name), "prior");
}

test("给了上年的表，涉及上年的规则也执行；去掉就不执行", async () => {
  const { session } = await openExample();
  await session.check();
  const alone = session.getState().outcome?.run.length ?? 0;
  await session.usePrior(await priorTables(PRIOR));
  expect(session.getState().outcome?.prior).not.toBeNull();
  expect(session.getState().outcome?.run.length).toBeGreaterThan(alone);
  await session.usePrior(null);
  expect(session.getState().outcome?.run.length).toBe(alone);
});

test("别的单位的上年表不用，列为错误；填了上年单位名称的用", async () => {
  const { session, keeper } = await openExample();
  const other = await priorTables("2022-乐山市金口河区人民政府办公室.xlsx");
  await session.check();
  await session.usePrior(other);
  const refused = session.getState().outcome;
  expect(refused?.prior).toBeNull();
  expect(refused?.open.map((one) => one.finding.rule)).toContain("上年/单位不符");

  keeper.update((data) => ({
    ...data,
    inputs: { ...noStoredData.inputs, 上年单位名称: other.unit },
  }));
  await session.usePrior(other);
  expect(session.getState().outcome?.prior).toBe(other);
});

test("“审核公式”工作表里的规则一起执行，不当作没有认出的表", async () => {
  const book = await readExample(SAMPLE);
  const text = (value: string) => ({ kind: "text", text: value, formula: false }) as const;
  const own: Sheet = {
    name: "审核公式",
    hidden: false,
    rowCount: 3,
    columnCount: 4,
    rows: [
      ["编号", "级别", "公式", "说明"].map(text),
      ["县-01", "警告", "财决01[收入.总计, 决算数] = 0", "测试用"].map(text),
      ["县-02", "错误", "财决01[收入.总计, 决算数 = 0", "写错的"].map(text),
    ],
    merges: [],
  };
  const { session } = openBook({ ...book, sheets: [...book.sheets, own] });
  await session.check();
  const { outcome } = session.getState();
  expect(outcome?.current.unrecognised).toEqual([]);
  expect(outcome?.run).toContain("县-01");
  expect(outcome?.notRun.map((one) => one.rule)).toContain("县-02");
  const rules = outcome?.open.map((one) => one.finding.rule);
  expect(rules).toContain("县-01");
  expect(rules).toContain("自定规则/写错");
});
