import { expect, test } from "vitest";
import { type CheckResult, checkTables } from "../../src/checks/check.ts";
import { amountCells } from "../../src/checks/coverage.ts";
import { diagnose } from "../../src/checks/diagnosis/diagnose.ts";
import { blameReadings } from "../../src/checks/diagnosis/reading-findings.ts";
import type { Culprit } from "../../src/findings/culprit.ts";
import { tableFindings } from "../../src/tables/problems.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { Random } from "../fixtures/generator/random.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";
import { exampleBooks, type FaultBook, randomBook } from "./faults/books.ts";
import * as cellFaults from "./faults/cell-faults.ts";
import type { Plant, Planted } from "./faults/fault.ts";
import { guardsOf, TIGHTNESS, type Tightness } from "./faults/guards.ts";
import { markdownTable, share } from "./faults/markdown-table.ts";
import * as sheetFaults from "./faults/sheet-faults.ts";
import { Tally } from "./faults/tally.ts";
import { referencePair, referenceSize } from "./reference.ts";
import { medianMilliseconds, milliseconds, printTable } from "./timing.ts";

/** 改动数组里的数就行的。 */
const CELL_KINDS: Readonly<Record<string, Plant>> = {
  任意改一个数: cellFaults.randomAmount,
  相邻数字颠倒: cellFaults.transposition,
  十倍: cellFaults.timesTen,
  十分之一: cellFaults.tenth,
  整行一万倍: cellFaults.rowTimesWan,
  正负号写反: cellFaults.wrongSign,
  两格互换: cellFaults.swap,
  填到相邻栏: cellFaults.neighbourColumn,
  合计没有更新: cellFaults.staleTotal,
  差一分: cellFaults.oneCent,
  照抄上年数: cellFaults.lastYear,
  明细与合计同错: cellFaults.detailWithTotals,
};

/** 要改工作表、重新认表的。 */
const SHEET_KINDS: Readonly<Record<string, Plant>> = {
  漏一行: sheetFaults.omittedRow,
  重复一行: sheetFaults.duplicatedRow,
  科目编码写错: sheetFaults.wrongCode,
  文字代替数字: sheetFaults.textCell,
};

const RANDOM_BOOKS = 40;
const PER_KIND = 4;
const CLEAN_BOOKS = 500;
/** 设了就逐例列出没有发现、没有指对的。 */
const LISTS_MISSES = process.env.FAULTS_LIST !== undefined;

