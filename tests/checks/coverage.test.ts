import { expect, test } from "vitest";
import { checkTables } from "../../src/checks/check.ts";
import { amountCells, guardedCells } from "../../src/checks/coverage.ts";
import { evaluate } from "../../src/checks/evaluate.ts";
import type { Block, Program } from "../../src/checks/program.ts";
import type { Table } from "../../src/tables/table.ts";
import { exampleNames, exampleTables } from "./example-tables.ts";

/**
 * 示例里没有等式管着的行、栏：其他表的每一格改动一分都必须被发现。
 * 统计数、资产数、合同金额没有别的数可以相等，只有大小和“有钱才有数”的核实。
 */
const UNGUARDED: Readonly<Record<string, RegExp>> = {
  财决01: /^性质\.基本建设类项目 /,
  财决附03: /^(三公\.外事接待费|统计\.|资产\.单价|采购\.授予)/,
};

interface Line {
  cells: number;
  caught: number;
  readonly unchecked: Map<string, number>;
}

test.each(exampleNames)("%s：任何一格改动一分都被发现，或列为没有核对", async (name) => {
  const current = await exampleTables(name);
  const { program, findings } = checkTables({ current });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const guarded = guardedCells(program);
  const lines = new Map<string, Line>();
  for (const table of current.tables) {
    const amounts = amountCells(table);
    const cells = amounts.length;
    if (cells === 0) continue;
    const unchecked = amounts.filter((cell) => guarded.get(table)?.[cell] !== 1);
    const line: Line = { cells, caught: 0, unchecked: new Map() };
    lines.set(table.form.id, line);
    const affected = blocksUsing(program, table);
    for (let cell = 0; cell < table.value.length; cell++) {
      if (guarded.get(table)?.[cell] !== 1) continue;
      if (changeIsFound(table, cell, affected)) line.caught++;
      else expect.fail(`${cellName(table, cell)} 改动一分，没有规则发现`);
    }
    for (const cell of unchecked) {
      const label = cellName(table, cell);
      expect(label).toMatch(UNGUARDED[table.form.id] ?? /^无$/);
      const [row = ""] = label.split(" ");
      line.unchecked.set(row, (line.unchecked.get(row) ?? 0) + 1);
    }
    expect(line.caught + unchecked.length).toBeGreaterThanOrEqual(cells);
  }
  console.log(`${name}\n${report(lines)}`);
});

/** 原地把一格改动一分（计数改动一）再求值，然后改回。 */
function changeIsFound(table: Table, cell: number, program: Program): boolean {
  for (const data of [table.value, table.low, table.high]) data[cell] = (data[cell] ?? 0) + 1;
  const { violations } = evaluate(program);
  for (const data of [table.value, table.low, table.high]) data[cell] = (data[cell] ?? 0) - 1;
  return violations.length > 0;
}

/** 只重新求值涉及这张表的等式。 */
function blocksUsing(program: Program, table: Table): Program {
  const uses = (block: Block) =>
    block.operator === "=" && block.operands.some((operand) => operand.table === table);
  return { blocks: program.blocks.filter(uses) };
}

function cellName(table: Table, cell: number): string {
  const width = table.columns.length;
  const row = table.rows[Math.floor(cell / width)]?.key;
  return `${row} ${table.columns[cell % width]?.key} ${table.form.id}${table.address[cell]}`;
}

function report(lines: ReadonlyMap<string, Line>): string {
  return [...lines]
    .map(([form, { cells, caught, unchecked }]) => {
      const rows = [...unchecked].map(([row, count]) => `${row}×${count}`);
      const listed = rows.slice(0, 6).join(" ") + (rows.length > 6 ? ` 等 ${rows.length} 行` : "");
      const rest = rows.length === 0 ? "" : `；没有核对：${listed}`;
      return `  ${form}：${cells} 格，发现 ${caught}${rest}`;
    })
    .join("\n");
}
