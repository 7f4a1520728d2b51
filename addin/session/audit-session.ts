import type { CellRef } from "../../src/findings/finding.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { HostFailure, type Task, type WorkbookHost } from "../host/host.ts";
import { auditFailure } from "./audit-session-failure.ts";
import {
  type AuditOutcome,
  type AuditSessionState,
  type AuditSource,
  type AuditView,
  WHOLE_AUDIT,
} from "./audit-session-state.ts";
import { filterAudit, letterFindings, neighbour } from "./audit-session-view.ts";
import { createStore, type Store } from "./store.ts";
import type { StoredDataKeeper } from "./stored-data-keeper.ts";
import type { WorkbookSession } from "./workbook-session.ts";
import { taskLine } from "./workbook-session-task.ts";

/** 审一份别人写好的说明：读文字、与打开的工作簿对照、在问题之间走、写整改意见。各动作不抛错。 */
export interface AuditSession extends Store<AuditSessionState> {
  auditText(text: string): Promise<void>;
  auditFile(name: string, bytes: Uint8Array): Promise<void>;
  /** 审打开的工作簿里的工作表“决算说明”。 */
  auditSheet(): Promise<void>;
  /** 同一份文字，对照现在的表重新审；工作表里的重新读。 */
  again(): Promise<void>;
  /** 单位名称对不上，使用者看过以后仍要对照。 */
  compareAnyway(): Promise<void>;
  cancel(): void;
  /** 放下这一份，换别的。 */
  discard(): void;
  filter(view: AuditView): void;
  select(key: string | null, from: AuditSessionState["selectedFrom"]): void;
  /** 选到下一条（1）、上一条（-1）；到头从另一头再来。 */
  step(step: 1 | -1): void;
  /** 选中一条并到它的单元格去（有的话）。 */
  open(key: string, from: AuditSessionState["selectedFrom"]): Promise<void>;
  reveal(cell: CellRef): Promise<void>;
  /** 改一批问题写不写进整改意见。 */
  choose(choices: ReadonlyMap<string, boolean>): void;
  /** 整改意见全文；还没有审过为空串。 */
  letter(): Promise<string>;
  downloadLetter(): Promise<void>;
  /** 带批注的 Word：交来的是 .docx 的，就在它上面加批注；不是的，另写一份。 */
  downloadWord(): Promise<void>;
  /** 网页报告：带标记的全文和逐条问题。 */
  downloadPage(): Promise<void>;
  tell(notice: string): void;
  dismissFailure(): void;
  dismissNotice(): void;
  /** 重做失败了的事。 */
  retry(): Promise<void>;
  close(): void;
}

/** 审稿的程序较大，用到时才装入。 */
const loadWork = () => import("./audit-session-work.ts");

