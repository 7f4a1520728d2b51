import type { RowDefinition } from "../form.ts";

const ECONOMIC_CLASSES: readonly (readonly [code: string, label: string])[] = [
  ["301", "工资福利支出"],
  ["302", "商品和服务支出"],
  ["303", "对个人和家庭的补助"],
  ["307", "债务利息及费用支出"],
  ["309", "资本性支出（基本建设）"],
  ["310", "资本性支出"],
  ["311", "对企业补助（基本建设）"],
  ["312", "对企业补助"],
  ["313", "对社会保障基金补助"],
  ["399", "其他支出"],
];

/** 总表（财决01、01-1）“按支出性质和经济分类”一块的全部行。 */
export const NATURE_LINES: readonly RowDefinition[] = [
  { key: "性质.基本支出", label: "基本支出" },
  { key: "性质.人员经费", label: "人员经费" },
  { key: "性质.公用经费", label: "公用经费", variants: ["日常公用经费"] },
  { key: "性质.项目支出", label: "项目支出" },
  {
    key: "性质.基本建设类项目",
    label: "基本建设类项目",
    variants: ["其中：基本建设类项目"],
    optional: true,
  },
  { key: "性质.行政事业类项目", label: "行政事业类项目", optional: true, years: { to: 2018 } },
  { key: "性质.上缴上级支出", label: "上缴上级支出", optional: true },
  { key: "性质.经营支出", label: "经营支出", optional: true },
  { key: "性质.对附属单位补助支出", label: "对附属单位补助支出", optional: true },
  { key: "性质.经济分类支出合计", label: "经济分类支出合计" },
  ...ECONOMIC_CLASSES.map(([code, label]) => ({
    key: `经济.${label}`,
    label,
    code,
    after: "性质.经济分类支出合计",
    optional: true,
  })),
];
