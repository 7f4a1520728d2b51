import { expect, test } from "vitest";
import { guardedCells } from "../../../src/checks/coverage.ts";
import { guardsOf } from "../../bench/faults/guards.ts";
import { Random } from "../../fixtures/generator/random.ts";
import { exampleNames } from "../example-tables.ts";
import {
  amountAt,
  amountOf,
  applyCorrections,
  brokenEqualities,
  check,
  diagnosed,
  freshBooks,
  isAt,
  type Place,
  plant,
  remember,
} from "./planted.ts";

const PER_BOOK = 40;

test.each(exampleNames)("%s：任意一格改错，都指得出来", async (name) => {
  const books = await freshBooks(name);
  const { program } = check(books);
  const guards = guardsOf(program);
  const cells = [...guardedCells(program)].flatMap(([table, marks]) =>
    table.book === "current"
      ? [...marks.keys()]
          .filter((cell) => marks[cell] === 1 && table.value[cell] !== 0)
          .map((cell): Place => ({ table, cell }))
      : [],
  );
  const random = new Random(20_230_101);
  const restore = remember(books);
  for (let round = 0; round < PER_BOOK; round += 1) {
    const at = random.pick(cells);
    const right = amountAt(at);
    const place = `${at.table.form.id}!${at.table.address[at.cell]}`;
    plant(at, right + random.integer(1, 9_999_999));
    const { culprits, result } = diagnosed(books);
    const here = culprits.slice(0, 3).find((culprit) => isAt(culprit, at));
    // 只有一条规则管着的格，几格都说得通，未必在前三个里。
    if (guards.boundTwice([at])) expect(isAt(culprits[0], at), place).toBe(true);
    if (here !== undefined) expect(amountOf(here.shouldBe)).toBe(right);
    // 指的不是它，照着改也须处处成立：只是关系分辨不出。
    expect(culprits.length, place).toBeGreaterThan(0);
    applyCorrections(books, culprits);
    expect(brokenEqualities(result), place).toEqual([]);
    restore();
  }
});
