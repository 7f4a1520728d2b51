import type { Draft, Figure, Paragraph } from "../../../src/narrative/draft.ts";
import { guessedFigures } from "../../../src/narrative/redraft/draft-base.ts";

/** 一段；文中带单位的数各有出处：`cells` 依次给出地址，没有给的没有单元格。 */
export function handParagraph(
  id: string,
  text: string,
  cells: readonly string[] = [],
  formula = "",
): Paragraph {
  const figures = guessedFigures(text).map(({ start, end }, index): Figure => {
    const address = cells[index];
    const cell = { book: "current" as const, sheet: "表", address: address ?? "", value: "" };
    return {
      text: text.slice(start, end),
      value: "",
      moneyUnit: "万元",
      start,
      end,
      from: address === undefined ? [] : [cell],
      formula,
    };
  });
  return { id, style: "body", text, edited: false, figures, gaps: [] };
}

/** 一节一个编号（`/` 以前），各段的文字如所给。 */
export function handDraft(texts: Readonly<Record<string, string>>): Draft {
  const paragraphs = Object.entries(texts).map(([id, text]) => handParagraph(id, text));
  const sections = [...new Set(paragraphs.map(({ id }) => sectionOf(id)))];
  return {
    unit: "某单位",
    year: 2023,
    level: "单位",
    profile: "四川",
    sections: sections.map((id) => ({
      id,
      title: id,
      paragraphs: paragraphs.filter((paragraph) => sectionOf(paragraph.id) === id),
    })),
    open: [],
  };
}

function sectionOf(id: string): string {
  return id.split("/")[0] ?? "";
}
