import { printWan } from "../../money/print.ts";
import type { Item, TextOrItems } from "../inputs/inputs.ts";
import type { DraftStyle } from "../style.ts";
import { yuan } from "./figures.ts";
import { withoutFullStop } from "./reason.ts";
import type { FigureRun, Run } from "./run.ts";

const CENTS_PER_LAST_PLACE = 10_000;

/**
 * 逐件列出的内容：`接待某某790元；接待某某1245元`。各件金额都是 0.01 万元的整数倍时以万元印出，否则一律以元印出，
 * 免得小额印成 0.00 万元。
 */
export function itemisedRuns(value: TextOrItems, path: string, style: DraftStyle): Run {
  if (typeof value === "string") return withoutFullStop(value);
  const inWan = value.every((item) => (item.cents ?? 0) % CENTS_PER_LAST_PLACE === 0);
  return value.map((item, index) => [
    index === 0 ? "" : "；",
    withoutFullStop(item.text),
    item.cents === null ? "" : amountRun(item.cents, inWan, `填报：${path}`, style),
  ]);
}

function amountRun(cents: number, inWan: boolean, formula: string, style: DraftStyle): FigureRun {
  const run = yuan(cents, formula);
  if (!inWan) return run;
  const text = printWan(cents, {
    trimZeros: style.amountZeros === "去掉",
    grouping: style.grouping,
  });
  return { ...run, text: `${text}万元`, moneyUnit: "万元" };
}

/** 逐件写了金额的合计（分）；有一件没有写金额时为 null。 */
export function itemisedTotal(value: TextOrItems | null): number | null {
  if (value === null || typeof value === "string") return null;
  let total = 0;
  for (const { cents } of value satisfies readonly Item[]) {
    if (cents === null) return null;
    total += cents;
  }
  return total;
}
