import type { Table } from "../../tables/table.ts";
import { weightOf } from "../comparison.ts";
import type { Block, Groups, Operand, Program } from "../program.ts";

/** 参加核对的一处关系的编号：从 0 起，按块、行组、栏组的次序连续编。 */
export type Instance = number;

export interface Place {
  readonly block: Block;
  readonly row: number;
  readonly column: number;
}

interface Use {
  readonly block: Block;
  /** `block` 是第几块。 */
  readonly index: number;
  /** 第几个前提的加数；结论的为 CONCLUSION。 */
  readonly part: number;
  readonly operand: Operand;
  /** 这个加数在“左 − 右”里的倍数，带符号。 */
  readonly coefficient: number;
}

export const CONCLUSION = -1;

/** 一格参加的一处关系，和它在“左 − 右”里的倍数；`part` 为第几个前提，结论为 CONCLUSION。 */
export type Visitor = (instance: Instance, coefficient: number, part: number) => void;

/** 格与关系的对应：一格参加了哪几处关系。按需倒查，不为全部格建索引。 */
export class Incidence {
  readonly blocks: readonly Block[];
  /** 关系的总处数。 */
  readonly count: number;
  readonly #first: Int32Array;
  readonly #order = new Map<Block, number>();
  readonly #uses = new Map<Table, Use[]>();
  readonly #inverses = new Map<Groups, Inverse>();

  constructor(program: Program) {
    this.blocks = program.blocks;
    this.#first = new Int32Array(program.blocks.length + 1);
    let next = 0;
    program.blocks.forEach((block, b) => {
      this.#first[b] = next;
      this.#order.set(block, b);
      next += block.rowKeys.length * block.columnKeys.length;
      this.#addUses(block, b, CONCLUSION, block.operands);
      block.guards?.forEach(({ operands }, guard) => {
        this.#addUses(block, b, guard, operands);
      });
    });
    this.#first[program.blocks.length] = next;
    this.count = next;
  }

  #addUses(block: Block, index: number, part: number, operands: readonly Operand[]): void {
    for (const operand of operands) {
      const use = { block, index, part, operand, coefficient: weightOf(operand) };
      const uses = this.#uses.get(operand.table);
      if (uses === undefined) this.#uses.set(operand.table, [use]);
      else uses.push(use);
    }
  }

  tables(): Iterable<Table> {
    return this.#uses.keys();
  }

  /** `block` 须是程序里的一块。 */
  instance(block: number, row: number, column: number): Instance {
    const width = this.blocks[block]?.columnKeys.length ?? 0;
    return (this.#first[block] ?? 0) + row * width + column;
  }

  indexOf(block: Block): number {
    const index = this.#order.get(block);
    if (index === undefined) throw new RangeError("不是这个程序里的一块");
    return index;
  }

  blockOf(instance: Instance): number {
    let [low, high] = [0, this.blocks.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#first[middle] ?? 0) <= instance) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  place(instance: Instance): Place {
    const b = this.blockOf(instance);
    const block = this.blocks[b];
    if (block === undefined) throw new RangeError(`没有第 ${instance} 处关系`);
    const within = instance - (this.#first[b] ?? 0);
    const width = block.columnKeys.length;
    return { block, row: Math.floor(within / width), column: within % width };
  }

  /** 逐处列出一格参加的关系，前提里的也算；同一处可能因两个加数列出两次。 */
  visit(table: Table, cell: number, found: Visitor): void {
    const width = table.columns.length;
    const [row, column] = [Math.floor(cell / width), cell % width];
    for (const { index, part, operand, coefficient } of this.#uses.get(table) ?? []) {
      for (const r of this.#inverse(operand.rows).of(row)) {
        for (const c of this.#inverse(operand.columns).of(column)) {
          found(this.instance(index, r, c), coefficient, part);
        }
      }
    }
  }

  /**
   * 同上，但这一格在表上缺少的一行里：按键取数而表上没有这个键的各处，
   * 以及上级行 `parent` 的逐级（项目）汇总。
   */
  visitMissing(
    table: Table,
    key: string,
    parent: string | null,
    column: number,
    found: Visitor,
  ): void {
    for (const use of this.#uses.get(table) ?? []) {
      const r = missingGroup(use, key, parent);
      if (r < 0) continue;
      for (const c of this.#inverse(use.operand.columns).of(column)) {
        found(this.instance(use.index, r, c), use.coefficient, use.part);
      }
    }
  }

  #inverse(groups: Groups): Inverse {
    const known = this.#inverses.get(groups);
    if (known !== undefined) return known;
    const made = new Inverse(groups);
    this.#inverses.set(groups, made);
    return made;
  }
}

/** 表上缺少的一行若补上，算在这个加数的第几个行组里：汇总的算在上级行，其余算在它自己的键；不算在内为 -1。 */
function missingGroup({ block, operand }: Use, key: string, parent: string | null): number {
  if (block.statement.kind === "rollup") {
    const isBelow = operand.side === "right" && sumsProjects(block) === key.includes("/");
    return isBelow ? block.rowKeys.indexOf(parent ?? "") : -1;
  }
  const group = matchesByKey(block) ? block.rowKeys.indexOf(key) : -1;
  return isEmptyGroup(operand.rows, group) ? group : -1;
}

export function isEmptyGroup(groups: Groups, group: number): boolean {
  return groups.start[group] === groups.start[group + 1];
}

/** 是不是“每个科目”“每个项目”之类：行组的键就是各表的行键。指名某几行的，键只是第一项的行。 */
export function matchesByKey({ statement }: Block): boolean {
  return statement.kind === "relation" && statement.quantifier !== null;
}

/** 是不是“项目汇总”。 */
export function sumsProjects({ statement }: Block): boolean {
  return statement.kind === "rollup" && statement.by === "项目汇总";
}

const NONE: readonly number[] = [];

/** 一项在哪几组里。 */
class Inverse {
  readonly #groups = new Map<number, number[]>();

  constructor({ count, start, items }: Groups) {
    for (let group = 0; group < count; group++) {
      const end = start[group + 1] ?? 0;
      for (let i = start[group] ?? 0; i < end; i++) {
        const item = items[i] ?? 0;
        const list = this.#groups.get(item);
        if (list === undefined) this.#groups.set(item, [group]);
        else list.push(group);
      }
    }
  }

  of(item: number): readonly number[] {
    return this.#groups.get(item) ?? NONE;
  }
}
