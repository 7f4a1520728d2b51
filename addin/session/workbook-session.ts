import type { CellRef } from "../../src/findings/finding.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import {
  type HostChange,
  HostFailure,
  type HostSheet,
  type Place,
  type Task,
  type WorkbookHost,
} from "../host/host.ts";
import { createStore, type Store } from "./store.ts";
import type { AcceptedFinding } from "./stored-data.ts";
import type { StoredDataKeeper } from "./stored-data-keeper.ts";
import { acceptanceOf, withAcceptance, withoutAcceptance } from "./workbook-session-accepted.ts";
import { type CheckedWorkbook, checkWorkbook, replaceSheets } from "./workbook-session-check.ts";
import { describeFailure } from "./workbook-session-failure.ts";
import { listFindings, touches } from "./workbook-session-findings.ts";
import type {
  CheckOutcome,
  ListedFinding,
  RecheckSummary,
  SessionFailure,
  WorkbookSessionState,
} from "./workbook-session-state.ts";

/** 一本打开的工作簿的核对：读、认表、核对，改动以后只重读改动的表，与单元格互相定位。 */
export interface WorkbookSession extends Store<WorkbookSessionState> {
  /** 读整本工作簿并核对；正在做时不重复做。结果、失败都在状态里，不抛错。 */
  check(): Promise<void>;
  /** 停下正在做的事；已有的结果不变。 */
  cancel(): void;
  /** 重读改动了的表并重新核对；没有改动时什么也不做。 */
  recheck(): Promise<void>;
  /** 换上年的表（没有为 null）；已核对过的立即重新核对。 */
  usePrior(prior: TableSet | null): Promise<void>;
  /** 选中一条问题（null 为不选），不动工作簿里的选区。 */
  select(key: string | null): void;
  /** 选中一条问题并到它的第一格去。 */
  open(key: string): Promise<void>;
  /** 到一格去。 */
  reveal(cell: CellRef): Promise<void>;
  /** 说明理由、不再计较；理由不能为空。 */
  accept(key: string, reason: string): Promise<void>;
  /** 撤销一条“不再计较”，或清掉对不上的。 */
  withdraw(accepted: AcceptedFinding): Promise<void>;
  /** 把核对结果写成工作簿里的一张表。 */
  insert(sheet: HostSheet): Promise<void>;
  /** 重做失败了的事。 */
  retry(): Promise<void>;
  dismissFailure(): void;
  dismissNotice(): void;
  /** 不再听工作簿的改动。 */
  close(): void;
}

export interface WorkbookSessionOptions {
  /** 最后一次改动以后等多久再重新核对，毫秒。 */
  readonly settle?: number;
  /** 正在编辑单元格而读不了时，隔多久再试，毫秒。 */
  readonly editingRetry?: number;
}

export const WHOLE = "*";

