/** 问题的严重程度：error 错误（基本平衡），warning 警告（核实性），note 提示。 */
export type Severity = "error" | "warning" | "note";

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "警告",
  note: "提示",
};

/** 一处单元格：哪本工作簿、哪张表、哪一格，以及它的行、列标签。 */
export interface CellRef {
  readonly book: "current" | "prior";
  readonly sheet: string;
  /** A1 样式地址，如 `E37`。 */
  readonly address: string;
  /** 行标签，如 `收入.总计` 或 `2010301 行政运行`。 */
  readonly row: string;
  /** 栏标签，如 `决算数`。 */
  readonly column: string;
  /** 金额为以元计的十进制文本；计数为整数文本；其他为原文；空白为 `""`。 */
  readonly value: string;
}

/**
 * 一条问题。核对、审稿、成稿检查共用这一个形状；页面、命令行与各种报告按同一顺序显示同一份清单。
 * `left`、`right`、`difference` 是以元计的十进制文本（计数为整数文本），`difference` = 左 − 右。
 */
export interface Finding {
  /** 规则编号，如 `A09`；读表问题用 `读表/…`，文件问题用 `文件/…`。 */
  readonly rule: string;
  readonly severity: Severity;
  /** 问题种类，如 `linkage`（勾稽）、`unreadable`（读不出）、`identity`（年度、单位不符）。 */
  readonly kind: string;
  /** 错在哪里。 */
  readonly what: string;
  /** 为什么要紧。 */
  readonly why: string;
  /** 怎么办。 */
  readonly todo: string;
  /** what + why + todo 连成的一段话。 */
  readonly message: string;
  readonly cells: readonly CellRef[];
  readonly text?: {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly section: string;
  };
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  readonly stated?: string;
  readonly expected?: string;
  readonly clue?: string;
  readonly culprit?: string;
}

/** 由 what、why、todo 组成问题，补上 message。 */
export function finding(parts: Omit<Finding, "message">): Finding {
  return { ...parts, message: `${parts.what}${parts.why}${parts.todo}` };
}
