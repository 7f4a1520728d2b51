import type { Section } from "../../narrative/draft.ts";

/** 一节正文里占比印了几位小数，图上的占比标签照此显示；正文没有带小数的占比时按两位。 */
export function percentDecimals(section: Section): 1 | 2 {
  const places = section.paragraphs
    .flatMap((paragraph) => paragraph.figures)
    .map((figure) => /\.(\d+)[%％]$/.exec(figure.text)?.[1]?.length ?? 0);
  return Math.max(0, ...places) === 1 ? 1 : 2;
}
