import type { DraftContext } from "../context.ts";
import { gap, type Run } from "./run.ts";

/** 报告年度，如 `2023年度`（或 `2023年`）；年度不明时留成待补充。 */
export function thisYear(context: DraftContext): Run {
  return yearRun(context, 0);
}

/** 上年，如 `2022年度`。 */
export function lastYear(context: DraftContext): Run {
  return yearRun(context, -1);
}

/** `较上年度` 里的 `上年度`（或 `上年`）。 */
export function yearBefore(context: DraftContext): string {
  return `上${context.style.yearWord}`;
}

function yearRun(context: DraftContext, shift: number): Run {
  return [bareYear(context, shift), context.style.yearWord];
}

/** 年份数字，如 `2023`；`shift` 为 -1 是上年。年度不明时留成待补充。 */
export function bareYear(context: DraftContext, shift: number): Run {
  if (context.year === null) {
    return gap("年度", "表里没有写明是哪个年度，请在填报文件里写明。", ["年度"]);
  }
  return String(context.year + shift);
}
