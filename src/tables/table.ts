import type { FormDefinition, Measure } from "./form.ts";

/**
 * 单元格读出的状态。blank 空白（计 0）；dash 不适用（计 0）；absent 表上没有这一格（计 0，不可更正）；
 * unreadable 应为数字却读不出（文字、公式错误），不得按 0 参加核对。
 */
export type CellState = "amount" | "blank" | "dash" | "absent" | "unreadable";

/** 一行。`key`：固定表为行定义的键；浮动表为 `合计`、科目编码，或 `科目编码/项目代码`。 */
export interface TableRow {
  readonly key: string;
  /** 供人看的行名，如 `收入.总计`、`2010301 行政运行`。 */
  readonly label: string;
  readonly group?: string;
  readonly code?: string;
  readonly name: string;
  /** total 合计；class/section/item 类、款、项；project 项目；line 固定表的行。 */
  readonly level: "total" | "class" | "section" | "item" | "project" | "line";
  /** 上级行在 `rows` 中的下标；类级行的上级是合计行；没有则为 -1。 */
  readonly parent: number;
  readonly measure: Measure;
  /** 在工作表中的行号，从 0 起。 */
  readonly sheetRow: number;
  /** 科目编码写在工作表的第几列，从 0 起（分几格写的为最后一格）；不是浮动表的科目行时没有。 */
  readonly codeColumn?: number;
  /** 项目行、封面行的文字说明，键为说明栏名或 `值`。 */
  readonly texts: ReadonlyMap<string, string>;
}

export interface TableColumn {
  readonly key: string;
  /** 供人看的栏名，如 `决算数.合计`、`30101 基本工资`。 */
  readonly label: string;
  readonly code?: string;
  /** 经济分类的上级栏下标；没有则为 -1。 */
  readonly parent: number;
  readonly measure: Measure;
}

/** 读表时发现的问题，逐条列出、计数，不猜。 */
export interface TableProblem {
  readonly kind:
    | "text-in-amount"
    | "formula-error"
    | "duplicate-row"
    | "missing-column"
    | "missing-row"
    | "unknown-column"
    | "unknown-row"
    | "too-precise"
    | "bad-code"
    | "unit-unknown"
    | "identity-conflict";
  readonly address?: string;
  readonly row?: string;
  readonly column?: string;
  readonly text?: string;
  readonly message: string;
}

/**
 * 一张认出来的表。数值按「行 × 栏」存放：下标 = 行下标 × 栏数 + 栏下标。
 * money 以分计，count 为整数；`low`、`high` 是该格真值所在的整数闭区间
 * （元表两者相等；万元表由印出的小数位数决定，如 12.30 万元为 12.295 万元至不足 12.305 万元）。
 */
export interface Table {
  readonly form: FormDefinition;
  readonly book: "current" | "prior";
  readonly sheet: string;
  /** 凭什么认出来的，中文。 */
  readonly why: string;
  readonly moneyUnit: "元" | "万元";
  readonly year: number | null;
  /** 编制单位。 */
  readonly unit: string | null;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly state: readonly CellState[];
  /** A1 地址；absent 的格为 `""`。 */
  readonly address: readonly string[];
  /** 各格的原文（去首尾空格）；空白为 `""`。 */
  readonly raw: readonly string[];
  /** 行键 → 行下标。同键多行（重复科目）时为第一行，全部行见 `rowsByKey`。 */
  readonly rowIndex: ReadonlyMap<string, number>;
  readonly rowsByKey: ReadonlyMap<string, readonly number[]>;
  readonly columnIndex: ReadonlyMap<string, number>;
  readonly problems: readonly TableProblem[];
}

export interface UnrecognisedSheet {
  readonly sheet: string;
  readonly why: string;
  /**
   * other 不是部门决算表；duplicate 与另一张工作表是同一张表；
   * misfit 自称是某张部门决算表（标题、表号、工作表名），却读不成那张表。
   */
  readonly kind: "other" | "duplicate" | "misfit";
}

/** 一本工作簿认出来的全部表。 */
export interface TableSet {
  readonly fileName: string;
  readonly tables: readonly Table[];
  readonly byForm: ReadonlyMap<string, Table>;
  readonly unrecognised: readonly UnrecognisedSheet[];
  /** 单位名称：封面优先，否则各表编制单位。 */
  readonly unit: string | null;
  readonly year: number | null;
  /** 部门 / 单位：由封面判断，判断不了为 null。 */
  readonly level: "部门" | "单位" | null;
  /** 封面上的代码，如 `单位基本性质` → `10`、`报表小类` → `0`；没有封面则为空。 */
  readonly cover: ReadonlyMap<string, string>;
}
