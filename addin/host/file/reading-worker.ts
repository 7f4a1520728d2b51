import "../../old-browser/newer-methods.ts";
import { readWorkbook } from "../../../src/workbook/read-workbook.ts";
import { WorkbookRefused } from "../../../src/workbook/workbook-refused.ts";
import { type ReadingMessage, type ReadingRequest, workbookMessages } from "./reading-messages.ts";

/** 后台线程的作用域，只声明用到的部分（页面与后台线程的类型声明不能并存）。 */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ReadingRequest>) => void) | null;
  postMessage(message: ReadingMessage): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = async ({ data }) => {
  try {
    const workbook = await readWorkbook(data.bytes, data.fileName);
    for (const message of workbookMessages(workbook)) scope.postMessage(message);
  } catch (error) {
    scope.postMessage(failure(error));
  }
};

function failure(error: unknown): ReadingMessage {
  if (error instanceof WorkbookRefused) {
    const { code, what, why, todo } = error;
    return { kind: "refused", code, what, why, todo };
  }
  return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
}
