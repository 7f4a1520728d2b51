import type { Table } from "../tables/table.ts";
import type { Operator } from "./language/syntax.ts";
import { type Block, type BoundComparison, groupItems, type Operand } from "./program.ts";

/** 一边的值：按各格读数算出的 `value`，和真值所在的整数闭区间。money 以分计，count 为整数。 */
export interface Side {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 一个加数在“左 − 右”里的倍数，带符号。 */
export function weightOf({ side, sign, factor = 1 }: Operand): number {
  return (side === "left" ? sign : -sign) * factor;
}

/** “左 − 右”在整数闭区间 [low, high] 内：没有一个值使关系成立。 */
export function fails(operator: Operator, low: number, high: number): boolean {
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

/** “左 − 右”在整数闭区间 [low, high] 内：每一个值都使关系成立。 */
export function holds(operator: Operator, low: number, high: number): boolean {
  return fails(OPPOSITE[operator], low, high);
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
export function guardsHold({ guards }: Block, row: number, column: number): boolean {
  if (guards === undefined) return true;
  return guards.every((guard) => {
    const left = sideOf(guard, "left", row, column);
    const right = sideOf(guard, "right", row, column);
    return holds(guard.operator, left.low - right.high, left.high - right.low);
  });
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
  const { scale = 1 } = comparison;
  const { value, low, high } = sideOf(comparison, side, row, column);
  return { value: value / scale, low: low / scale, high: high / scale };
}

/** 一个加数在某行组、某栏组的各格，以「行 × 栏数 + 栏」为下标。 */
export function operandCells(operand: Operand, row: number, column: number): number[] {
  const cells: number[] = [];
  forEachCell(operand, row, column, (cell) => cells.push(cell));
  return cells;
}

/** 同上，逐格走一遍，不另造数组。 */
export function forEachCell(
  { table, rows, columns }: Operand,
  row: number,
  column: number,
  visit: (cell: number) => void,
): void {
  const width = table.columns.length;
  const own = groupItems(columns, column);
  for (const r of groupItems(rows, row)) {
    for (const c of own) visit(r * width + c);
  }
}

/** 一处关系的全部加数：结论里的，再是各个前提里的。 */
export function allOperands({ operands, guards }: Block): readonly Operand[] {
  if (guards === undefined) return operands;
  return [...operands, ...guards.flatMap((guard) => guard.operands)];
}

/** 某行组、某栏组里读不出的格，前提里的也算。 */
export function unreadableCells(
  block: Block,
  row: number,
  column: number,
): { readonly table: Table; readonly cell: number }[] {
  return allOperands(block).flatMap((operand) =>
    operandCells(operand, row, column)
      .filter((cell) => operand.table.state[cell] === "unreadable")
      .map((cell) => ({ table: operand.table, cell })),
  );
}
