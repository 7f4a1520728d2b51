import type { TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "个数",
  meaning: "清单有几项。",
  example: "{名词｜个数} → 12",
  accepts: ["清单"],
  args: [],
  gives: "计数",
  apply: (value) => {
    if (value.kind !== "清单") throw new TypeError(`应为清单，却是${value.kind}`);
    const count = value.items.length;
    return {
      kind: "计数",
      fact: { kind: "count", name: "个数", count, formula: "项数", from: [] },
    };
  },
};
