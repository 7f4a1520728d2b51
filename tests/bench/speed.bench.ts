import { read } from "@e965/xlsx";
import { HyperFormula } from "hyperformula";
import { beforeAll, expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { checkTables } from "../../src/checks/check.ts";
import { diagnose } from "../../src/checks/diagnosis/diagnose.ts";
import { evaluate } from "../../src/checks/evaluate.ts";
import { officialRules } from "../../src/checks/generated/rules.ts";
import type { Program } from "../../src/checks/program.ts";
import type { RuleDefinition } from "../../src/checks/rule.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { Random } from "../fixtures/generator/random.ts";
import { workbookBytes } from "../fixtures/generator/write.ts";
import { randomAmount, swap } from "./faults/cell-faults.ts";
import type { Plant } from "./faults/fault.ts";
import { referencePair, referenceSize } from "./reference.ts";
import { formulaSheets } from "./spreadsheet-formulas.ts";
import { medianMilliseconds, milliseconds, printTable } from "./timing.ts";

/** 每处关系占一行，行数上限放宽。 */
const ENGINE = { licenseKey: "gpl-v3", maxRows: 1_000_000 };
const pair = referencePair();
const xlsx = workbookBytes(pair.current, "xlsx");
const priorXlsx = workbookBytes(pair.prior, "xlsx");
let current: TableSet;
let prior: TableSet;
/** 核对加诊断各量得多少毫秒；先量，免得对照的引擎占了内存拖慢它。 */
let whole = { again: Number.NaN, first: Number.NaN, comparable: Number.NaN };

beforeAll(async () => {
  console.log(
    `基准工作簿：${referenceSize(pair)}，.xlsx ${xlsx.length.toLocaleString("en-US")} 字节`,
  );
  current = recogniseTables(await readWorkbook(xlsx, "本年.xlsx"), "current");
  prior = recogniseTables(await readWorkbook(priorXlsx, "上年.xlsx"), "prior");
});

test("全部规则核对加诊断的速度", async () => {
  const workbook = await readWorkbook(xlsx, "本年.xlsx");
  const start = performance.now();
  checkBooks({ current, prior });
  const cold = performance.now() - start;
  const rules = plainRules();
  const clean = fresh(workbook, []);
  // 规则多一条、少一条地轮换，上一次的绑定总也用不上。
  const [someRule] = officialRules;
  if (someRule === undefined) throw new Error("没有规则");
  const others = [officialRules, [...officialRules, { ...someRule, id: "再一条" }]];
  const rebound = (books: Books) => {
    others.reverse();
    return checkBooks(books, others[0]);
  };
  const again = medianMilliseconds(() => checkBooks(clean()));
  const comparable = medianMilliseconds(() => checkBooks(clean(), rules));
  const first = medianMilliseconds(() => rebound(clean()));
  const faults = (
    [
      ["一处错", [randomAmount]],
      ["两处错", [randomAmount, swap]],
      ["三处错", [randomAmount, randomAmount, swap]],
    ] as const
  ).map(([name, plants]): [string, string] => {
    const wrong = fresh(workbook, plants);
    const { violations } = checkBooks(wrong());
    const known = medianMilliseconds(() => checkBooks(wrong()));
    const unknown = medianMilliseconds(() => rebound(wrong()));
    return [
      `${name}，${violations.length} 处不成立（目标 ≤ 15 ms）`,
      `${milliseconds(known)}；样子初见 ${milliseconds(unknown)}`,
    ];
  });
  whole = { again, first, comparable };
  printTable("核对加诊断（读表之后，每次都是重新认出的表；预热后中位数）", [
    [
      `全部 ${officialRules.length} 条规则，没有错，与上次同样子的表（目标 ≤ 3 ms）`,
      milliseconds(again),
    ],
    ["同上，样子初见、重新绑定", milliseconds(first)],
    ["同上，这个进程的头一次：连同分析规则的公式，没有预热", milliseconds(cold)],
    ...faults,
    [`可比的 ${rules.length} 条规则，没有错`, milliseconds(comparable)],
    ["HyperFormula 的时间和比值", "见下一张表"],
  ]);
});

test("核对的速度", async () => {
  const workbook = await readWorkbook(xlsx, "本年.xlsx");
  const rules = plainRules();
  const { program } = bindRules(rules, current, prior);
  const peer = formulaSheets(program, pair.current, pair.prior);

  const recognise = medianMilliseconds(() => recogniseTables(workbook, "current"));
  const bind = medianMilliseconds(() => bindRules(rules, current, prior));
  const run = medianMilliseconds(() => evaluate(program));
  const both = medianMilliseconds(() => evaluate(bindRules(rules, current, prior).program));
  const all = medianMilliseconds(() => evaluate(bindRules(officialRules, current, prior).program));
  const parse = medianMilliseconds(() => read(xlsx, { dense: true }), { warmUp: 10, runs: 21 });
  // 对照的引擎占内存多，放在最后建，免得垃圾回收拖慢前面的测量。
  const few = { warmUp: 1, runs: 5 };
  const build = medianMilliseconds(() => HyperFormula.buildFromSheets(peer.sheets, ENGINE), few);
  const engine = HyperFormula.buildFromSheets(peer.sheets, ENGINE);
  expectSameVerdicts(engine, program);
  const recalculate = medianMilliseconds(() => engine.rebuildAndRecalculate(), few);
  printTable("核对（预热后中位数）", [
    [
      "规则",
      `${rules.length} 条；另有 ${officialRules.length - rules.length} 条含前提、倍数，不在对照之内`,
    ],
    ["关系", `${program.blocks.length} 块，${peer.formulas} 处，引用 ${peer.references} 格`],
    ["认表 recogniseTables（本年一本）", milliseconds(recognise)],
    ["绑定 bindRules", milliseconds(bind)],
    ["执行 evaluate", milliseconds(run)],
    ["绑定 + 执行", milliseconds(both)],
    ["认表 + 绑定 + 执行", milliseconds(recognise + both)],
    ["全部规则：绑定 + 执行", milliseconds(all)],
    ["HyperFormula 建表并计算（同样的关系、同样的两年各表）", milliseconds(build)],
    ["HyperFormula 重建并重算", milliseconds(recalculate)],
    [
      "HyperFormula 建表并计算 ÷ 同样的规则核对加诊断",
      `${(build / whole.comparable).toFixed(1)}（${milliseconds(whole.comparable)}）`,
    ],
    [
      "HyperFormula 建表并计算 ÷ 全部规则核对加诊断",
      `${(build / whole.again).toFixed(1)}（${milliseconds(whole.again)}）；样子初见 ${(build / whole.first).toFixed(1)}（${milliseconds(whole.first)}）`,
    ],
    ["SheetJS 解析同一 .xlsx（dense）", milliseconds(parse)],
    ["HyperFormula ÷ 绑定 + 执行（目标 ≥ 50）", (build / both).toFixed(1)],
    ["HyperFormula ÷ 认表 + 绑定 + 执行", (build / (recognise + both)).toFixed(1)],
    ["绑定 + 执行 ÷ SheetJS 解析（目标 ≤ 0.25）", (both / parse).toFixed(3)],
    ["全部规则：绑定 + 执行 ÷ SheetJS 解析（目标 ≤ 0.25）", (all / parse).toFixed(3)],
    ["认表 + 绑定 + 执行 ÷ SheetJS 解析", ((recognise + both) / parse).toFixed(3)],
  ]);
});

interface Books {
  readonly current: TableSet;
  readonly prior: TableSet;
}

function checkBooks(books: Books, rules = officialRules) {
  const result = checkTables({ ...books, rules });
  return { ...result, diagnosis: diagnose(result, books) };
}

/** 轮流给出两套重新认出的表，埋着同样的错：与窗格里改一格再核对一样，不是上次的那些对象。 */
function fresh(workbook: Workbook, plants: readonly Plant[]): () => Books {
  const sets = Array.from({ length: 2 }, () => {
    const again = recogniseTables(workbook, "current");
    const random = new Random(7);
    for (const plant of plants) {
      const book = { name: "基准", workbook, current: again, prior };
      for (let planted = plant(book, random); planted === null; ) planted = plant(book, random);
    }
    return again;
  });
  let turn = 0;
  return () => {
    const set = sets[turn++ % sets.length];
    if (set === undefined) throw new Error("没有表");
    return { current: set, prior };
  };
}

/** 没有前提、没有倍数的规则：对照的表格公式写得出同样的关系。 */
function plainRules(): RuleDefinition[] {
  const special = new Set(
    bindRules(officialRules, current, prior)
      .program.blocks.filter(
        ({ guards, scale, operands }) =>
          guards !== undefined ||
          scale !== undefined ||
          operands.some(({ factor }) => factor !== undefined),
      )
      .map(({ rule }) => rule.id),
  );
  return officialRules.filter(({ id }) => !special.has(id));
}

test("起草的速度", () => {
  const draft = medianMilliseconds(() => draftNarrative({ current, prior, inputs: noInputs }));
  const { sections } = draftNarrative({ current, prior, inputs: noInputs });
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  const figures = paragraphs.reduce((sum, paragraph) => sum + paragraph.figures.length, 0);
  printTable("起草（读表之后，预热后中位数）", [
    ["草稿", `${sections.length} 节，${paragraphs.length} 段，${figures} 个数`],
    ["起草 draftNarrative（目标 ≤ 5 ms）", milliseconds(draft)],
  ]);
});

/** 两边算的是同样的关系：原样，以及把财决04 的合计改动一元之后，不成立的处数都一致。 */
function expectSameVerdicts(engine: HyperFormula, program: Program): void {
  const relations = engine.getSheetId("关系") ?? 0;
  const failed = () =>
    engine.getSheetValues(relations).filter(([verdict]) => verdict !== true).length;
  expect(failed()).toBe(evaluate(program).violations.length);

  const table = current.byForm.get("财决04");
  if (table === undefined) throw new Error("基准工作簿里没有财决04");
  const sheet = engine.getSheetId(table.sheet) ?? 0;
  const total = engine.simpleCellAddressFromString(table.address[0] ?? "", sheet);
  if (total === undefined) throw new Error("财决04 的合计没有地址");
  const value = Number(engine.getCellValue(total));
  const change = (yuan: number) => {
    engine.setCellContents(total, value + yuan);
    for (const cents of [table.value, table.low, table.high]) {
      cents[0] = Math.round((value + yuan) * 100);
    }
  };
  change(1);
  const broken = failed();
  expect(broken).toBeGreaterThan(0);
  expect(broken).toBe(evaluate(program).violations.length);
  change(0);
}
