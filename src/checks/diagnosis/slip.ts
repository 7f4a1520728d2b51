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
export type Slip = CellSlip | KnownSlip;

/** 只改一格；像怎样的失误，要看数字才知道。 */
export interface CellSlip {
  readonly changes: readonly [CellChange];
  readonly cost: 1;
  readonly hint: null;
}

/** 知道是怎样的失误。 */
export interface KnownSlip {
  readonly changes: readonly Change[];
  /** 算几次失误：看得出是一次失误的（互换、整行差倍数、缺行）为 1。 */
  readonly cost: number;
  readonly hint: Hint;
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

/** 缺的一行里要填负数：与别处原来不是负数而要改成负数的一样。 */
const NEGATIVE_IN_MISSING_ROW = -4;
/** 警告、提示级的规则随之成立、随之不成立，至多使可信程度增减这么多。 */
const MOST_SOFT = 2;

/** 一个可能像什么、有多可信：数字像不像笔误，警告级的规则是随之成立还是随之不成立。 */
export function hintOf({ slip, outcome }: Trial, books: Books): Hint {
  const own = slip.hint === null ? cellHint(slip.changes[0], books) : weighed(slip);
  const soft = (outcome.softExplained - outcome.softBroken) / 2;
  return {
    text: own.text,
    weight: own.weight + Math.max(-MOST_SOFT, Math.min(MOST_SOFT, soft)),
  };
}

/** 牵连几格的，其中有一格要改成负数就不可信。 */
function weighed({ hint, changes }: KnownSlip): Hint {
  const worst = changes.reduce((least, change) => Math.min(least, penaltyOf(change)), 0);
  return { text: hint.text, weight: hint.weight + worst };
}

function penaltyOf(change: Change): number {
  if (change.missing !== undefined) return change.delta < 0 ? NEGATIVE_IN_MISSING_ROW : 0;
  return negativePenalty(change.table, change.cell, corrected(change));
}

function cellHint(change: CellChange, books: Books): Hint {
  return judgeChange(change.table, change.cell, corrected(change), books);
}
