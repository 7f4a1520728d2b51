import type { Paragraph, ParagraphStyle, Section } from "../draft.ts";
import { paragraph } from "./run.ts";

/** 一节：标题段落加正文各段。 */
export function headed(
  id: string,
  title: string,
  style: ParagraphStyle,
  paragraphs: readonly Paragraph[],
): Section {
  return { id, title, paragraphs: [paragraph(`${id}/标题`, style, [title]), ...paragraphs] };
}
