import type { SheetModel } from "../../../src/publish/spreadsheet/model.ts";
import type { Sheet, Workbook } from "../../../src/workbook/workbook.ts";
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
import { typedCell, withCell } from "./edited-sheet.ts";
import { type KeptData, keptData } from "./kept-data.ts";
import { isOwnSheet, narrativeParagraphs, sheetOfModel, withModelText } from "./own-sheets.ts";
import { saveFile } from "./save-file.ts";

/** 工作台里看得见的东西。每次变动换一个新对象。 */
export interface FileView {
  /** 打开的工作簿的各张表，后面是我们写的表。 */
  readonly sheets: readonly Sheet[];
  /** 我们写的表的名称。 */
  readonly written: readonly string[];
  readonly selected: Place | null;
  /** 改过几格（试改，只在内存里）。 */
  readonly edits: number;
}

/**
 * 宿主的另一种实现：浏览器里打开的一个文件。工作簿在内存里，可以试改单元格；
 * 写入的表也只在内存里，由 `downloadWritten` 写成一个新的 .xlsx，送来的文件从不改写。
 */
export class FileHost implements WorkbookHost {
  readonly kind = "file";
  readonly capabilities: HostCapabilities = {
    download: true,
    undo: false,
    changes: true,
    reveal: true,
  };
  readonly fileName: string;
  readonly data: KeptData;

  private readonly original: Workbook;
  private sheets: readonly Sheet[];
  private written: readonly SheetModel[] = [];
  private edits = 0;
  private selected: Place | null = null;
  private view: FileView;

  private readonly selectionListeners = new Set<(place: Place) => void>();
  private readonly changeListeners = new Set<(change: HostChange) => void>();
  private readonly viewListeners = new Set<() => void>();

  constructor(workbook: Workbook, data: KeptData = keptData(workbook.fileName, null)) {
    this.original = workbook;
    this.fileName = workbook.fileName;
    this.sheets = workbook.sheets;
    this.data = data;
    this.view = this.newView();
  }

  async readWorkbook(task?: Task): Promise<Workbook> {
    stopIfCancelled(task);
    return { ...this.original, sheets: this.sheets.filter((sheet) => !isOwnSheet(sheet)) };
  }

  async readSheets(names: readonly string[], task?: Task): Promise<readonly Sheet[]> {
    const wanted = new Set(names);
    const { sheets } = await this.readWorkbook(task);
    return sheets.filter(({ name }) => wanted.has(name));
  }

  async reveal(place: Place): Promise<void> {
    if (!this.view.sheets.some(({ name }) => name === place.sheet)) {
      throw new HostFailure(
        "gone",
        `工作簿里没有工作表“${place.sheet}”。`,
        "可能已经换了文件，请重新核对。",
      );
    }
    this.selected = place;
    this.changed();
  }

  onSelection(listener: (place: Place) => void): () => void {
    return subscribe(this.selectionListeners, listener);
  }

  onChange(listener: (change: HostChange) => void): () => void {
    return subscribe(this.changeListeners, listener);
  }

  async writeSheets(sheets: readonly HostSheet[], task?: Task): Promise<WriteOutcome> {
    try {
      stopIfCancelled(task);
      this.refuseForeignNarrative(sheets.map(({ model }) => model.name));
    } catch (error) {
      if (error instanceof HostFailure) {
        return { kind: "unchanged", failure: error, leftovers: [] };
      }
      throw error;
    }
    const models = sheets.map(({ model }) => model);
    const replaced = new Set(models.map(({ name }) => name));
    this.written = [...this.written.filter(({ name }) => !replaced.has(name)), ...models];
    this.changed();
    return { kind: "complete", leftovers: [] };
  }

