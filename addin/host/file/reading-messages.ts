import type { Sheet, Workbook } from "../../../src/workbook/workbook.ts";
import type { RefusalCode } from "../../../src/workbook/workbook-refused.ts";

/** 交给后台线程的活。 */
export interface ReadingRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * 后台线程送回的消息。工作簿拆成小块：收一条消息要在页面线程上还原其中的对象，一块太大会让页面停顿。
 * 先 `sheet`（没有行），后跟它的若干 `rows`，最后一条是 `done`、`refused` 或 `failed`。
 */
export type ReadingMessage =
  | { readonly kind: "sheet"; readonly sheet: Omit<Sheet, "rows"> }
  | { readonly kind: "rows"; readonly start: number; readonly rows: Sheet["rows"] }
  | { readonly kind: "done"; readonly workbook: Omit<Workbook, "sheets"> }
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly what: string;
      readonly why: string;
      readonly todo: string;
    }
  | { readonly kind: "failed"; readonly detail: string };

/** 一块里最多放多少格；两万格的还原不到 50 毫秒。 */
const CELLS_PER_MESSAGE = 20_000;

/** 把工作簿拆成消息，次序即应送出的次序。 */
export function* workbookMessages(workbook: Workbook): Generator<ReadingMessage> {
  for (const { rows, ...sheet } of workbook.sheets) {
    yield { kind: "sheet", sheet };
    const height = Math.max(1, Math.floor(CELLS_PER_MESSAGE / Math.max(1, sheet.columnCount)));
    for (let start = 0; start < rows.length; start += height) {
      yield { kind: "rows", start, rows: rows.slice(start, start + height) };
    }
  }
  const { sheets: _, ...rest } = workbook;
  yield { kind: "done", workbook: rest };
}

/** 把收到的块拼回工作簿。 */
export class WorkbookAssembly {
  private readonly sheets: { sheet: Omit<Sheet, "rows">; rows: Sheet["rows"][number][] }[] = [];

  add(message: ReadingMessage & { readonly kind: "sheet" | "rows" }): void {
    if (message.kind === "sheet") {
      this.sheets.push({ sheet: message.sheet, rows: [] });
      return;
    }
    const rows = this.sheets.at(-1)?.rows;
    if (rows === undefined) throw new Error("行在工作表之前送到。");
    for (const row of message.rows) rows.push(row);
  }

  finish(rest: Omit<Workbook, "sheets">): Workbook {
    return { ...rest, sheets: this.sheets.map(({ sheet, rows }) => ({ ...sheet, rows })) };
  }
}
