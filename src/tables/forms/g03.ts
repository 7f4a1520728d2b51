import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "公开03",
  family: "公开",
  title: "支出决算表",
  cornerCodes: ["公开03表"],
  sheetCodes: ["GK03"],
  basis: "栏名见于 2024 年度公开表",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      { key: "本年支出合计", variants: ["合计", "本年支出.合计"] },
      { key: "基本支出" },
      { key: "项目支出" },
      { key: "上缴上级支出" },
      { key: "经营支出" },
      { key: "对附属单位补助支出" },
    ],
  },
};
