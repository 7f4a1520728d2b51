import { FileHost } from "../../addin/host/file/file-host.ts";
import type { Task } from "../../addin/host/host.ts";
import { keepStoredData, type StoredDataKeeper } from "../../addin/session/stored-data-keeper.ts";
import { openWorkbookSession, type WorkbookSession } from "../../addin/session/workbook-session.ts";
import type { WorkbookSessionState } from "../../addin/session/workbook-session-state.ts";
import { findCell } from "../../src/tables/access.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";

export const SAMPLE = "2023-泸县人民政府办公室.xlsx";

/** 记下读了哪些表的文件宿主。 */
export class CountingHost extends FileHost {
  wholeReads = 0;
  readonly sheetReads: (readonly string[])[] = [];

  override async readWorkbook(task?: Task): Promise<Workbook> {
    this.wholeReads++;
    return super.readWorkbook(task);
  }

  override async readSheets(names: readonly string[], task?: Task): Promise<readonly Sheet[]> {
    this.sheetReads.push(names);
    // 文件宿主重读几张表要经过 readWorkbook，那不算读整本。
    const before = this.wholeReads;
    const sheets = await super.readSheets(names, task);
    this.wholeReads = before;
    return sheets;
  }
}

export interface OpenedExample {
  readonly workbook: Workbook;
  readonly host: CountingHost;
  readonly keeper: StoredDataKeeper;
  readonly session: WorkbookSession;
}

/** 打开一本示例；改动以后 20 毫秒重新核对。 */
export async function openExample(name = SAMPLE): Promise<OpenedExample> {
  return openBook(await readExample(name));
}

export function openBook(workbook: Workbook, host = new CountingHost(workbook)): OpenedExample {
  const keeper = keepStoredData(host);
  const session = openWorkbookSession(host, keeper, { settle: 20, editingRetry: 40 });
  return { workbook, host, keeper, session };
}

/** 某张表的一格在哪里，现在是什么。 */
export function placeOf(
  workbook: Workbook,
  form: string,
  row: string,
  column: string,
): { sheet: string; address: string; raw: string } {
  const table = recogniseTables(workbook, "current").byForm.get(form);
  const cell = table && findCell(table, row, column);
  if (table === undefined || cell === undefined) throw new Error(`${form} 没有 ${row}，${column}`);
  return { sheet: table.sheet, address: cell.address, raw: cell.raw };
}

/** 等状态成为所要的样子；等不到时抛错，写明最后的状态。 */
export async function until(
  session: WorkbookSession,
  ready: (state: WorkbookSessionState) => boolean,
): Promise<WorkbookSessionState> {
  if (ready(session.getState())) return session.getState();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      const { busy, pending, failure, revision } = session.getState();
      reject(new Error(`等不到：${JSON.stringify({ busy, pending, failure, revision })}`));
    }, 10_000);
    const stop = session.subscribe(() => {
      if (!ready(session.getState())) return;
      clearTimeout(timer);
      stop();
      resolve(session.getState());
    });
  });
}

/** 等第 `revision` 次结果出来、手头的事也做完。 */
export function settled(session: WorkbookSession, revision: number): Promise<WorkbookSessionState> {
  return until(
    session,
    (state) => state.revision >= revision && state.busy === null && state.pending.length === 0,
  );
}
