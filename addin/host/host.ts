import type { SheetModel } from "../../src/publish/spreadsheet/model.ts";
import type { Sheet, Workbook } from "../../src/workbook/workbook.ts";

/** 一格或一块的所在：工作表名和 A1 地址（`E7` 或 `E7:G9`）。 */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** 长事的进度；`total` 为 0 表示还不知道。 */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

export interface Task {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** 宿主能做什么；做不到的，页面说明并给出别的办法。 */
export interface HostCapabilities {
  /** 能不能把生成的文件交给使用者（有的 Excel 网页视图不能下载）。 */
  readonly download: boolean;
  /** 写入能不能一步撤销。 */
  readonly undo: boolean;
  /** 单元格改动时会不会通知。 */
  readonly changes: boolean;
  /** 能不能在打开的工作簿里选中单元格。 */
  readonly reveal: boolean;
}

/** 要写入工作簿的整张表（决算说明、数据来源、核对结果）。图由各宿主按 `HostChart` 画成原生图表。 */
export interface HostSheet {
  readonly model: SheetModel;
  readonly charts: readonly HostChart[];
}

/** 一张原生图表：数据在哪几格，放在哪一行。 */
export interface HostChart {
  readonly name: string;
  readonly kind: "column" | "pie";
  readonly title: string;
  readonly description: string;
  readonly categories: Place;
  readonly values: Place;
  /** 每个扇面、柱子的颜色，六位十六进制，灰度下可分。 */
  readonly colours: readonly string[];
  /** 行下标（从 0 起）与在该行里的左边距、宽、高（磅）。 */
  readonly row: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** 从工作表“决算说明”读回的一段：拆成几行的已经接好。 */
export interface SheetParagraph {
  readonly id: string;
  readonly text: string;
}

/** 写入的结局。`unchanged` 为没有改动工作簿；`leftovers` 是没能清掉的临时工作表名。 */
export type WriteOutcome =
  | { readonly kind: "complete"; readonly leftovers: readonly string[] }
  | {
      readonly kind: "unchanged";
      readonly failure: HostFailure;
      readonly leftovers: readonly string[];
    };

/** 宿主做不成一件事：用户看得懂的说法，不带英文错误原文。 */
export class HostFailure extends Error {
  constructor(
    readonly code:
      | "protected-workbook"
      | "protected-sheet"
      | "read-only"
      | "editing-cell"
      | "foreign-sheet"
      | "too-large"
      | "cancelled"
      | "not-supported"
      | "gone"
      | "unknown",
    readonly what: string,
    readonly todo: string,
  ) {
    super(`${what}${todo}`);
    this.name = "HostFailure";
  }
}

/** 工作簿里的一处改动；`address` 为 null 表示整张表（增删、改名）。 */
export interface HostChange {
  readonly sheet: string;
  readonly address: string | null;
}

/**
 * 页面与工作簿之间的唯一通道。两种实现：`office/`（Excel 里打开的工作簿）、`file/`（浏览器里打开的文件）。
 * 接口里没有任何 Office 的类型，别的表格软件也可以实现它。做不成时抛 HostFailure。
 * 送来核对的表一律只读；只写我们自己的工作表和自己的数据。
 */
export interface WorkbookHost {
  readonly kind: "office" | "file";
  readonly capabilities: HostCapabilities;
  /** 工作簿的名称，供显示；不知道时为 null。 */
  readonly fileName: string | null;
  /** 读整本工作簿（不含我们写的工作表）。 */
  readWorkbook(task?: Task): Promise<Workbook>;
  /** 重读其中几张表；已不存在的不返回。 */
  readSheets(names: readonly string[], task?: Task): Promise<readonly Sheet[]>;
  /** 到那一格去。 */
  reveal(place: Place): Promise<void>;
  /** 使用者选中了哪一格；返回取消订阅的函数。 */
  onSelection(listener: (place: Place) => void): () => void;
  onChange(listener: (change: HostChange) => void): () => void;
  /**
   * 整体写入几张我们自己的工作表（同名的旧表被替换）：先写到临时表，最后一步换名；
   * 任何一步失败，工作簿要么没有改动，要么已经完成。
   */
  writeSheets(sheets: readonly HostSheet[], task?: Task): Promise<WriteOutcome>;
  /** 读回工作表“决算说明”里现在的文字；没有这张表时为 null；有但不是我们写的抛 foreign-sheet。 */
  readNarrativeSheet(): Promise<readonly SheetParagraph[] | null>;
  /** 上次没有写完留下的临时工作表，删掉并返回名字。 */
  cleanUp(): Promise<readonly string[]>;
  /** 与工作簿一起保存的数据（填报、选项、已接受的问题、上年事实），一段 JSON 文本；没有为 null。 */
  loadData(): Promise<string | null>;
  saveData(json: string): Promise<void>;
  /** 把生成的文件交给使用者。 */
  download(fileName: string, content: Uint8Array): Promise<void>;
}
