import type { SectionBuilder } from "../section.ts";
import { headed } from "../wording/headed.ts";

export const section: SectionBuilder = {
  id: "二.五",
  order: 205,
  build: () => headed("二.五", "五、一般公共预算财政拨款支出决算情况说明", "heading1", []),
};
