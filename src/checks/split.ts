import type { Statement } from "./language/syntax.ts";
import type { Block, BoundComparison, Operand } from "./program.ts";
import { chooseGroups } from "./program.ts";
import type { RuleDefinition } from "./rule.ts";
import { RuleError } from "./rule-error.ts";
import type { TableIndex } from "./table-index.ts";

/** 公式对这些表执行不了的原因。`quiet` 为真时只有整条规则都没有执行才值得一提。 */
export interface NotBound {
  readonly notRun: string;
  readonly quiet?: boolean;
}

/** 哪条规则的第几条公式。 */
export interface Source {
  readonly rule: RuleDefinition;
  readonly formula: number;
  readonly statement: Statement;
}

/** 分块之前的一处比较；`constant` 以分计（已乘 `scale`），`indexes` 逐项对应 `operands`。 */
interface DraftComparison extends Pick<Block, "operator" | "constant" | "operands"> {
  readonly scale: number;
  readonly indexes: readonly TableIndex[];
}

interface Draft extends Pick<Block, "rowKeys" | "columnKeys"> {
  readonly source: Source;
  /** 第一项是结论，其余是前提。 */
  readonly parts: readonly DraftComparison[];
}

type Measured = Block["measure"];

/** 一块的行、栏和各处比较的度量。 */
interface Piece {
  readonly measures: readonly Measured[];
  readonly rows: number[];
  readonly columns: readonly number[];
}

/**
 * 定下每一块的度量，去掉表上没有格的组合；计数的常数由分换成整数。
 * 浮动表整块照用；固定表左右并排，各行的栏不同，逐格看过再分块。
 * 一处比较里金额与计数混在一起时抛 RuleError。
 */
export function splitByCells(draft: Draft): Block[] {
  const { rowKeys, columnKeys, parts } = draft;
  const measures = uniformMeasures(parts);
  if (measures !== null) return [blockOf(draft, parts, measures)];
  return pieces(draft).map(({ rows, columns, measures: own }) => {
    if (rows.length === rowKeys.length && columns.length === columnKeys.length) {
      return blockOf(draft, parts, own);
    }
    const chosen = parts.map((part) => ({
      ...part,
      operands: part.operands.map((operand) => ({
        ...operand,
        rows: chooseGroups(operand.rows, rows),
        columns: chooseGroups(operand.columns, columns),
      })),
    }));
    const keys = {
      rowKeys: rows.map((row) => rowKeys[row] ?? ""),
      columnKeys: columns.map((column) => columnKeys[column] ?? ""),
    };
    return blockOf({ ...draft, ...keys }, chosen, own);
  });
}

/** 结论直接铺在块上，前提放进 `guards`。 */
function blockOf(
  { source: { rule, formula, statement }, rowKeys, columnKeys }: Draft,
  parts: readonly DraftComparison[],
  measures: readonly Measured[],
): Block {
  const [main, ...guards] = parts.map((part, place) => compared(part, measures[place] ?? "money"));
  if (main === undefined) throw new RangeError("一条公式至少有一处比较");
  const { operator, operands, measure, constant, scale } = main;
  const exact = parts.every(({ indexes }) => indexes.every((index) => index.exact));
  const readable = parts.every(({ indexes }) => indexes.every((index) => index.readable));
  const block: Block = {
    rule,
    formula,
    statement,
    rowKeys,
    columnKeys,
    operator,
    operands,
    measure,
    constant,
    exact,
    readable,
  };
  if (scale === undefined && guards.length === 0) return block;
  return {
    ...block,
    ...(scale === undefined ? {} : { scale }),
    ...(guards.length === 0 ? {} : { guards }),
  };
}

function compared(
  { operator, operands, constant, scale }: DraftComparison,
  measure: Measured,
): BoundComparison {
  const own = { operator, operands, measure, constant: inMeasure(constant, measure) };
  return scale === 1 ? own : { ...own, scale };
}

function inMeasure(constant: Block["constant"], measure: Measured): Block["constant"] {
  if (measure === "money") return constant;
  const counts = { left: constant.left / 100, right: constant.right / 100 };
  if (!Number.isInteger(counts.left) || !Number.isInteger(counts.right)) {
    throw new RuleError("与计数相比的数须为整数。");
  }
  return counts;
}

