import type { FormDefinition } from "../form.ts";
import { THREE_AMOUNTS } from "../layouts/budget-split.ts";
import { NATURE_LINES } from "../layouts/economic-lines.ts";
import { FUNCTION_LINES } from "../layouts/function-lines.ts";
import { INCOME_LINES } from "../layouts/income-lines.ts";

export const form: FormDefinition = {
  id: "财决01",
  family: "财决",
  title: "收入支出决算总表",
  cornerCodes: ["财决01表"],
  sheetCodes: ["Z01"],
  basis: "行名与金额栏见于 2018、2020–2024 年度实表；2019 年度为推定",
  layout: {
    kind: "fixed",
    blocks: [
      {
        name: "收入",
        labelHeaders: ["项目"],
        columns: THREE_AMOUNTS,
        rows: INCOME_LINES,
      },
      {
        name: "支出功能分类",
        labelHeaders: ["项目（按功能分类）", "项目（按支出功能分类）"],
        columns: THREE_AMOUNTS,
        rows: FUNCTION_LINES,
      },
      {
        name: "支出性质和经济分类",
        labelHeaders: ["项目（按支出性质和经济分类）"],
        columns: THREE_AMOUNTS,
        rows: [
          ...NATURE_LINES,
          { key: "支出.本年支出合计", label: "本年支出合计" },
          { key: "支出.结余分配", label: "结余分配", optional: true },
          { key: "支出.年末结转和结余", label: "年末结转和结余" },
          { key: "支出.总计", label: "总计" },
        ],
      },
    ],
  },
};
