import type { FormDefinition } from "../form.ts";
import { FUNCTION_LINES } from "../layouts/function-lines.ts";
import { INCOME_LINES } from "../layouts/income-lines.ts";
import { PUBLIC_AMOUNT as AMOUNT } from "../layouts/public-columns.ts";

export const form: FormDefinition = {
  id: "公开01",
  family: "公开",
  title: "收入支出决算总表",
  cornerCodes: ["公开01表"],
  sheetCodes: ["GK01"],
  basis: "行名见于 2024 年度公开表，行次凭记忆",
  layout: {
    kind: "fixed",
    blocks: [
      { name: "收入", labelHeaders: ["项目"], columns: AMOUNT, rows: INCOME_LINES },
      {
        name: "支出",
        labelHeaders: ["项目", "项目（按功能分类）"],
        columns: AMOUNT,
        rows: [
          ...FUNCTION_LINES,
          { key: "支出.本年支出合计", label: "本年支出合计" },
          { key: "支出.结余分配", label: "结余分配", optional: true },
          { key: "支出.年末结转和结余", label: "年末结转和结余" },
          { key: "支出.总计", label: "总计" },
        ],
      },
    ],
  },
};
