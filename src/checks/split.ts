import { measureOf } from "../tables/access.ts";
import { type Block, type Groups, groupItems, type Operand, packGroups } from "./program.ts";
import { RuleError } from "./rule-error.ts";
import type { TableIndex } from "./table-index.ts";

export type BoundBlock = Omit<Block, "rule" | "formula" | "statement">;

type Draft = Pick<BoundBlock, "operator" | "constant" | "rowKeys" | "columnKeys" | "operands">;

/**
 * 定下每一块的度量，去掉表上没有格的组合。`draft.constant` 以分计；计数的块换成整数。
 * 浮动表整块照用；固定表左右并排，各行的栏不同，逐格看过再分块。
 * 金额与计数混在一起时抛 RuleError。
 */
export function splitByCells(draft: Draft, indexes: readonly TableIndex[]): BoundBlock[] {
  const traits = {
    exact: indexes.every((index) => index.exact),
    readable: indexes.every((index) => index.readable),
  };
  const measure = indexes[0]?.measure ?? null;
  if (measure !== null && indexes.every((index) => index.full && index.measure === measure)) {
    return [{ ...draft, ...traits, measure, constant: scale(draft.constant, measure) }];
  }
  return pieces(draft).map((piece) => ({
    ...draft,
    ...traits,
    measure: piece.measure,
    constant: scale(draft.constant, piece.measure),
    rowKeys: piece.rows.map((row) => draft.rowKeys[row] ?? ""),
    columnKeys: piece.columns.map((column) => draft.columnKeys[column] ?? ""),
    operands: draft.operands.map((operand) => ({
      ...operand,
      rows: pick(operand.rows, piece.rows),
      columns: pick(operand.columns, piece.columns),
    })),
  }));
}

interface Piece {
  readonly measure: "money" | "count";
  readonly rows: number[];
  readonly columns: readonly number[];
}

/** 度量相同、栏相同的相邻各行并成一块。 */
function pieces(draft: Draft): Piece[] {
  const found: Piece[] = [];
  for (let row = 0; row < draft.rowKeys.length; row++) {
    const columns: Record<"money" | "count", number[]> = { money: [], count: [] };
    for (let column = 0; column < draft.columnKeys.length; column++) {
      const measure = measureAt(draft.operands, row, column);
      if (measure !== null) columns[measure].push(column);
    }
    for (const measure of ["money", "count"] as const) {
      if (columns[measure].length === 0) continue;
      const last = found.findLast((piece) => piece.measure === measure);
      if (last !== undefined && last.columns.join() === columns[measure].join())
        last.rows.push(row);
      else found.push({ measure, rows: [row], columns: columns[measure] });
    }
  }
  return found;
}

/** 这一组合的度量；某个加数的各格表上都没有时为 null（不核对）。 */
function measureAt(
  operands: readonly Operand[],
  row: number,
  column: number,
): "money" | "count" | null {
  let measure: "money" | "count" | null = null;
  for (const { table, rows, columns } of operands) {
    // 逐格走紧凑数组，不为每格另造小数组：固定表的规则多，这里最热。
    const [firstRow = 0, lastRow = 0] = [rows.start[row], rows.start[row + 1]];
    const [firstColumn = 0, lastColumn = 0] = [columns.start[column], columns.start[column + 1]];
    let present = firstRow === lastRow || firstColumn === lastColumn;
    for (let i = firstRow; i < lastRow; i++) {
      const r = rows.items[i] ?? 0;
      const tableRow = table.rows[r];
      for (let j = firstColumn; j < lastColumn; j++) {
        const c = columns.items[j] ?? 0;
        const tableColumn = table.columns[c];
        const state = table.state[r * table.columns.length + c];
        if (tableRow === undefined || tableColumn === undefined || state === "absent") continue;
        const own = measureOf(tableRow, tableColumn);
        if (own === "text") continue;
        present = true;
        if (measure !== null && measure !== own) throw mixed();
        measure = own;
      }
    }
    if (!present) return null;
  }
  return measure;
}

function scale(constant: Block["constant"], measure: "money" | "count"): Block["constant"] {
  if (measure === "money") return constant;
  const scaled = { left: constant.left / 100, right: constant.right / 100 };
  if (!Number.isInteger(scaled.left) || !Number.isInteger(scaled.right)) {
    throw new RuleError("与计数相比的数须为整数。");
  }
  return scaled;
}

function pick(groups: Groups, chosen: readonly number[]): Groups {
  return packGroups(chosen.map((group) => [...groupItems(groups, group)]));
}

function mixed(): RuleError {
  return new RuleError("公式把金额与计数放在一起相加减或比较。");
}
