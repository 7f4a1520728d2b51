import { paragraphsOf } from "../../../src/workbook/read-draft-rows.ts";
import type { Sheet, Workbook } from "../../../src/workbook/workbook.ts";
import { saveFile } from "../file/save-file.ts";
import {
  type HostCapabilities,
  type HostChange,
  HostFailure,
  type HostSheet,
  type Place,
  type SheetParagraph,
  type Task,
  type WorkbookHost,
  type WriteOutcome,
} from "../host.ts";
import { NARRATIVE_SHEET } from "../own-sheets.ts";
import { canUndo, documentName, excelRun, platform } from "./excel-run.ts";
import { loadData, saveData } from "./kept-xml.ts";
import { askOwn, isOwn, readSheets, refuseForeign, valuesOf } from "./read-sheets.ts";
import { reveal } from "./reveal.ts";
import { onChange, onSelection } from "./sheet-events.ts";
import { writeSheets } from "./write-sheets.ts";
import { settle } from "./writing/settle.ts";

/** Excel 里打开的工作簿。须在 `Office.onReady` 之后建立。 */
export class OfficeHost implements WorkbookHost {
  readonly kind = "office";
  readonly fileName = documentName();
  readonly capabilities: HostCapabilities = {
    // Mac 版任务窗格的网页视图不能下载；页面改给“复制全文”。
    download: platform() !== "mac",
    undo: canUndo(),
    changes: true,
    reveal: true,
  };

  readonly reveal = reveal;
  readonly loadData = loadData;
  readonly saveData = saveData;

  /** 我们写过的表的编号，它们的事件不报。 */
  private readonly own = new Set<string>();

  async readWorkbook(task?: Task): Promise<Workbook> {
    const { sheets, damaged } = await excelRun("读工作簿", (context) =>
      readSheets(context, null, task),
    );
    return { fileName: this.fileName ?? "工作簿", format: "xlsx", sheets, damaged, notices: [] };
  }

  async readSheets(names: readonly string[], task?: Task): Promise<readonly Sheet[]> {
    const { sheets, damaged } = await excelRun("读工作表", (context) =>
      readSheets(context, new Set(names), task),
    );
    const [bad] = damaged;
    if (bad !== undefined) {
      throw new HostFailure(
        "too-large",
        `工作表“${bad.name}”读不出来：${bad.reason}。`,
        "请重新核对整本工作簿。",
      );
    }
    return sheets;
  }

  onSelection(listener: (place: Place) => void): () => void {
    return onSelection(listener);
  }

  onChange(listener: (change: HostChange) => void): () => void {
    return onChange(listener, this.own);
  }

  writeSheets(sheets: readonly HostSheet[], task?: Task): Promise<WriteOutcome> {
    return writeSheets(sheets, this.own, task);
  }

  async readNarrativeSheet(): Promise<readonly SheetParagraph[] | null> {
    return excelRun(`读“${NARRATIVE_SHEET}”`, async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(NARRATIVE_SHEET);
      sheet.load("name");
      const own = askOwn(sheet);
      await context.sync();
      if (sheet.isNullObject) return null;
      if (!isOwn(NARRATIVE_SHEET, own)) throw refuseForeign(NARRATIVE_SHEET);
      return paragraphsOf(fromColumnA(own.used));
    });
  }

  async cleanUp(): Promise<readonly string[]> {
    return (await excelRun("收拾临时工作表", settle)).removed;
  }

  async download(fileName: string, content: Uint8Array): Promise<void> {
    if (!this.capabilities.download) {
      throw new HostFailure(
        "not-supported",
        "Mac 版 Excel 的窗格不能保存文件。",
        "请用“复制全文”粘贴到 Word，或者在工作台里打开文件下载。",
      );
    }
    saveFile(fileName, content);
  }
}

/** 有内容的范围可能不从 A 栏、第一行起（使用者清空了 A 栏）：左边补齐。 */
function fromColumnA(used: Excel.Range): readonly (readonly unknown[])[] {
  const rows = valuesOf(used);
  const missing = rows.length === 0 ? 0 : Math.max(0, 3 - (rows[0]?.length ?? 0));
  return rows.map((row) => [...Array<string>(missing).fill(""), ...row]);
}
