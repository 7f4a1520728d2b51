import type { ListSheet } from "../../tables/list-sheets.ts";
import type { TableSet } from "../../tables/table.ts";
import { combineOwnRules } from "./combine.ts";
import type { OwnRules } from "./own-rule.ts";
import { readRuleSheet } from "./rule-sheet.ts";

/**
 * 工作簿里自带的规则：`lists` 是按表头找到的“审核公式”工作表，已认作决算表的不算。
 * 返回规则，以及不再把这些工作表算作没有认出的表。
 */
export function embeddedRules(
  lists: readonly ListSheet[],
  tables: TableSet,
): { readonly current: TableSet; readonly own: OwnRules } {
  const used = new Set(tables.tables.map(({ sheet }) => sheet));
  const ruleSheets = lists.filter(({ sheet }) => !used.has(sheet));
  const names = new Set(ruleSheets.map(({ sheet }) => sheet));
  return {
    current: {
      ...tables,
      unrecognised: tables.unrecognised.filter(({ sheet }) => !names.has(sheet)),
    },
    own: combineOwnRules(ruleSheets.map(readRuleSheet)),
  };
}

/** 写错的规则也列在没有执行的规则里。 */
export function brokenRules({
  mistakes,
}: OwnRules): readonly { readonly rule: string; readonly why: string }[] {
  const broken = mistakes.filter(({ fatal }) => fatal);
  const names = new Set(broken.map(({ id, place }) => id ?? place.text));
  return [...names].map((rule) => ({ rule, why: "规则写错了，见问题清单" }));
}

/** 报告里的一句说明；没有用到自定规则时没有。 */
export function ownRulesRemark({ rules }: OwnRules): readonly string[] {
  return rules.length === 0 ? [] : [`除官方规则外，另用本地规则 ${rules.length} 条。`];
}
