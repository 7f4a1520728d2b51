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
  readonly block: number;
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
      this.#addUses(b, CONCLUSION, block.operands);
      block.guards?.forEach(({ operands }, guard) => {
        this.#addUses(b, guard, operands);
      });
    });
    this.#first[program.blocks.length] = next;
    this.count = next;
  }

  #addUses(block: number, part: number, operands: readonly Operand[]): void {
    for (const operand of operands) {
      const use = { block, part, operand, coefficient: weightOf(operand) };
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
    let [low, high] = [0, this.blocks.length - 1];
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
    for (const { block, part, operand, coefficient } of this.#uses.get(table) ?? []) {
      const rows = this.#inverse(operand.rows).of(row);
      if (rows.length === 0) continue;
      const columns = this.#inverse(operand.columns).of(column);
      for (const r of rows) {
        for (const c of columns) found(this.instance(block, r, c), coefficient, part);
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
    for (const { block: b, part, operand, coefficient } of this.#uses.get(table) ?? []) {
      const block = this.blocks[b];
      if (block === undefined) continue;
      const columns = this.#inverse(operand.columns).of(column);
      if (columns.length === 0) continue;
      const rollup = block.statement.kind === "rollup";
      const wanted = rollup ? (operand.side === "right" ? parent : null) : key;
      if (wanted === null || (rollup && byProjects(block) !== key.includes("/"))) continue;
      const r = block.rowKeys.indexOf(wanted);
      if (r < 0 || (!rollup && !isEmptyGroup(operand.rows, r))) continue;
      for (const c of columns) found(this.instance(b, r, c), coefficient, part);
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

export function isEmptyGroup(groups: Groups, group: number): boolean {
  return groups.start[group] === groups.start[group + 1];
}

function byProjects({ statement }: Block): boolean {
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
