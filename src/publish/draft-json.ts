import type { ChartData, Draft, Paragraph, Proposal } from "../narrative/draft.ts";

/** 草稿写成 JSON 文本：键的先后固定，缩进两格，末尾换行。有图的段落另带 `chart`，金额以分计。 */
export function writeDraftJson(draft: Draft): string {
  const ordered = {
    unit: draft.unit,
    year: draft.year,
    level: draft.level,
    profile: draft.profile,
    sections: draft.sections.map(({ id, title, paragraphs }) => ({
      id,
      title,
      paragraphs: paragraphs.map(orderedParagraph),
    })),
    open: draft.open,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedParagraph(paragraph: Paragraph) {
  return {
    id: paragraph.id,
    style: paragraph.style,
    text: paragraph.text,
    edited: paragraph.edited,
    figures: paragraph.figures.map(({ text, value, moneyUnit, start, end, from, formula }) => ({
      text,
      value,
      moneyUnit,
      start,
      end,
      from: from.map(orderedSource),
      formula,
    })),
    gaps: paragraph.gaps.map(({ text, start, end, asks }) => ({ text, start, end, asks })),
    ...(paragraph.proposals === undefined || paragraph.proposals.length === 0
      ? {}
      : { proposals: paragraph.proposals.map(orderedProposal) }),
    ...(paragraph.chart === undefined ? {} : { chart: orderedChart(paragraph.chart) }),
  };
}

function orderedProposal({ text, content, start, end, asks, key, evidence }: Proposal) {
  const basis = evidence.map((each) => ({ text: each.text, from: each.from.map(orderedSource) }));
  return { text, content, start, end, asks, key, evidence: basis };
}

function orderedChart({ number, kind, title, categories, cents, from }: ChartData) {
  return {
    number,
    kind,
    title,
    categories,
    cents,
    from: from.map((list) => list.map(orderedSource)),
  };
}

function orderedSource({ book, sheet, address }: ChartData["from"][number][number]) {
  return { book, sheet, address };
}
