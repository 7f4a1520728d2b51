import type { Pattern } from "../pattern.ts";
import { traditionalToSimplified } from "../text/traditional.ts";

export const pattern: Pattern = {
  id: "traditional",
  title: "夹用的繁体字",
  about: "简体文本里夹着繁体字，多是扫描识别的错；归一时已按简体读，这里照原文指出。",
  oddForms: [{ form: "職業年金", from: "由扫描件识别得到的公开稿" }],
  check(context) {
    const { text } = context.document;
    for (const passage of context.passages) {
      if (passage.paragraph.verbatim) continue;
      const { at } = passage.paragraph;
      const { shape } = passage;
      let start = -1;
      for (let index = 0; index <= shape.at.length; index += 1) {
        const own = shape.at[index];
        const original = own === undefined ? "" : text.charAt(at[own] ?? -1);
        const old = original !== "" && traditionalToSimplified.has(original);
        if (old && start < 0) start = index;
        if (old || start < 0) continue;
        context.report({
          kind: "other",
          severity: "warning",
          passage,
          span: { start, end: index },
          what: "简体文本中夹用繁体字。",
          why: "公开文本应当用规范汉字；多半是扫描识别的错。",
          todo: `请改为“${shape.text.slice(start, index)}”。`,
        });
        start = -1;
      }
    }
  },
};
