import type { AuditKind } from "../audit/audit-result.ts";

/** 审稿查出的各种问题的中文名称。 */
export const AUDIT_KIND_NAMES: Readonly<Record<AuditKind, string>> = {
  share: "占比",
  growth: "增减率",
  delta: "增减额",
  sum: "加总",
  "cross-section": "前后不一致",
  unit: "计量单位",
  year: "年份",
  direction: "增减方向",
  completion: "预算完成",
  contradiction: "自相矛盾",
  "template-remnant": "模板残留",
  punctuation: "标点",
  duplicate: "重复",
  glossary: "名词解释",
  numbering: "编号",
  "missing-reason": "缺少原因",
  "table-text": "与表不符",
  other: "其他",
};
