import type { FormDefinition } from "../form.ts";
import { APPROPRIATION_COLUMNS } from "../layouts/appropriation-columns.ts";

export const form: FormDefinition = {
  id: "财决07",
  family: "财决",
  title: "一般公共预算财政拨款收入支出决算表",
  titleVariants: ["公共预算财政拨款收入支出决算表"],
  cornerCodes: ["财决07表"],
  sheetCodes: ["Z07"],
  basis: "四组分栏见于实表，其余栏按表头认",
  layout: { kind: "floating", keyedBy: "function", columns: APPROPRIATION_COLUMNS },
};
