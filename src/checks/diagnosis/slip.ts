import type { Table } from "../../tables/table.ts";
import type { Hint } from "./digit-slips.ts";
import { type Books, judgeChange, negativePenalty } from "./plausibility.ts";

/** 试改的一格：表上有的一格，或表上缺少的一行里的一格。`delta` = 应有的数 − 现在的数，单位同 `Table.value`。 */
export type Change = CellChange | MissingChange;

export interface CellChange {
  readonly table: Table;
  /** 下标同 `Table.value`。 */
  readonly cell: number;
  readonly delta: number;
  readonly missing?: never;
}

/** 表上缺少的一行：行键，以及它的上级行在表里的下标（没有则为 -1）。 */
export interface MissingRow {
  readonly key: string;
  readonly parent: number;
  /** 上级行的汇总是否会因补上这一行而变（表上已有它的下级行时不会）。 */
  readonly addsToParent: boolean;
}

export interface MissingChange {
  readonly table: Table;
  readonly missing: MissingRow;
  /** 第几栏。 */
  readonly column: number;
  readonly delta: number;
}

/** 一个可能的笔误：一次失误改动了哪些格。 */
export interface Slip {
  readonly changes: readonly Change[];
  /** 算几次失误：看得出是一次失误的（互换、整行差倍数、缺行）为 1。 */
  readonly cost: number;
  /** 怎样的失误；null 为须逐格看数字才知道。 */
  readonly hint: Hint | null;
}

/** 试改的结果：原来不成立而成立了的、原来成立而不成立了的各几处；soft 为警告和提示级的规则。 */
export interface Outcome {
  readonly explained: number;
  readonly broken: number;
  readonly softExplained: number;
  readonly softBroken: number;
}

/** 试改过的一个可能。 */
export interface Trial {
  readonly slip: Slip;
  readonly outcome: Outcome;
}

/** 改这一格之后的数。 */
export function corrected(change: Change): number {
  return isValue(change) + change.delta;
}

/** 这一格现在的数；缺行的格为 0。 */
export function isValue(change: Change): number {
  return change.missing === undefined ? (change.table.value[change.cell] ?? 0) : 0;
}

/** 这一格在第几行（缺行为上级行）、第几栏。 */
export function positionOf(change: Change): { readonly row: number; readonly column: number } {
  if (change.missing !== undefined) return { row: change.missing.parent, column: change.column };
  const width = change.table.columns.length;
  return { row: Math.floor(change.cell / width), column: change.cell % width };
}

/** 一个可能像什么、有多可信：数字像不像笔误，警告级的规则是随之成立还是随之不成立。 */
export function hintOf({ slip: { changes, hint }, outcome }: Trial, books: Books): Hint {
  const own = hint === null ? singleHint(changes, books) : weighed(hint, changes);
  const soft = Math.max(-2, Math.min(2, (outcome.softExplained - outcome.softBroken) / 2));
  return { text: own.text, weight: own.weight + soft };
}

/** 牵连几格的，其中有一格要改成负数就不可信。 */
function weighed(hint: Hint, changes: readonly Change[]): Hint {
  let worst = 0;
  for (const change of changes) {
    const penalty =
      change.missing === undefined
        ? negativePenalty(change.table, change.cell, corrected(change))
        : Math.min(0, 4 * Math.sign(change.delta));
    worst = Math.min(worst, penalty);
  }
  return { text: hint.text, weight: hint.weight + worst };
}

function singleHint([change]: readonly Change[], books: Books): Hint {
  if (change === undefined || change.missing !== undefined) return { text: "", weight: 0 };
  return judgeChange(change.table, change.cell, corrected(change), books);
}
