import type { FormDefinition } from "../form.ts";

const ROWS = [
  "资金结存",
  "货币资金",
  "零余额账户用款额度",
  "财政应返还额度",
  "财政拨款结转",
  "财政拨款结余",
  "非财政拨款结转",
  "非财政拨款结余",
  "专用结余",
  "经营结余",
  "其他结余",
];

export const form: FormDefinition = {
  id: "财决附01",
  family: "财决",
  title: "预算支出相关信息表",
  cornerCodes: ["财决附01表"],
  sheetCodes: ["F01"],
  basis: "凭记忆，把握低：按行名收下年初、年末两栏",
  layout: {
    kind: "fixed",
    blocks: [
      {
        name: "预算会计科目余额",
        labelHeaders: ["项目"],
        columns: [
          { key: "年初数", variants: ["年初余额", "年初"], optional: true },
          { key: "年末数", variants: ["年末余额", "年末", "期末数"], optional: true },
          { key: "本年数", variants: ["本年发生额", "金额", "统计数"], optional: true },
        ],
        rows: ROWS.map((label) => ({ key: `预算会计.${label}`, label, optional: true })),
        openGroup: "预算会计",
      },
    ],
  },
};
