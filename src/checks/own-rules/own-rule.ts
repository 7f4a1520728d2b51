import { type CellRef, type Finding, finding } from "../../findings/finding.ts";
import type { RuleDefinition } from "../rule.ts";
import type { RuleCase } from "./run-cases.ts";

/** 写在哪里：`《本地规则.yaml》第 3 行`，或 `工作表“审核公式”C5`（这时有单元格）。 */
export interface Place {
  readonly text: string;
  readonly cell?: CellRef;
}

/** 本地自定的一条规则，和它自带的用例。 */
export interface OwnRule {
  readonly rule: RuleDefinition;
  readonly place: Place;
  readonly cases: readonly RuleCase[];
}

/** 写错的一处。`id` 为所在规则的编号；没有写编号时为 null。 */
export interface RuleMistake {
  readonly id: string | null;
  readonly place: Place;
  /** 错在哪里，中文整句。 */
  readonly what: string;
  readonly todo: string;
  /** 这条规则因此没有执行；假为不影响执行的小毛病。 */
  readonly fatal: boolean;
}

export interface OwnRules {
  readonly rules: readonly OwnRule[];
  readonly mistakes: readonly RuleMistake[];
}

/** 写错的地方作为问题列出：写错的规则没有执行，等于少查了一项。 */
export function mistakeFinding({ id, place, what, todo, fatal }: RuleMistake): Finding {
  return finding({
    rule: "自定规则/写错",
    severity: fatal ? "error" : "note",
    kind: "own-rule",
    what: `${place.text}${id === null ? "" : `（规则 ${id}）`}：${what}`,
    why: fatal ? "这条规则没有执行，其余规则照常执行。" : "这一处没有使用，规则照常执行。",
    todo,
    cells: place.cell === undefined ? [] : [place.cell],
  });
}
