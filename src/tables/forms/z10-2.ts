import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS, PROJECT_DESCRIPTIONS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决10-2",
  family: "财决",
  title: "政府性基金预算财政拨款项目支出决算明细表",
  cornerCodes: ["财决10-2表"],
  sheetCodes: ["Z10_2", "Z10-2"],
  basis: "版式按财决05推定",
  layout: {
    kind: "floating",
    keyedBy: "project",
    descriptive: PROJECT_DESCRIPTIONS,
    columns: ECONOMIC_COLUMNS,
  },
};
