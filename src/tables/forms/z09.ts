import type { FormDefinition } from "../form.ts";
import { APPROPRIATION_COLUMNS } from "../layouts/appropriation-columns.ts";

export const form: FormDefinition = {
  id: "财决09",
  family: "财决",
  title: "政府性基金预算财政拨款收入支出决算表",
  cornerCodes: ["财决09表"],
  sheetCodes: ["Z09"],
  basis: "四组分栏见于实表，其余栏按表头认",
  layout: { kind: "floating", keyedBy: "function", columns: APPROPRIATION_COLUMNS },
};
