import type { SectionBuilder } from "../section.ts";
import { paragraph } from "../wording/run.ts";
import { thisYear } from "../wording/years.ts";

export const section: SectionBuilder = {
  id: "二",
  order: 200,
  build: (context) => {
    const title = paragraph("二/标题", "part", [
      "第二部分　",
      thisYear({ ...context, style: { ...context.style, yearWord: "年度" } }),
      `${context.level}决算情况说明`,
    ]);
    return { id: "二", title: title.text, paragraphs: [title] };
  },
};
