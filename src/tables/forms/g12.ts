import type { FormDefinition } from "../form.ts";
import { PUBLIC_EXPENDITURE } from "../layouts/public-columns.ts";

export const form: FormDefinition = {
  id: "公开12",
  family: "公开",
  title: "国有资本经营预算财政拨款支出决算表",
  cornerCodes: ["公开12表", "公开13表", "公开09表", "公开08表"],
  sheetCodes: ["GK12"],
  basis: "凭记忆；编号各地不一，以标题为准",
  layout: { kind: "floating", keyedBy: "function", columns: PUBLIC_EXPENDITURE },
};