  async readNarrativeSheet(): Promise<readonly SheetParagraph[] | null> {
    const model = this.written.find(({ name }) => name === NARRATIVE_SHEET);
    if (model !== undefined) return narrativeParagraphs(sheetOfModel(model));
    this.refuseForeignNarrative([NARRATIVE_SHEET]);
    const sheet = this.sheets.find(({ name }) => name === NARRATIVE_SHEET);
    return sheet === undefined ? null : narrativeParagraphs(sheet);
  }

  async cleanUp(): Promise<readonly string[]> {
    return [];
  }

  async loadData(): Promise<string | null> {
    return this.data.load();
  }

  async saveData(json: string): Promise<void> {
    this.data.save(json);
  }

  async download(fileName: string, content: Uint8Array): Promise<void> {
    saveFile(fileName, content);
  }

  /** 把我们写的表写成一个新的 .xlsx 交给使用者；还没有写过时什么也不做。 */
  async downloadWritten(): Promise<void> {
    const content = await this.writtenFile();
    if (content === null) return;
    const stem = this.fileName.replace(/\.[^.]*$/, "");
    await this.download(`${stem}-${NARRATIVE_SHEET}.xlsx`, content);
  }

  /** 只含我们写的表的 .xlsx；还没有写过时为 null。 */
  async writtenFile(): Promise<Uint8Array | null> {
    if (this.written.length === 0) return null;
    const { writeWorkbook } = await import("../../../src/publish/spreadsheet/write-workbook.ts");
    return writeWorkbook(this.written);
  }

  /** 供工作台的表格视图订阅。 */
  readonly getView = (): FileView => this.view;
  readonly subscribe = (listener: () => void): (() => void) =>
    subscribe(this.viewListeners, listener);

  /** 使用者在表格视图里选中了一格。 */
  select(place: Place): void {
    this.selected = place;
    this.changed();
    for (const listener of this.selectionListeners) listener(place);
  }

  /** 试改一格，只在内存里。公式不会重算。 */
  edit(place: Place, text: string): void {
    const model = this.written.find(({ name }) => name === place.sheet);
    if (model !== undefined) {
      const edited = withModelText(model, place.address, text);
      this.written = this.written.map((other) => (other === model ? edited : other));
    } else {
      this.sheets = this.sheets.map((sheet) =>
        sheet.name === place.sheet ? withCell(sheet, place.address, typedCell(text)) : sheet,
      );
      this.edits++;
    }
    this.changed();
    this.announce({ sheet: place.sheet, address: place.address });
  }

  /** 放弃全部试改，回到文件里的样子。 */
  revertEdits(): void {
    const touched = this.sheets.filter((sheet, index) => sheet !== this.original.sheets[index]);
    this.sheets = this.original.sheets;
    this.edits = 0;
    this.changed();
    for (const { name } of touched) this.announce({ sheet: name, address: null });
  }

  /** 文件里有一张不是我们写的“决算说明”时，不写也不读，免得与人家的混在一起。 */
  private refuseForeignNarrative(names: readonly string[]): void {
    const sheet = this.sheets.find(({ name }) => name === NARRATIVE_SHEET);
    if (!names.includes(NARRATIVE_SHEET) || sheet === undefined || isOwnSheet(sheet)) return;
    throw new HostFailure(
      "foreign-sheet",
      `文件里已有一张工作表“${NARRATIVE_SHEET}”，不是本程序写的。`,
      "请先把那张表改名或移走，再打开这个文件。",
    );
  }

  private announce(change: HostChange): void {
    for (const listener of this.changeListeners) listener(change);
  }

  private changed(): void {
    this.view = this.newView();
    for (const listener of this.viewListeners) listener();
  }

  private newView(): FileView {
    const written = new Set(this.written.map(({ name }) => name));
    return {
      sheets: [
        ...this.sheets.filter(({ name }) => !written.has(name)),
        ...this.written.map(sheetOfModel),
      ],
      written: [...written],
      selected: this.selected,
      edits: this.edits,
    };
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stopIfCancelled(task: Task | undefined): void {
  if (task?.signal?.aborted) throw new HostFailure("cancelled", "已取消。", "");
}
