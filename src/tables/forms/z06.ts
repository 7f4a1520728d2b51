import type { FormDefinition } from "../form.ts";
import { PROJECT_DESCRIPTIONS } from "../layouts/economic-columns.ts";

export const form: FormDefinition = {
  id: "财决06",
  family: "财决",
  title: "项目收入支出决算表",
  titleVariants: ["行政事业类项目收入支出决算表"],
  cornerCodes: ["财决06表"],
  sheetCodes: ["Z06"],
  basis: "说明栏同财决05-2；金额栏组凭记忆，把握低，一律按表头认栏",
  layout: {
    kind: "floating",
    keyedBy: "project",
    descriptive: PROJECT_DESCRIPTIONS,
    columns: [
      { key: "资金来源.合计" },
      { key: "资金来源.年初结转和结余.小计", variants: ["资金来源.年初结转和结余"] },
      {
        key: "资金来源.年初结转和结余.财政拨款结转和结余",
        variants: ["资金来源.年初结转和结余.其中：财政拨款结转和结余"],
        optional: true,
      },
      { key: "资金来源.本年收入.小计", variants: ["资金来源.本年收入"] },
      {
        key: "资金来源.本年收入.财政拨款",
        variants: ["资金来源.本年收入.其中：财政拨款"],
        optional: true,
      },
      {
        key: "资金来源.本年收入.其他资金",
        variants: ["资金来源.本年收入.其他"],
        optional: true,
      },
      {
        key: "资金来源.使用非财政拨款结余",
        variants: ["资金来源.使用非财政拨款结余（含专用结余）"],
        optional: true,
      },
      { key: "支出数.合计", variants: ["支出数"] },
      { key: "支出数.财政拨款", variants: ["支出数.其中：财政拨款"], optional: true },
      { key: "结余分配", variants: ["结余分配.合计"], optional: true },
      { key: "年末结转和结余.合计" },
      {
        key: "年末结转和结余.财政拨款结转和结余",
        variants: ["年末结转和结余.其中：财政拨款结转和结余"],
        optional: true,
      },
      { key: "年末结转和结余.项目支出结转", optional: true },
      { key: "年末结转和结余.项目支出结余", optional: true },
    ],
  },
};
