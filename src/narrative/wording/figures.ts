import { yuanText } from "../../money/cents.ts";
import { printPercent, printWan } from "../../money/print.ts";
import { ratio, ratioText } from "../../money/ratio.ts";
import type { Count, MissingFact, Money, Ratio } from "../facts/known.ts";
import type { DraftStyle } from "../style.ts";
import { type FigureRun, type GapRun, gap } from "./run.ts";

/** 取不到的数留成待补充。 */
export function missingRun(fact: MissingFact): GapRun {
  return gap(fact.gap, fact.asks, fact.key);
}

/**
 * 金额，带单位。通常是万元两位小数；不为零而不足 0.005 万元的，印成 `0.00万元` 等于没有写，改以元印出、保留两位小数。
 */
export function wan(fact: Money, style: DraftStyle): FigureRun | GapRun {
  if (fact.kind === "missing") return missingRun(fact);
  const printed = printWan(fact.cents, {
    trimZeros: style.amountZeros === "去掉",
    grouping: style.grouping,
    zeroDecimals: style.exactNumbers === "带小数",
  });
  const inYuan = fact.cents !== 0 && /^-?[0.]+$/.test(printed);
  return {
    kind: "figure",
    text: inYuan ? `${yuanText(fact.cents)}元` : `${printed}万元`,
    value: yuanText(fact.cents),
    moneyUnit: inYuan ? "元" : "万元",
    from: fact.from,
    formula: fact.formula,
  };
}

/** 金额以元印出，去掉末尾的零角零分；只用于逐件列出的小额。 */
export function yuan(cents: number, formula: string): FigureRun {
  return {
    kind: "figure",
    text: `${yuanText(cents).replace(/\.00$/, "")}元`,
    value: yuanText(cents),
    moneyUnit: "元",
    from: [],
    formula,
  };
}

/** 计数，不带单位。 */
export function countRun(fact: Count): FigureRun | GapRun {
  if (fact.kind === "missing") return missingRun(fact);
  return {
    kind: "figure",
    text: String(fact.count),
    value: String(fact.count),
    moneyUnit: null,
    from: fact.from,
    formula: fact.formula,
  };
}

/** 由人填报的计数。 */
export function typedCount(count: number, path: string): FigureRun {
  return {
    kind: "figure",
    text: String(count),
    value: String(count),
    moneyUnit: null,
    from: [],
    formula: `填报：${path}`,
  };
}

/**
 * 百分数，带 `%`。不为零而舍入为零的写“不足0.01%”，不到全部而舍入为 100% 的写“不足100%”：
 * 写成 0.00%、100.00% 就与没有、全部分不清。`beyond` 为真时，超出而舍入为 100% 的写“超过100%”。
 * 分母为零由调用处改写句子。
 */
export function percent(fact: Ratio, style: DraftStyle, beyond = false): FigureRun | GapRun {
  if (fact.kind === "missing") return missingRun(fact);
  const exact = ratio(fact.numerator, fact.denominator);
  const printed = printPercent(exact, {
    decimals: style.percentDecimals,
    trimZeros: style.percentZeros === "去掉",
    exactDecimals: style.exactNumbers === "带小数",
  });
  return {
    kind: "figure",
    text: nearlyText(fact, style, beyond) ?? printed,
    value: ratioText(exact),
    moneyUnit: null,
    from: fact.from,
    formula: fact.formula,
  };
}

/** 写在百分数前面的话：后面是“不足”“超过”的，去掉末尾的“的”才通顺。 */
export function beforePercent(lead: string, run: FigureRun | GapRun): string {
  return /^(?:不足|超过)/.test(run.text) ? lead.replace(/的$/, "") : lead;
}

/** 舍入到了零或 100%、其实不是的说法；不是这样的为 null。 */
function nearlyText(
  { numerator, denominator }: Extract<Ratio, { kind: "ratio" }>,
  { percentDecimals }: DraftStyle,
  beyond: boolean,
): string | null {
  const [part, whole] = denominator < 0 ? [-numerator, -denominator] : [numerator, denominator];
  if (part <= 0 || part === whole) return null;
  const printed = printPercent(ratio(part, whole), { decimals: percentDecimals });
  if (/^0\.0+%$/.test(printed)) return `不足${percentDecimals === 1 ? "0.1" : "0.01"}%`;
  if (!/^100\.0+%$/.test(printed)) return null;
  return part < whole ? "不足100%" : beyond ? "超过100%" : null;
}
