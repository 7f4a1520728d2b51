import { combineOwnRules } from "../../src/checks/own-rules/combine.ts";
import type { OwnRules } from "../../src/checks/own-rules/own-rule.ts";
import { RULE_SHEET_HEADERS, readRuleSheet } from "../../src/checks/own-rules/rule-sheet.ts";
import { findListSheets } from "../../src/tables/list-sheets.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";

/** 工作簿里自带的规则（“审核公式”工作表），和去掉这种工作表以后没有认出的表。 */
export function ownRulesIn(
  workbook: Workbook,
  tables: TableSet,
): { readonly current: TableSet; readonly own: OwnRules } {
  const used = new Set(tables.tables.map(({ sheet }) => sheet));
  const lists = findListSheets(workbook, RULE_SHEET_HEADERS).filter(
    ({ sheet }) => !used.has(sheet),
  );
  const names = new Set(lists.map(({ sheet }) => sheet));
  return {
    current: {
      ...tables,
      unrecognised: tables.unrecognised.filter(({ sheet }) => !names.has(sheet)),
    },
    own: combineOwnRules(lists.map(readRuleSheet)),
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

export function ownRulesRemark({ rules }: OwnRules): readonly string[] {
  return rules.length === 0 ? [] : [`除官方规则外，另用本地规则 ${rules.length} 条。`];
}
