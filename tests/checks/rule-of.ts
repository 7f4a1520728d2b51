import type { RuleDefinition } from "../../src/checks/rule.ts";

/** 只为试一条（几条）公式的规则。 */
export function ruleOf(
  formula: string | readonly string[],
  extra: Partial<RuleDefinition> = {},
): RuleDefinition {
  return {
    id: "T01",
    title: "试验",
    basis: "试验",
    severity: "error",
    years: "2010-",
    conditions: [],
    formulas: typeof formula === "string" ? [formula] : formula,
    why: "两边出自同一来源",
    todo: "请逐项核对",
    ...extra,
  };
}
