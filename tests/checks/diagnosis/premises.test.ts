import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTables } from "../../../src/checks/check.ts";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import { evaluate } from "../../../src/checks/evaluate.ts";
import type { Program } from "../../../src/checks/program.ts";
import type { Table } from "../../../src/tables/table.ts";
import { buildTableSets } from "../case-tables.ts";
import { ruleOf } from "../rule-of.ts";
import { plant, plantText } from "./planted.ts";

const COLUMNS = ["基本支出", "项目支出", "经营支出"] as const;

/** 局里自定的规则：错误级，带前提，各用到同一张表的三格。 */
const FORMULAS = [
  "若 财决04[合计, 基本支出] > 1 则 财决04[合计, 项目支出] = 财决04[合计, 经营支出]",
  "若 财决04[合计, 基本支出] = 0 且 财决04[合计, 经营支出] ≥ 2 则 财决04[合计, 项目支出] > 0",
  "财决04[合计, 基本支出] > 0 当且仅当 财决04[合计, 项目支出] > 0",
  "若 财决04[合计, 基本支出] + 财决04[合计, 基本支出] ≤ 4 则 财决04[合计, 项目支出] ≤ 财决04[合计, 基本支出]",
];

function tableOf(): { table: Table; cells: readonly number[] } {
  const { current } = buildTableSets({
    数据: Object.fromEntries(COLUMNS.map((column) => [`财决04[合计, ${column}]`, 1])),
  });
  const table = current.byForm.get("财决04");
  if (table === undefined) throw new Error("没有财决04");
  return { table, cells: COLUMNS.map((column) => table.columnIndex.get(column) ?? -1) };
}

const amounts = fc.array(fc.constantFrom(0, 100, 200, 300, null), { minLength: 3, maxLength: 3 });

/** 现在不成立的各处；`null` 的格写的是文字，读不出。 */
function broken(formula: string, values: readonly (number | null)[]) {
  const { table, cells } = tableOf();
  values.forEach((value, place) => {
    const at = { table, cell: cells[place] ?? -1 };
    if (value === null) plantText(at, "另附");
    else plant(at, value);
  });
  const set = { tables: [table], byForm: new Map([["财决04", table]]) };
  const whole = { ...buildTableSets({ 数据: {} }).current, ...set };
  const { program } = checkTables({ current: whole, rules: [ruleOf(formula)] });
  const places = () =>
    evaluate(program).violations.map(({ block }) => program.blocks.indexOf(block));
  return { table, cells, program, places };
}

function notedLedger(program: Program): Ledger {
  const ledger = new Ledger(program);
  for (const violation of evaluate(program).violations) ledger.note(ledger.instanceOf(violation));
  return ledger;
}

test("改前提里的格、改结论里的格、有读不出的格：试改与真改之后重新核对相同", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FORMULAS),
      amounts,
      fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -3, max: 3 })), {
        minLength: 1,
        maxLength: 2,
      }),
      (formula, values, steps) => {
        const { table, cells, program, places } = broken(formula, values);
        const ledger = notedLedger(program);
        for (const [place, yuan] of steps) {
          if (values[place] === null) continue;
          const cell = cells[place] ?? -1;
          const change = { table, cell, delta: 100 * yuan };
          const before = places();
          const outcome = ledger.trial([change]);
          const explained = ledger.explainedBy([change]).length;
          ledger.apply([change]);
          plant({ table, cell }, (table.value[cell] ?? 0) + change.delta);
          const after = places();
          expect(outcome.explained).toBe(before.filter((each) => !after.includes(each)).length);
          expect(explained).toBe(outcome.explained);
          expect(outcome.broken).toBe(after.filter((each) => !before.includes(each)).length);
          expect(ledger.broken.size).toBe(after.length);
        }
      },
    ),
    { numRuns: 400, seed: 4 },
  );
});

test("推出读不出的格之后，与填上之后重新核对相同", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FORMULAS),
      amounts,
      fc.nat(2),
      fc.constantFrom(0, 100, 200),
      (formula, values, place, to) => {
        const missing = values.map((value, index) => (index === place ? null : value));
        const { table, cells, program, places } = broken(formula, missing);
        const ledger = notedLedger(program);
        const cell = cells[place] ?? -1;
        ledger.fill({ table, cell, delta: to });
        plant({ table, cell }, to);
        expect(ledger.broken.size).toBe(places().length);
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});
