import type { RowDefinition } from "../form.ts";

/** 财政拨款收入支出决算总表（财决01-1、公开04）收入一侧的全部行；三本预算的行名在年初结转之下再出现一次。 */
export const APPROPRIATION_INCOME_LINES: readonly RowDefinition[] = [
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
];

/** 同一张表支出一侧功能分类之下的行。 */
export const APPROPRIATION_CLOSING_LINES: readonly RowDefinition[] = [
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
];
