import type { FormDefinition } from "../form.ts";
import {
  APPROPRIATION_CLOSING_LINES,
  APPROPRIATION_INCOME_LINES,
} from "../layouts/appropriation-lines.ts";
import { splitByBudget } from "../layouts/budget-split.ts";
import { FUNCTION_LINES } from "../layouts/function-lines.ts";
import { PUBLIC_AMOUNT } from "../layouts/public-columns.ts";

export const form: FormDefinition = {
  id: "公开04",
  family: "公开",
  title: "财政拨款收入支出决算总表",
  cornerCodes: ["公开04表"],
  sheetCodes: ["GK04"],
  basis: "行名、四分栏见于 2024 年度公开表",
  layout: {
    kind: "fixed",
    blocks: [
      {
        name: "收入",
        labelHeaders: ["项目"],
        columns: PUBLIC_AMOUNT,
        rows: APPROPRIATION_INCOME_LINES,
      },
      {
        name: "支出",
        labelHeaders: ["项目", "项目（按功能分类）"],
        columns: splitByBudget("决算数", ["金额"]).map((column) => ({
          ...column,
          variants: [...(column.variants ?? []), column.key.replace("决算数.", "")],
        })),
        rows: [...FUNCTION_LINES, ...APPROPRIATION_CLOSING_LINES],
      },
    ],
  },
};
