import { type CellRef, type Finding, finding } from "../findings/finding.ts";
import { cellRef } from "../tables/access.ts";
import type { Table } from "../tables/table.ts";
import { amountText, cellText, quantityText } from "./amount-text.ts";
import { operandCells, type Violation } from "./evaluate.ts";
import type { Operator } from "./language/syntax.ts";
import type { Operand } from "./program.ts";

/** 一边的加数超过这些时，文字里只写前几项，余下的写“等 n 项”；`cells` 总是全列。 */
const LISTED = 6;

const EXPECTATION: Readonly<Record<Operator, string>> = {
  "=": "",
  "≤": "应不大于",
  "≥": "应不小于",
  "≠": "不应等于",
};

/** 把不成立的一处写成问题：两边各是哪些格、多少钱、相差多少；为什么、怎么办取自规则。 */
export function describeViolation(violation: Violation): Finding {
  const { block } = violation;
  const { rule } = block;
  const writer = new SideWriter(violation);
  const left = writer.write("left");
  const right = writer.write("right");
  const difference = violation.left.value - violation.right.value;
  return finding({
    rule: rule.id,
    severity: rule.severity,
    kind: "linkage",
    what: `${left}，${expectation(violation)}${right}${differenceText(violation, difference)}。`,
    why: sentence(rule.why),
    todo: sentence(rule.todo),
    cells: writer.cells,
    left: amountText(violation.left.value, block.measure),
    right: amountText(violation.right.value, block.measure),
    difference: amountText(difference, block.measure),
  });
}

function expectation({ block }: Violation): string {
  const bare = block.operands.every(({ side }) => side !== "right");
  const words = block.operator === "=" && bare ? "应为" : EXPECTATION[block.operator];
  return bare ? `${words} ` : words;
}

function differenceText({ block, left, right }: Violation, difference: number): string {
  if (block.operator === "≠") return "";
  const amount = quantityText(difference, block.measure);
  const exact = left.low === left.high && right.low === right.high;
  return `，相差 ${amount}${exact ? "" : "，超出四舍五入可以解释的范围"}`;
}

function sentence(text: string): string {
  return text === "" || /[。！？]$/.test(text) ? text : `${text}。`;
}

/** 先后写左边、右边；与上一格相同的表名、行名、栏名不再重复。 */
class SideWriter {
  readonly cells: CellRef[] = [];
  readonly #violation: Violation;
  #last: { readonly table: Table; readonly row: number; readonly column: number } | null = null;

  constructor(violation: Violation) {
    this.#violation = violation;
  }

  write(side: "left" | "right"): string {
    const { block } = this.#violation;
    const operands = block.operands.filter((operand) => operand.side === side);
    const constant = block.constant[side];
    const parts = operands.flatMap((operand) => this.#addends(operand));
    if (constant !== 0 || parts.length === 0) {
      parts.push({
        sign: constant < 0 ? -1 : 1,
        text: quantityText(Math.abs(constant), block.measure),
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
    const alone = parts.length === 1 && parts[0]?.sign === 1;
    if (alone) return text;
    return `${text}${more}，合计 ${quantityText(this.#violation[side].value, block.measure)}`;
  }

  #addends(operand: Operand): { readonly sign: number; readonly text: string }[] {
    const { row, column } = this.#violation;
    const cells = operandCells(operand, row, column);
    const { table, sign } = operand;
    if (cells.length === 0) return [{ sign, text: this.#missing(operand) }];
    const shown = cells.length === 1 ? cells : cells.filter((cell) => table.value[cell] !== 0);
    if (shown.length === 0) {
      return [{ sign, text: `${this.#tableName(table)}${operand.text} 各项均为 0` }];
    }
    return shown.map((cell) => ({ sign, text: this.#mention(table, cell) }));
  }

  #mention(table: Table, cell: number): string {
    const width = table.columns.length;
    const [row, column] = [Math.floor(cell / width), cell % width];
    const ref = cellRef(table, row, column);
    this.cells.push(ref);
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
    return `${name}没有 ${block.rowKeys[row] || operand.text} 一行（按 0 计）`;
  }

  #tableName(table: Table): string {
    const same = this.#last?.table === table;
    this.#last = { table, row: -1, column: -1 };
    return same ? "" : tableName(table);
  }
}

function tableName({ book, form }: Table): string {
  return `${book === "prior" ? "上年" : ""}${form.id}《${form.title}》`;
}
