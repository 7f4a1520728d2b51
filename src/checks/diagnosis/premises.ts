import { forEachCell, holds, weightOf } from "../comparison.ts";
import type { Operator } from "../language/syntax.ts";
import type { BoundComparison } from "../program.ts";

/** 一处比较的“左 − 右”所在的区间，和其中读不出的格数（读不出的暂按 0）。 */
export interface Total {
  low: number;
  high: number;
  unreadable: number;
}

export function addUp(comparison: BoundComparison, row: number, column: number): Total {
  const constant = comparison.constant.left - comparison.constant.right;
  const total = { low: constant, high: constant, unreadable: 0 };
  for (const operand of comparison.operands) {
    const { table } = operand;
    const weight = weightOf(operand);
    const [lower, upper] = weight > 0 ? [table.low, table.high] : [table.high, table.low];
    forEachCell(operand, row, column, (cell) => {
      total.low += weight * (lower[cell] ?? 0);
      total.high += weight * (upper[cell] ?? 0);
      if (table.state[cell] === "unreadable") total.unreadable++;
    });
  }
  return total;
}

/** 一处“若…则”的各个前提，随试改变动。 */
export class Premises {
  readonly #parts: readonly { readonly operator: Operator; readonly total: Total }[];

  constructor(guards: readonly BoundComparison[], row: number, column: number) {
    this.#parts = guards.map((guard) => ({
      operator: guard.operator,
      total: addUp(guard, row, column),
    }));
  }

  /** 各前提里还有几格读不出。 */
  get unreadable(): number {
    return this.#parts.reduce((sum, { total }) => sum + total.unreadable, 0);
  }

  /** 各前提再变动 `shifts`（逐个前提，没有的为 0）之后，是否全部肯定成立。 */
  hold(shifts: readonly number[] = []): boolean {
    return this.#parts.every(({ operator, total }, place) => {
      const shift = shifts[place] ?? 0;
      return holds(operator, total.low + shift, total.high + shift);
    });
  }

  /** 真改：各前提变动 `shifts`。 */
  shift(shifts: readonly number[]): void {
    this.#parts.forEach(({ total }, place) => {
      total.low += shifts[place] ?? 0;
      total.high += shifts[place] ?? 0;
    });
  }

  /** 第 `place` 个前提里读不出的一格推出了应有的数。 */
  filled(place: number): void {
    const part = this.#parts[place];
    if (part !== undefined) part.total.unreadable--;
  }
}
