import { CellNames } from "../../src/checks/exceptions/cell-names.ts";
import type { CellRef } from "../../src/findings/finding.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { type HostChange, HostFailure, type HostSheet, type WorkbookHost } from "../host/host.ts";
import { createStore, type Store } from "./store.ts";
import type { AcceptedFinding } from "./stored-data.ts";
import type { StoredDataKeeper } from "./stored-data-keeper.ts";
import { acceptanceOf, withAcceptance, withoutAcceptance } from "./workbook-session-accepted.ts";
import type { CheckedWorkbook } from "./workbook-session-check.ts";
import { outcomeOf, touches } from "./workbook-session-findings.ts";
import {
  type CheckOutcome,
  type ListedFinding,
  type SessionFailure,
  WHOLE,
  type WorkbookSessionState,
} from "./workbook-session-state.ts";
import { taskLine } from "./workbook-session-task.ts";
import { cellTravel } from "./workbook-session-travel.ts";
import { describeFailure, insertedNotice, tidiedNotice } from "./workbook-session-wording.ts";

/** 一本打开的工作簿的核对：读、认表、核对，改动以后只重读改动的表，与单元格互相定位。 */
export interface WorkbookSession extends Store<WorkbookSessionState> {
  /** 清掉上次没有写完留下的临时工作表，有的话告诉使用者。打开窗格时做一次。 */
  tidy(): Promise<void>;
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
  /** 到一张工作表去。 */
  revealSheet(sheet: string): Promise<void>;
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
  /** 页面上做成了一件事，记下要说的话。 */
  say(notice: string): void;
  /** 不再听工作簿的改动。 */
  close(): void;
}

export interface WorkbookSessionOptions {
  /** 最后一次改动以后等多久再重新核对，毫秒。 */
  readonly settle?: number;
  /** 正在编辑单元格而读不了时，隔多久再试，毫秒。 */
  readonly editingRetry?: number;
}

/** 打开多久以后在后台装认表和规则，毫秒。 */
const WARM_UP = 1000;

/** 认表、规则占程序的一大半，首屏用不到：打开窗格以后在后台装，点“核对”时多半已经装好。 */
const loadChecker = () => import("./workbook-session-check.ts");

