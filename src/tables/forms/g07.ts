import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "公开07",
  family: "公开",
  title: "一般公共预算财政拨款支出决算明细表",
  cornerCodes: ["公开07表"],
  sheetCodes: ["GK07"],
  basis: "凭记忆：同财决08",
  layout: { kind: "floating", keyedBy: "function", columns: ECONOMIC_COLUMNS },
};
