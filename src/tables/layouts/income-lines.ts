import type { RowDefinition } from "../form.ts";

/** 收入支出决算总表（财决01、公开01）收入一侧的全部行。 */
export const INCOME_LINES: readonly RowDefinition[] = [
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
];
