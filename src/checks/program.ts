import type { Table } from "../tables/table.ts";
import type { Operator, Statement } from "./language/syntax.ts";
import type { RuleDefinition } from "./rule.ts";

/** 一组组下标，紧凑存放：第 g 组是 `items[start[g]] … items[start[g + 1] - 1]`。 */
export interface Groups {
  readonly count: number;
  readonly start: Int32Array;
  readonly items: Int32Array;
  /** 每组恰好一项。 */
  readonly single: boolean;
  /** 每组恰好一项，且各项连续：第 g 组就是 `items[0] + g`。 */
  readonly consecutive: boolean;
}

export interface Operand {
  /** 公式里的写法，供说明用。 */
  readonly text: string;
  readonly table: Table;
  readonly side: "left" | "right";
  readonly sign: 1 | -1;
  /** 乘几倍；没有为 1。整数：公式里的分数由 Block.scale 通分。 */
  readonly factor?: number;
  /** 每个行组（Block.rowKeys 逐项）在表里的行；空组计 0（按科目对应时没有这个科目）。 */
  readonly rows: Groups;
  /** 每个栏组（Block.columnKeys 逐项）在表里的栏。 */
  readonly columns: Groups;
}

/** 一处比较：各加数之和须满足 `operator`；行组、栏组与所在的块相同。 */
export interface BoundComparison {
  readonly operator: Operator;
  readonly measure: "money" | "count";
  /** 两边的常数之和；money 以分计，count 为整数。已乘 `scale`。 */
  readonly constant: { readonly left: number; readonly right: number };
  readonly operands: readonly Operand[];
  /** 为把分数倍数化成整数，两边同乘了多少；没有为 1。 */
  readonly scale?: number;
}

/**
 * 绑定好的一条公式（或其中一块）：对每个行组 × 每个栏组，各加数之和须满足 `operator`。
 * 大小是行数加栏数，不是二者之积。
 */
export interface Block extends BoundComparison {
  readonly rule: RuleDefinition;
  /** 规则里第几条公式，从 0 起。 */
  readonly formula: number;
  readonly statement: Statement;
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  /** “若…则”的前提：全部肯定成立的那些处才核对。没有前提的为空缺。 */
  readonly guards?: readonly BoundComparison[];
  /** 各表的每格都是一个确定的数，不是区间。 */
  readonly exact: boolean;
  /** 涉及的表里没有读不出的格。 */
  readonly readable: boolean;
}

export interface Program {
  readonly blocks: readonly Block[];
}

/** 把一组组下标压成紧凑形式。 */
export function packGroups(lists: readonly (readonly number[])[]): Groups {
  let length = 0;
  for (const list of lists) length += list.length;
  const start = new Int32Array(lists.length + 1);
  const items = new Int32Array(length);
  let next = 0;
  let single = true;
  for (let g = 0; g < lists.length; g++) {
    const list = lists[g] ?? [];
    if (list.length !== 1) single = false;
    for (const item of list) items[next++] = item;
    start[g + 1] = next;
  }
  return { count: lists.length, start, items, single, consecutive: single && isRun(items) };
}

/** `count` 组，每组都是同样几项。 */
export function repeatGroup(count: number, list: readonly number[]): Groups {
  const size = list.length;
  const start = new Int32Array(count + 1);
  const items = new Int32Array(count * size);
  for (let g = 0; g < count; g++) {
    start[g + 1] = (g + 1) * size;
    items.set(list, g * size);
  }
  const single = size === 1;
  return { count, start, items, single, consecutive: single && isRun(items) };
}

function isRun(items: Int32Array): boolean {
  const first = items[0] ?? 0;
  for (let i = 1; i < items.length; i++) if (items[i] !== first + i) return false;
  return true;
}

/** 第 `group` 组的各项。 */
export function groupItems(groups: Groups, group: number): Int32Array {
  return groups.items.subarray(groups.start[group] ?? 0, groups.start[group + 1] ?? 0);
}
