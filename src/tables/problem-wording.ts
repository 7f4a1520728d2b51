import type { Severity } from "../findings/finding.ts";
import type { TableProblem } from "./table.ts";

/** 一类读表问题的编号、级别和说法。 */
export interface ProblemWording {
  readonly rule: string;
  readonly severity: Severity;
  readonly kind: string;
  readonly why: string;
  readonly todo: string;
}

const NOT_CHECKED = "这一格没有参加核对，也不会写进说明。";
const TO_ADD = "如果表样确有这一项，请告诉维护人员补进表样声明；如果是多写的，请删去。";

export const PROBLEM_WORDINGS: Readonly<Record<TableProblem["kind"], ProblemWording>> = {
  "text-in-amount": {
    rule: "读表/文字金额",
    severity: "error",
    kind: "unreadable",
    why: `应填数字的格读不出数。${NOT_CHECKED}`,
    todo: "请改填数字；没有数就留空，不适用就填“—”。",
  },
  "formula-error": {
    rule: "读表/公式错误",
    severity: "error",
    kind: "unreadable",
    why: `公式算不出结果。${NOT_CHECKED}`,
    todo: "请改正公式，或从决算软件重新导出。",
  },
  "duplicate-row": {
    rule: "读表/重复科目",
    severity: "error",
    kind: "structure",
    why: "同一个科目或项目只能有一行，两行并存时分不清以哪一行为准，逐级合计也会重复计算。",
    todo: "请并成一行，或改正其中一行的编码。",
  },
  "missing-column": {
    rule: "读表/缺少栏目",
    severity: "warning",
    kind: "structure",
    why: "用到这一栏的核对和说明没有做。",
    todo: "请核对表头是否被删改，或从决算软件重新导出。",
  },
  "missing-row": {
    rule: "读表/缺少行",
    severity: "warning",
    kind: "structure",
    why: "用到这一行的核对和说明没有做。",
    todo: "请核对行名是否被删改，或从决算软件重新导出。",
  },
  "unknown-column": {
    rule: "读表/未识别栏目",
    severity: "warning",
    kind: "structure",
    why: "漏读一栏可能使合计对不上。",
    todo: TO_ADD,
  },
  "unknown-row": {
    rule: "读表/未识别行",
    severity: "warning",
    kind: "structure",
    why: "漏读一行可能使合计对不上。",
    todo: TO_ADD,
  },
  "too-precise": {
    rule: "读表/小数过多",
    severity: "warning",
    kind: "structure",
    why: "金额应到分、计数应为整数，多出的小数会造成尾差。",
    todo: "请按分（计数按个）填写。",
  },
  "bad-code": {
    rule: "读表/科目编码",
    severity: "warning",
    kind: "structure",
    why: "编码不规范，这一行归不到类、款、项，逐级合计会对不上。",
    todo: "请改成规范的科目编码。",
  },
  "unit-unknown": {
    rule: "读表/金额单位不明",
    severity: "warning",
    kind: "structure",
    why: "单位读错会差一万倍。",
    todo: "请在表头写明“金额单位：元”或“金额单位：万元”。",
  },
  "identity-conflict": {
    rule: "读表/表号标题不符",
    severity: "warning",
    kind: "identity",
    why: "认错表会使核对张冠李戴。",
    todo: "请改正标题或表号。",
  },
};
