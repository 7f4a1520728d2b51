import { LIMITS } from "../../../src/workbook/limits.ts";
import type { Grid } from "../../../src/workbook/read-draft-rows.ts";
import { SheetBuilder } from "../../../src/workbook/sheet-builder.ts";
import { SheetDamage } from "../../../src/workbook/sheet-damage.ts";
import type { DamagedSheet, Sheet } from "../../../src/workbook/workbook.ts";
import { HostFailure, type Task } from "../host.ts";
import { looksOwn, MARK, OWN_SHEETS, parseTemporary } from "../own-sheets.ts";
import { cellOf } from "./cells-of.ts";
import { cancelled, errorCode } from "./failure-of.ts";

/**
 * 一次读多少格。实测一格平均 7 字节，这么多约 3.5 MB，离 5 MB 的上限留有余地；
 * 文字特别多、仍然超过时再对半拆。
 */
const CELLS_PER_SYNC = 500_000;

/** 主线程上一段活儿的上限，毫秒；超过就让一让，免得页面卡住。 */
const LONGEST_TASK = 50;

interface FoundSheet {
  readonly proxy: Excel.Worksheet;
  readonly name: string;
  readonly hidden: boolean;
}

/** 一张表里的一块，行列从 0 起。 */
interface Block {
  readonly sheet: SheetInProgress;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface SheetInProgress extends FoundSheet {
  readonly builder: SheetBuilder;
  damage: string | null;
}

/**
 * 读打开的工作簿：一次同步问表名，一次问各表有内容的范围，一次读全部的值（每 4 MB 左右多一次）。
 * `wanted` 为 null 是全部。我们自己写的表、临时表不读。太大、读不出的表列在 `damaged`。
 */
export async function readSheets(
  context: Excel.RequestContext,
  wanted: ReadonlySet<string> | null,
  task: Task = {},
): Promise<{ sheets: Sheet[]; damaged: DamagedSheet[] }> {
  const found = await findSheets(context, wanted, task);
  const { sheets, blocks } = await measure(context, found, task);
  const parts = batches(blocks);
  for (const [done, part] of parts.entries()) {
    task.onProgress?.({ what: "正在读工作表", done, total: parts.length });
    await readBlocks(context, part, task);
  }
  const damaged = sheets.flatMap(({ name, damage }) =>
    damage === null ? [] : [{ name, reason: damage }],
  );
  return {
    sheets: sheets.flatMap(({ name, hidden, builder, damage }) =>
      damage === null ? [{ ...builder.build(), name, hidden }] : [],
    ),
    damaged,
  };
}

async function findSheets(
  context: Excel.RequestContext,
  wanted: ReadonlySet<string> | null,
  task: Task,
): Promise<FoundSheet[]> {
  stopIfCancelled(task);
  task.onProgress?.({ what: "正在读工作表名", done: 0, total: 0 });
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/visibility");
  await context.sync();
  return worksheets.items
    .filter(({ name }) => parseTemporary(name) === null && (wanted?.has(name) ?? true))
    .map((proxy) => ({ proxy, name: proxy.name, hidden: proxy.visibility !== "Visible" }));
}

/** 问各表有内容的范围，同时认出哪些是我们自己写的。 */
async function measure(
  context: Excel.RequestContext,
  found: readonly FoundSheet[],
  task: Task,
): Promise<{ sheets: SheetInProgress[]; blocks: Block[] }> {
  stopIfCancelled(task);
  const asked = found.map((sheet) => {
    const used = sheet.proxy.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheet, used, own: OWN_SHEETS.includes(sheet.name) ? askOwn(sheet.proxy) : null };
  });
  await context.sync();
  const sheets: SheetInProgress[] = [];
  const blocks: Block[] = [];
  for (const { sheet, used, own } of asked) {
    if (own !== null && isOwn(sheet.name, own)) continue;
    const started: SheetInProgress = { ...sheet, builder: new SheetBuilder(), damage: null };
    sheets.push(started);
    if (used.isNullObject) continue;
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
    started.damage = tooBig(row + rows, column + columns);
    if (started.damage === null) {
      blocks.push({ sheet: started, row, column, rows, columns });
    }
  }
  return { sheets, blocks };
}

