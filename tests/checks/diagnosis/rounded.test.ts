import { expect, test } from "vitest";
import { checkTables } from "../../../src/checks/check.ts";
import { diagnose } from "../../../src/checks/diagnosis/diagnose.ts";
import { officialRules } from "../../../src/checks/generated/rules.ts";
import { buildTableSets } from "../case-tables.ts";
import { amountOf } from "./planted.ts";

/** 印成万元、两位小数的支出表：各级合计各自四舍五入，尾数可以差。 */
const PRINTED: Readonly<Record<string, string>> = {
  "财决04[合计, 本年支出合计]": "100.01万元",
  "财决04[合计, 基本支出]": "66.67万元",
  "财决04[合计, 项目支出]": "33.33万元",
  "财决04[201, 本年支出合计]": "100.01万元",
  "财决04[201, 基本支出]": "66.67万元",
  "财决04[201, 项目支出]": "33.33万元",
  "财决04[2010301, 本年支出合计]": "44.44万元",
  "财决04[2010301, 基本支出]": "44.44万元",
  "财决04[2010302, 本年支出合计]": "55.56万元",
  "财决04[2010302, 基本支出]": "22.22万元",
  "财决04[2010302, 项目支出]": "33.33万元",
};
const rules = officialRules.filter(({ id }) => ["E01", "E02"].includes(id));

function culpritsOf(changes: Readonly<Record<string, string>>) {
  const { current } = buildTableSets({ 数据: { ...PRINTED, ...changes } });
  const { culprits } = diagnose(checkTables({ current, rules }), { current, prior: null });
  return culprits;
}

test("尾差解释得了的不算错", () => {
  expect(culpritsOf({})).toEqual([]);
});

test("超出尾差的：应有的数落在各处都容得下的区间里", () => {
  const [culprit, ...others] = culpritsOf({ "财决04[2010302, 基本支出]": "222.20万元" });
  expect(culprit).toMatchObject({ row: "2010302", column: "基本支出" });
  expect(culprit?.clue).toContain("10 倍");
  expect(Math.abs(amountOf(culprit?.shouldBe ?? "") - 22_220_000)).toBeLessThanOrEqual(20_000);
  expect(others.every(({ alternative }) => alternative === true)).toBe(true);
});

test("合计印错了", () => {
  const [culprit] = culpritsOf({ "财决04[201, 本年支出合计]": "110.01万元" });
  expect(culprit).toMatchObject({ row: "201", column: "本年支出合计" });
});
