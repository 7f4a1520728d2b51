import type { FormDefinition } from "../form.ts";
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
        rows: [
          {
            key: "收入.一般公共预算财政拨款",
            label: "一般公共预算财政拨款",
            variants: ["一般公共预算财政拨款收入"],
            group: "收入来源",
          },
          {
            key: "收入.政府性基金预算财政拨款",
            label: "政府性基金预算财政拨款",
            variants: ["政府性基金预算财政拨款收入"],
            group: "收入来源",
          },
          {
            key: "收入.国有资本经营预算财政拨款",
            label: "国有资本经营预算财政拨款",
            variants: ["国有资本经营预算财政拨款收入"],
            group: "收入来源",
            optional: true,
          },
          { key: "收入.本年收入合计", label: "本年收入合计" },
          { key: "收入.年初财政拨款结转和结余", label: "年初财政拨款结转和结余" },
          {
            key: "年初.一般公共预算财政拨款",
            label: "一般公共预算财政拨款",
            after: "收入.年初财政拨款结转和结余",
          },
          {
            key: "年初.政府性基金预算财政拨款",
            label: "政府性基金预算财政拨款",
            after: "收入.年初财政拨款结转和结余",
          },
          {
            key: "年初.国有资本经营预算财政拨款",
            label: "国有资本经营预算财政拨款",
            after: "收入.年初财政拨款结转和结余",
            optional: true,
          },
          { key: "收入.总计", label: "总计" },
        ],
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
        rows: [
          ...NATURE_LINES,
          { key: "支出.本年支出合计", label: "本年支出合计" },
          { key: "支出.年末财政拨款结转和结余", label: "年末财政拨款结转和结余" },
          {
            key: "年末.一般公共预算财政拨款",
            label: "一般公共预算财政拨款",
            after: "支出.年末财政拨款结转和结余",
            optional: true,
          },
          {
            key: "年末.政府性基金预算财政拨款",
            label: "政府性基金预算财政拨款",
            after: "支出.年末财政拨款结转和结余",
            optional: true,
          },
          {
            key: "年末.国有资本经营预算财政拨款",
            label: "国有资本经营预算财政拨款",
            after: "支出.年末财政拨款结转和结余",
            optional: true,
          },
          { key: "支出.总计", label: "总计" },
        ],
      },
    ],
  },
};
