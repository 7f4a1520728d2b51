import type { Draft } from "../../src/narrative/draft.ts";

/** 只有一节的草稿，各段的编号和文字如所给。 */
export function draftOf(texts: Readonly<Record<string, string>>): Draft {
  return {
    unit: "某单位",
    year: 2023,
    level: "单位",
    profile: "四川",
    sections: [
      {
        id: "二.一",
        title: "一、",
        paragraphs: Object.entries(texts).map(([id, text]) => ({
          id,
          style: "body" as const,
          text,
          edited: false,
          figures: [],
          gaps: [],
        })),
      },
    ],
    open: [],
  };
}
