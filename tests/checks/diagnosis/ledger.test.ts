import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { operandCells } from "../../../src/checks/comparison.ts";
import { CONCLUSION } from "../../../src/checks/diagnosis/incidence.ts";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import { evaluate, type Violation } from "../../../src/checks/evaluate.ts";
import type { Program } from "../../../src/checks/program.ts";
import type { Table } from "../../../src/tables/table.ts";
import { type Books, check, freshBooks, plant } from "./planted.ts";

let books: Books;
let program: Program;
let cells: { table: Table; cell: number }[];

beforeAll(async () => {
  books = await freshBooks();
  program = check(books).program;
  const tables = new Set(
    program.blocks.flatMap(({ operands }) => operands.map(({ table }) => table)),
  );
  cells = [...tables].flatMap((table) =>
    [...table.value.keys()]
      .filter((cell) => table.state[cell] === "amount")
      .map((cell) => ({ table, cell })),
  );
});

/** 不经倒查，逐处逐格找。 */
function usesOf(table: Table, cell: number): Map<string, number> {
  const uses = new Map<string, number>();
  program.blocks.forEach((block, b) => {
    for (const operand of block.operands) {
      if (operand.table !== table) continue;
      const weight = (operand.side === "left" ? 1 : -1) * operand.sign * (operand.factor ?? 1);
      for (let row = 0; row < block.rowKeys.length; row += 1) {
        for (let column = 0; column < block.columnKeys.length; column += 1) {
          const times = operandCells(operand, row, column).filter((each) => each === cell).length;
          if (times === 0) continue;
          const key = `${b} ${row} ${column}`;
          uses.set(key, (uses.get(key) ?? 0) + times * weight);
        }
      }
    }
  });
  return uses;
}

test("一格参加了哪几处关系：倒查与逐处查找相同", () => {
  const { incidence } = new Ledger(program);
  fc.assert(
    fc.property(fc.constantFrom(...cells), ({ table, cell }) => {
      const found = new Map<string, number>();
      incidence.visit(table, cell, (instance, coefficient, part) => {
        if (part !== CONCLUSION) return;
        const { block, row, column } = incidence.place(instance);
        const key = `${incidence.indexOf(block)} ${row} ${column}`;
        found.set(key, (found.get(key) ?? 0) + coefficient);
      });
      expect(new Map([...found].sort())).toEqual(new Map([...usesOf(table, cell)].sort()));
    }),
    { numRuns: 40, seed: 1 },
  );
});

describe("试改", () => {
  const hardKeys = (violations: readonly Violation[]) =>
    violations
      .filter(({ block }) => block.rule.severity === "error")
      .map(({ block, row, column }) => `${program.blocks.indexOf(block)} ${row} ${column}`);

  test("改坏几处、改好几处，与真改之后重新核对相同", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cells),
        fc.constantFrom(...cells),
        fc.integer({ min: -500_000, max: 500_000 }).filter((delta) => delta !== 0),
        (first, second, delta) => {
          const original = first.table.value[first.cell] ?? 0;
          plant(first, original + delta);
          const before = evaluate(program).violations;
          const ledger = new Ledger(program);
          for (const each of before) ledger.note(ledger.instanceOf(each));
          const change = { ...second, delta: first === second ? -delta : delta };
          const outcome = ledger.trial([change]);

          const other = second.table.value[second.cell] ?? 0;
          plant(second, other + change.delta);
          const after = new Set(hardKeys(evaluate(program).violations));
          plant(second, other);
          plant(first, original);

          const known = new Set(hardKeys(before));
          expect(outcome.broken).toBe([...after].filter((key) => !known.has(key)).length);
          expect(outcome.explained).toBe([...known].filter((key) => !after.has(key)).length);
        },
      ),
      { numRuns: 60, seed: 2 },
    );
  });

  test("真改再改回去，差额复原", () => {
    const ledger = new Ledger(program);
    fc.assert(
      fc.property(fc.constantFrom(...cells), fc.integer(), ({ table, cell }, delta) => {
        const instances: number[] = [];
        ledger.incidence.visit(table, cell, (instance) => instances.push(instance));
        const before = instances.map((each) => ledger.difference(each));
        ledger.apply([{ table, cell, delta }]);
        ledger.apply([{ table, cell, delta: -delta }]);
        expect(instances.map((each) => ledger.difference(each))).toEqual(before);
        expect(ledger.broken.size).toBe(0);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
