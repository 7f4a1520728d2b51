import { expect, test } from "vitest";
import { type CheckResult, checkTables } from "../../src/checks/check.ts";
import { uncheckedCells } from "../../src/checks/coverage.ts";
import { diagnose } from "../../src/checks/diagnosis/diagnose.ts";
import { tableFindings } from "../../src/tables/problems.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { Random } from "../fixtures/generator/random.ts";
import { exampleBooks, type FaultBook, randomBook } from "./faults/books.ts";
import * as cellFaults from "./faults/cell-faults.ts";
import type { Plant, Planted } from "./faults/fault.ts";
import { guardsOf } from "./faults/guards.ts";
import * as sheetFaults from "./faults/sheet-faults.ts";
import { share, Tally } from "./faults/tally.ts";

const KINDS: Readonly<Record<string, Plant>> = {
  任意改一个数: cellFaults.randomAmount,
  相邻数字颠倒: cellFaults.transposition,
  十倍: cellFaults.timesTen,
  十分之一: cellFaults.tenth,
  整行一万倍: cellFaults.rowTimesWan,
  正负号写反: cellFaults.wrongSign,
  两格互换: cellFaults.swap,
  漏一行: sheetFaults.omittedRow,
  重复一行: sheetFaults.duplicatedRow,
  填到相邻栏: cellFaults.neighbourColumn,
  合计没有更新: cellFaults.staleTotal,
  差一分: cellFaults.oneCent,
  文字代替数字: sheetFaults.textCell,
  照抄上年数: cellFaults.lastYear,
  明细与合计同错: cellFaults.detailWithTotals,
};

const RANDOM_BOOKS = 40;
const PER_KIND = 4;
const CLEAN_BOOKS = 500;

async function books(): Promise<FaultBook[]> {
  const random = Array.from({ length: RANDOM_BOOKS }, (_, i) => randomBook(i + 1, i % 2 === 1));
  return [...(await exampleBooks()), ...random];
}

function check(current: TableSet, prior: TableSet | null): CheckResult {
  return checkTables({ current, ...(prior === null ? {} : { prior }) });
}

/** 错误级问题的说法；埋错之后多出来的就是发现。 */
function errorsOf(result: CheckResult, current: TableSet): string[] {
  return [...result.findings, ...tableFindings(current)]
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}

function hasNewError(result: CheckResult, current: TableSet, before: readonly string[]): boolean {
  const known = new Set(before);
  return errorsOf(result, current).some((message) => !known.has(message));
}

