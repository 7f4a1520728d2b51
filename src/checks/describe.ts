import { type CellRef, type Finding, finding } from "../findings/finding.ts";
import { cellRef } from "../tables/access.ts";
import type { Table } from "../tables/table.ts";
import { amountText, cellText, quantityText } from "./amount-text.ts";
import { comparedSide, operandCells } from "./comparison.ts";
import type { Violation } from "./evaluate.ts";
import type { Operator, Statement } from "./language/syntax.ts";
import type { BoundComparison, Operand } from "./program.ts";

/** 一边的加数超过这些时，文字里只写前几项，余下的写“等 n 项”；`cells` 总是全列。 */
const LISTED = 6;

const EXPECTATION: Readonly<Record<Operator, string>> = {
  "=": "",
  "≤": "应不大于",
  "≥": "应不小于",
  "≠": "不应等于",
  "<": "应小于",
  ">": "应大于",
};

/** 前提里的关系怎么说。 */
const PREMISE: Readonly<Record<Operator, string>> = {
  "=": "等于",
  "≤": "不大于",
  "≥": "不小于",
  "≠": "不等于",
  "<": "小于",
  ">": "大于",
};

/** 把不成立的一处写成问题：两边各是哪些格、多少钱、相差多少；为什么、怎么办取自规则。 */
export function describeViolation(violation: Violation): Finding {
  const { block } = violation;
  const { rule } = block;
  const writer = new SideWriter(violation);
  const premise = premiseText(violation, writer);
  const left = writer.write(block, "left");
  const right = writer.write(block, "right");
  const difference = violation.left.value - violation.right.value;
  return finding({
    rule: rule.id,
    severity: rule.severity,
    kind: "linkage",
    what: `${premise}${left}，${expectation(violation)}${right}${differenceText(violation, difference)}。`,
    why: sentence(rule.why),
    todo: sentence(rule.todo),
    cells: writer.cells,
    left: amountText(violation.left.value, block.measure),
    right: amountText(violation.right.value, block.measure),
    difference: amountText(difference, block.measure),
  });
}

/** 同一条规则的尾差合成一条提示：写出第一处，其余只计数。 */
export function describeResiduals(residuals: readonly [Violation, ...Violation[]]): Finding {
  const [first] = residuals;
  const { block } = first;
  const writer = new SideWriter(first);
  const left = writer.write(block, "left");
  const right = writer.write(block, "right");
  const difference = first.left.value - first.right.value;
  const others = residuals.length - 1;
  const rest = others === 0 ? "" : `；这条关系另有 ${others} 处尾差`;
  return finding({
    rule: block.rule.id,
    severity: "note",
    kind: "rounding",
    what: `${left}，${right}，按印出的数相差 ${quantityText(difference, block.measure)}，是四舍五入的尾差${rest}。`,
    why: "各数分别四舍五入到万元，合计与分项、两张表之间可以差最后一位。",
    todo: "不必改动，也不要为凑平而改某一个数。",
    cells: writer.cells,
    left: amountText(first.left.value, block.measure),
    right: amountText(first.right.value, block.measure),
    difference: amountText(difference, block.measure),
  });
}

/** 前提：`甲 12.00 元，大于 0.00 元；…时，`；没有前提为空串。 */
function premiseText({ block }: Violation, writer: SideWriter): string {
  const parts = (block.guards ?? []).map((guard) => {
    const left = writer.write(guard, "left");
    return `${left}，${PREMISE[guard.operator]} ${writer.write(guard, "right")}`;
  });
  return parts.length === 0 ? "" : `${parts.join("；")}，这时 `;
}

function expectation({ block }: Violation): string {
  const bare = block.operands.every(({ side }) => side !== "right");
  const words = block.operator === "=" && bare ? "应为" : EXPECTATION[block.operator];
  return bare ? `${words} ` : words;
}

function differenceText(violation: Violation, difference: number): string {
  const { block, left, right } = violation;
  if (block.operator === "≠" || difference === 0) return "";
  const amount = quantityText(difference, block.measure);
  const exact = left.low === left.high && right.low === right.high;
  if (exact) return `，相差 ${amount}`;
  return `，相差 ${amount}，超出四舍五入可以解释的范围`;
}

function sentence(text: string): string {
  return text === "" || /[。！？]$/.test(text) ? text : `${text}。`;
}

