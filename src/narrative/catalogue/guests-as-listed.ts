import type { DraftContext } from "../context.ts";
import { type Count, countSum, isMissing } from "../facts/known.ts";
import { statistic, threePublicActual } from "../facts/three-public.ts";
import { countEntry, moneyEntry } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";
import { countOrTyped } from "./typed.ts";

const UNITS = ["批次", "人次"] as const;
type Unit = (typeof UNITS)[number];

/**
 * 七（二）3：公务接待，照附03 的口径：国内接待含其中的外事接待，国（境）外接待另列。
 * 把外事接待与国内分开写的名称在 three-public-details.ts。
 */
export const entries: readonly CatalogueEntry[] = [
  moneyEntry(
    { name: "国内接待费", meaning: "国内接待费（附03，决算数），含其中的外事接待费。" },
    ({ current }) => threePublicActual(current, "国内接待费"),
  ),
  moneyEntry({ name: "外事接待费", meaning: "外事接待费（附03，决算数）。" }, ({ current }) =>
    threePublicActual(current, "外事接待费"),
  ),
  moneyEntry(
    { name: "国（境）外接待费", meaning: "国（境）外接待费（附03，决算数）。" },
    ({ current }) => threePublicActual(current, "国（境）外接待费"),
  ),
  ...UNITS.flatMap((unit) => [
    countEntry(
      {
        name: `国内公务接待${unit}`,
        meaning: `国内公务接待${unit}（附03 统计数），含其中的外事接待；表上空着而有支出的，取填报的“公务接待 › 国内接待${unit}”加“公务接待 › 外事接待${unit}”，没有填的待补充。`,
      },
      (context) => atHome(context, unit),
    ),
    countEntry(
      {
        name: `外事接待${unit}`,
        meaning: `外事接待${unit}（附03 统计数）；表上空着而有支出的，取填报的“公务接待 › 外事接待${unit}”，没有填的待补充。`,
      },
      (context) => foreign(context, unit),
    ),
    countEntry(
      { name: `国（境）外公务接待${unit}`, meaning: `国（境）外公务接待${unit}（附03 统计数）。` },
      ({ current }) => statistic(current, `国（境）外公务接待${unit}`),
    ),
  ]),
];

function foreign(context: DraftContext, unit: Unit): Count {
  const { current } = context;
  const path = ["公务接待", `外事接待${unit}`];
  const spent = threePublicActual(current, "外事接待费");
  return countOrTyped(
    context,
    statistic(current, `外事接待${unit}`),
    spent,
    path,
    `外事接待${unit}`,
  );
}

/** 填报的国内接待不含外事接待，要加上；表上的已经含着。 */
function atHome(context: DraftContext, unit: Unit): Count {
  const { current } = context;
  const path = ["公务接待", `国内接待${unit}`];
  const spent = threePublicActual(current, "国内接待费");
  const listed = statistic(current, `国内公务接待${unit}`);
  const known = countOrTyped(context, listed, spent, path, `国内接待${unit}`);
  if (isMissing(known) || known.from.length > 0 || known.count === 0) return known;
  return countSum(`国内公务接待${unit}`, [known, foreign(context, unit)]);
}
