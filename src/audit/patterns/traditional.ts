import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";
import { traditionalToSimplified } from "../text/traditional.ts";

const TRADITIONAL = new RegExp(`[${[...traditionalToSimplified.keys()].join("")}]+`, "g");

export const pattern: Pattern = {
  id: "traditional",
  title: "夹用的繁体字",
  about: "简体文本里夹着繁体字，多是扫描识别的错；归一时已按简体读，这里照原文指出。",
  oddForms: [{ form: "職業年金", from: "由扫描件识别得到的公开稿" }],
  check(context) {
    const { text } = context.document;
    for (const passage of context.passages) {
      const { paragraph, shape } = passage;
      if (paragraph.verbatim) continue;
      // 骨架各字在原文里的写法，一个数只取第一个数字。
      const original = Array.from(shape.at, (own) => text.charAt(paragraph.at[own] ?? 0)).join("");
      for (const { index, 0: old } of matchesOf(TRADITIONAL, original)) {
        const end = index + old.length;
        context.report({
          kind: "other",
          severity: "warning",
          passage,
          span: { start: index, end },
          what: "简体文本中夹用繁体字。",
          why: "公开文本应当用规范汉字；多半是扫描识别的错。",
          todo: `请改为“${shape.text.slice(index, end)}”。`,
        });
      }
    }
  },
};
