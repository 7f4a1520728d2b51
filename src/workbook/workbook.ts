/** 单元格里存的是什么。`date` 的 `text` 为 ISO 日期；`error` 的 `text` 为 `#REF!` 一类。 */
export type CellKind = "number" | "text" | "boolean" | "date" | "error";

/** 一个有内容的单元格。空白单元格不出现。 */
export interface Cell {
  readonly kind: CellKind;
  /**
   * 单元格的值写成文本。数字是能还原该双精度数的最短十进制文本（不用科学记数法、不带千分位），
   * 因此金额可以从文本精确解析，不经过浮点乘法；文本是去掉富文本格式后的原文，未去空格。
   */
  readonly text: string;
  /** 值是否由公式算出（取文件里缓存的结果）。 */
  readonly formula: boolean;
}

/** 合并区域，行列从 0 起，含两端。 */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** 有内容的最大行数、列数（与文件自称的范围无关）。 */
  readonly rowCount: number;
  readonly columnCount: number;
  /** 稀疏行：`rows[r]?.[c]`，行列从 0 起。 */
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly merges: readonly Merge[];
}

/** 一张没能读出来的工作表：它的内容没有参加任何核对，必须作为错误列出。 */
export interface DamagedSheet {
  readonly name: string;
  /** 中文说明：坏在哪里。 */
  readonly reason: string;
}

export interface Workbook {
  readonly fileName: string;
  readonly format: "xlsx" | "xls" | "ods" | "xml" | "html";
  readonly sheets: readonly Sheet[];
  readonly damaged: readonly DamagedSheet[];
  /** 读文件时要让人知道的事（中文整句），如含宏、含图表工作表。 */
  readonly notices: readonly string[];
}
