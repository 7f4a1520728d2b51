import type { Pattern } from "../pattern.ts";

/** 经济科目 ↔ “三公”里的项：后者为零，前者就不会发生。 */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/因公出国（境）费用?/, "三公.出国"],
  [/公务用车运行维护费/, "三公.运行"],
  [/公务接待费/, "三公.接待"],
  [/公务用车购置/, "三公.购置"],
];

export const pattern: Pattern = {
  id: "economic-list",
  title: "基本支出所列经济科目实际发生",
  about: "第六节列出的因公出国、公务接待、公务用车等科目，第七节写明为零的，多半是照抄模板清单。",
  oddForms: [{ form: "整份经济科目清单照抄", from: "县级部门公开稿" }],
  check(context) {
    for (const passage of context.passages) {
      const { paragraph, shape } = passage;
      if (paragraph.role !== "基本支出" || !/包括|包含/.test(shape.text)) continue;
      for (const [form, key] of PAIRS) {
        const match = form.exec(shape.text);
        const stated = context.statement(key, passage);
        const value = stated === null ? null : context.quantity(stated.figure);
        if (match === null || stated === null || value === null || value.point !== 0) continue;
        context.report({
          kind: "template-remnant",
          severity: "warning",
          passage,
          span: { start: match.index, end: match.index + match[0].length },
          what: `这里列了“${match[0]}”，“三公”经费一节却写明为0。`,
          why: "基本支出只列实际发生的经济科目。",
          todo: "没有发生的请删去；发生了的，核对“三公”经费一节。",
          also: [{ passage: stated.passage, span: stated.span }],
        });
      }
    }
  },
};
