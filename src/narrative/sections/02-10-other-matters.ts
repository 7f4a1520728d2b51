import type { SectionBuilder } from "../section.ts";
import { headed } from "../wording/headed.ts";

export const section: SectionBuilder = {
  id: "二.十",
  order: 215,
  build: () => headed("二.十", "十、其他重要事项的情况说明", "heading1", []),
};
