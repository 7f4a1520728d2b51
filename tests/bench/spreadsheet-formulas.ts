import { operandCells } from "../../src/checks/comparison.ts";
import type { Block, Operand, Program } from "../../src/checks/program.ts";
import type { GeneratedWorkbook } from "../fixtures/generator/generate.ts";

type CellValue = string | number | null;

/** 一本可以交给电子表格引擎的工作簿：原来的各张表，加一张“关系”，每行一个公式。 */
export interface FormulaSheets {
  readonly sheets: Record<string, CellValue[][]>;
  readonly formulas: number;
  /** 公式引用的单元格总数（连续的一段按格数计）。 */
  readonly references: number;
}

const RELATIONS = "关系";
const PRIOR_PREFIX = "上年";

/**
 * 把绑定好的程序逐处写成单元格公式：`=ROUND(左 − 右, 2) 0 比较`，引用原表上的同一批格。
 * 连续的格写成 SUM(区域)，是电子表格里的通常写法，也对引擎最有利。
 */
export function formulaSheets(
  program: Program,
  current: GeneratedWorkbook,
  prior: GeneratedWorkbook,
): FormulaSheets {
  const sheets: Record<string, CellValue[][]> = {};
  for (const [prefix, workbook] of [
    ["", current],
    [PRIOR_PREFIX, prior],
  ] as const) {
    for (const sheet of workbook.sheets) {
      sheets[prefix + sheet.name] = sheet.rows.map((row) =>
        Array.from(row, (value) => value ?? null),
      );
    }
  }
  let references = 0;
  const formulas: string[] = [];
  for (const block of program.blocks) {
    for (let row = 0; row < block.rowKeys.length; row += 1) {
      for (let column = 0; column < block.columnKeys.length; column += 1) {
        const terms = block.operands.flatMap((operand) => {
          const cells = peerCells(operand, row, column);
          references += cells.length;
          return termOf(operand, cells);
        });
        formulas.push(relation(block, terms));
      }
    }
  }
  sheets[RELATIONS] = formulas.map((formula) => [formula]);
  return { sheets, formulas: formulas.length, references };
}

const OPERATORS = { "=": "=", "≤": "<=", "≥": ">=", "≠": "<>", "<": "<", ">": ">" } as const;

function relation(block: Block, terms: readonly string[]): string {
  const scale = block.measure === "money" ? 100 : 1;
  const constant = (block.constant.left - block.constant.right) / scale;
  return `=ROUND(${terms.join("")}${constant < 0 ? constant : `+${constant}`},2)${OPERATORS[block.operator]}0`;
}

/** 一个加数：`+SUM('表'!E10:E20)`、`-'表'!E10` …… 没有格时为空。 */
function termOf(operand: Operand, cells: readonly PeerCell[]): string[] {
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sign = (operand.side === "left" ? operand.sign : -operand.sign) > 0 ? "+" : "-";
  const prefix = operand.table.book === "prior" ? PRIOR_PREFIX : "";
  const sheet = `'${prefix}${operand.table.sheet}'!`;
  if (cells.length > 1 && isContiguous(cells)) {
    return [`${sign}SUM(${sheet}${first.address}:${last.address})`];
  }
  // 写着 — 的格不能直接相加（#VALUE!），由 SUM 略过。
  return cells.map(({ address, text }) =>
    text ? `${sign}SUM(${sheet}${address})` : `${sign}${sheet}${address}`,
  );
}

interface PeerCell {
  readonly address: string;
  readonly text: boolean;
}

function peerCells(operand: Operand, row: number, column: number): PeerCell[] {
  const { address, state } = operand.table;
  return operandCells(operand, row, column)
    .map((cell) => ({ address: address[cell] ?? "", text: state[cell] === "dash" }))
    .filter((cell) => cell.address !== "");
}

/** 是否同一行或同一列上相邻的一段。 */
function isContiguous(cells: readonly PeerCell[]): boolean {
  const points = cells.map(({ address }) => point(address));
  const step = (axis: 0 | 1) =>
    points.every((each, index) => {
      const before = points[index - 1];
      return (
        before === undefined ||
        (each[axis] === before[axis] + 1 && each[1 - axis] === before[1 - axis])
      );
    });
  return step(0) || step(1);
}

function point(address: string): [row: number, column: number] {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits), column];
}
