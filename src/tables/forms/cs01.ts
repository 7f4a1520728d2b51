import type { ColumnDefinition, FormDefinition } from "../form.ts";

const BUDGETS = ["一般公共预算", "政府性基金", "国有资本经营"] as const;

/** 每个栏组先是合计（小计），再分三本预算。 */
function group(path: string, total: "合计" | "小计"): ColumnDefinition[] {
  return [
    { key: `${path}.${total}`, variants: [`${path}.${total === "合计" ? "小计" : "合计"}`] },
    ...BUDGETS.map((budget) => ({ key: `${path}.${budget}`, optional: true })),
  ];
}

export const form: FormDefinition = {
  id: "CS01",
  family: "CS",
  title: "年初结转和结余调整情况表",
  cornerCodes: ["CS01表", "附表1-1"],
  sheetCodes: ["CS01"],
  basis: "栏组见于 2022 年度说明附表",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      ...group("调整前年初结转和结余", "合计"),
      ...group("变动项目.合计", "小计"),
      ...group("变动项目.会计差错更正", "小计"),
      ...group("变动项目.收回以前年度支出", "小计"),
      ...group("变动项目.归集调入", "小计"),
      ...group("变动项目.归集调出", "小计"),
      ...group("变动项目.归集上缴和缴回资金", "小计"),
      ...group("变动项目.单位内部调剂", "小计"),
      ...group("调整后年初结转和结余", "合计"),
    ],
  },
};
