/** 表样编号：`封面`、`财决01`、`财决附03`、`CS01`、`公开01` …… */
export type FormId = string;

/** 单元格度量：money 为金额（内部以分计），count 为人、辆、批次等整数，text 为文字说明。 */
export type Measure = "money" | "count" | "text";

/** 适用年度，含两端；缺省为不限。 */
export interface YearRange {
  readonly from?: number;
  readonly to?: number;
}

/**
 * 一栏。`key` 是规则和事实里使用的名字，也是首选表头路径；多层表头用 `.` 连接，如 `年初结转和结余.合计`。
 * `variants` 是同一栏在其他年度、地区的表头路径。识别时按路径末级向上比对，不看栏次和列位置。
 */
export interface ColumnDefinition {
  readonly key: string;
  readonly variants?: readonly string[];
  readonly measure?: Measure;
  /** 经济分类编码（明细表各栏），类 3 位、款 5 位。 */
  readonly code?: string;
  /** 表中可以没有这一栏。 */
  readonly optional?: boolean;
  readonly years?: YearRange;
}

/**
 * 固定表的一行。`key` 形如 `收入.本年收入合计`，第一段是分组（见 `group`）。`label` 是去掉序号、空格后的官方行名。
 * 同名行（如财政拨款总表里收入与年初结转的“一般公共预算财政拨款”）用 `after` 指明须在哪一行之后。
 */
export interface RowDefinition {
  readonly key: string;
  readonly label: string;
  readonly variants?: readonly string[];
  /** 分组名；公式里 `{组名.*}` 表示组内各行之和。缺省为 key 的第一段。 */
  readonly group?: string;
  /** 功能分类类级或经济分类类级编码，供按科目对应。 */
  readonly code?: string;
  readonly after?: string;
  readonly measure?: Measure;
  readonly optional?: boolean;
  readonly years?: YearRange;
}

/** 固定表里并排的一块：一个项目栏和它右边的若干数字栏。 */
export interface BlockDefinition {
  /** 块名，只用于说明。 */
  readonly name: string;
  /** 项目栏的表头，如 `项目(按功能分类)`。 */
  readonly labelHeaders: readonly string[];
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
  /** 行名没有把握的表：声明之外的行也按行名收下，键为 `组名.行名`。 */
  readonly openGroup?: string;
}

/** 固定表：行名固定（01、01-1、附03、公开01 ……）。 */
export interface FixedLayout {
  readonly kind: "fixed";
  readonly blocks: readonly BlockDefinition[];
}

/** 浮动表：每行一个科目（或科目下的项目），行数不定。合计行的键是 `合计`，科目行的键是编码。 */
export interface FloatingLayout {
  readonly kind: "floating";
  /** function 支出功能分类；project 功能分类下再列项目；economic 经济分类。 */
  readonly keyedBy: "function" | "project" | "economic";
  /** 项目表中说明栏（`二级项目代码`、`项目类别` ……），键同表头。 */
  readonly descriptive?: readonly ColumnDefinition[];
  /** 栏名没有把握的表：声明之外的数字栏照表头收下，键为表头路径。 */
  readonly openColumns?: boolean;
  readonly columns: readonly ColumnDefinition[];
}

/** 一行数据的表（三公经费公开表）：没有科目，只有一行数字，行键为 `合计`。 */
export interface SingleLayout {
  readonly kind: "single";
  readonly columns: readonly ColumnDefinition[];
}

/** 并排科目表（一般公共预算财政拨款基本支出公开表）：几组〔编码、名称、决算数〕并排，行键为经济分类编码。 */
export interface SideBySideLayout {
  readonly kind: "sideBySide";
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
}

/** 封面：左边项目名、右边值，行键为项目名，值在 `值` 栏，均为文字。 */
export interface CoverLayout {
  readonly kind: "cover";
  readonly rows: readonly RowDefinition[];
}

export type Layout = FixedLayout | FloatingLayout | SingleLayout | SideBySideLayout | CoverLayout;

/** 一张表样的声明。识别依据：标题（含异名）、右上角表号、工作表名中的代码，再由行名、表头确认。 */
export interface FormDefinition {
  readonly id: FormId;
  readonly family: "财决" | "公开" | "封面" | "CS";
  readonly title: string;
  readonly titleVariants?: readonly string[];
  /** 右上角表号，如 `财决01表`。 */
  readonly cornerCodes: readonly string[];
  /** 工作表名开头的代码，如 `Z01`、`Z01_1`、`GK01`。 */
  readonly sheetCodes: readonly string[];
  readonly layout: Layout;
  readonly years?: YearRange;
  /** 版式依据与把握程度，写进文档。 */
  readonly basis: string;
}
