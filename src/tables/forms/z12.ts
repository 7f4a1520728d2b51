import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决12",
  family: "财决",
  title: "国有资本经营预算财政拨款支出决算明细表",
  cornerCodes: ["财决12表"],
  sheetCodes: ["Z12"],
  years: { from: 2019 },
  basis: "版式按财决05推定",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: ECONOMIC_COLUMNS,
  },
};
