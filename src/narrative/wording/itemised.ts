import { printWan } from "../../money/print.ts";
import type { Item, TextOrItems } from "../inputs/inputs.ts";
import type { DraftStyle } from "../style.ts";
import { yuan } from "./figures.ts";
import type { FigureRun } from "./run.ts";

const CENTS_PER_LAST_PLACE = 10_000;

/** 各件金额都是 0.01 万元的整数倍时以万元印出，否则一律以元印出，免得小额印成 0.00 万元。 */
export function printsInWan(items: readonly Item[]): boolean {
  return items.every((item) => (item.cents ?? 0) % CENTS_PER_LAST_PLACE === 0);
}

/** 一件的金额，带单位。`path` 是填报文件里的路径。 */
export function itemAmount(
  cents: number,
  inWan: boolean,
  path: string,
  style: DraftStyle,
): FigureRun {
  const run = yuan(cents, `填报：${path}`);
  if (!inWan) return run;
  const text = printWan(cents, {
    trimZeros: style.amountZeros === "去掉",
    grouping: style.grouping,
    zeroDecimals: style.exactNumbers === "带小数",
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
