import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS, PROJECT_DESCRIPTIONS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决12-2",
  family: "财决",
  title: "国有资本经营预算财政拨款项目支出决算明细表",
  cornerCodes: ["财决12-2表"],
  sheetCodes: ["Z12_2", "Z12-2"],
  years: { from: 2019 },
  basis: "版式按财决05推定；12-1、12-2 是否存在没有把握，有则读，无则不要求",
  layout: {
    kind: "floating",
    keyedBy: "project",
    descriptive: PROJECT_DESCRIPTIONS,
    columns: ECONOMIC_COLUMNS,
  },
};
