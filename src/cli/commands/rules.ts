import { officialRules } from "../../checks/generated/rules.ts";
import { combineOwnRules } from "../../checks/own-rules/combine.ts";
import { mistakeFinding } from "../../checks/own-rules/own-rule.ts";
import { type TestedRule, testRules } from "../../checks/own-rules/test-rules.ts";
import type { RuleDefinition } from "../../checks/rule.ts";
import { SEVERITY_NAMES } from "../../findings/finding.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { findingLines } from "../finding-lines.ts";
import { openRuleFile } from "../rules-file.ts";

export interface RulesOptions {
  readonly test?: string;
}

/** `juesuan rules`：列出官方规则；`--test` 跑规则文件里写的用例，有不符或写错的返回 1。 */
export async function runRules(options: RulesOptions, output: CommandOutput): Promise<ExitStatus> {
  if (options.test === undefined) {
    output.result(ruleList(officialRules));
    return 0;
  }
  const own = combineOwnRules([await openRuleFile(options.test)]);
  const tested = testRules(own.rules);
  const mistakes = findingLines(own.mistakes.map(mistakeFinding));
  const failed = tested.filter(({ problems }) => problems.length > 0);
  const cases = tested.reduce((sum, { count }) => sum + count, 0);
  output.result(
    [
      ...tested.flatMap(testLines),
      ...(mistakes.length === 0 ? [] : ["", `写错的地方 ${mistakes.length} 处：`, ...mistakes]),
      "",
      `共 ${tested.length} 条规则、${cases} 个用例；${failed.length} 条规则的用例不符，写错 ${mistakes.length} 处。`,
    ].join("\n"),
  );
  return failed.length > 0 || own.mistakes.length > 0 ? 1 : 0;
}

function ruleList(rules: readonly RuleDefinition[]): string {
  const lines = rules.map(
    ({ id, severity, years, title }) =>
      `${id.padEnd(5)} ${SEVERITY_NAMES[severity]}  ${years.padEnd(10)} ${title}`,
  );
  const count = `共 ${rules.length} 条官方规则。用 juesuan explain 编号 看一条规则的详细说明。`;
  return ["编号  级别  年度       名称", ...lines, "", count].join("\n");
}

function testLines({ own, count, problems }: TestedRule): string[] {
  const { id, title } = own.rule;
  if (count === 0) return [`－ ${id} ${title}：没有写用例`];
  if (problems.length === 0) return [`√ ${id} ${title}：${count} 个用例都相符`];
  return [
    `× ${id} ${title}：${count} 个用例，${problems.length} 处不符`,
    ...problems.map((each) => `    ${each}`),
  ];
}
