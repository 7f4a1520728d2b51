import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "财决02",
  family: "财决",
  title: "收入支出决算表",
  cornerCodes: ["财决02表"],
  sheetCodes: ["Z02"],
  basis: "栏组凭记忆，栏次把握低：一律按表头认栏",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      { key: "年初结转和结余.合计" },
      { key: "年初结转和结余.基本支出结转" },
      { key: "年初结转和结余.项目支出结转和结余" },
      { key: "年初结转和结余.经营结余", optional: true },
      { key: "本年收入" },
      { key: "本年支出" },
      {
        key: "使用非财政拨款结余",
        variants: [
          "使用非财政拨款结余（含专用结余）",
          "使用非财政拨款结余和专用结余",
          "用事业基金弥补收支差额",
        ],
        optional: true,
      },
      { key: "收支结余", optional: true },
      { key: "结余分配.合计", variants: ["结余分配.小计"] },
      { key: "结余分配.交纳所得税", variants: ["结余分配.缴纳所得税"], optional: true },
      { key: "结余分配.提取专用结余", variants: ["结余分配.提取职工福利基金"], optional: true },
      {
        key: "结余分配.转入非财政拨款结余",
        variants: ["结余分配.事业单位转入非财政拨款结余", "结余分配.转入事业基金"],
        optional: true,
      },
      { key: "结余分配.其他", optional: true },
      { key: "年末结转和结余.合计" },
      { key: "年末结转和结余.基本支出结转" },
      { key: "年末结转和结余.项目支出结转和结余" },
      { key: "年末结转和结余.经营结余", optional: true },
    ],
  },
};
