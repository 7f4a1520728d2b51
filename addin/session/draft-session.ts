import type { FactSource } from "../../src/narrative/fact.ts";
import { versionTime, withVersion } from "../../src/narrative/redraft/history.ts";
import type { MergeChoice } from "../../src/narrative/redraft/merge-settle.ts";
import type { Readiness } from "../../src/publish/readiness/readiness.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Task, WorkbookHost } from "../host/host.ts";
import { compose } from "./draft-session-compose.ts";
import { downloadDocx } from "./draft-session-download.ts";
import { draftFailure } from "./draft-session-failure.ts";
import { insertedText, insertNarrative } from "./draft-session-insert.ts";
import { pickPrior, priorInUse, rememberedPrior } from "./draft-session-prior.ts";
import { type ProfileActions, profileActions } from "./draft-session-profile-actions.ts";
import { type RemarkActions, readinessOf, remarkActions } from "./draft-session-readiness.ts";
import { type ReasonActions, reasonActions } from "./draft-session-reason-actions.ts";
import type { DraftSessionState, PendingMerge } from "./draft-session-state.ts";
import { type TextActions, textActions } from "./draft-session-text-actions.ts";
import type { SessionTools } from "./draft-session-tools.ts";
import { createStore, type Store } from "./store.ts";
import type { StoredData } from "./stored-data.ts";
import {
  importYaml,
  inputsOf,
  mergeImported,
  storedYaml,
  withValueAt,
} from "./stored-data-inputs.ts";
import type { StoredDataKeeper } from "./stored-data-keeper.ts";
import type { WorkbookSession } from "./workbook-session.ts";
import { taskLine } from "./workbook-session-task.ts";

/** 起草说明：填报、起草、改、插入。结果和失败都在状态里，各动作不抛错。 */
export interface DraftSession
  extends Store<DraftSessionState>,
    TextActions,
    ReasonActions,
    ProfileActions,
    RemarkActions {
  /** 读出保存的数据和工作簿（还没有读过时），起草一遍。 */
  start(): Promise<void>;
  cancel(): void;
  /** 填一栏；`undefined` 为清掉。稍后自动重新起草、自动保存。 */
  fill(path: readonly string[], value: unknown): void;
  /** 选上年工作簿；不能用的说明原因，原来的不变。 */
  pickPrior(fileName: string, bytes: Uint8Array): Promise<void>;
  dropPrior(): Promise<void>;
  /** 插入工作表；两边都变了的段落先问（`merge`）。 */
  insert(): Promise<void>;
  choose(id: string, choice: MergeChoice): void;
  /** 都决定了以后写入。 */
  finishInsert(): Promise<void>;
  cancelMerge(): void;
  /** 填报文件（YAML）的文字。 */
  exportYaml(): string;
  importYaml(text: string, fileName: string): void;
  /** 把说明存成 .docx。 */
  downloadDocx(): Promise<void>;
  /** 能不能公开的清单；还没有起草为 null。不抛错：做不成时失败记在状态里，为 null。 */
  readiness(): Promise<Readiness | null>;
  /** 到一个数的出处去。 */
  reveal(source: FactSource): Promise<void>;
  /** 告诉使用者一件做成了的事。 */
  tell(notice: string): void;
  dismiss(): void;
  close(): void;
}

/** 停手多久以后重新起草，毫秒。 */
const SETTLE = 200;

