import { operandCells, weightOf } from "../comparison.ts";
import type { Violation } from "../evaluate.ts";

/** 找不到是哪一格时，只看这一处的差额像什么；看不出来为 null。 */
export function differenceClue({ block, row, column, left, right }: Violation): string | null {
  if (block.operator !== "=" || block.measure === "count") return null;
  if (left.low !== left.high || right.low !== right.high || !Number.isInteger(left.low))
    return null;
  const difference = left.low - right.low;
  for (const operand of block.operands) {
    for (const cell of operandCells(operand, row, column)) {
      const value = operand.table.value[cell] ?? 0;
      const place = operand.table.address[cell] ?? "";
      const part = weightOf(operand) * value;
      if (difference === part)
        return `差额恰等于 ${place} 的数，疑似另一边漏了它，或这里多加了它。`;
      if (difference === -part) return `差额恰等于 ${place} 的数，疑似重复计算或漏加。`;
      if (difference === 2 * part) return `差额恰为 ${place} 的两倍，疑似该加的减了、该减的加了。`;
    }
  }
  if (Math.abs(difference) === 1) return "只差一分，疑似尾差：四舍五入后的数相加，或硬凑的数。";
  return difference % 9 === 0 ? "差额能被 9 整除，疑似相邻数字颠倒。" : null;
}
