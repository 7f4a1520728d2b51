import type { FormDefinition } from "../form.ts";
import { THREE_AMOUNTS } from "../layouts/budget-split.ts";
import { NATURE_LINES } from "../layouts/economic-lines.ts";
import { FUNCTION_LINES } from "../layouts/function-lines.ts";

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
        rows: [
          {
            key: "收入.一般公共预算财政拨款收入",
            label: "一般公共预算财政拨款收入",
            variants: ["一般公共预算财政拨款", "财政拨款收入"],
            group: "收入来源",
          },
          {
            key: "收入.政府性基金预算财政拨款收入",
            label: "政府性基金预算财政拨款收入",
            variants: ["政府性基金预算财政拨款"],
            group: "收入来源",
            optional: true,
          },
          {
            key: "收入.国有资本经营预算财政拨款收入",
            label: "国有资本经营预算财政拨款收入",
            variants: ["国有资本经营预算财政拨款"],
            group: "收入来源",
            optional: true,
          },
          { key: "收入.上级补助收入", label: "上级补助收入", group: "收入来源" },
          { key: "收入.事业收入", label: "事业收入", group: "收入来源" },
          { key: "收入.经营收入", label: "经营收入", group: "收入来源" },
          { key: "收入.附属单位上缴收入", label: "附属单位上缴收入", group: "收入来源" },
          { key: "收入.其他收入", label: "其他收入", group: "收入来源" },
          { key: "收入.本年收入合计", label: "本年收入合计" },
          {
            key: "收入.使用非财政拨款结余",
            label: "使用非财政拨款结余",
            variants: [
              "使用非财政拨款结余（含专用结余）",
              "使用非财政拨款结余和专用结余",
              "用事业基金弥补收支差额",
            ],
            optional: true,
          },
          { key: "收入.使用专用结余", label: "使用专用结余", optional: true },
          { key: "收入.年初结转和结余", label: "年初结转和结余" },
          { key: "收入.总计", label: "总计" },
        ],
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
