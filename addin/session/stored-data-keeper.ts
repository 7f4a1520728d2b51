import { HostFailure, type WorkbookHost } from "../host/host.ts";
import { createStore, type Store } from "./store.ts";
import { noStoredData, readStoredData, type StoredData, storedJson } from "./stored-data.ts";

export interface KeeperState {
  /** 没有读出来（failed）时不会保存，免得盖掉工作簿里原有的。 */
  readonly phase: "unloaded" | "loaded" | "failed";
  readonly data: StoredData;
  readonly saving: "saved" | "pending" | "failed";
  /** 读出时发现有损坏的内容。 */
  readonly problem: string | null;
  /** 读或存失败的说法。 */
  readonly failure: string | null;
}

/** 与工作簿一起保存的数据的唯一保管者：核对、起草两处都经由它改，停手半秒后存一次。 */
export interface StoredDataKeeper extends Store<KeeperState> {
  /** 读一次；已读过的直接返回。失败后可以再调用。 */
  load(): Promise<void>;
  /** 还没有读出来时的改动先留着，读出来以后补上。 */
  update(change: (data: StoredData) => StoredData): void;
  /** 立即存好；存不成时抛 HostFailure，内容仍留着，可以再试。 */
  flush(): Promise<void>;
}

const SAVE_DELAY = 500;

export function keepStoredData(
  host: Pick<WorkbookHost, "loadData" | "saveData">,
): StoredDataKeeper {
  const store = createStore<KeeperState>({
    phase: "unloaded",
    data: noStoredData,
    saving: "saved",
    problem: null,
    failure: null,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loading: Promise<void> | null = null;
  let waiting: ((data: StoredData) => StoredData)[] = [];
  /** 存的先后：上一次存完再存下一次。 */
  let saved: Promise<void> = Promise.resolve();

  const set = (change: Partial<KeeperState>) => store.update((state) => ({ ...state, ...change }));

  const load = async () => {
    try {
      const { data, problem } = readStoredData(await host.loadData());
      set({ phase: "loaded", data, problem, failure: null });
      const changes = waiting;
      waiting = [];
      for (const change of changes) update(change);
    } catch (error) {
      set({ phase: "failed", failure: failureText(error) });
    } finally {
      loading = null;
    }
  };

  const update = (change: (data: StoredData) => StoredData) => {
    const before = store.getState();
    if (before.phase !== "loaded") waiting.push(change);
    const data = change(before.data);
    if (data === before.data) return;
    set({ data, saving: "pending" });
    if (before.phase !== "loaded") return;
    clearTimeout(timer);
    // 失败已记在 state 里，由页面显示。
    timer = setTimeout(() => void flush().catch(() => {}), SAVE_DELAY);
  };

  const save = async () => {
    const { data } = store.getState();
    try {
      await host.saveData(storedJson(data));
      if (store.getState().data === data) set({ saving: "saved", failure: null });
    } catch (error) {
      set({ saving: "failed", failure: failureText(error) });
      throw error;
    }
  };

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const { phase, saving } = store.getState();
    if (phase !== "loaded" || saving === "saved") return saved;
    const attempt = saved.then(save);
    saved = attempt.catch(() => {});
    return attempt;
  };

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    load: () => {
      if (store.getState().phase === "loaded") return Promise.resolve();
      loading ??= load();
      return loading;
    },
    update,
    flush,
  };
}

function failureText(error: unknown): string {
  if (error instanceof HostFailure) return error.message;
  return "与工作簿一起保存的数据没有读写成功。请再试一次；仍不行的，请先导出填报文件。";
}
