import type { FormDefinition } from "../form.ts";
import {
  APPROPRIATION_CLOSING_LINES,
  APPROPRIATION_INCOME_LINES,
} from "../layouts/appropriation-lines.ts";
import { splitByBudget, THREE_AMOUNTS } from "../layouts/budget-split.ts";
import { NATURE_LINES } from "../layouts/economic-lines.ts";
import { FUNCTION_LINES } from "../layouts/function-lines.ts";

const EXPENDITURE_COLUMNS = [
  ...splitByBudget("年初预算数"),
  ...splitByBudget("全年预算数", ["调整预算数"]),
  ...splitByBudget("决算数", ["期末数"]),
];

export const form: FormDefinition = {
  id: "财决01-1",
  family: "财决",
  title: "财政拨款收入支出决算总表",
  cornerCodes: ["财决01-1表"],
  sheetCodes: ["Z01_1", "Z01-1"],
  basis: "收入行、年初三个分项、四分栏见于公开04表；行次与性质块按财决01推定",
  layout: {
    kind: "fixed",
    blocks: [
      {
        name: "收入",
        labelHeaders: ["项目"],
        columns: THREE_AMOUNTS,
        rows: APPROPRIATION_INCOME_LINES,
      },
      {
        name: "支出功能分类",
        labelHeaders: ["项目（按功能分类）", "项目（按支出功能分类）"],
        columns: EXPENDITURE_COLUMNS,
        rows: FUNCTION_LINES,
      },
      {
        name: "支出性质和经济分类",
        labelHeaders: ["项目（按支出性质和经济分类）"],
        columns: EXPENDITURE_COLUMNS,
        rows: [...NATURE_LINES, ...APPROPRIATION_CLOSING_LINES],
      },
    ],
  },
};
