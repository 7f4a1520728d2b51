import type { FormDefinition } from "../form.ts";
import { PROJECT_DESCRIPTIONS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决附05",
  family: "财决",
  title: "基本支出分项目收入支出情况表",
  cornerCodes: ["财决附05表", "财决附06表"],
  sheetCodes: ["F05", "F06"],
  years: { from: 2022 },
  basis: "2022 年度起有这张表，编号与栏名凭记忆，把握低：栏名照表头收下",
  layout: {
    kind: "floating",
    keyedBy: "project",
    descriptive: PROJECT_DESCRIPTIONS,
    openColumns: true,
    columns: [{ key: "合计", optional: true }],
  },
};
