import type { SectionBuilder } from "../section.ts";
import { headed } from "../wording/headed.ts";

export const section: SectionBuilder = {
  id: "二.七",
  order: 210,
  build: () => headed("二.七", "七、财政拨款“三公”经费支出决算情况说明", "heading1", []),
};
