import type { Workbook } from "../../../src/workbook/workbook.ts";
import { oversizedFile, WorkbookRefused } from "../../../src/workbook/workbook-refused.ts";
import { HostFailure, type Task } from "../host.ts";
import { type ReadingMessage, WorkbookAssembly } from "./reading-messages.ts";
import { startReadingWorker } from "./start-worker.ts";

/** 读一个文件最多用多少毫秒；正常的决算工作簿不到一秒。 */
const TIME_LIMIT = 60_000;

/** 超过这么大就不读了：一个决算工作簿只有几百 KB。 */
const MAX_BYTES = 100 * 1024 * 1024;

/**
 * 在后台线程里读一个工作簿文件（本年的、上年的都用它）；不能起后台线程时在页面线程上读。
 *
 * 整个文件不能用时抛 WorkbookRefused（what、why、todo 都是可以直接显示的中文）；
 * 使用者取消时抛 HostFailure `cancelled`；读得太久时抛 WorkbookRefused `too-large`。
 */
export async function readFile(
  fileName: string,
  bytes: Uint8Array,
  task: Task = {},
): Promise<Workbook> {
  if (bytes.byteLength > MAX_BYTES) throw oversizedFile(fileName, "文件超过 100 MB");
  if (task.signal?.aborted) throw cancelled(fileName);
  task.onProgress?.({ what: `读取「${fileName}」`, done: 0, total: 0 });
  const worker = startReadingWorker();
  const workbook =
    worker === null
      ? await readHere(fileName, bytes)
      : await readWith(worker, fileName, bytes, task.signal);
  if (task.signal?.aborted) throw cancelled(fileName);
  return workbook;
}

/** 读浏览器交来的文件（文件选择框、拖放）。 */
export async function readPickedFile(file: File, task: Task = {}): Promise<Workbook> {
  if (file.size > MAX_BYTES) throw oversizedFile(file.name, "文件超过 100 MB");
  return await readFile(file.name, new Uint8Array(await file.arrayBuffer()), task);
}

async function readHere(fileName: string, bytes: Uint8Array): Promise<Workbook> {
  const { readWorkbook } = await import("../../../src/workbook/read-workbook.ts");
  return await readWorkbook(bytes, fileName);
}

function readWith(
  worker: Worker,
  fileName: string,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Workbook> {
  return new Promise<Workbook>((resolve, reject) => {
    const assembly = new WorkbookAssembly();
    let started = false;
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      worker.terminate();
      settle();
    };
    const abort = () => finish(() => reject(cancelled(fileName)));
    const timer = setTimeout(
      () => finish(() => reject(oversizedFile(fileName, "读了一分钟还没有读完"))),
      TIME_LIMIT,
    );
    signal?.addEventListener("abort", abort);
    worker.onmessage = ({ data }: MessageEvent<ReadingMessage>) => {
      started = true;
      switch (data.kind) {
        case "sheet":
        case "rows":
          assembly.add(data);
          return;
        case "done":
          return finish(() => resolve(assembly.finish(data.workbook)));
        case "refused":
          return finish(() => reject(new WorkbookRefused(data.code, data)));
        case "failed":
          return finish(() => reject(unreadable(fileName, data.detail)));
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // 线程根本没起来（有的浏览器不许本地网页起后台线程）：由页面线程读。
      if (started) finish(() => reject(unreadable(fileName, event.message)));
      else finish(() => readHere(fileName, bytes).then(resolve, reject));
    };
    worker.postMessage({ fileName, bytes });
  });
}

function cancelled(fileName: string): HostFailure {
  return new HostFailure("cancelled", `已取消读取「${fileName}」。`, "");
}

function unreadable(fileName: string, detail: string): WorkbookRefused {
  return new WorkbookRefused("damaged", {
    what: `文件「${fileName}」读到一半出错${detail === "" ? "" : `（${detail}）`}。`,
    why: "读不到的表没有参加任何核对，不能当作没有问题。",
    todo: "请从决算软件重新导出；或用 Excel、WPS 打开后另存为 .xlsx，再试一次。",
  });
}
