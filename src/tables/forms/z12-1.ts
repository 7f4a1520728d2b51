import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决12-1",
  family: "财决",
  title: "国有资本经营预算财政拨款基本支出决算明细表",
  cornerCodes: ["财决12-1表"],
  sheetCodes: ["Z12_1", "Z12-1"],
  years: { from: 2019 },
  basis: "版式按财决05推定；12-1、12-2 是否存在没有把握，有则读，无则不要求",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: ECONOMIC_COLUMNS,
  },
};
