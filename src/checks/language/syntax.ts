import type { FormId } from "../../tables/form.ts";

/** 公式的语法树。括号已经展开：一边是一串带正负号的加数。 */
export type Statement = Relation | Rollup;

/** 每行：浮动表各行；每个科目：各科目编码和合计；每类：类级编码，不含合计；每个项目：项目行。 */
export type Quantifier = "每行" | "每个科目" | "每类" | "每个项目";

export type Operator = "=" | "≤" | "≥" | "≠" | "<" | ">";

/** 一处比较。`absolute` 为真时左边取绝对值。 */
export interface Comparison {
  readonly left: readonly Addend[];
  readonly operator: Operator;
  readonly right: readonly Addend[];
  readonly absolute?: boolean;
}

/** `若 有表 财决12-1 则 …`：表的有无不合时这条公式不执行，也不提。 */
interface OptionalTables {
  readonly tables?: readonly TablePresence[];
}

export interface TablePresence {
  readonly present: boolean;
  readonly prior: boolean;
  readonly form: FormId;
}

/**
 * 本身的左右两边须成立。`when` 是“若…则”的前提，全部肯定成立时才核对；
 * `mutual` 为真时是“当且仅当”，反过来也须成立（这时 `when` 恰好一项）。
 */
export interface Relation extends Comparison, OptionalTables {
  readonly kind: "relation";
  readonly quantifier: Quantifier | null;
  readonly when?: readonly Comparison[];
  readonly mutual?: boolean;
}

/** 逐级汇总：每个上级行等于其下级行之和；项目汇总：有项目行的科目行等于其项目行之和。 */
export interface Rollup extends OptionalTables {
  readonly kind: "rollup";
  readonly by: "逐级汇总" | "项目汇总";
  readonly prior: boolean;
  readonly form: FormId;
  /** each 为全部各栏；其余写法列出的各栏也是逐栏核对，不求和。 */
  readonly columns: Selector;
  readonly text: string;
}

export interface Addend {
  readonly sign: 1 | -1;
  readonly term: Reference | Constant;
  /** 倍数，如 20% 为 1/5；没有为 1。分子、分母都是正整数，已约分。 */
  readonly factor?: Factor;
}

export interface Factor {
  readonly numerator: number;
  readonly denominator: number;
}

/** `上年.财决02[合计, 本年收入]`。`row` 为 null 时行由“每…”决定（或该表只有一行）。 */
export interface Reference {
  readonly kind: "reference";
  readonly prior: boolean;
  readonly form: FormId;
  readonly row: Selector | null;
  readonly column: Selector;
  readonly text: string;
}

/** 以元计的数；与计数相比时为整数。 */
export interface Constant {
  readonly kind: "constant";
  readonly text: string;
}

/** each 即 `*`：逐行（逐栏）核对，`功能.*` 只在这一组里逐行；sum 即 `{…}`：各项之和。 */
export type Selector =
  | { readonly kind: "each"; readonly group?: string }
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "sum"; readonly items: readonly SumItem[] };

export type SumItem =
  | { readonly kind: "key"; readonly key: string }
  /** `{下级 301}`：表上该栏的全部下一级栏。 */
  | { readonly kind: "below"; readonly key: string }
  /** `{30201..30299}`：编码在此范围、位数相同的各栏（含两端）。 */
  | { readonly kind: "range"; readonly from: string; readonly to: string }
  /** `{功能.*}`：该组全部各行。 */
  | { readonly kind: "group"; readonly group: string }
  | RowFilter;

/**
 * `项目[基建项目属性 非空]`、`科目[名称 = 行政运行]`、`科目[预算 ≠ 政府性基金预算]`：
 * 项目行（或末级科目行）里，该项说明合乎要求的各行之和。
 */
export interface RowFilter {
  readonly kind: "filter";
  readonly of: "项目" | "科目";
  /** 项目的说明栏名，或 `名称`；科目的 `名称`、`预算`（按科目表归哪一本预算）。 */
  readonly attribute: string;
  readonly test: "非空" | "为空" | "=" | "≠";
  /** 非空、为空时为空串。 */
  readonly value: string;
}

/** 规则的执行条件。封面项目不详时，`≠`、`不属于` 视为满足，`=`、`属于` 视为不能判断。 */
export type Condition =
  | {
      readonly kind: "cover";
      readonly item: string;
      /** 真：值须在 `values` 中；假：值须不在其中。 */
      readonly member: boolean;
      readonly values: readonly string[];
      readonly text: string;
    }
  | (TablePresence & { readonly kind: "table"; readonly text: string });
