import type { Draft } from "../../../src/narrative/draft.ts";
import { chartStyle } from "../../../src/publish/charts/chart-style.ts";
import { chartSvg, svgAddress } from "./chart-svg.ts";
import type { ChartPictures } from "./rich-text.ts";

/** 印出来清楚的倍数。 */
const SCALE = 3;

/** 把各图画成 PNG（内容在地址里），供复制；画不成的那一张不给。 */
export async function chartPictures(draft: Draft): Promise<ChartPictures> {
  const style = chartStyle(draft);
  const charts = draft.sections
    .flatMap((section) => section.paragraphs)
    .flatMap(({ id, chart }) => (chart === undefined ? [] : [{ id, chart }]));
  const drawn = await Promise.all(
    charts.map(async ({ id, chart }) => [id, await picture(chartSvg(chart, style))] as const),
  );
  return new Map(drawn.flatMap(([id, address]) => (address === null ? [] : [[id, address]])));
}

async function picture(svg: string): Promise<string | null> {
  const image = new Image();
  image.src = svgAddress(svg);
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}
