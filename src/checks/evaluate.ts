import type { Table } from "../tables/table.ts";
import type { Operator } from "./language/syntax.ts";
import {
  type Block,
  type BoundComparison,
  groupItems,
  type Operand,
  type Program,
} from "./program.ts";

/** 一边的值：按各格读数算出的 `value`，和真值所在的整数闭区间。money 以分计，count 为整数。 */
export interface Side {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

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
  const result = {
    violations: [] as Violation[],
    residuals: [] as Violation[],
    unevaluated: [] as Unevaluated[],
  };
  let width = 0;
  for (const { columnKeys } of program.blocks) width = Math.max(width, columnKeys.length);
  const low = new Float64Array(width);
  const high = new Float64Array(width);
  for (const block of program.blocks) {
    if (block.readable && block.exact) evaluateExact(block, low, result.violations);
    else evaluateIntervals(block, low, high, result);
  }
  return result;
}

/** 各格都是确定的数：每个栏组累加一个差（左 − 右）。 */
function evaluateExact(block: Block, difference: Float64Array, violations: Violation[]): void {
  const columns = block.columnKeys.length;
  const constant = block.constant.left - block.constant.right;
  for (let row = 0; row < block.rowKeys.length; row++) {
    difference.fill(constant, 0, columns);
    for (const operand of block.operands) {
      accumulate(operand, operand.table.low, row, columns, difference, weightOf(operand));
    }
    for (let column = 0; column < columns; column++) {
      const d = difference[column] ?? 0;
      if (fails(block.operator, d, d) && guardsHold(block, row, column)) {
        violations.push(violation(block, row, column));
      }
    }
  }
}

/** 有区间、或有读不出的格：差的下界、上界分别累加，减去的一项上下界对调。 */
function evaluateIntervals(
  block: Block,
  low: Float64Array,
  high: Float64Array,
  result: { violations: Violation[]; residuals: Violation[]; unevaluated: Unevaluated[] },
): void {
  const columns = block.columnKeys.length;
  const constant = block.constant.left - block.constant.right;
  for (let row = 0; row < block.rowKeys.length; row++) {
    low.fill(constant, 0, columns);
    high.fill(constant, 0, columns);
    for (const operand of block.operands) {
      const weight = weightOf(operand);
      const { table } = operand;
      accumulate(operand, weight > 0 ? table.low : table.high, row, columns, low, weight);
      accumulate(operand, weight > 0 ? table.high : table.low, row, columns, high, weight);
    }
    for (let column = 0; column < columns; column++) {
      if (!block.readable && unreadableCells(block, row, column).length > 0) {
        result.unevaluated.push({ block, row, column });
      } else if (fails(block.operator, low[column] ?? 0, high[column] ?? 0)) {
        if (guardsHold(block, row, column)) result.violations.push(violation(block, row, column));
      } else if (block.operator === "=" && !block.exact) {
        const instance = violation(block, row, column);
        if (instance.left.value !== instance.right.value && guardsHold(block, row, column)) {
          result.residuals.push(instance);
        }
      }
    }
  }
}

/** 把一个加数在各栏组的值加到 `into`。最内层按栏连续走，绝大多数栏组只有一栏。 */
function accumulate(
  { table, rows, columns }: Operand,
  data: Float64Array,
  row: number,
  count: number,
  into: Float64Array,
  weight: number,
): void {
  const width = table.columns.length;
  const { start, items } = columns;
  const end = rows.start[row + 1] ?? 0;
  for (let r = rows.start[row] ?? 0; r < end; r++) {
    const base = (rows.items[r] ?? 0) * width;
    if (columns.consecutive) {
      const first = base + (items[0] ?? 0);
      for (let c = 0; c < count; c++) into[c] = (into[c] ?? 0) + weight * (data[first + c] ?? 0);
    } else if (columns.single) {
      for (let c = 0; c < count; c++) {
        into[c] = (into[c] ?? 0) + weight * (data[base + (items[c] ?? 0)] ?? 0);
      }
    } else {
      for (let c = 0; c < count; c++) {
        const last = start[c + 1] ?? 0;
        let sum = 0;
        for (let i = start[c] ?? 0; i < last; i++) sum += data[base + (items[i] ?? 0)] ?? 0;
        into[c] = (into[c] ?? 0) + weight * sum;
      }
    }
  }
}

/** 左 − 右在整数闭区间 [low, high] 内：没有一个值使关系成立。 */
function fails(operator: Operator, low: number, high: number): boolean {
  switch (operator) {
    case "=":
      return low > 0 || high < 0;
    case "≤":
      return low > 0;
    case "≥":
      return high < 0;
    case "≠":
      return low === 0 && high === 0;
    case "<":
      return low >= 0;
    case ">":
      return high <= 0;
  }
}

/** 反过来的关系：原关系肯定成立，即反过来的没有一个值成立。 */
const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  "=": "≠",
  "≠": "=",
  "≤": ">",
  ">": "≤",
  "≥": "<",
  "<": "≥",
};

/** 前提是否全部肯定成立。 */
function guardsHold({ guards }: Block, row: number, column: number): boolean {
  if (guards === undefined) return true;
  return guards.every((guard) => {
    const left = sideOf(guard, "left", row, column);
    const right = sideOf(guard, "right", row, column);
    return fails(OPPOSITE[guard.operator], left.low - right.high, left.high - right.low);
  });
}

function weightOf({ side, sign, factor = 1 }: Operand): number {
  return (side === "left" ? sign : -sign) * factor;
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

/** 一边的值；有 `scale` 的还乘着它。 */
function sideOf(
  { constant, operands }: BoundComparison,
  side: "left" | "right",
  row: number,
  column: number,
): Side {
  let [value, low, high] = [constant[side], constant[side], constant[side]];
  for (const operand of operands) {
    if (operand.side !== side) continue;
    const { table, sign, factor = 1 } = operand;
    const weight = sign * factor;
    for (const cell of operandCells(operand, row, column)) {
      value += weight * (table.value[cell] ?? 0);
      low += weight * ((sign > 0 ? table.low : table.high)[cell] ?? 0);
      high += weight * ((sign > 0 ? table.high : table.low)[cell] ?? 0);
    }
  }
  return { value, low, high };
}

/** 一处比较某一边的值，供说明用；有倍数时可以不到分。 */
export function comparedSide(
  comparison: BoundComparison,
  side: "left" | "right",
  row: number,
  column: number,
): Side {
  return unscaled(comparison, sideOf(comparison, side, row, column));
}

function unscaled({ scale = 1 }: BoundComparison, { value, low, high }: Side): Side {
  return { value: value / scale, low: low / scale, high: high / scale };
}

/** 一个加数在某行组、某栏组的各格，以「行 × 栏数 + 栏」为下标。 */
export function operandCells(operand: Operand, row: number, column: number): number[] {
  const width = operand.table.columns.length;
  const columns = groupItems(operand.columns, column);
  const cells: number[] = [];
  for (const r of groupItems(operand.rows, row)) {
    for (const c of columns) cells.push(r * width + c);
  }
  return cells;
}

/** 某行组、某栏组里读不出的格。 */
export function unreadableCells(
  block: Block,
  row: number,
  column: number,
): { readonly table: Table; readonly cell: number }[] {
  const guards = block.guards?.flatMap(({ operands }) => operands) ?? [];
  return [...block.operands, ...guards].flatMap((operand) =>
    operandCells(operand, row, column)
      .filter((cell) => operand.table.state[cell] === "unreadable")
      .map((cell) => ({ table: operand.table, cell })),
  );
}