test("单处错", async () => {
  const tally = new Tally();
  for (const [index, book] of (await books()).entries()) {
    const clean = check(book.current, book.prior);
    const before = errorsOf(clean, book.current);
    expect(clean.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const guards = guardsOf(clean.program);
    const random = new Random(1_000 + index);
    for (const [kind, plant] of Object.entries(KINDS)) {
      for (const planted of plantSome(plant, book, random, PER_KIND)) {
        const result = check(planted.current, book.prior);
        const { culprits } = diagnose(result, { current: planted.current, prior: book.prior });
        tally.add(kind, {
          bound: guards.bound(planted.cells),
          twice: guards.boundTwice(planted.cells),
          detected: hasNewError(result, planted.current, before),
          rank: culprits.findIndex(planted.isHere),
          form: planted.cells[0]?.table.form.id ?? "",
          where: `${book.name} ${planted.cells
            .map(({ table, cell }) => `${table.form.id}!${table.address[cell]}`)
            .slice(0, 3)
            .join(" ")} → ${culprits
            .slice(0, 3)
            .map((c) => `${c.sheet.slice(0, 8)}!${c.address} ${c.is}→${c.shouldBe} ${c.clue}`)
            .join(" | ")}`,
        });
        planted.undo();
      }
    }
  }
  tally.print();
});

function* plantSome(
  plant: Plant,
  book: FaultBook,
  random: Random,
  count: number,
): Generator<Planted> {
  let made = 0;
  for (let attempt = 0; attempt < 40 * count && made < count; attempt += 1) {
    const planted = plant(book, random);
    if (planted === null) continue;
    made += 1;
    yield planted;
  }
}

test("同时两处、三处错", async () => {
  const singles = Object.entries(KINDS).filter(
    ([, plant]) => !Object.values(sheetFaults).includes(plant),
  );
  for (const count of [2, 3]) {
    let [planted, detected, first, all] = [0, 0, 0, 0];
    for (const [index, book] of (await books()).entries()) {
      const random = new Random(9_000 + 100 * count + index);
      const clean = check(book.current, book.prior);
      const before = errorsOf(clean, book.current);
      const guards = guardsOf(clean.program);
      for (let round = 0; round < 5; round += 1) {
        const faults: (Planted & { kind: string })[] = [];
        while (faults.length < count) {
          const [kind, plant] = random.pick(singles);
          const [one] = plantSome(plant, book, random, 1);
          if (one !== undefined) faults.push({ ...one, kind });
        }
        const result = check(book.current, book.prior);
        const { culprits } = diagnose(result, { current: book.current, prior: book.prior });
        const primary = culprits.filter(({ alternative }) => alternative !== true);
        planted += 1;
        if (hasNewError(result, book.current, before)) detected += 1;
        const [best] = culprits;
        if (best !== undefined && faults.some(({ isHere }) => isHere(best))) first += 1;
        if (faults.every(({ isHere }) => primary.some(isHere))) all += 1;
        else if (process.env.FAULTS_LIST !== undefined) {
          console.log(
            `多处 ${book.name} ${faults
              .map(
                (f) =>
                  `${f.kind}:${f.cells
                    .slice(0, 3)
                    .map(({ table, cell }) => `${table.form.id}!${table.address[cell]}`)
                    .join(",")}${guards.bound(f.cells) ? "" : "无"}`,
              )
              .join(
                "; ",
              )} → ${primary.map((c) => `${c.sheet.slice(0, 8)}!${c.address} ${c.is}→${c.shouldBe} ${c.clue}`).join(" | ")}`,
          );
        }
        for (const one of faults.reverse()) one.undo();
      }
    }
    console.log(
      `同时 ${count} 处错：${planted} 例，发现 ${share(detected, planted)}，第一个指的确是其中一处 ${share(first, planted)}，各处都指到 ${share(all, planted)}`,
    );
  }
});

test("没有错的工作簿", () => {
  let errors = 0;
  let culprits = 0;
  const warnings: number[] = [];
  for (let seed = 1; seed <= CLEAN_BOOKS; seed += 1) {
    const { current, prior } = randomBook(100_000 + seed, true);
    const result = check(current, prior);
    if (hasNewError(result, current, [])) errors += 1;
    culprits += diagnose(result, { current, prior }).culprits.length;
    warnings.push(result.findings.filter(({ severity }) => severity === "warning").length);
  }
  warnings.sort((a, b) => a - b);
  console.log(
    `没有错的随机工作簿 ${CLEAN_BOOKS} 本（各种排法）：误报错误的 ${errors} 本，误指的格 ${culprits} 个，警告中位数 ${warnings[Math.floor(CLEAN_BOOKS / 2)]} 条，最多 ${warnings.at(-1)} 条`,
  );
});

test("各表有规则管着的格", async () => {
  const totals = new Map<string, { cells: number; unchecked: number }>();
  for (const book of await books()) {
    const { program } = check(book.current, book.prior);
    for (const { table, cells, unchecked } of uncheckedCells(program, book.current)) {
      if (cells === 0) continue;
      const total = totals.get(table.form.id) ?? { cells: 0, unchecked: 0 };
      totals.set(table.form.id, total);
      total.cells += cells;
      total.unchecked += unchecked.length;
    }
  }
  console.log("\n各表至少有一条等式管着的数字格");
  for (const [form, { cells, unchecked }] of totals) {
    console.log(`  ${form}　${share(cells - unchecked, cells)}（${cells} 格）`);
  }
});
