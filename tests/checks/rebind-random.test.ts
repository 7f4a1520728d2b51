import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { evaluate } from "../../src/checks/evaluate.ts";
import { officialRules } from "../../src/checks/generated/rules.ts";
import { rebindRules } from "../../src/checks/rebind.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Cell, Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { generatePair } from "../fixtures/generator/generate.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";
import { contents } from "./bound-contents.ts";

interface Books {
  readonly current: Workbook;
  readonly prior: Workbook | null;
}

type Edit = (books: Books) => Books;

const EDITED: Readonly<Record<string, readonly (Cell | undefined)[]>> = {
  改数: [{ kind: "number", text: "12345.67", formula: false }],
  写文字: [{ kind: "text", text: "见附件", formula: false }],
  清空: [undefined],
};

/** 在第几张表（按比例）、第几行、第几格动手。 */
const place = fc.record({
  prior: fc.boolean(),
  sheet: fc.double({ min: 0, max: 0.999, noNaN: true }),
  row: fc.double({ min: 0, max: 0.999, noNaN: true }),
  column: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
type Spot = typeof place extends fc.Arbitrary<infer Value> ? Value : never;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: place.map((at) => editAmount(at)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(place, fc.constantFrom(...Object.keys(EDITED)))
      .map(([at, kind]) => editCell(at, EDITED[kind]?.[0])),
  },
  { weight: 1, arbitrary: place.map((at) => editRows(at, () => [])) },
  { weight: 1, arbitrary: place.map((at) => editRows(at, (row) => [row, row])) },
  { weight: 1, arbitrary: place.map(dropSheet) },
  { weight: 1, arbitrary: fc.constant((books: Books): Books => ({ ...books, prior: null })) },
);

function editSheet(
  books: Books,
  { prior, sheet }: Spot,
  change: (sheet: Sheet) => readonly Sheet[],
): Books {
  const name = prior && books.prior !== null ? "prior" : "current";
  const workbook = books[name] ?? books.current;
  const chosen = Math.floor(sheet * workbook.sheets.length);
  const sheets = workbook.sheets.flatMap((each, at) => (at === chosen ? change(each) : [each]));
  return { ...books, [name]: { ...workbook, sheets } };
}

function editCell(at: Spot, to: Cell | undefined): Edit {
  return (books) =>
    editSheet(books, at, (sheet) => {
      const r = Math.floor(at.row * sheet.rows.length);
      const rows = sheet.rows.map((row = [], index) => {
        const c = Math.floor(at.column * row.length);
        return index === r ? Array.from(row, (cell, i) => (i === c ? to : cell)) : row;
      });
      return [{ ...sheet, rows }];
    });
}

/** 只改一个已经填了金额（有小数）的格。 */
function editAmount(at: Spot): Edit {
  return (books) =>
    editSheet(books, at, (sheet) => {
      const amounts = sheet.rows.flatMap((row = [], r) =>
        Array.from(row).flatMap((cell, c) =>
          cell?.kind === "number" && cell.text.includes(".") ? [{ r, c }] : [],
        ),
      );
      const chosen = amounts[Math.floor(at.row * amounts.length)];
      const rows = sheet.rows.map((row = [], r) =>
        Array.from(row, (cell, c) =>
          cell !== undefined && r === chosen?.r && c === chosen.c
            ? { ...cell, text: "9876543.21" }
            : cell,
        ),
      );
      return [{ ...sheet, rows }];
    });
}

function editRows(at: Spot, change: (row: Sheet["rows"][number]) => Sheet["rows"]): Edit {
  return (books) =>
    editSheet(books, at, (sheet) => {
      const chosen = Math.floor(at.row * sheet.rows.length);
      const rows = sheet.rows.flatMap((row, r) => (r === chosen ? change(row) : [row]));
      return [{ ...sheet, rows, rowCount: rows.length }];
    });
}

function dropSheet(at: Spot): Edit {
  return (books) => editSheet(books, at, () => []);
}

function tablesOf({ current, prior }: Books): [TableSet, TableSet | null] {
  return [
    recogniseTables(current, "current"),
    prior === null ? null : recogniseTables(prior, "prior"),
  ];
}

function pair(seed: number): Books {
  const made = generatePair({ seed, items: 3, projects: 2, density: 3 });
  return { current: asWorkbook(made.current), prior: asWorkbook(made.prior) };
}

describe("随机工作簿：表的样子没有变就沿用上一次的绑定", () => {
  test("随便怎么改，与重新绑定的结果一样", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.array(edit, { minLength: 1, maxLength: 6 }), (seed, edits) => {
        let books = pair(seed);
        for (const each of [(same: Books) => same, ...edits]) {
          books = each(books);
          const [current, prior] = tablesOf(books);
          const again = rebindRules(officialRules, current, prior);
          const fresh = bindRules(officialRules, current, prior);
          expect(contents(again, [current, prior])).toEqual(contents(fresh, [current, prior]));
          const [a, b] = [evaluate(again.program), evaluate(fresh.program)];
          expect(a.violations.map(spot)).toEqual(b.violations.map(spot));
          expect(a.unevaluated.map(spot)).toEqual(b.unevaluated.map(spot));
        }
      }),
      { numRuns: 12 },
    );
  });

  test("只改数时确实沿用了；多一行就重新绑定", () => {
    const books = pair(1);
    const bind = (each: Books) => rebindRules(officialRules, ...tablesOf(each));
    const first = bind(books);
    for (const sheet of [0.15, 0.3, 0.6]) {
      const at = { prior: false, sheet, row: 0.5, column: 0 };
      expect(bind(editAmount(at)(books)).run).toBe(first.run);
    }
    expect(bind({ ...books, prior: null }).run).not.toBe(first.run);
  });
});

function spot({
  block,
  row,
  column,
}: {
  block: { rule: { id: string } };
  row: number;
  column: number;
}) {
  return [block.rule.id, row, column];
}