/** 先后写前提、左边、右边；与上一格相同的表名、行名、栏名不再重复。 */
class SideWriter {
  readonly cells: CellRef[] = [];
  readonly #violation: Violation;
  #last: { readonly table: Table; readonly row: number; readonly column: number } | null = null;

  constructor(violation: Violation) {
    this.#violation = violation;
  }

  write(comparison: BoundComparison, side: "left" | "right"): string {
    const { row, column } = this.#violation;
    const { scale = 1, measure } = comparison;
    const operands = comparison.operands.filter((operand) => operand.side === side);
    const constant = comparison.constant[side] / scale;
    const parts = operands.flatMap((operand) => this.#addends(operand, scale));
    if (constant !== 0 || parts.length === 0) {
      parts.push({
        sign: constant < 0 ? -1 : 1,
        text: quantityText(Math.abs(constant), measure),
      });
    }
    const listed = parts.slice(0, LISTED);
    const more = parts.length > listed.length ? `等 ${parts.length} 项` : "";
    const text = listed
      .map(
        (part, place) =>
          (place === 0 ? (part.sign < 0 ? "－" : "") : part.sign < 0 ? "－" : "＋") + part.text,
      )
      .join("");
    const multiplied = operands.some(({ factor = 1 }) => factor !== scale);
    const alone = parts.length === 1 && parts[0]?.sign === 1 && !multiplied;
    if (alone) return text;
    const { value } = comparedSide(comparison, side, row, column);
    return `${text}${more}，合计 ${quantityText(value, measure)}`;
  }

  #addends(operand: Operand, scale: number): { readonly sign: number; readonly text: string }[] {
    const { row, column } = this.#violation;
    const { factor = 1 } = operand;
    const times = factor === scale ? "" : `${factorText(factor / scale)}×`;
    const cells = operandCells(operand, row, column);
    const { table, sign } = operand;
    if (cells.length === 0) return [{ sign, text: this.#missing(operand) }];
    const shown = cells.length === 1 ? cells : cells.filter((cell) => table.value[cell] !== 0);
    if (shown.length === 0) {
      return [{ sign, text: `${this.#tableName(table)}${operand.text} 各项均为 0` }];
    }
    return shown.map((cell) => ({ sign, text: times + this.#mention(table, cell) }));
  }

  #mention(table: Table, cell: number): string {
    const width = table.columns.length;
    const [row, column] = [Math.floor(cell / width), cell % width];
    const ref = cellRef(table, row, column);
    const listed = this.cells.some(
      ({ book, sheet, address }) =>
        book === ref.book && sheet === ref.sheet && address === ref.address && address !== "",
    );
    if (!listed) this.cells.push(ref);
    const last = this.#last?.table === table ? this.#last : null;
    this.#last = { table, row, column };
    const sameRow = last?.row === row;
    const place = ref.address === "" ? "" : `（${ref.address}）`;
    const name =
      sameRow && last.column !== column
        ? `${ref.column}${place}`
        : `${ref.row}${place}${last?.column === column ? "" : ref.column}`;
    return `${last === null ? tableName(table) : ""}${name} ${cellText(table, cell)}`;
  }

  #missing(operand: Operand): string {
    const { block, row } = this.#violation;
    const name = this.#tableName(operand.table);
    const key = namedRow(block.statement, operand.text) ?? block.rowKeys[row];
    return `${name}没有 ${key || operand.text} 一行（按 0 计）`;
  }

  #tableName(table: Table): string {
    const same = this.#last?.table === table;
    this.#last = { table, row: -1, column: -1 };
    return same ? "" : tableName(table);
  }
}

/** 不足一倍的写成百分比。 */
function factorText(factor: number): string {
  return factor < 1 ? `${Number((factor * 100).toFixed(6))}%` : String(Number(factor.toFixed(6)));
}

function tableName({ book, form }: Table): string {
  return `${book === "prior" ? "上年" : ""}${form.id}《${form.title}》`;
}

/** 公式里写成 `text` 的一项指名的行；按科目、项目逐个对应的没有。 */
function namedRow(statement: Statement, text: string): string | undefined {
  if (statement.kind === "rollup" || statement.quantifier !== null) return undefined;
  const comparisons = [statement, ...(statement.when ?? [])];
  const terms = comparisons.flatMap(({ left, right }) => [...left, ...right]);
  for (const { term } of terms) {
    if (term.kind === "reference" && term.text === text && term.row?.kind === "key") {
      return term.row.key;
    }
  }
  return undefined;
}
