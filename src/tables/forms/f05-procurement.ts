import type { FormDefinition } from "../form.ts";
import { splitByBudget } from "../layouts/budget-split.ts";

export const form: FormDefinition = {
  id: "财决附05旧",
  family: "财决",
  title: "政府采购情况表",
  cornerCodes: ["财决附05表", "财决附06表"],
  sheetCodes: ["F05", "F06"],
  basis: "2021 年度及以前的附05，凭记忆，把握低",
  layout: {
    kind: "fixed",
    blocks: [
      {
        name: "政府采购",
        labelHeaders: ["项目"],
        columns: ["采购计划金额", "采购预算金额", "实际采购金额"].flatMap((name) =>
          splitByBudget(name).map((column) => ({ ...column, optional: true })),
        ),
        rows: ["合计", "货物", "工程", "服务"].map((label) => ({
          key: `采购.${label}`,
          label,
          optional: true,
        })),
        openGroup: "采购",
      },
    ],
  },
};
