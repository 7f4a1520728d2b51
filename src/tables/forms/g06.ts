import type { FormDefinition } from "../form.ts";
import { PUBLIC_EXPENDITURE } from "../layouts/public-columns.ts";

export const form: FormDefinition = {
  id: "公开06",
  family: "公开",
  title: "一般公共预算财政拨款支出决算表",
  cornerCodes: ["公开06表", "公开05表"],
  sheetCodes: ["GK06"],
  basis: "栏名、合计在末行的写法见于 2024 年度公开表；九张表的清单里编号为 05",
  layout: { kind: "floating", keyedBy: "function", columns: PUBLIC_EXPENDITURE },
};