async function faultBooks(): Promise<FaultBook[]> {
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

function namesOf(planted: Planted): string {
  const [first, ...others] = planted.cells.map(
    ({ table, cell }) => `${table.form.id}!${table.address[cell]}`,
  );
  return others.length === 0 ? `${first}` : `${first} 等 ${others.length + 1} 格`;
}

function culpritNames(culprits: readonly Culprit[]): string {
  return culprits
    .slice(0, 3)
    .map(
      ({ sheet, address, is, shouldBe, clue }) => `${sheet}!${address} ${is}→${shouldBe} ${clue}`,
    )
    .join("｜");
}

test("单处错", async () => {
  const tally = new Tally();
  for (const [index, book] of (await faultBooks()).entries()) {
    const clean = check(book.current, book.prior);
    expect(clean.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const before = new Set(errorsOf(clean, book.current));
    const guards = guardsOf(clean.program);
    const random = new Random(1_000 + index);
    for (const [kind, plant] of Object.entries({ ...CELL_KINDS, ...SHEET_KINDS })) {
      for (const planted of plantSome(plant, book, random, PER_KIND)) {
        const { current } = planted;
        const result = check(current, book.prior);
        const books = { current, prior: book.prior };
        const diagnosis = diagnose(result, books);
        const { culprits } = blameReadings(tableFindings(current), diagnosis.culprits, books);
        const rank = culprits.findIndex(planted.isHere);
        const culprit = culprits[rank];
        tally.add(kind, {
          bound: guards.bound(planted.cells),
          twice: guards.boundTwice(planted.cells),
          detected: errorsOf(result, current).some((message) => !before.has(message)),
          rank,
          right: culprit === undefined ? null : (planted.isRight?.(culprit) ?? null),
          form: planted.cells[0]?.table.form.id ?? "",
          detail: `${book.name} ${namesOf(planted)} → ${culpritNames(culprits)}`,
        });
        planted.undo();
      }
    }
  }
  tally.print();
  if (LISTS_MISSES) tally.printMisses();
});

test.each([2, 3])("同时 %i 处错", async (count) => {
  const tally = { planted: 0, detected: 0, first: 0, faults: 0, pointed: 0 };
  for (const [index, book] of (await faultBooks()).entries()) {
    const clean = check(book.current, book.prior);
    const before = new Set(errorsOf(clean, book.current));
    const guards = guardsOf(clean.program);
    const random = new Random(9_000 + 100 * count + index);
    for (let round = 0; round < 5; round += 1) {
      const faults: Planted[] = [];
      while (faults.length < count) {
        const plant = random.pick(Object.values(CELL_KINDS));
        faults.push(...plantSome(plant, book, random, 1));
      }
      const result = check(book.current, book.prior);
      const { culprits } = diagnose(result, book);
      const primary = culprits.filter(({ alternative }) => alternative !== true);
      const [best] = primary;
      const bound = faults.filter(({ cells }) => guards.bound(cells));
      const pointed = bound.filter(({ isHere }) => primary.some(isHere));
      tally.planted += 1;
      if (errorsOf(result, book.current).some((message) => !before.has(message))) {
        tally.detected += 1;
      }
      if (best !== undefined && faults.some(({ isHere }) => isHere(best))) tally.first += 1;
      tally.faults += bound.length;
      tally.pointed += pointed.length;
      if (LISTS_MISSES && pointed.length < bound.length) {
        console.log(`  ${book.name} ${faults.map(namesOf).join("、")} → ${culpritNames(primary)}`);
      }
      for (const one of faults.reverse()) one.undo();
    }
  }
  const figures = [
    ["例数", `${tally.planted}`],
    ["发现", share(tally.detected, tally.planted)],
    ["第一个指的确是其中一处", share(tally.first, tally.planted)],
    [`有等式管的 ${tally.faults} 处，指到的`, share(tally.pointed, tally.faults)],
  ];
  console.log(`\n### 同时 ${count} 处错\n\n${markdownTable(["", "数"], figures)}`);
});

test("没有错的工作簿", () => {
  const wrong = new Map<string, number>();
  let [books, culprits] = [0, 0];
  const warnings: number[] = [];
  for (let seed = 1; seed <= CLEAN_BOOKS; seed += 1) {
    const { current, prior } = randomBook(100_000 + seed, true);
    const result = check(current, prior);
    const errors = [...result.findings, ...tableFindings(current)].filter(
      ({ severity }) => severity === "error",
    );
    if (errors.length > 0) books += 1;
    for (const { rule } of errors) wrong.set(rule, (wrong.get(rule) ?? 0) + 1);
    culprits += diagnose(result, { current, prior }).culprits.length;
    warnings.push(result.findings.filter(({ severity }) => severity === "warning").length);
  }
  warnings.sort((a, b) => a - b);
  const rules = [...wrong].map(([rule, n]) => ` ${rule}×${n}`).join("");
  const figures = [
    ["误报错误的", `${books} 本${rules}`],
    ["误指的格", `${culprits} 个`],
    ["警告", `中位数 ${warnings[CLEAN_BOOKS / 2]} 条，最多 ${warnings.at(-1)} 条`],
  ];
  console.log(
    `\n### 没有错的随机工作簿 ${CLEAN_BOOKS} 本\n\n${markdownTable(["", "数"], figures)}`,
  );
});

test("各表有规则管着的格", async () => {
  const totals = new Map<string, Tightness[]>();
  for (const book of await faultBooks()) {
    const guards = guardsOf(check(book.current, book.prior).program);
    for (const table of book.current.tables) {
      const own = totals.get(table.form.id) ?? [];
      totals.set(table.form.id, own);
      for (const cell of amountCells(table)) own.push(guards.tightest({ table, cell }));
    }
  }
  const rows = [...totals].flatMap(([form, cells]) =>
    cells.length === 0
      ? []
      : [
          [
            form,
            `${cells.length}`,
            ...TIGHTNESS.map((level) =>
              share(cells.filter((each) => each === level).length, cells.length),
            ),
          ],
        ],
  );
  rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  console.log("\n### 各表的数字格由哪一级规则管着\n");
  console.log(markdownTable(["表", "数字格", ...TIGHTNESS], rows));
});

test("诊断的速度", () => {
  const pair = referencePair();
  const workbook = asWorkbook(pair.current);
  const book: FaultBook = {
    name: "基准",
    workbook,
    current: recogniseTables(workbook, "current"),
    prior: recogniseTables(asWorkbook(pair.prior), "prior"),
  };
  const time = (plants: readonly Plant[]): [string, string] => {
    const random = new Random(7);
    const planted = plants.flatMap((plant) => [...plantSome(plant, book, random, 1)]);
    const result = check(book.current, book.prior);
    const alone = medianMilliseconds(() => diagnose(result, book));
    const both = medianMilliseconds(() => diagnose(check(book.current, book.prior), book));
    for (const one of planted.reverse()) one.undo();
    return [
      `不成立 ${result.violations.length} 处`,
      `诊断 ${milliseconds(alone)}，核对加诊断 ${milliseconds(both)}`,
    ];
  };
  const row = (name: string, plants: readonly Plant[]): [string, string] => {
    const [violations, times] = time(plants);
    return [name, `${times}（${violations}）`];
  };
  const { randomAmount, swap, rowTimesWan, detailWithTotals } = cellFaults;
  printTable(`诊断的速度（基准工作簿：${referenceSize(pair)}；预热后中位数）`, [
    row("没有错（目标：核对加诊断 ≤ 3 ms）", []),
    row("一处错（目标：核对加诊断 ≤ 15 ms）", [randomAmount]),
    row("两格互换", [swap]),
    row("整行一万倍", [rowTimesWan]),
    row("明细与合计同错", [detailWithTotals]),
    row("三处错", [randomAmount, randomAmount, swap]),
    row(
      "八处错",
      Array.from({ length: 8 }, () => randomAmount),
    ),
  ]);
});
