import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "财决03",
  family: "财决",
  title: "收入决算表",
  cornerCodes: ["财决03表"],
  sheetCodes: ["Z03"],
  basis: "栏名、次序、栏次见于 2019 年度实表",
  layout: {
    kind: "floating",
    keyedBy: "function",
    columns: [
      { key: "本年收入合计", variants: ["合计"] },
      { key: "财政拨款收入" },
      { key: "上级补助收入" },
      { key: "事业收入.小计", variants: ["事业收入", "事业收入.合计"] },
      {
        key: "事业收入.教育收费",
        variants: ["事业收入.其中：教育收费"],
        optional: true,
      },
      { key: "经营收入" },
      { key: "附属单位上缴收入" },
      { key: "其他收入" },
    ],
  },
};
