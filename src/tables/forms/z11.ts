import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "财决11",
  family: "财决",
  title: "国有资本经营预算财政拨款收入支出决算表",
  cornerCodes: ["财决11表"],
  sheetCodes: ["Z11"],
  years: { from: 2019 },
  basis: "栏组凭记忆，把握低，按表头认栏",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      { key: "年初结转和结余.合计", variants: ["年初结转和结余"] },
      { key: "年初结转和结余.结转", optional: true },
      { key: "年初结转和结余.结余", optional: true },
      { key: "本年收入", variants: ["本年收入.合计"] },
      { key: "本年支出.合计", variants: ["本年支出.小计"] },
      { key: "本年支出.基本支出" },
      { key: "本年支出.项目支出" },
      { key: "年末结转和结余.合计", variants: ["年末结转和结余"] },
      { key: "年末结转和结余.结转", optional: true },
      { key: "年末结转和结余.结余", optional: true },
    ],
  },
};
