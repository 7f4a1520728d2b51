import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决05-3",
  family: "财决",
  title: "经营支出决算明细表",
  cornerCodes: ["财决05-3表"],
  sheetCodes: ["Z05_3", "Z05-3"],
  basis: "经济分类各栏名称见于 2018–2022 年度实表",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: ECONOMIC_COLUMNS,
  },
};