export function openWorkbookSession(
  host: WorkbookHost,
  keeper: StoredDataKeeper,
  options: WorkbookSessionOptions = {},
): WorkbookSession {
  const settle = options.settle ?? 400;
  const editingRetry = options.editingRetry ?? 1500;
  const store = createStore<WorkbookSessionState>({
    fileName: host.fileName,
    busy: null,
    outcome: null,
    revision: 0,
    recheck: null,
    pending: [],
    failure: null,
    notice: null,
    selected: null,
    selectedFrom: "pane",
    justAccepted: null,
  });
  let checked: CheckedWorkbook | null = null;
  let prior: TableSet | null = null;
  let running: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failedAction: () => Promise<void> = async () => {};
  let closed = false;

  const set = (change: Partial<WorkbookSessionState>) =>
    store.update((state) => ({ ...state, ...change }));

  const fail = (doing: SessionFailure["doing"], error: unknown, again: () => Promise<void>) => {
    if (error instanceof HostFailure && error.code === "cancelled") {
      set({ notice: "已取消，原来的结果没有变。" });
      return;
    }
    failedAction = again;
    set({ failure: describeFailure(doing, error) });
  };

  /** 同一时刻只读写一次工作簿；正在做别的时等它做完。 */
  const exclusively = async (what: string, work: (task: Task) => Promise<void>): Promise<void> => {
    while (running !== null) await running.done;
    const abort = new AbortController();
    set({ busy: { what, done: 0, total: 0 }, failure: null, notice: null });
    const done = work({ signal: abort.signal, onProgress: (busy) => set({ busy }) }).finally(() => {
      running = null;
      set({ busy: null });
    });
    running = { abort, done };
    await done;
  };

  const relist = () => {
    if (checked === null) return;
    const outcome = outcomeOf(checked, keeper.getState().data.accepted);
    const { selected } = store.getState();
    const kept = outcome.open.some((one) => one.key === selected);
    set({ outcome, selected: kept ? selected : null });
  };

  const finish = (result: CheckedWorkbook, reread: readonly string[] | null | undefined) => {
    const before = new Set(checked?.findings.map(describe) ?? []);
    const after = new Set(result.findings.map(describe));
    const recheck: RecheckSummary | null =
      reread === undefined || checked === null
        ? null
        : {
            sheets: reread,
            appeared: [...after].filter((one) => !before.has(one)).length,
            resolved: [...before].filter((one) => !after.has(one)).length,
          };
    checked = result;
    relist();
    store.update((state) => ({ ...state, recheck, revision: state.revision + 1 }));
  };

  const check = async (): Promise<void> => {
    if (running !== null && store.getState().outcome === null) return running.done;
    clearTimeout(timer);
    await exclusively("正在读工作簿", async (task) => {
      const pending = store.getState().pending;
      set({ pending: [] });
      try {
        await keeper.load();
        const workbook = await host.readWorkbook(task);
        finish(await checkWorkbook(workbook, prior, task), undefined);
      } catch (error) {
        store.update((state) => ({ ...state, pending: union(pending, state.pending) }));
        fail("check", error, check);
      }
    });
    if (store.getState().pending.length > 0) schedule(settle);
  };

  const recheck = async (): Promise<void> => {
    clearTimeout(timer);
    if (closed || checked === null || store.getState().pending.length === 0) return;
    await exclusively("正在重新核对", async (task) => {
      const names = store.getState().pending;
      if (checked === null || names.length === 0) return;
      set({ pending: [] });
      try {
        const whole = names.includes(WHOLE);
        const workbook = whole
          ? await host.readWorkbook(task)
          : replaceSheets(checked.workbook, names, await host.readSheets(names, task));
        finish(await checkWorkbook(workbook, prior, task), whole ? null : names);
      } catch (error) {
        store.update((state) => ({ ...state, pending: union(names, state.pending) }));
        const editing = error instanceof HostFailure && error.code === "editing-cell";
        if (editing) schedule(editingRetry);
        else fail("recheck", error, recheck);
      }
    });
  };

  const schedule = (delay: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void recheck(), delay);
  };

  const noteChange = ({ sheet, address }: HostChange) => {
    if (checked === null && running === null) return;
    const known = checked?.workbook.sheets.some((one) => one.name === sheet) ?? true;
    const name = address === null || !known ? WHOLE : sheet;
    store.update((state) => ({ ...state, pending: union(state.pending, [name]) }));
    if (running === null) schedule(settle);
    else void running.done.then(() => schedule(settle));
  };

  const noteSelection = (place: Place) => {
    const { outcome, selected } = store.getState();
    if (outcome === null) return;
    const touching = outcome.open.filter((one) => touches(one.finding, place));
    const stay = touching.some((one) => one.key === selected);
    const first = touching[0];
    if (!stay && first !== undefined) set({ selected: first.key, selectedFrom: "workbook" });
  };

  const reveal = async (cell: CellRef): Promise<void> => {
    if (cell.book === "prior") {
      set({
        notice: `这一格在上年工作簿里（“${cell.sheet}” ${cell.address}），请打开上年的文件查看。`,
      });
      return;
    }
    try {
      await host.reveal({ sheet: cell.sheet, address: cell.address === "" ? "A1" : cell.address });
      if (store.getState().failure?.doing === "reveal") set({ failure: null });
    } catch (error) {
      fail("reveal", error, () => reveal(cell));
    }
  };

  const changeAccepted = async (
    change: (accepted: readonly AcceptedFinding[]) => readonly AcceptedFinding[],
  ): Promise<void> => {
    keeper.update((data) => ({ ...data, accepted: change(data.accepted) }));
    relist();
    try {
      await keeper.flush();
    } catch (error) {
      fail("save", error, () => keeper.flush());
    }
  };

  const stopListening = [
    host.onChange(noteChange),
    host.onSelection(noteSelection),
    keeper.subscribe(() => relistWhenAcceptedChanged()),
  ];
  let lastAccepted = keeper.getState().data.accepted;
  const relistWhenAcceptedChanged = () => {
    const { accepted } = keeper.getState().data;
    if (accepted === lastAccepted) return;
    lastAccepted = accepted;
    relist();
  };

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    check,
    recheck,
    cancel: () => running?.abort.abort(),
    async usePrior(tables) {
      prior = tables;
      if (checked === null) return;
      await exclusively("正在核对", async (task) => {
        if (checked === null) return;
        try {
          finish(await checkWorkbook(checked.workbook, prior, task), undefined);
        } catch (error) {
          fail("check", error, check);
        }
      });
    },
    select: (key) => set({ selected: key, selectedFrom: "pane" }),
    async open(key) {
      set({ selected: key, selectedFrom: "pane" });
      const cell = findOpen(key)?.finding.cells.find((one) => one.book === "current");
      if (cell !== undefined && host.capabilities.reveal) await reveal(cell);
    },
    reveal,
    async accept(key, reason) {
      const listed = findOpen(key);
      if (listed === undefined || reason.trim() === "") return;
      const added = acceptanceOf(listed.finding, reason.trim());
      set({ justAccepted: added });
      await changeAccepted((accepted) => withAcceptance(accepted, added));
    },
    async withdraw(removed) {
      set({ justAccepted: null });
      await changeAccepted((accepted) => withoutAcceptance(accepted, removed));
    },
    async insert(sheet) {
      await exclusively("正在写入工作表", async (task) => {
        const again = () => this.insert(sheet);
        try {
          const outcome = await host.writeSheets([sheet], task);
          if (outcome.kind === "unchanged") fail("insert", outcome.failure, again);
          else set({ notice: insertedNotice(sheet.model.name, outcome.leftovers) });
        } catch (error) {
          fail("insert", error, again);
        }
      });
    },
    async retry() {
      set({ failure: null });
      await failedAction();
    },
    dismissFailure: () => set({ failure: null }),
    dismissNotice: () => set({ notice: null, justAccepted: null }),
    close() {
      closed = true;
      clearTimeout(timer);
      running?.abort.abort();
      for (const stop of stopListening) stop();
    },
  };

  function findOpen(key: string): ListedFinding | undefined {
    return store.getState().outcome?.open.find((one) => one.key === key);
  }
}

function outcomeOf(
  { workbook, current, prior, findings, checked }: CheckedWorkbook,
  accepted: readonly AcceptedFinding[],
): CheckOutcome {
  return {
    workbook,
    current,
    prior,
    damaged: workbook.damaged,
    ...listFindings(findings, accepted, current),
    run: checked.run,
    notRun: checked.notRun,
    skipped: checked.skipped,
    remarks: [...workbook.notices, ...checked.remarks],
  };
}

function describe(one: { readonly rule: string; readonly what: string }): string {
  return `${one.rule}\n${one.what}`;
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

function insertedNotice(name: string, leftovers: readonly string[]): string {
  const rest =
    leftovers.length === 0
      ? ""
      : `有 ${leftovers.length} 张临时工作表没能删掉（${leftovers.join("、")}），下次打开时会清理。`;
  return `已写入工作表“${name}”。${rest}`;
}