export function openAuditSession(
  host: WorkbookHost,
  keeper: StoredDataKeeper,
  workbook: WorkbookSession,
): AuditSession {
  const store = createStore<AuditSessionState>({
    busy: null,
    outcome: null,
    stale: false,
    revision: 0,
    view: WHOLE_AUDIT,
    shown: [],
    selected: null,
    selectedFrom: "list",
    jumps: 0,
    letterChoices: new Map(),
    failure: null,
    notice: null,
  });
  const set = (change: Partial<AuditSessionState>) =>
    store.update((state) => ({ ...state, ...change }));
  const line = taskLine((busy) => set({ busy }));
  let failedAction: () => Promise<void> = async () => {};
  let evenOtherUnit = false;
  /** 现在的结果对照的表；工作簿换了新的，就是旧表。 */
  let comparedWith: TableSet | null = null;
  let revealFailure: AuditSessionState["failure"] = null;

  const fail = (doing: string, error: unknown, again: () => Promise<void>) => {
    const failure = auditFailure(doing, error);
    if (failure === null) {
      set({ notice: "已取消，原来的结果没有变。" });
      return;
    }
    failedAction = again;
    set({ failure });
  };

  const currentTables = () => workbook.getState().outcome?.current ?? null;

  const noteTables = () => {
    const { outcome, stale } = store.getState();
    if (outcome === null || stale) return;
    const { pending } = workbook.getState();
    if (pending.length > 0 || currentTables() !== comparedWith) set({ stale: true });
  };

  /** 新结果：筛选放开，选中的还在就留着。 */
  const show = (outcome: AuditOutcome, tables: TableSet | null) => {
    const { selected } = store.getState();
    const kept = outcome.listed.some(({ key }) => key === selected);
    comparedWith = tables;
    store.update((state) => ({
      ...state,
      outcome,
      view: WHOLE_AUDIT,
      shown: outcome.listed,
      selected: kept ? selected : null,
      stale: false,
      revision: state.revision + 1,
    }));
    noteTables();
  };

  const run = async (source: AuditSource): Promise<void> => {
    set({ failure: null, notice: null });
    await line.run(`正在审${source.name}`, async (task) => {
      try {
        const unread = await readTables(task);
        if (unread !== null) {
          failedAction = () => run(source);
          set({ failure: { ...unread, what: `没有审成。${unread.what}` } });
          return;
        }
        const work = await loadWork();
        const { outcome: checked } = workbook.getState();
        const text = await work.textOfSource(source, host, checked?.workbook ?? null);
        await giveWay(task);
        const tables = work.tablesFor(checked, keeper.getState().data);
        const outcome = work.auditNarrative(text, source, tables, { evenOtherUnit });
        await giveWay(task);
        show(outcome, checked?.current ?? null);
      } catch (error) {
        fail("没有审成。", error, () => run(source));
      }
    });
  };

  /**
   * 还没有核对过的先核对，改动了还没有重新核对的先重新核对，对照的才是现在的表。
   * 工作簿读不出来的，返回原因。
   */
  const readTables = async (task: Task): Promise<AuditSessionState["failure"]> => {
    const stop = () => workbook.cancel();
    task.signal?.addEventListener("abort", stop);
    try {
      if (currentTables() === null) await workbook.check();
      else await workbook.recheck();
    } finally {
      task.signal?.removeEventListener("abort", stop);
    }
    await giveWay(task);
    if (currentTables() !== null) return null;
    const { failure } = workbook.getState();
    if (failure === null) throw cancelled();
    return failure;
  };

  const start = (source: AuditSource): Promise<void> => {
    evenOtherUnit = false;
    return run(source);
  };

  const again = async (): Promise<void> => {
    const { outcome } = store.getState();
    if (outcome !== null) await run(outcome.source);
  };

  const reveal = async (cell: CellRef): Promise<void> => {
    const { book, sheet, address } = cell;
    if (book === "prior") {
      set({ notice: `这一格在上年工作簿里（“${sheet}” ${address}），请打开上年的文件查看。` });
      return;
    }
    try {
      await host.reveal({ sheet, address: address === "" ? "A1" : address });
      if (store.getState().failure === revealFailure) set({ failure: null });
    } catch (error) {
      fail("没能到那一格去。", error, () => reveal(cell));
      revealFailure = store.getState().failure;
    }
  };

  const select = (key: string | null, selectedFrom: AuditSessionState["selectedFrom"]) =>
    store.update((state) => ({ ...state, selected: key, selectedFrom, jumps: state.jumps + 1 }));

  const letter = async (): Promise<string> => {
    const { outcome, letterChoices } = store.getState();
    if (outcome === null) return "";
    const { writeAuditLetter } = await import("../../src/publish/audit-letter.ts");
    const findings = letterFindings({ letterChoices }, outcome);
    return writeAuditLetter(outcome.result, findings, outcome.books);
  };

  /** 文件名为“某单位某年度决算情况说明”加 `ending`。 */
  const download = async (
    ending: string,
    write: (outcome: AuditOutcome) => Promise<Uint8Array>,
  ): Promise<void> => {
    const { outcome } = store.getState();
    if (outcome === null) return;
    const { unit, year } = outcome.result;
    const name = `${unit ?? ""}${year === null ? "" : `${year}年度`}决算情况说明${ending}`;
    set({ failure: null, notice: null });
    await line.run(`正在写《${name}》`, async () => {
      try {
        await host.download(name, await write(outcome));
        set({ notice: `已存成《${name}》。` });
      } catch (error) {
        fail("没有存成文件。", error, () => download(ending, write));
      }
    });
  };

  const stopListening = workbook.subscribe(noteTables);

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    auditText: (text) => start({ kind: "paste", name: "粘贴的文字", text }),
    auditFile: (name, bytes) => start({ kind: "file", name, bytes }),
    auditSheet: () => start({ kind: "sheet", name: "工作表“决算说明”" }),
    again,
    async compareAnyway() {
      evenOtherUnit = true;
      await again();
    },
    cancel: line.cancel,
    discard: () =>
      set({
        outcome: null,
        stale: false,
        view: WHOLE_AUDIT,
        shown: [],
        selected: null,
        letterChoices: new Map(),
        failure: null,
        notice: null,
      }),
    filter(view) {
      const { outcome } = store.getState();
      set({ view, shown: filterAudit(outcome?.listed ?? [], view) });
    },
    select,
    step(step) {
      const { shown, selected } = store.getState();
      const next = neighbour(shown, selected, step);
      if (next !== null) select(next.key, "step");
    },
    async open(key, from) {
      select(key, from);
      const found = store.getState().outcome?.listed.find((one) => one.key === key);
      const cells = found?.finding.cells.filter(({ book }) => book === "current") ?? [];
      const cell = cells.find(({ address }) => address !== "") ?? cells[0];
      if (cell !== undefined && host.capabilities.reveal) await reveal(cell);
    },
    reveal,
    choose: (choices) =>
      store.update((state) => ({
        ...state,
        letterChoices: new Map([...state.letterChoices, ...choices]),
      })),
    letter,
    // 文本带上字节序标记，记事本才不会当成别的编码。
    downloadLetter: () =>
      download("整改意见.txt", async () => new TextEncoder().encode(`\ufeff${await letter()}`)),
    downloadWord: () =>
      download("（审稿批注）.docx", async ({ source, result }) => {
        const { writeAuditDocx } = await import("../../src/publish/audit-docx/audit-docx.ts");
        return writeAuditDocx(result, docxOf(source));
      }),
    downloadPage: () =>
      download("审稿结果.html", async ({ result }) => {
        const { writeAuditHtml } = await import("../../src/publish/audit-html/audit-html.ts");
        return new TextEncoder().encode(writeAuditHtml(result));
      }),
    tell: (notice) => set({ notice, failure: null }),
    dismissFailure: () => set({ failure: null }),
    dismissNotice: () => set({ notice: null }),
    async retry() {
      set({ failure: null });
      await failedAction();
    },
    close() {
      line.cancel();
      stopListening();
    },
  };
}

/** 让页面先画一次、先听一次按键；这时已被取消的就停下。 */
async function giveWay(task: Task): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (task.signal?.aborted) throw cancelled();
}

function cancelled(): HostFailure {
  return new HostFailure("cancelled", "审稿已取消。", "");
}

/** 交来的 .docx 原样；不是 .docx 的为 null。 */
function docxOf(source: AuditSource): Uint8Array | null {
  if (source.kind !== "file" || !/\.docx$/i.test(source.name)) return null;
  const [p, k] = source.bytes;
  return p === 0x50 && k === 0x4b ? source.bytes : null;
}