/** 一张表是不是我们写的，要问的两样：隐藏名称，和全部的值。 */
export interface OwnQuestion {
  readonly mark: Excel.NamedItem;
  readonly used: Excel.Range;
}

export function askOwn(sheet: Excel.Worksheet): OwnQuestion {
  const mark = sheet.names.getItemOrNullObject(MARK);
  mark.load("name");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("values");
  return { mark, used };
}

export function isOwn(name: string, { mark, used }: OwnQuestion): boolean {
  return !mark.isNullObject || looksOwn(name, valuesOf(used));
}

export function valuesOf(used: Excel.Range): Grid {
  return used.isNullObject ? [] : (used.values ?? []);
}

function tooBig(rows: number, columns: number): string | null {
  if (rows > LIMITS.rows) return `内容超过 ${LIMITS.rows} 行`;
  if (columns > LIMITS.columns) return `内容超过 ${LIMITS.columns} 列`;
  return null;
}

/** 依次凑成几批，每批不超过一次能读的格数；放不下的按行切开，后面的归下一批。 */
function batches(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = [];
  let batch: Block[] = [];
  let room = CELLS_PER_SYNC;
  for (let block of blocks) {
    while (block.rows * block.columns > room) {
      const rows = Math.floor(room / block.columns);
      if (rows > 0) {
        batch.push({ ...block, rows });
        block = { ...block, row: block.row + rows, rows: block.rows - rows };
      }
      result.push(batch);
      batch = [];
      room = CELLS_PER_SYNC;
    }
    batch.push(block);
    room -= block.rows * block.columns;
  }
  return batch.length > 0 ? [...result, batch] : result;
}

/** 读一批；答复太大时对半拆开再读，拆到一行还太大，这张表算读不出。 */
async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  task: Task,
): Promise<void> {
  stopIfCancelled(task);
  const ranges = blocks.map(({ sheet, row, column, rows, columns }) => {
    const range = sheet.proxy.getRangeByIndexes(row, column, rows, columns);
    range.load("values");
    return range;
  });
  try {
    await context.sync();
  } catch (error) {
    if (errorCode(error) !== "ResponsePayloadSizeLimitExceeded") throw error;
    for (const half of halves(blocks)) await readBlocks(context, half, task);
    return;
  }
  let started = performance.now();
  for (const [index, block] of blocks.entries()) {
    if (performance.now() - started > LONGEST_TASK) {
      await pause();
      stopIfCancelled(task);
      started = performance.now();
    }
    // 太大读不出时 Excel 不报错，只给 null。
    fill(block, ranges[index]?.values ?? null);
  }
}

function halves(blocks: readonly Block[]): Block[][] {
  const [only] = blocks;
  if (blocks.length > 1) {
    const middle = Math.ceil(blocks.length / 2);
    return [blocks.slice(0, middle), blocks.slice(middle)];
  }
  if (only === undefined) return [];
  if (only.rows === 1) {
    only.sheet.damage = `第 ${only.row + 1} 行内容太多，Excel 传不过来`;
    return [];
  }
  const rows = Math.ceil(only.rows / 2);
  return [[{ ...only, rows }], [{ ...only, row: only.row + rows, rows: only.rows - rows }]];
}

function fill({ sheet, row, column }: Block, values: Grid | null): void {
  if (values === null) {
    sheet.damage ??= "内容太多，Excel 没有给出单元格的值";
    return;
  }
  try {
    values.forEach((cells, r) => {
      cells.forEach((value, c) => {
        const cell = cellOf(value);
        if (cell !== undefined) sheet.builder.put(row + r, column + c, cell);
      });
    });
  } catch (error) {
    if (!(error instanceof SheetDamage)) throw error;
    sheet.damage ??= error.message;
  }
}

export function stopIfCancelled({ signal }: Task): void {
  if (signal?.aborted) throw cancelled();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

export function refuseForeign(name: string): HostFailure {
  return new HostFailure(
    "foreign-sheet",
    `工作簿里已有一张工作表“${name}”，不是本程序写的。`,
    "请先把那张表改名或移走，再试一次。",
  );
}
