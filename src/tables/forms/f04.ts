import type { FormDefinition } from "../form.ts";

export const form: FormDefinition = {
  id: "财决附04",
  family: "财决",
  title: "非税收入征缴情况表",
  cornerCodes: ["财决附04表"],
  sheetCodes: ["F04"],
  basis: "凭记忆，把握低：栏名照表头收下",
  layout: {
    kind: "floating",
    keyedBy: "function",
    openColumns: true,
    columns: [{ key: "合计", optional: true }],
  },
};
