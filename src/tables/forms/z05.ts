import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决05",
  family: "财决",
  title: "支出决算明细表",
  cornerCodes: ["财决05表"],
  sheetCodes: ["Z05"],
  basis: "经济分类各栏名称见于 2018–2022 年度实表",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: ECONOMIC_COLUMNS,
  },
};
