import type { Table, TableSet } from "../../tables/table.ts";
import { quantityText } from "../amount-text.ts";
import { digitSlip, type Hint, trailingZeros } from "./digit-slips.ts";

/** 判断笔误时可以参照的表。 */
export interface Books {
  readonly current: TableSet;
  readonly prior: TableSet | null;
}

/** 一格由现在的数改成 `shouldBe`，像是怎样的笔误、有多可信。 */
export function judgeChange(table: Table, cell: number, shouldBe: number, books: Books): Hint {
  const is = table.value[cell] ?? 0;
  const before = priorValue(table, cell, books);
  const slip = slipOf(table, cell, is, shouldBe, before);
  let weight = slip.weight + negativePenalty(table, cell, shouldBe);
  if (is === 0) weight -= 1.5;
  else if (shouldBe === 0) weight -= 1;
  else if (!slip.scale) weight += 0.3 * (trailingZeros(shouldBe) - trailingZeros(is));
  if (before !== null && before > 0 && is > 0 && shouldBe > 0) {
    const closer = Math.abs(Math.log(is / before)) - Math.abs(Math.log(shouldBe / before));
    weight += Math.max(-1, Math.min(1, closer));
  }
  return { text: slip.text, weight };
}

/** 原来不是负数而要改成负数的，很少是真的；计数没有负的。 */
export function negativePenalty(table: Table, cell: number, shouldBe: number): number {
  if (shouldBe >= 0 || (table.value[cell] ?? 0) < 0) return 0;
  return isCount(table, cell) ? -8 : -4;
}

function slipOf(
  table: Table,
  cell: number,
  is: number,
  shouldBe: number,
  before: number | null,
): Hint & { readonly scale?: boolean } {
  const digits = digitSlip(is, shouldBe);
  if (digits !== null) return { ...digits, scale: /倍|分之一/.test(digits.text) };
  if (is !== 0 && is === before) return { text: "与上年同一格的数相同，疑似照抄上年数", weight: 3 };
  const neighbour = copiedFrom(table, cell, is);
  if (neighbour !== null) {
    return { text: `与${neighbour}的数相同，疑似抄错了行或栏`, weight: 1 };
  }
  const count = isCount(table, cell);
  if (is === 0) return { text: "疑似漏填", weight: 0 };
  if (shouldBe === 0) return { text: "疑似多填", weight: 0 };
  if (Math.abs(is - shouldBe) === 1 && !count) return { text: "相差一分，疑似尾差", weight: 0 };
  const difference = quantityText(is - shouldBe, count ? "count" : "money");
  return {
    text: `比应有数${is > shouldBe ? "多" : "少"} ${difference.replace("-", "")}`,
    weight: 0,
  };
}

/** 上年同一张表、同一行、同一栏的数；没有上年的表或那一格时为 null。 */
export function priorValue(table: Table, cell: number, { prior }: Books): number | null {
  if (table.book !== "current") return null;
  const before = prior?.byForm.get(table.form.id);
  const width = table.columns.length;
  const row = before?.rowIndex.get(table.rows[Math.floor(cell / width)]?.key ?? "");
  const column = before?.columnIndex.get(table.columns[cell % width]?.key ?? "");
  if (before === undefined || row === undefined || column === undefined) return null;
  const place = row * before.columns.length + column;
  return before.state[place] === "amount" ? (before.value[place] ?? 0) : null;
}

const NEIGHBOURS = [
  [-1, "上一行", "左边一格"],
  [1, "下一行", "右边一格"],
] as const;

/** 上下左右紧挨着、又没有上下级关系的格里，数相同的一格。上下级之间本来就常常相同。 */
function copiedFrom(table: Table, cell: number, is: number): string | null {
  if (is === 0) return null;
  const width = table.columns.length;
  const [r, c] = [Math.floor(cell / width), cell % width];
  for (const [step, above, beside] of NEIGHBOURS) {
    const row = table.rows[r + step];
    if (row !== undefined && row.parent === table.rows[r]?.parent && row.parent >= 0) {
      if (table.value[cell + step * width] === is) return above;
    }
    const column = table.columns[c + step];
    if (column !== undefined && column.parent === table.columns[c]?.parent && column.parent >= 0) {
      if (table.value[cell + step] === is) return beside;
    }
  }
  return null;
}

export function isCount(table: Table, cell: number): boolean {
  const width = table.columns.length;
  const row = table.rows[Math.floor(cell / width)];
  const column = table.columns[cell % width];
  return row?.measure === "count" || column?.measure === "count";
}
