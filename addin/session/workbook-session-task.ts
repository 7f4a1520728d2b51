import type { Progress, Task } from "../host/host.ts";

/** 同一时刻只读写一次工作簿。 */
export interface TaskLine {
  /** 等前面的做完再做；`work` 自己处理错误。 */
  run(what: string, work: (task: Task) => Promise<void>): Promise<void>;
  cancel(): void;
  /** 正在做的事；没有为 null。 */
  readonly running: Promise<void> | null;
}

/** `onBusy` 得知在做什么、做到哪里；做完为 null。 */
export function taskLine(onBusy: (busy: Progress | null) => void): TaskLine {
  let running: Promise<void> | null = null;
  let abort: AbortController | null = null;
  return {
    async run(what, work) {
      while (running !== null) await running;
      const own = new AbortController();
      abort = own;
      onBusy({ what, done: 0, total: 0 });
      running = work({ signal: own.signal, onProgress: onBusy }).finally(() => {
        running = null;
        abort = null;
        onBusy(null);
      });
      await running;
    },
    cancel: () => abort?.abort(),
    get running() {
      return running;
    },
  };
}
