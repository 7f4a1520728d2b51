import type { ListCell, ListSheet } from "../../tables/list-sheets.ts";
import {
  buildRule,
  RULE_FIELDS,
  type RuleField,
  unknownField,
  type WrittenText,
} from "./build-rule.ts";
import type { OwnRule, OwnRules, Place, RuleMistake } from "./own-rule.ts";

/** 凭这几栏认“审核公式”工作表。 */
export const RULE_SHEET_HEADERS = ["编号", "公式"] as const;

/**
 * 读工作簿里的“审核公式”工作表：一行一条，栏名为 编号、级别、公式、说明、年度（也可有规则的其他各项），
 * 次序不限。写错的一行不用，指出单元格，其余照用；不抛错。
 */
export function readRuleSheet(list: ListSheet): OwnRules {
  const rules: OwnRule[] = [];
  const mistakes: RuleMistake[] = [];
  for (const header of list.headers) {
    if (RULE_FIELDS.some((field) => field === header.text)) continue;
    const mistake = unknownField(header.text, placeOf(list, header, "", header.text), null);
    // 备注、序号一类的栏本来就不用；像是写错了栏名的才提。
    if (mistake.todo.startsWith("是不是")) mistakes.push(mistake);
  }
  for (const row of list.rows) readRow(list, row, rules, mistakes);
  return { rules, mistakes };
}

function readRow(
  list: ListSheet,
  row: ReadonlyMap<string, ListCell>,
  rules: OwnRule[],
  mistakes: RuleMistake[],
): void {
  const id = row.get("编号")?.text ?? "";
  const written = new Map<RuleField, readonly WrittenText[]>();
  for (const field of RULE_FIELDS) {
    const cell = row.get(field);
    if (cell === undefined) continue;
    written.set(field, [{ text: cell.text, place: placeOf(list, cell, id, field) }]);
  }
  const first = row.get("公式") ?? [...row.values()][0];
  if (first === undefined || written.size === 0) return;
  const place = placeOf(list, first, id, "公式");
  const broken = [...row].filter(([, cell]) => cell.broken);
  for (const [field, cell] of broken) {
    mistakes.push({
      id: id === "" ? null : id,
      place: placeOf(list, cell, id, field),
      what: `单元格是公式错误 ${cell.text}。`,
      todo: "公式开头不要写等号；请把单元格设成文本格式后重填。",
      fatal: true,
    });
  }
  if (broken.length > 0) return;
  const built = buildRule(written, place);
  if (built.ok) rules.push({ rule: built.rule, place, cases: [] });
  else mistakes.push(...built.mistakes);
}

function placeOf({ sheet }: ListSheet, cell: ListCell, row: string, column: string): Place {
  const { address, text } = cell;
  return {
    text: `工作表“${sheet}”${address}`,
    cell: { book: "current", sheet, address, row, column, value: text },
  };
}