export function openDraftSession(
  host: WorkbookHost,
  keeper: StoredDataKeeper,
  workbook: WorkbookSession,
  {
    settle = SETTLE,
    now = () => versionTime(new Date()),
  }: { readonly settle?: number; readonly now?: () => string } = {},
): DraftSession {
  const store = createStore<DraftSessionState>({
    busy: null,
    composed: null,
    noTables: false,
    prior: null,
    priorProblems: [],
    merge: null,
    refusedProfile: null,
    inserted: false,
    failure: null,
    notice: null,
    undo: null,
  });
  const set = (change: Partial<DraftSessionState>) =>
    store.update((state) => ({ ...state, ...change }));
  const line = taskLine((busy) => set({ busy }));
  let prior: TableSet | null = null;
  let started = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** 上次起草用的材料；没有变就不重新起草。 */
  let used: readonly unknown[] = [];

  const { usePrior: checkWithPrior } = workbook;

  const current = () => workbook.getState().outcome?.current ?? null;
  const data = () => keeper.getState().data;

  const redraft = () => {
    clearTimeout(timer);
    const tables = current();
    const { inputs, edits, inserted, profile } = data();
    const materials = [tables, prior, inputs, edits, inserted, profile];
    if (!started || tables === null || materials.every((each, at) => each === used[at])) return;
    used = materials;
    const noTables = tables.tables.length === 0;
    set({
      noTables,
      composed: noTables ? null : compose(tables, prior, data()),
      inserted: inserted.length > 0,
    });
  };

  const redraftSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(redraft, settle);
  };

  const attempt = async (doing: string, work: (task: Task) => Promise<void>, what: string) => {
    set({ failure: null, notice: null, undo: null });
    await line.run(what, async (task) => {
      try {
        await work(task);
      } catch (error) {
        const failure = draftFailure(doing, error);
        set(failure === null ? { notice: "已取消，没有改动。" } : { failure });
      }
    });
  };

  const change = (update: (data: StoredData) => StoredData) => {
    keeper.update(update);
  };

  const insert = (decided: PendingMerge | null) =>
    attempt(
      "没有插入，工作簿没有改动。",
      async (task) => {
        redraft();
        const { composed } = store.getState();
        if (composed === null) return;
        const done = await insertNarrative(host, composed.drafted, data(), decided, task);
        if (done.kind === "asking") {
          const notice = done.again ? "工作表刚才又改过，请再看一遍。" : null;
          set({ merge: { plan: done.plan, choices: new Map() }, notice });
          return;
        }
        const version = { when: now(), what: "插入工作表", changes: done.changes };
        change((each) => ({
          ...each,
          ...done.merged,
          history: withVersion(each.history, version),
        }));
        redraft();
        set({ merge: null, notice: insertedText(done, host.capabilities.undo) });
        await saveNow();
      },
      "正在插入工作表",
    );

  /** 已经写进工作表了，记录没存上也不算没有插入：只说明没有存上。 */
  const saveNow = async () => {
    try {
      await keeper.flush();
    } catch (error) {
      set({ failure: draftFailure("已经插入，但填报和改过的段落没有随工作簿保存。", error) });
    }
  };

  const stopListening = [
    workbook.subscribe(() => redraftSoon()),
    keeper.subscribe(() => redraftSoon()),
  ];

  const tools: SessionTools = {
    host,
    current,
    prior: () => prior,
    data,
    composed: () => store.getState().composed,
    change,
    set,
    redraft,
    attempt,
    now,
  };

  return {
    ...textActions(tools),
    ...reasonActions(tools),
    ...profileActions(tools),
    ...remarkActions(tools),
    getState: store.getState,
    subscribe: store.subscribe,
    async start() {
      await attempt(
        "没有起草成。",
        async () => {
          await keeper.load();
          if (current() === null) await workbook.check();
          if (!started && prior === null) {
            prior = rememberedPrior(data());
            set({ prior: priorInUse(prior) });
          }
          started = true;
          const { failure } = workbook.getState();
          if (current() === null && failure !== null) set({ failure });
          redraft();
        },
        "正在起草说明",
      );
    },
    cancel: () => {
      line.cancel();
      workbook.cancel();
    },
    fill: (path, value) => change((each) => withValueAt(each, path, value)),
    async pickPrior(fileName, bytes) {
      const tables = current();
      if (tables === null) return;
      set({ priorProblems: [] });
      await attempt(
        "没有读出上年工作簿。",
        async (task) => {
          const { formerUnitName } = inputsOf(data()).inputs;
          const picked = await pickPrior(fileName, bytes, tables, formerUnitName, task);
          if (!picked.usable) {
            set({ priorProblems: picked.findings });
            return;
          }
          prior = picked.tables;
          change((each) => ({
            ...each,
            priorFileName: fileName,
            priorFacts: picked.facts,
            lastYear: picked.lastYear ?? each.lastYear,
          }));
          redraft();
          set({ prior: priorInUse(prior), notice: `已用上年工作簿《${fileName}》。` });
          await checkWithPrior(prior);
        },
        `正在读《${fileName}》`,
      );
    },
    async dropPrior() {
      prior = null;
      change((each) => ({ ...each, priorFileName: null, priorFacts: null }));
      redraft();
      set({ prior: null, priorProblems: [], notice: "不再用上年工作簿，增减的句子改为待补充。" });
      await checkWithPrior(null);
    },
    insert: () => insert(null),
    choose(id, choice) {
      const { merge } = store.getState();
      if (merge === null) return;
      set({ merge: { ...merge, choices: new Map([...merge.choices, [id, choice]]) } });
    },
    finishInsert: () => insert(store.getState().merge),
    cancelMerge: () => set({ merge: null }),
    exportYaml: () => storedYaml(data()),
    importYaml(text, fileName) {
      const imported = importYaml(text, fileName);
      if (imported.data === null) {
        const what = imported.findings[0]?.what ?? `《${fileName}》不是填报文件。`;
        set({
          failure: {
            code: "unknown",
            what: `没有导入。${what}`,
            todo: "请检查文件，或重新选一个；现有的填报没有变。",
            detail: null,
          },
        });
        return;
      }
      const { data: added } = imported;
      change((each) => mergeImported(each, added));
      if (added.priorFacts !== null) {
        prior = rememberedPrior(data());
        set({ prior: priorInUse(prior) });
      }
      redraft();
      const wrong = imported.findings.length;
      set({
        failure: null,
        notice: `已导入《${fileName}》。${wrong === 0 ? "" : `其中 ${wrong} 处写错，没有使用，列在“未了事项”里。`}`,
      });
    },
    downloadDocx: () =>
      attempt(
        "没有存成 .docx。",
        async () => {
          redraft();
          const { composed } = store.getState();
          if (composed !== null) set({ notice: await downloadDocx(host, composed) });
        },
        "正在写 .docx",
      ),
    async readiness() {
      const { outcome } = workbook.getState();
      const { composed } = store.getState();
      if (outcome === null || composed === null) return null;
      try {
        return await readinessOf(composed, outcome, prior, data());
      } catch (error) {
        set({ failure: draftFailure("没有查成能不能公开。", error) });
        return null;
      }
    },
    async reveal({ book, sheet, address }) {
      if (book === "prior") {
        set({ notice: `这一格在上年工作簿里（“${sheet}” ${address}），请打开上年的文件查看。` });
        return;
      }
      try {
        await host.reveal({ sheet, address });
      } catch (error) {
        set({ failure: draftFailure("没能到那一格去。", error) });
      }
    },
    tell: (notice) => set({ notice, failure: null, undo: null }),
    dismiss: () =>
      set({ failure: null, notice: null, undo: null, priorProblems: [], refusedProfile: null }),
    close() {
      clearTimeout(timer);
      line.cancel();
      for (const stop of stopListening) stop();
    },
  };
}
