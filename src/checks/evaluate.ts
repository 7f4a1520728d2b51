import type { Table } from "../tables/table.ts";
import { allOperands, comparedSide, fails, guardsHold, type Side, weightOf } from "./comparison.ts";
import type { Block, Operand, Program } from "./program.ts";

/** 不成立的一处：哪一块的哪个行组、栏组，两边各是多少。 */
export interface Violation {
  readonly block: Block;
  readonly row: number;
  readonly column: number;
  readonly left: Side;
  readonly right: Side;
}

/** 因涉及读不出的格而没有核对的一处。 */
export interface Unevaluated {
  readonly block: Block;
  readonly row: number;
  readonly column: number;
}

export interface Evaluation {
  readonly violations: readonly Violation[];
  /** 尾差：按印出的数不等，但区间里有值能使等式成立，四舍五入就能解释。不算不成立。 */
  readonly residuals: readonly Violation[];
  readonly unevaluated: readonly Unevaluated[];
}

/** 执行绑定好的全部公式。区间内有任何一组值能使关系成立（或使前提不成立），就不算不成立。 */
export function evaluate(program: Program): Evaluation {
  const evaluator = new Evaluator(largestBlock(program));
  for (const block of program.blocks) {
    if (block.readable && block.exact) evaluator.runExact(block);
    else evaluator.runIntervals(block);
  }
  const { violations, residuals, unevaluated } = evaluator;
  return { violations, residuals, unevaluated };
}

/** 一块里的处数（行组数 × 栏组数），取最大的。 */
function largestBlock({ blocks }: Program): number {
  let largest = 0;
  for (const { rowKeys, columnKeys } of blocks) {
    largest = Math.max(largest, rowKeys.length * columnKeys.length);
  }
  return largest;
}

/** 逐块执行；各块共用几个工作数组，下标为「行组 × 栏组数 + 栏组」，成立的各处不造任何对象。 */
class Evaluator {
  readonly violations: Violation[] = [];
  readonly residuals: Violation[] = [];
  readonly unevaluated: Unevaluated[] = [];
  readonly #size: number;
  readonly #low: Float64Array;
  #high: Float64Array | null = null;
  #value: Float64Array | null = null;
  #unreadable: Float64Array | null = null;
  readonly #marks = new Map<Table, Float64Array>();

  constructor(size: number) {
    this.#size = size;
    this.#low = new Float64Array(size);
  }

  /** 各格都是确定的数：每处只有一个差（左 − 右）。 */
  runExact(block: Block): void {
    const { operator } = block;
    const size = block.rowKeys.length * block.columnKeys.length;
    const difference = this.#low;
    difference.fill(constantOf(block), 0, size);
    for (const operand of block.operands) {
      accumulate(operand, operand.table.low, weightOf(operand), block, difference);
    }
    for (let at = 0; at < size; at++) {
      const d = difference[at] ?? 0;
      if (operator === "=" ? d !== 0 : fails(operator, d, d)) this.#fail(block, at);
    }
  }

  /** 有区间、或有读不出的格：差的下界、上界分别累加，减去的一项上下界对调。 */
  runIntervals(block: Block): void {
    const { operator, exact, readable } = block;
    const size = block.rowKeys.length * block.columnKeys.length;
    const constant = constantOf(block);
    const low = this.#low.fill(constant, 0, size);
    this.#high ??= new Float64Array(this.#size);
    const high = this.#high.fill(constant, 0, size);
    for (const operand of block.operands) {
      const weight = weightOf(operand);
      const { table } = operand;
      accumulate(operand, weight > 0 ? table.low : table.high, weight, block, low);
      accumulate(operand, weight > 0 ? table.high : table.low, weight, block, high);
    }
    const printed = operator === "=" && !exact ? this.#printed(block, constant, size) : null;
    const unreadable = readable ? null : this.#unreadables(block, size);
    for (let at = 0; at < size; at++) {
      if (unreadable !== null && unreadable[at] !== 0) {
        this.unevaluated.push({ block, ...placeOf(block, at) });
      } else if (fails(operator, low[at] ?? 0, high[at] ?? 0)) {
        this.#fail(block, at);
      } else if (printed !== null && printed[at] !== 0) {
        const { row, column } = placeOf(block, at);
        if (guardsHold(block, row, column)) this.residuals.push(violation(block, row, column));
      }
    }
  }

  #fail(block: Block, at: number): void {
    const { row, column } = placeOf(block, at);
    if (guardsHold(block, row, column)) this.violations.push(violation(block, row, column));
  }

  /** 按印出的数，各处“左 − 右”是多少。 */
  #printed(block: Block, constant: number, size: number): Float64Array {
    this.#value ??= new Float64Array(this.#size);
    const value = this.#value.fill(constant, 0, size);
    for (const operand of block.operands) {
      accumulate(operand, operand.table.value, weightOf(operand), block, value);
    }
    return value;
  }

  /** 各处有几格读不出，前提里的也算。 */
  #unreadables(block: Block, size: number): Float64Array {
    this.#unreadable ??= new Float64Array(this.#size);
    const count = this.#unreadable.fill(0, 0, size);
    for (const operand of allOperands(block)) {
      accumulate(operand, this.#marksOf(operand.table), 1, block, count);
    }
    return count;
  }

  /** 读不出的格为 1，其余为 0。 */
  #marksOf(table: Table): Float64Array {
    const known = this.#marks.get(table);
    if (known !== undefined) return known;
    const { state } = table;
    const marks = new Float64Array(state.length);
    for (let cell = 0; cell < marks.length; cell++)
      if (state[cell] === "unreadable") marks[cell] = 1;
    this.#marks.set(table, marks);
    return marks;
  }
}

/**
 * 把一个加数在各处的值乘以 `weight` 加到 `into`。最内层按栏连续走，绝大多数栏组只有一栏。
 */
function accumulate(
  { table, rows, columns }: Operand,
  data: Float64Array,
  weight: number,
  { rowKeys, columnKeys }: Block,
  into: Float64Array,
): void {
  const width = table.columns.length;
  const count = columnKeys.length;
  const { start, items, consecutive, single } = columns;
  const first = items[0] ?? 0;
  for (let row = 0, at = 0; row < rowKeys.length; row++, at += count) {
    const end = rows.start[row + 1] ?? 0;
    for (let r = rows.start[row] ?? 0; r < end; r++) {
      const base = (rows.items[r] ?? 0) * width;
      if (consecutive) {
        const from = base + first;
        for (let c = 0; c < count; c++) {
          into[at + c] = (into[at + c] ?? 0) + weight * (data[from + c] ?? 0);
        }
      } else if (single) {
        for (let c = 0; c < count; c++) {
          into[at + c] = (into[at + c] ?? 0) + weight * (data[base + (items[c] ?? 0)] ?? 0);
        }
      } else {
        for (let c = 0; c < count; c++) {
          const last = start[c + 1] ?? 0;
          let sum = 0;
          for (let i = start[c] ?? 0; i < last; i++) sum += data[base + (items[i] ?? 0)] ?? 0;
          into[at + c] = (into[at + c] ?? 0) + weight * sum;
        }
      }
    }
  }
}

function constantOf({ constant }: Block): number {
  return constant.left - constant.right;
}

function placeOf({ columnKeys }: Block, at: number): { row: number; column: number } {
  const width = columnKeys.length;
  return { row: Math.floor(at / width), column: at % width };
}

function violation(block: Block, row: number, column: number): Violation {
  return {
    block,
    row,
    column,
    left: comparedSide(block, "left", row, column),
    right: comparedSide(block, "right", row, column),
  };
}
