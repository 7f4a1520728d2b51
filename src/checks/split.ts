import { measureOf } from "../tables/access.ts";
import {
  type Block,
  type BoundComparison,
  type Groups,
  groupItems,
  type Operand,
  packGroups,
} from "./program.ts";
import { RuleError } from "./rule-error.ts";
import type { TableIndex } from "./table-index.ts";

export type BoundBlock = Omit<Block, "rule" | "formula" | "statement">;

/** 公式对这些表执行不了的原因。`quiet` 为真时只有整条规则都没有执行才值得一提。 */
export interface NotBound {
  readonly notRun: string;
  readonly quiet?: boolean;
}

/** 分块之前的一处比较；`constant` 以分计（已乘 `scale`），`indexes` 逐项对应 `operands`。 */
interface DraftComparison extends Pick<BoundBlock, "operator" | "constant" | "operands"> {
  readonly scale: number;
  readonly indexes: readonly TableIndex[];
}

interface Draft extends Pick<BoundBlock, "rowKeys" | "columnKeys"> {
  /** 第一项是结论，其余是前提。 */
  readonly parts: readonly DraftComparison[];
}

/**
 * 定下每一块的度量，去掉表上没有格的组合；计数的常数由分换成整数。
 * 浮动表整块照用；固定表左右并排，各行的栏不同，逐格看过再分块。
 * 一处比较里金额与计数混在一起时抛 RuleError。
 */
export function splitByCells(draft: Draft): BoundBlock[] {
  const { rowKeys, columnKeys, parts } = draft;
  const indexes = parts.flatMap((part) => part.indexes);
  const traits = {
    exact: indexes.every((index) => index.exact),
    readable: indexes.every((index) => index.readable),
  };
  const measures = parts.map((part) => uniformMeasure(part.indexes));
  if (measures.every((measure) => measure !== null)) {
    return [{ rowKeys, columnKeys, ...traits, ...compared(parts, measures) }];
  }
  return pieces(draft).map((piece) => ({
    rowKeys: piece.rows.map((row) => rowKeys[row] ?? ""),
    columnKeys: piece.columns.map((column) => columnKeys[column] ?? ""),
    ...traits,
    ...compared(
      parts.map((part) => ({
        ...part,
        operands: part.operands.map((operand) => ({
          ...operand,
          rows: pick(operand.rows, piece.rows),
          columns: pick(operand.columns, piece.columns),
        })),
      })),
      piece.measures,
    ),
  }));
}

/** 各表各格齐全、同一度量时的这个度量，否则 null。 */
function uniformMeasure(indexes: readonly TableIndex[]): Measured | null {
  const measure = indexes[0]?.measure ?? null;
  return indexes.every((index) => index.full && index.measure === measure) ? measure : null;
}

type Measured = BoundComparison["measure"];

/** 结论直接铺在块上，前提放进 `guards`。 */
function compared(
  parts: readonly DraftComparison[],
  measures: readonly Measured[],
): BoundComparison & Pick<Block, "guards"> {
  const [main, ...guards] = parts.map(
    ({ operator, constant, operands, scale }, part): BoundComparison => {
      const measure = measures[part] ?? "money";
      return {
        operator,
        operands,
        measure,
        constant: inMeasure(constant, measure),
        ...(scale === 1 ? {} : { scale }),
      };
    },
  );
  if (main === undefined) throw new RangeError("一条公式至少有一处比较");
  return guards.length === 0 ? main : { ...main, guards };
}

interface Piece {
  readonly measures: readonly Measured[];
  readonly rows: number[];
  readonly columns: readonly number[];
}

/** 度量相同、栏相同的相邻各行并成一块。 */
function pieces({ rowKeys, columnKeys, parts }: Draft): Piece[] {
  const found: Piece[] = [];
  for (let row = 0; row < rowKeys.length; row++) {
    const columns = new Map<string, number[]>();
    for (let column = 0; column < columnKeys.length; column++) {
      const measures = measuresAt(parts, row, column);
      if (measures === null) continue;
      const same = columns.get(measures);
      if (same === undefined) columns.set(measures, [column]);
      else same.push(column);
    }
    for (const [name, list] of columns) {
      const measures = name.split(" ") as Measured[];
      const last = found.findLast((piece) => piece.measures.join(" ") === name);
      if (last !== undefined && last.columns.join() === list.join()) last.rows.push(row);
      else found.push({ measures, rows: [row], columns: list });
    }
  }
  return found;
}

/** 这一组合里各处比较的度量，用空格隔开；有一处没有格时为 null（不核对）。 */
function measuresAt(parts: readonly DraftComparison[], row: number, column: number): string | null {
  let names = "";
  for (const { operands } of parts) {
    const measure = measureAt(operands, row, column);
    if (measure === null) return null;
    names = names === "" ? measure : `${names} ${measure}`;
  }
  return names;
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

function inMeasure(constant: Block["constant"], measure: Measured): Block["constant"] {
  if (measure === "money") return constant;
  const counts = { left: constant.left / 100, right: constant.right / 100 };
  if (!Number.isInteger(counts.left) || !Number.isInteger(counts.right)) {
    throw new RuleError("与计数相比的数须为整数。");
  }
  return counts;
}

function pick(groups: Groups, chosen: readonly number[]): Groups {
  return packGroups(chosen.map((group) => [...groupItems(groups, group)]));
}

function mixed(): RuleError {
  return new RuleError("公式把金额与计数放在一起相加减或比较。");
}
