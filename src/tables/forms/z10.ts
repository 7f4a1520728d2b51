import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决10",
  family: "财决",
  title: "政府性基金预算财政拨款支出决算明细表",
  cornerCodes: ["财决10表"],
  sheetCodes: ["Z10"],
  basis: "版式按财决05推定",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: ECONOMIC_COLUMNS,
  },
};
