import type { Table } from "../tables/table.ts";
import type { Operator, Statement } from "./language/syntax.ts";
import type { RuleDefinition } from "./rule.ts";

/** 一组组下标，紧凑存放：第 g 组是 `items[start[g]] … items[start[g + 1] - 1]`；`start` 可以更长。 */
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
  let single = true;
  for (const list of lists) {
    length += list.length;
    if (list.length !== 1) single = false;
  }
  const items = new Int32Array(length);
  let next = 0;
  if (single) {
    for (const [item = 0] of lists) items[next++] = item;
    return singleGroups(items);
  }
  const start = new Int32Array(lists.length + 1);
  for (let g = 0; g < lists.length; g++) {
    for (const item of lists[g] ?? []) items[next++] = item;
    start[g + 1] = next;
  }
  return { count: lists.length, start, items, single, consecutive: false };
}

/** 每组恰好一项。 */
export function singleGroups(items: Int32Array): Groups {
  const count = items.length;
  return { count, start: oneEach(count), items, single: true, consecutive: isRun(items) };
}

/** `count` 组，每组都是同样几项。 */
export function repeatGroup(count: number, list: readonly number[]): Groups {
  const [first = 0] = list;
  const size = list.length;
  if (size === 1) return count === 1 ? onlyItem(first) : singleGroups(filled(count, first));
  const start = new Int32Array(count + 1);
  const items = new Int32Array(count * size);
  for (let g = 0; g < count; g++) {
    start[g + 1] = (g + 1) * size;
    items.set(list, g * size);
  }
  return { count, start, items, single: false, consecutive: false };
}

/** 只留 `chosen` 这几组，依次。 */
export function chooseGroups(groups: Groups, chosen: readonly number[]): Groups {
  if (groups.single) {
    const items = new Int32Array(chosen.length);
    for (let g = 0; g < chosen.length; g++) items[g] = groups.items[chosen[g] ?? 0] ?? 0;
    return items.length === 1 ? onlyItem(items[0] ?? 0) : singleGroups(items);
  }
  return packGroups(chosen.map((group) => [...groupItems(groups, group)]));
}

/** 一组一项的占了大半，各表都从 0 数起：同样的只造一份。 */
const onlyItems = new Map<number, Groups>();

function onlyItem(item: number): Groups {
  const known = onlyItems.get(item);
  if (known !== undefined) return known;
  const made = singleGroups(Int32Array.of(item));
  onlyItems.set(item, made);
  return made;
}

function filled(count: number, item: number): Int32Array {
  return new Int32Array(count).fill(item);
}

/** 每组一项时的 `start`：0、1、2……各处共用一份，可以比用到的长。 */
let ones = new Int32Array(0);

function oneEach(count: number): Int32Array {
  if (ones.length <= count) ones = Int32Array.from({ length: 2 * count + 64 }, (_, g) => g);
  return ones;
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
