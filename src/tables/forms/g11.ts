import type { FormDefinition } from "../form.ts";
import { PUBLIC_BUDGET_FLOW } from "../layouts/public-columns.ts";

export const form: FormDefinition = {
  id: "公开11",
  family: "公开",
  title: "国有资本经营预算财政拨款收入支出决算表",
  cornerCodes: ["公开11表", "公开13表", "公开09表"],
  sheetCodes: ["GK11"],
  basis: "栏名见于 2024 年度公开表；编号各地不一，以标题为准",
  layout: { kind: "floating", keyedBy: "function", columns: PUBLIC_BUDGET_FLOW },
};
