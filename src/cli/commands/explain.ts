import { notRules } from "../../checks/generated/not-rules.ts";
import { officialRules } from "../../checks/generated/rules.ts";
import type { OwnRule } from "../../checks/own-rules/own-rule.ts";
import type { NotRule, RuleDefinition } from "../../checks/rule.ts";
import { SEVERITY_NAMES } from "../../findings/finding.ts";
import { nearestName } from "../../findings/nearest-name.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { CommandFailure } from "../failure.ts";
import { openRuleFile } from "../rules-file.ts";

export interface ExplainOptions {
  readonly rules?: string;
}

/**
 * `juesuan explain`：一条规则的说明。大小写不分；只写到关系（`J05`）时列出它分成的各条（`J05a`、`J05b`），
 * 没有写成规则的关系说明为什么。
 * 没有这个编号时抛 CommandFailure，给出相近的编号。
 */
export async function runExplain(
  id: string,
  options: ExplainOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  const own: readonly OwnRule[] =
    options.rules === undefined ? [] : (await openRuleFile(options.rules)).rules;
  const rules = [...officialRules, ...own.map(({ rule }) => rule)];
  const wanted = id.trim().toUpperCase();
  const found = rules.filter((rule) => rule.id.toUpperCase() === wanted);
  const shown =
    found.length > 0 ? found : rules.filter((rule) => relationOf(rule.id).toUpperCase() === wanted);
  const left = shown.length > 0 ? undefined : notRules.find((each) => each.id === wanted);
  if (shown.length === 0 && left === undefined) throw unknownRule(id, rules);
  output.result(left === undefined ? shown.map(rulePage).join("\n\n") : notRulePage(left));
  return 0;
}

/** 一条关系分成几条规则的，编号末尾带 a、b。 */
function relationOf(id: string): string {
  return id.replace(/^([A-Z]\d\d)[a-z]$/, "$1");
}

function unknownRule(id: string, rules: readonly RuleDefinition[]): CommandFailure {
  const nearest = nearestName(
    id.trim().toUpperCase(),
    rules.map((rule) => rule.id),
  );
  const hint = nearest === null ? "" : `是不是“${nearest}”？`;
  return new CommandFailure(
    `没有编号为“${id}”的规则。${hint}`,
    "用 juesuan rules 看全部官方规则；本地规则请加 --rules 规则文件。",
  );
}

function notRulePage({ id, title, why, checkedBy }: NotRule): string {
  return [
    `${id}　${title}`,
    "",
    `没有写成规则：${why}`,
    checkedBy === null ? "现在没有别处查这件事。" : `这件事另由问题“${checkedBy}”查。`,
  ].join("\n");
}

function rulePage(rule: RuleDefinition): string {
  const { id, title, severity, years, conditions, basis, formulas, why, todo } = rule;
  return [
    `${id}　${title}`,
    "",
    `级　别：${SEVERITY_NAMES[severity]}`,
    `年　度：${years}`,
    ...conditions.map((condition) => `条　件：${condition}`),
    `依　据：${basis}`,
    "",
    "公　式：",
    ...formulas.map((formula) => `　　${formula}`),
    "",
    `为什么：${why}`,
    `怎么办：${todo}`,
  ].join("\n");
}
