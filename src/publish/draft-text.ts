import { printWan } from "../money/print.ts";
import type { Draft, Paragraph, ParagraphStyle } from "../narrative/draft.ts";
import { chartStyle } from "./charts/chart-style.ts";

/** 居中的题，不缩进。 */
const UNINDENTED: ReadonlySet<ParagraphStyle> = new Set(["cover", "title", "part"]);

/** 段首缩进两个全角空格，与公文正文一致。 */
const INDENT = "　　";

/**
 * 草稿写成纯文本：一段一行，文题、部分题、一级标题之前空一行。图没有画面，写出图题和各项金额（万元，两位小数）。
 * 只有说明本身，未了事项不写进来，整份复制也不会带上多余的话。
 */
export function writeDraftText(draft: Draft): string {
  const { grouping } = chartStyle(draft);
  const lines: string[] = [];
  for (const section of draft.sections) {
    for (const paragraph of section.paragraphs) {
      if (opensBlock(paragraph) && lines.length > 0) lines.push("");
      lines.push(paragraphText(paragraph, grouping));
    }
  }
  return `${lines.join("\n")}\n`;
}

function opensBlock({ style }: Paragraph): boolean {
  return style === "title" || style === "part" || style === "heading1";
}

function paragraphText(paragraph: Paragraph, grouping: boolean): string {
  if (paragraph.chart) {
    const { categories, cents } = paragraph.chart;
    const items = categories.map(
      (category, index) =>
        `${category} ${printWan(cents[index] ?? 0, { trimZeros: true, grouping })}`,
    );
    return `${INDENT}［${paragraph.text}（万元）：${items.join("；")}］`;
  }
  if (UNINDENTED.has(paragraph.style)) return paragraph.text;
  return `${INDENT}${paragraph.text}`;
}
