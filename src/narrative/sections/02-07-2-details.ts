import { threePublicActual } from "../facts/three-public.ts";
import type { SectionBuilder } from "../section.ts";
import { pieChart } from "../wording/chart.ts";
import { headed } from "../wording/headed.ts";
import { paragraph } from "../wording/run.ts";
import { sharedParts } from "../wording/share.ts";
import { hospitalityParagraphs } from "../wording/three-public/hospitality.ts";
import { overseasParagraphs } from "../wording/three-public/overseas-travel.ts";
import { vehicleParagraphs } from "../wording/three-public/vehicles.ts";
import { thisYear } from "../wording/years.ts";

const ID = "二.七.（二）";
const LINES = ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"] as const;

export const section: SectionBuilder = {
  id: ID,
  order: 212,
  build: (context) => {
    const { style } = context;
    const total = threePublicActual(context.current, "支出合计");
    const parts = LINES.map((label) => ({
      label: `${label}支出决算`,
      amount: threePublicActual(context.current, label),
    }));
    // 没有“三公”支出时各部分的占比是零比零，不写。
    return headed(ID, "（二）“三公”经费财政拨款支出决算具体情况说明", "heading2", [
      paragraph(`${ID}/构成`, "body", [
        thisYear(context),
        "“三公”经费财政拨款支出决算中，",
        sharedParts(parts, total, style),
        "。具体情况如下：",
      ]),
      ...pieChart(
        `${ID}/图7`,
        7,
        "“三公”经费财政拨款支出结构图",
        LINES.map((label) => ({ label, amount: threePublicActual(context.current, label) })),
      ),
      ...overseasParagraphs(context, `${ID}/1`),
      ...vehicleParagraphs(context, `${ID}/2`),
      ...hospitalityParagraphs(context, `${ID}/3`),
    ]);
  },
};