/** 各处比较的各表格格齐全、同一度量时的各个度量；有一处不是这样则为 null。 */
function uniformMeasures(parts: readonly DraftComparison[]): readonly Measured[] | null {
  const measures: Measured[] = [];
  for (const { indexes } of parts) {
    const measure = indexes[0]?.measure ?? null;
    if (measure === null) return null;
    for (const index of indexes) if (!index.full || index.measure !== measure) return null;
    measures.push(measure);
  }
  return measures;
}

/** 度量相同、栏相同的相邻各行并成一块。 */
function pieces({ rowKeys, columnKeys, parts }: Draft): Piece[] {
  const found: Piece[] = [];
  const latest = new Map<number, Piece>();
  for (let row = 0; row < rowKeys.length; row++) {
    for (const [measures, columns] of columnsByMeasures(parts, row, columnKeys.length)) {
      const last = latest.get(measures);
      if (last !== undefined && sameNumbers(last.columns, columns)) {
        last.rows.push(row);
        continue;
      }
      const piece = { measures: unpackMeasures(measures, parts.length), rows: [row], columns };
      found.push(piece);
      latest.set(measures, piece);
    }
  }
  return found;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, place) => each === b[place]);
}

/** 这一行里各处比较的度量（见 packMeasures）→ 哪些栏；有一处没有格的组合不核对。 */
function columnsByMeasures(
  parts: readonly DraftComparison[],
  row: number,
  width: number,
): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  for (let column = 0; column < width; column++) {
    const measures = packMeasures(parts, row, column);
    if (measures === 0) continue;
    const same = columns.get(measures);
    if (same === undefined) columns.set(measures, [column]);
    else same.push(column);
  }
  return columns;
}

/** 各处比较的度量写成一个数：逐处一个二进制位，计数为 1；最前面再加一位。有一处没有格为 0。 */
function packMeasures(parts: readonly DraftComparison[], row: number, column: number): number {
  let packed = 1;
  for (const part of parts) {
    const measure = measureAt(part, row, column);
    if (measure === null) return 0;
    packed = 2 * packed + (measure === "count" ? 1 : 0);
  }
  return packed;
}

function unpackMeasures(packed: number, count: number): Measured[] {
  const measures: Measured[] = [];
  for (let rest = packed; measures.length < count; rest = Math.floor(rest / 2)) {
    measures.unshift(rest % 2 === 1 ? "count" : "money");
  }
  return measures;
}

/** 这一组合的度量；某个加数的各格表上都没有时为 null（不核对）。 */
function measureAt({ operands, indexes }: DraftComparison, row: number, column: number) {
  let measure: Measured | null = null;
  for (let i = 0; i < operands.length; i++) {
    const [operand, index] = [operands[i], indexes[i]];
    if (operand === undefined || index === undefined) continue;
    const own = operandMeasure(operand, index, row, column);
    if (own === "none") return null;
    if (own === "empty") continue;
    if (own === "mixed" || (measure !== null && measure !== own)) throw mixed();
    measure = own;
  }
  return measure;
}

/** empty 这一组合里没有取任何行或栏（按 0 计）；none 取了，而表上都没有格。 */
function operandMeasure(
  { rows, columns }: Operand,
  index: TableIndex,
  row: number,
  column: number,
): Measured | "empty" | "none" | "mixed" {
  const [firstRow = 0, lastRow = 0] = [rows.start[row], rows.start[row + 1]];
  const [firstColumn = 0, lastColumn = 0] = [columns.start[column], columns.start[column + 1]];
  if (firstRow === lastRow || firstColumn === lastColumn) return "empty";
  let measure: Measured | "none" = "none";
  for (let i = firstRow; i < lastRow; i++) {
    for (let j = firstColumn; j < lastColumn; j++) {
      const own = index.measureAt(rows.items[i] ?? 0, columns.items[j] ?? 0);
      if (own === null) continue;
      if (measure !== "none" && measure !== own) return "mixed";
      measure = own;
    }
  }
  return measure;
}

function mixed(): RuleError {
  return new RuleError("公式把金额与计数放在一起相加减或比较。");
}
