import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "公开08",
  family: "公开",
  title: "一般公共预算财政拨款基本支出决算表",
  titleVariants: [
    "一般公共预算财政拨款基本支出决算明细表",
    "一般公共预算财政拨款基本支出决算（明细）表",
  ],
  cornerCodes: ["公开08表", "公开06表"],
  sheetCodes: ["GK08"],
  basis: "并排版式、编码一格或两格、末行合计见于 2024 年度公开表；九张表的清单里编号为 06",
  layout: {
    kind: "sideBySide",
    columns: [{ key: "决算数" }],
    rows: [
      { key: "人员经费合计", label: "人员经费合计", variants: ["人员经费小计"] },
      {
        key: "公用经费合计",
        label: "公用经费合计",
        variants: ["公用经费小计", "日常公用经费合计"],
      },
      { key: "合计", label: "合计", variants: ["总计"], optional: true },
    ],
  },
};
