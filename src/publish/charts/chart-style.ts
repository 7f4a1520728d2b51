import type { Draft } from "../../narrative/draft.ts";

/** 图上数字的写法，与正文一致。金额总是两位小数。 */
export interface ChartStyle {
  readonly percentDecimals: 1 | 2;
  /** 整数部分加千分位逗号。 */
  readonly grouping: boolean;
}

/** 从正文印出的数看出写法；正文没有带小数的占比时按两位。 */
export function chartStyle(draft: Draft): ChartStyle {
  const texts = draft.sections
    .flatMap((section) => section.paragraphs)
    .flatMap((paragraph) => paragraph.figures.map((figure) => figure.text));
  const places = texts.map((text) => /\.(\d+)[%％]$/.exec(text)?.[1]?.length ?? 0);
  return {
    percentDecimals: places.some((count) => count > 0) && Math.max(...places) === 1 ? 1 : 2,
    grouping: texts.some((text) => /\d[,，]\d{3}/.test(text)),
  };
}

/** 金额（万元）的数字格式代码。 */
export function amountFormat({ grouping }: ChartStyle): string {
  return grouping ? "#,##0.00" : "0.00";
}
