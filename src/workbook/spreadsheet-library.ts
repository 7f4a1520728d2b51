/** 读取库（SheetJS）给出的单元格，只声明我们用到的部分。 */
export interface LibraryCell {
  readonly t: "n" | "s" | "b" | "e" | "d" | "z";
  readonly v?: unknown;
}

interface LibraryRange {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/** 读取库给出的工作表（dense 方式）。 */
export interface LibrarySheet {
  readonly "!data"?: readonly (readonly (LibraryCell | undefined)[] | undefined)[];
  readonly "!merges"?: readonly LibraryRange[];
}

export interface LibraryWorkbook {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, LibrarySheet | undefined>>;
}

/** 复合文档（.xls 的外壳）里的一个流。 */
export interface CompoundEntry {
  readonly name: string;
  readonly size: number;
  readonly content?: Uint8Array | readonly number[];
}

export interface CompoundFile {
  readonly FileIndex: readonly CompoundEntry[];
}

export interface SpreadsheetLibrary {
  /** 读一个文件的全部单元格；只取值，不排版、不取公式文本。读取库自己出错时返回 `undefined`。 */
  read(file: Uint8Array | string): LibraryWorkbook | undefined;
  isDateFormat(format: string): boolean;
  readCompoundFile(bytes: Uint8Array): CompoundFile;
  /** 装入 GBK 等代码页，读 BIFF5（Excel 5/95）的 .xls 时才需要。 */
  loadCodePages(): Promise<void>;
}

let loading: Promise<SpreadsheetLibrary> | undefined;

/** 装入读取库。库有数百 KB，到第一次读文件时才装，装一次。 */
export function loadSpreadsheetLibrary(): Promise<SpreadsheetLibrary> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SpreadsheetLibrary> {
  const library = await import("@e965/xlsx");
  return {
    read(file) {
      try {
        return library.read(file, {
          type: typeof file === "string" ? "string" : "array",
          dense: true,
          raw: true,
          cellFormula: false,
          cellHTML: false,
          cellText: false,
        }) as unknown as LibraryWorkbook;
      } catch {
        return undefined;
      }
    },
    isDateFormat: (format) => library.SSF.is_date(format),
    readCompoundFile: (bytes) => library.CFB.read(bytes, { type: "buffer" }),
    async loadCodePages() {
      library.set_cptable(await import("@e965/xlsx/dist/cpexcel"));
    },
  };
}
