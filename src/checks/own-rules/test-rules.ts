import { RuleError } from "../rule-error.ts";
import type { OwnRule } from "./own-rule.ts";
import { caseProblems } from "./run-cases.ts";

/** 一条规则各用例跑下来的情形。 */
export interface TestedRule {
  readonly own: OwnRule;
  /** 跑了几个用例。 */
  readonly count: number;
  /** 与所写不符的各处；空为全部相符。 */
  readonly problems: readonly string[];
}

/** 逐条跑规则自带的用例。不抛错：用例提到表样没有的表、行、栏的，也列为不符。 */
export function testRules(rules: readonly OwnRule[]): readonly TestedRule[] {
  return rules.map((own) => ({
    own,
    count: own.cases.length,
    problems: own.cases.flatMap((each) => {
      try {
        return caseProblems(own.rule, each);
      } catch (error) {
        if (error instanceof RuleError) {
          return [`${own.rule.id} ${each.名称}：${error.message}`];
        }
        throw error;
      }
    }),
  }));
}
