import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTables } from "../../../src/checks/check.ts";
import { guardedCells } from "../../../src/checks/coverage.ts";
import { diagnose } from "../../../src/checks/diagnosis/diagnose.ts";
import { randomBook } from "../../bench/faults/books.ts";
import {
  amountAt,
  applyCorrections,
  brokenEqualities,
  diagnosed,
  freshBooks,
  isAt,
  type Place,
  plant,
  remember,
} from "./planted.ts";

const seeds = [3, 8, 21];

test.each(seeds)("随机工作簿 %i：同时错一至四格，照诊断改正后处处成立", (seed) => {
  const books = randomBook(seed, seed % 2 === 0);
  const { program } = checkTables({ current: books.current, prior: books.prior ?? undefined });
  const cells = [...guardedCells(program)].flatMap(([table, marks]) =>
    table.book === "current"
      ? [...marks.keys()]
          .filter((cell) => marks[cell] === 1 && table.value[cell] !== 0)
          .map((cell): Place => ({ table, cell }))
      : [],
  );
  const restore = remember(books);
  const faults = fc.array(
    fc.record({
      at: fc.constantFrom(...cells),
      delta: fc.integer({ min: 1, max: 50_000_000 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(faults, (planted) => {
      for (const { at, delta } of planted) plant(at, amountAt(at) + delta);
      const { culprits, result } = diagnosed(books);
      applyCorrections(books, culprits);
      const left = brokenEqualities(result);
      restore();
      expect(left).toEqual([]);
    }),
    { numRuns: 40, seed },
  );
});

test("互不相干的几处，各指各的，最多的在前", async () => {
  const books = await freshBooks();
  const wrong = [
    ["财决05-1", "2010301", "30102"],
    ["财决03", "合计", "财政拨款收入"],
    ["财决附03", "三公.公务接待费", "决算数"],
  ].map(([form = "", row = "", column = ""]) => {
    const table = books.current.byForm.get(form);
    const cell =
      (table?.rowIndex.get(row) ?? -1) * (table?.columns.length ?? 0) +
      (table?.columnIndex.get(column) ?? -1);
    if (table === undefined) throw new Error(`没有 ${form}`);
    return { table, cell };
  });
  for (const [index, at] of wrong.entries()) plant(at, amountAt(at) + 1_000_003 * (index + 1));
  const { culprits, findings } = diagnosed(books);
  const primary = culprits.filter(({ alternative }) => alternative !== true);
  expect(primary).toHaveLength(3);
  for (const at of wrong) expect(primary.some((culprit) => isAt(culprit, at))).toBe(true);
  const places = new Set(primary.map(({ sheet, address }) => `${sheet}!${address}`));
  for (const { severity, culprit } of findings) {
    if (severity === "error") expect(places.has(culprit ?? "")).toBe(true);
  }
});

test("同样的错，结果一字不差", async () => {
  const run = async () => {
    const books = await freshBooks();
    const table = books.current.byForm.get("财决08");
    if (table === undefined) throw new Error("没有财决08");
    for (const cell of [3, 77, 301, 402]) plant({ table, cell }, 123_456 + cell);
    const { current, prior } = books;
    const result = checkTables(prior === null ? { current } : { current, prior });
    return JSON.stringify(diagnose(result, books));
  };
  expect(await run()).toBe(await run());
});

test("警告、提示级的问题随之消失的，也归到那一格", async () => {
  const books = await freshBooks();
  const table = books.current.byForm.get("财决01");
  const cell =
    (table?.rowIndex.get("支出.本年支出合计") ?? -1) * (table?.columns.length ?? 0) +
    (table?.columnIndex.get("决算数") ?? -1);
  if (table === undefined) throw new Error("没有财决01");
  plant({ table, cell }, amountAt({ table, cell }) * 10);
  const { findings, culprits } = diagnosed(books);
  const soft = findings.filter(
    ({ severity, cells }) =>
      severity !== "error" && cells.some(({ address }) => address === table.address[cell]),
  );
  expect(soft.length).toBeGreaterThan(0);
  for (const { rule, culprit } of soft) {
    expect(culprit).toBe(`${table.sheet}!${table.address[cell]}`);
    expect(culprits[0]?.explains).toContain(rule);
  }
});
