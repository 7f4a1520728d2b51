import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "财决04",
  family: "财决",
  title: "支出决算表",
  cornerCodes: ["财决04表"],
  sheetCodes: ["Z04"],
  basis: "六栏次序见于公开03表，首格 E10 见于 2024 年度公式地址",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      { key: "本年支出合计", variants: ["合计"] },
      { key: "基本支出" },
      { key: "项目支出" },
      { key: "上缴上级支出" },
      { key: "经营支出" },
      { key: "对附属单位补助支出" },
    ],
  },
};
