/** 一种单元格样式；相同的样式只写一次。 */
export interface CellStyle {
  readonly font: CellFont;
  /** 底色，六位十六进制。 */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom" | "distributed";
  readonly wrap?: boolean;
  /** 数字格式代码，如 `0.00`；缺省为常规。 */
  readonly numberFormat?: string;
  readonly border?: boolean;
}

export interface CellFont {
  readonly name: string;
  /** 磅。 */
  readonly size: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** 六位十六进制颜色，缺省黑色。 */
  readonly color?: string;
}

/** 一段带字体的文字。`font` 缺省为单元格的字体。 */
export interface TextRun {
  readonly text: string;
  readonly font?: CellFont;
}

/**
 * 一个单元格。文字永远按文字写入，以 = + - @ 开头也不会成为公式；数字以十进制文本给出；
 * 公式（不带等号）只由程序自己写，`result` 为算好的文字。
 */
export type SheetCell =
  | { readonly kind: "text"; readonly runs: readonly TextRun[]; readonly style: CellStyle }
  | { readonly kind: "number"; readonly decimal: string; readonly style: CellStyle }
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly result: string;
      readonly style: CellStyle;
    };

export interface SheetRow {
  /** 从第一列起，空位为 undefined。 */
  readonly cells: readonly (SheetCell | undefined)[];
  /** 磅；缺省由软件决定。 */
  readonly height?: number;
}

export interface SheetColumn {
  /** 以默认字体的数字宽度计，含边距（文件里的写法）。 */
  readonly width: number;
  readonly hidden?: boolean;
}

/** 页面设置，边距以毫米计。打印时宽度总缩到一页以内。 */
export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly footer: number;
  };
  /** 页脚代码，如 `&C第 &P 页`；单双页不同时另给 `evenFooter`。 */
  readonly footer: string;
  readonly evenFooter?: string;
  /** 打印区域，如 `$A$1:$A$30`。 */
  readonly printArea?: string;
  /** 每页重复的标题行，如 `$1:$1`。 */
  readonly titleRows?: string;
}

/** 放在一行里的一张图：占满该行高度。 */
export interface PlacedChart {
  readonly xml: string;
  /** 行下标，从 0 起。 */
  readonly row: number;
  /** 图在第一列里的左边距、宽、高，磅。 */
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** 供读屏软件念的说明。 */
  readonly description: string;
}

/** 单元格上的链接，指向另一个文件里的一格。 */
export interface CellLink {
  /** 链接放在哪一格，如 `E4`。 */
  readonly cell: string;
  /** 文件的 URI（相对本文件所在的文件夹），如 `2023.xlsx`，已按 URI 编码。 */
  readonly target: string;
  /** 文件里的位置，如 `'Z01 总表'!E37`。 */
  readonly location: string;
  /** 鼠标停在上面时的提示。 */
  readonly tooltip: string;
}

export interface SheetModel {
  readonly name: string;
  /** 隐藏的工作表；在软件里“取消隐藏”才看得见。 */
  readonly hidden?: boolean;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly gridLines: boolean;
  /** 冻结的行数。 */
  readonly frozenRows?: number;
  /** 自动筛选范围，如 `A2:H90`。 */
  readonly autoFilter?: string;
  readonly page?: PageSetup;
  readonly charts?: readonly PlacedChart[];
  readonly links?: readonly CellLink[];
}
