import type { FormDefinition } from "../form.ts";
import { PROJECT_DESCRIPTIONS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "公开09",
  family: "公开",
  title: "一般公共预算财政拨款项目支出决算表",
  cornerCodes: ["公开09表"],
  sheetCodes: ["GK09"],
  basis: "凭记忆，把握低",
  layout: {
    kind: "floating",
    keyedBy: "project",
    descriptive: PROJECT_DESCRIPTIONS,
    columns: [
      { key: "合计", variants: ["金额", "决算数", "项目支出", "本年支出", "本年支出合计"] },
    ],
  },
};