const prepare = async (): Promise<void> => (await loadChecker()).prepareChecking({});

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
  const set = (change: Partial<WorkbookSessionState>) =>
    store.update((state) => ({ ...state, ...change }));
  const line = taskLine((busy) => set({ busy }));
  let checked: CheckedWorkbook | null = null;
  let prior: TableSet | null = null;
  let checking: Promise<void> | null = null;
  let warmUp: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failedAction: () => Promise<void> = async () => {};
  let closed = false;

  const givenPrior = () => {
    const { 上年单位名称: formerUnitName } = keeper.getState().data.inputs;
    return {
      tables: prior,
      formerUnitName: typeof formerUnitName === "string" ? formerUnitName : null,
    };
  };

  const fail = (doing: SessionFailure["doing"], error: unknown, again: () => Promise<void>) => {
    if (error instanceof HostFailure && error.code === "cancelled") {
      set({ notice: "已取消，原来的结果没有变。" });
      return;
    }
    failedAction = again;
    set({ failure: describeFailure(doing, error) });
  };

  const loadStored = async (): Promise<void> => {
    await keeper.load();
    const { phase, failure } = keeper.getState();
    if (phase !== "failed") return;
    fail("stored-data", new HostFailure("unknown", "", failure ?? ""), loadStored);
  };

  const relist = () => {
    if (checked === null) return;
    const outcome = outcomeOf(checked, keeper.getState().data.accepted);
    const { selected } = store.getState();
    const kept = outcome.open.some((one) => one.key === selected);
    set({ outcome, selected: kept ? selected : null });
  };

  /** `reread` 为自动重读了的工作表，整本为 null；使用者自己点的核对不给。 */
  const finish = (result: CheckedWorkbook, reread?: readonly string[] | null) => {
    const before = openKeys(store.getState().outcome);
    checked = result;
    relist();
    const after = openKeys(store.getState().outcome);
    const recheck =
      reread === undefined
        ? null
        : {
            sheets: reread,
            appeared: [...after].filter((key) => !before.has(key)).length,
            resolved: [...before].filter((key) => !after.has(key)).length,
          };
    store.update((state) => ({ ...state, recheck, revision: state.revision + 1 }));
  };

  const tidy = (): Promise<void> =>
    line.run("正在打开", async () => {
      // 首屏画完再装；装不上的，核对时会再装一次并说明。
      warmUp = setTimeout(() => void prepare().catch(() => {}), WARM_UP);
      try {
        const names = await host.cleanUp();
        if (names.length === 0) return;
        set({ notice: tidiedNotice(names) });
      } catch (error) {
        fail("tidy", error, tidy);
      }
    });

  const check = async (): Promise<void> => {
    clearTimeout(timer);
    await line.run("正在读工作簿", async (task) => {
      const { pending } = store.getState();
      set({ pending: [], failure: null, notice: null });
      try {
        await loadStored();
        const workbook = await host.readWorkbook(task);
        const { checkWorkbook } = await loadChecker();
        finish(await checkWorkbook(workbook, givenPrior(), task));
      } catch (error) {
        store.update((state) => ({ ...state, pending: union(pending, state.pending) }));
        fail("check", error, check);
      }
    });
    if (checked !== null && store.getState().pending.length > 0) schedule(settle);
  };

  const recheck = async (): Promise<void> => {
    clearTimeout(timer);
    if (closed || checked === null || store.getState().pending.length === 0) return;
    await line.run("正在重新核对", async (task) => {
      const names = store.getState().pending;
      if (checked === null || names.length === 0) return;
      set({ pending: [] });
      try {
        const { checkWorkbook, replaceSheets } = await loadChecker();
        const whole = names.includes(WHOLE);
        const workbook = whole
          ? await host.readWorkbook(task)
          : replaceSheets(checked.workbook, names, await host.readSheets(names, task));
        finish(await checkWorkbook(workbook, givenPrior(), task), whole ? null : names);
        if (store.getState().failure?.doing === "recheck") set({ failure: null });
      } catch (error) {
        store.update((state) => ({ ...state, pending: union(names, state.pending) }));
        if (error instanceof HostFailure && error.code === "editing-cell") schedule(editingRetry);
        else fail("recheck", error, recheck);
      }
    });
  };

  const schedule = (delay: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void recheck(), delay);
  };

  const noteChange = ({ sheet, address }: HostChange) => {
    if (checked === null && line.running === null) return;
    const known = checked?.workbook.sheets.some((one) => one.name === sheet) ?? true;
    const name = address === null || !known ? WHOLE : sheet;
    store.update((state) => ({ ...state, pending: union(state.pending, [name]) }));
    schedule(settle);
  };

  const travel = cellTravel(host, {
    fail: (error, again) => fail("reveal", error, again),
    arrived() {
      if (store.getState().failure?.doing === "reveal") set({ failure: null });
    },
    say: (notice) => set({ notice }),
    picked(place) {
      const { outcome, selected } = store.getState();
      const touching = outcome?.open.filter((one) => touches(one.finding, place)) ?? [];
      const [first] = touching;
      if (first === undefined || touching.some((one) => one.key === selected)) return;
      set({ selected: first.key, selectedFrom: "workbook" });
    },
  });

  const changeAccepted = async (
    change: (accepted: readonly AcceptedFinding[]) => readonly AcceptedFinding[],
  ): Promise<void> => {
    keeper.update((data) => ({ ...data, accepted: change(data.accepted) }));
    const save = async (): Promise<void> => {
      try {
        await keeper.flush();
      } catch (error) {
        fail("save", error, save);
      }
    };
    await save();
  };

  const insert = (sheet: HostSheet): Promise<void> =>
    line.run("正在写入工作表", async (task) => {
      const again = () => insert(sheet);
      set({ failure: null, notice: null });
      try {
        const outcome = await host.writeSheets([sheet], task);
        if (outcome.kind === "unchanged") fail("insert", outcome.failure, again);
        else set({ notice: insertedNotice(sheet.model.name, outcome.leftovers) });
      } catch (error) {
        fail("insert", error, again);
      }
    });

  const findOpen = (key: string): ListedFinding | undefined =>
    store.getState().outcome?.open.find((one) => one.key === key);

  let { accepted: lastAccepted } = keeper.getState().data;
  const stopListening = [
    host.onChange(noteChange),
    travel.stop,
    keeper.subscribe(() => {
      const { accepted } = keeper.getState().data;
      if (accepted === lastAccepted) return;
      lastAccepted = accepted;
      relist();
    }),
  ];

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    tidy,
    check() {
      checking ??= check().finally(() => {
        checking = null;
      });
      return checking;
    },
    recheck,
    cancel: line.cancel,
    async usePrior(tables) {
      prior = tables;
      if (checked === null) return;
      await line.run("正在核对", async (task) => {
        if (checked === null) return;
        try {
          const { checkWorkbook } = await loadChecker();
          finish(await checkWorkbook(checked.workbook, givenPrior(), task));
        } catch (error) {
          fail("check", error, check);
        }
      });
    },
    select: (key) => set({ selected: key, selectedFrom: "pane" }),
    async open(key) {
      set({ selected: key, selectedFrom: "pane" });
      const cells = findOpen(key)?.finding.cells.filter((one) => one.book === "current") ?? [];
      const cell = cells.find((one) => one.address !== "") ?? cells[0];
      if (cell !== undefined && host.capabilities.reveal) await travel.toCell(cell);
    },
    reveal: travel.toCell,
    revealSheet: (sheet) => travel.toPlace({ sheet, address: "A1" }),
    async accept(key, reason) {
      const listed = findOpen(key);
      if (checked === null || listed === undefined || reason.trim() === "") return;
      const names = new CellNames(checked);
      const added = acceptanceOf(listed.finding, reason.trim(), names);
      set({ justAccepted: added });
      await changeAccepted((accepted) => withAcceptance(accepted, added, names));
    },
    async withdraw(removed) {
      set({ justAccepted: null });
      await changeAccepted((accepted) => withoutAcceptance(accepted, removed));
    },
    insert,
    async retry() {
      set({ failure: null });
      await failedAction();
    },
    dismissFailure: () => set({ failure: null }),
    say: (notice) => set({ notice, justAccepted: null }),
    dismissNotice: () => set({ notice: null, justAccepted: null }),
    close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(warmUp);
      line.cancel();
      for (const stop of stopListening) stop();
    },
  };
}

function openKeys(outcome: CheckOutcome | null): ReadonlySet<string> {
  return new Set(outcome?.open.map((one) => one.key));
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
