import type { FormDefinition } from "../form.ts";
import { ECONOMIC_COLUMNS, PROJECT_DESCRIPTIONS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决05-2",
  family: "财决",
  title: "项目支出决算明细表",
  cornerCodes: ["财决05-2表"],
  sheetCodes: ["Z05_2", "Z05-2"],
  basis: "经济分类各栏名称见于 2018–2022 年度实表",
  layout: {
    kind: "floating",
    keyedBy: "project",
    descriptive: PROJECT_DESCRIPTIONS,
    columns: ECONOMIC_COLUMNS,
  },
};
