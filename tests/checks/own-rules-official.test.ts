import { expect, test } from "vitest";
import { officialRules } from "../../src/checks/generated/rules.ts";
import { readRuleFile } from "../../src/checks/own-rules/rule-file.ts";

test("官方规则的公式、条件、年度都能照样写在本地规则里", () => {
  const text = officialRules.map(({ id, years, conditions, formulas }) =>
    JSON.stringify({ 编号: `县${id}`, 年度: years, 条件: conditions, 公式: formulas }),
  );
  const { rules, mistakes } = readRuleFile(text.join("\n---\n"), "本地.yaml");
  expect(mistakes).toEqual([]);
  expect(rules).toHaveLength(officialRules.length);
});
