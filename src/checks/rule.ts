import type { Severity } from "../findings/finding.ts";

/** 一条规则的声明，与 `rules/**.yaml` 一一对应（键名见 docs）；用例只在测试里读。 */
export interface RuleDefinition {
  readonly id: string;
  readonly title: string;
  /** 依据：出自哪里、把握程度。 */
  readonly basis: string;
  readonly severity: Severity;
  /** 适用年度，如 `2020-2024`、`2020-`。 */
  readonly years: string;
  /** 条件，全部满足才执行，如 `报表小类 ≠ 2`、`单位基本性质 属于 {10, 21}`。 */
  readonly conditions: readonly string[];
  /** 一条规则可有几条公式，任何一条不成立即为一处问题。 */
  readonly formulas: readonly string[];
  /** 为什么必须成立。 */
  readonly why: string;
  /** 不成立时怎么办。 */
  readonly todo: string;
}

/** 勾稽关系清单里没有写成规则的一条（rules/not-rules.yaml）。 */
export interface NotRule {
  readonly id: string;
  readonly title: string;
  /** 为什么不写成规则。 */
  readonly why: string;
  /** 另由哪种问题查这件事；没有查为 null。 */
  readonly checkedBy: string | null;
}
