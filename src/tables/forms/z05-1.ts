import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决05-1",
  family: "财决",
  title: "基本支出决算明细表",
  cornerCodes: ["财决05-1表"],
  sheetCodes: ["Z05_1", "Z05-1"],
  basis: "经济分类各栏名称见于 2018–2022 年度实表",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: ECONOMIC_COLUMNS,
  },
};
