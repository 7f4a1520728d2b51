import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { combineOwnRules } from "../../src/checks/own-rules/combine.ts";
import { readRuleFile } from "../../src/checks/own-rules/rule-file.ts";
import { testRules } from "../../src/checks/own-rules/test-rules.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";

const guide = readFileSync(join(import.meta.dirname, "../../docs/rules-guide.md"), "utf8");
const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
const examples = blocks.filter((block) => block.startsWith("编号"));
const whole = combineOwnRules([readRuleFile(examples.join("---\n"), "指南")]);

test("指南里的十个例子放进一个文件，条条读得通", () => {
  expect(examples).toHaveLength(10);
  expect(whole.mistakes).toEqual([]);
  expect(whole.rules).toHaveLength(10);
});

test("例子里的用例都与所写相符", () => {
  const tested = testRules(whole.rules);
  expect(tested.flatMap(({ problems }) => problems)).toEqual([]);
  expect(tested.reduce((sum, { count }) => sum + count, 0)).toBe(5);
});

test("接受问题的例子也读得通", () => {
  const accepted = blocks.filter((block) => block.startsWith("已接受的问题"));
  expect(accepted).toHaveLength(1);
  const { inputs, findings } = readInputs(accepted[0] ?? "", "指南");
  expect(findings).toEqual([]);
  expect(inputs.accepted[0]).toMatchObject({ rule: "某县008", what: "" });
});
