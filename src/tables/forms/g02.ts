import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "公开02",
  family: "公开",
  title: "收入决算表",
  cornerCodes: ["公开02表"],
  sheetCodes: ["GK02"],
  basis: "栏名见于 2024 年度公开表，栏次凭记忆",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      { key: "本年收入合计", variants: ["合计", "本年收入.合计"] },
      { key: "财政拨款收入" },
      { key: "上级补助收入" },
      { key: "事业收入.小计", variants: ["事业收入"] },
      { key: "事业收入.教育收费", optional: true },
      { key: "经营收入" },
      { key: "附属单位上缴收入" },
      { key: "其他收入" },
    ],
  },
};
