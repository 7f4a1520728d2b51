import { parseAmountText } from "../../money/parse.ts";
import { printPercent, printWan } from "../../money/print.ts";
import { ratio } from "../../money/ratio.ts";
import type { DraftContext } from "../context.ts";
import { isMissing } from "../facts/known.ts";
import { type PrintedGroup, printedGroups } from "../facts/rounding-groups.ts";
import type { DraftStyle } from "../style.ts";
import type { Run } from "./run.ts";

/** 一组数印出来以后的尾差；元表上恰好加得起来，只是各自四舍五入后差了末位。 */
export interface RoundingGap {
  readonly group: PrintedGroup;
  /** 印出的各部分之和、印出的合计（分）；相等则为 null。 */
  readonly amounts: { readonly parts: number; readonly total: number } | null;
  /** 印出的各占比之和，如 `99.99%`；恰为 100% 或没有印占比时为 null。 */
  readonly shares: string | null;
}

/** 全文各组的尾差。元表上本来就加不起来的不是尾差，不在其内。 */
export function roundingGaps({
  current,
  style,
}: Pick<DraftContext, "current" | "style">): RoundingGap[] {
  return printedGroups(current).flatMap((group) => {
    const found = roundingGap(group, style);
    return found === null || (found.amounts === null && found.shares === null) ? [] : [found];
  });
}

function roundingGap(group: PrintedGroup, style: DraftStyle): RoundingGap | null {
  const { total } = group;
  if (isMissing(total) || total.cents === 0) return null;
  const exact: number[] = [];
  for (const part of group.parts) {
    if (isMissing(part)) return null;
    exact.push(part.cents);
  }
  if (add(exact) !== total.cents) return null;
  const parts = add(exact.map(printedCents));
  const whole = printedCents(total.cents);
  return {
    group,
    amounts: parts === whole ? null : { parts, total: whole },
    shares: group.shares ? sharesText(exact, total.cents, style) : null,
  };
}

/** 印成万元、两位小数以后的数，以分计。 */
function printedCents(cents: number): number {
  const reading = parseAmountText(printWan(cents, { trimZeros: false }), "万元");
  return reading.kind === "amount" ? reading.value : 0;
}

function sharesText(
  parts: readonly number[],
  total: number,
  { percentDecimals }: DraftStyle,
): string | null {
  const scale = 10 ** percentDecimals;
  const printed = parts.map((part) => {
    const text = printPercent(ratio(part, total), { decimals: percentDecimals });
    return Math.round(Number(text.slice(0, -1)) * scale);
  });
  const sum = add(printed);
  return sum === 100 * scale ? null : `${(sum / scale).toFixed(percentDecimals)}%`;
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/**
 * 某一段末尾说明尾差的一句，如 `因四舍五入，各项金额之和与合计略有出入。`；这一段没有尾差，或写法“尾差说明”为“不写”时为空。
 */
export function roundingRun(
  context: Pick<DraftContext, "current" | "style">,
  paragraph: string,
): Run {
  if (context.style.rounding === "不写") return "";
  const found = roundingGaps(context).find(({ group }) => group.paragraph === paragraph);
  if (found === undefined) return "";
  const said = [
    ...(found.amounts === null ? [] : ["各项金额之和与合计"]),
    ...(found.shares === null ? [] : ["各项占比之和与100%"]),
  ];
  return `因四舍五入，${said.join("、")}略有出入。`;
}
