import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "公开05",
  family: "公开",
  title: "财政拨款支出决算明细表",
  cornerCodes: ["公开05表"],
  sheetCodes: ["GK05"],
  basis: "凭记忆，把握低：三本预算的支出明细合在一张表",
  layout: { kind: "floating", keyedBy: "function", columns: ECONOMIC_COLUMNS },
};
